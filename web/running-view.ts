import type { RunningAnswer } from '../client/running.ts';
import { dayOf, type Instant, timeOf } from '../domain/calendar/instant.ts';
import type { WorkflowRecord } from '../store/desk-reader.ts';
import { formatDay } from '../wording/format.ts';
import type { RunningView } from './components/running-card.tsx';

/** One thing asked of the running workflow and read from the projection; `null` running = it was not told. */
export interface Compared {
  what: string;
  running: string | null;
  projection: string;
}

const PHASES: Record<string, string> = {
  collecting: 'thu báo cáo',
  reviewing: 'duyệt báo cáo',
  closed: 'đã đóng',
  running: 'đang chạy',
  waiting: 'đang chờ',
  budgeting: 'dự toán, kinh phí',
  execution: 'tổ chức thực hiện',
  reporting: 'báo cáo',
  midTermReview: 'sơ kết',
  finalReview: 'tổng kết',
  coordinator: 'chờ cơ quan điều phối',
  leadership: 'chờ lãnh đạo tỉnh',
  raiser: 'đã trả lời, chờ xác nhận',
  settled: 'đã giải quyết',
  open: 'chờ cơ quan',
  submitted: 'đã nhận',
  accepted: 'đã duyệt',
  waived: 'miễn',
  sent: 'đã gửi',
};

/** A phase in words; an unknown one stays as it is. */
export function phaseWords(phase: string): string {
  return PHASES[phase] ?? phase;
}

const STATUS: Record<string, string> = {
  RUNNING: 'đang chạy (Running)',
  COMPLETED: 'đã xong (Completed)',
  CONTINUED_AS_NEW: 'đang chạy, lần kế tiếp (Continued as new)',
  TERMINATED: 'bị chấm dứt (Terminated)',
  FAILED: 'hỏng (Failed)',
  CANCELLED: 'đã hủy (Cancelled)',
  TIMED_OUT: 'quá giờ (Timed out)',
};

export function statusWords({ status, unknown }: RunningAnswer): string | null {
  if (unknown) return 'máy chủ không giữ luồng này';
  return status === null ? null : (STATUS[status] ?? status);
}

export function instantWords(at: Instant | null): string {
  return at === null ? 'không có' : `${formatDay(dayOf(at))} ${timeOf(at)} (+07:00)`;
}

/** The running workflow's own account beside what the database shows; `more` = rows of the page itself. */
export function runningView(asked: RunningAnswer, row: WorkflowRecord, more: Compared[], told: string[]): RunningView {
  const { answer } = asked;
  const runs = asked.status === 'RUNNING';
  const compared: Compared[] = [
    { what: 'Giai đoạn', running: answer && phaseWords(answer.phase), projection: phaseWords(row.phase) },
    { what: 'Mốc kế tiếp', running: answer && instantWords(answer.nextWake), projection: instantWords(row.wake) },
    ...more,
  ];
  const rows: RunningView['rows'] = [
    {
      what: 'Trạng thái',
      running: statusWords(asked),
      projection: row.closed ? 'đã đóng' : 'đang mở',
      same: runs !== row.closed,
    },
    ...compared.map((each) => ({
      ...each,
      same: each.running === each.projection || (row.closed && each.running === null),
    })),
  ];
  return {
    askedAt: asked.askedAt,
    answered: asked.answered,
    workflowId: row.workflow,
    runId: asked.runId,
    rows,
    differences: asked.answered ? differences(rows, told) : [],
  };
}

const REASON =
  'Một lần ghi hoặc một lệnh còn đang chuyển giữa luồng và cơ sở dữ liệu. Quyết định theo luồng; chưa có tin nào bị gửi hay bỏ sót vì điểm này.';

function differences(rows: RunningView['rows'], told: string[]): string[] {
  const differing = rows.filter(({ same }) => !same);
  if (differing.length === 0 && told.length === 0) return [];
  if (told.length > 0) return told.map((sentence) => `${sentence} ${REASON}`);
  return differing.map(
    ({ what, running, projection }) =>
      `${what}: bản chiếu ghi “${projection ?? 'không có'}”, luồng đang chạy trả lời “${running ?? 'chưa trả lời'}”. ${REASON}`,
  );
}
