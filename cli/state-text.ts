/** What `dondoc state` knows of one workflow; the shape of cli.md. */
interface Report {
  workflowId: string;
  status: string;
  phase: string | null;
  nextWake: string | null;
  obligations: {
    total: number;
    open: number;
    submitted: number;
    accepted: number;
    waived: number;
    overdue: number;
  } | null;
  projection: { phase: string; nextWake: string | null } | null;
  same: boolean;
  ladder: { obligation: string; deadline: number; rung: number }[];
}

/** The running workflows for an operator's eye: one block each, differences said in words. */
export function stateText(reports: Report[]): string {
  if (reports.length === 0) return 'Không có luồng nào đang chạy.';
  return reports.map(blockOf).join('\n\n');
}

function blockOf(report: Report): string {
  const { obligations } = report;
  const lines = [
    report.workflowId,
    `  Trạng thái: ${report.status}; giai đoạn: ${report.phase ?? 'chưa trả lời'}; mốc kế tiếp: ${report.nextWake ?? 'không có'}`,
  ];
  if (obligations) {
    lines.push(
      `  Nghĩa vụ: ${obligations.total} (mở ${obligations.open}, đã gửi ${obligations.submitted}, đã duyệt ${obligations.accepted}, miễn ${obligations.waived}, quá hạn ${obligations.overdue})`,
    );
  }
  for (const { obligation, deadline, rung } of report.ladder)
    lines.push(`  Bậc ${rung}: ${obligation}, hạn số ${deadline}`);
  if (!report.same && report.projection) {
    lines.push(
      `  Bản chiếu khác: giai đoạn ${report.projection.phase}, mốc kế tiếp ${report.projection.nextWake ?? 'không có'}`,
    );
  }
  return lines.join('\n');
}
