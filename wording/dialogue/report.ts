import { formatFigure, formatMoneyFull, formatPeriod, formatUnit, quoted } from '../format.ts';

/** Said once before the first question. Six questions → about five minutes. */
export function reportIntro(title: string, plan: string, questions: number): string[] {
  return [
    `${title}, ${plan}: ${questions} câu, khoảng ${minutes(questions)} phút.`,
    'Mỗi câu trả lời được lưu ngay. Dừng lúc nào cũng được: gõ tạm dừng.',
  ];
}

function minutes(questions: number): number {
  return Math.max(1, Math.round(questions * 0.8));
}

/** Said when a dialogue goes on after a pause, or on another device. */
export function resumeLine(n: number, of: number, title: string, plan: string): string {
  return `Ông/Bà đang trả lời câu ${n}/${of} của ${title}, ${plan}. Các câu trước đã lưu.`;
}

export function resumeSummaryLine(title: string, plan: string): string {
  return `${title}, ${plan}: đã trả lời đủ, chưa gửi.`;
}

export function savedLine(n: number, answer: string): string {
  return `Đã lưu câu ${n}: ${answer}.`;
}

export function keptAnswerLine(time: string): string {
  return `Câu trả lời đã được giữ lúc ${time}, sẽ được ghi một lần.`;
}

export function presentAnswerLine(answer: string): string {
  return `Trả lời hiện có: ${answer}. Giữ nguyên: gõ tiếp.`;
}

export const SUMMARY_TITLE = 'Tóm tắt trước khi gửi';
export const SUMMARY_HINT = 'Trả lời bằng một số. Sửa một câu: ví dụ sửa 2.';

export function summaryLine(title: string, plan: string, receiver: string): string {
  return `${title}, ${plan}. Gửi tới: ${receiver}.`;
}

export function returnedLine(reason: string): string {
  return `Trả lại để bổ sung; lý do: ${quoted(reason)}`;
}

export function whichLineQuestion(of: number): string {
  return `Sửa câu số mấy, từ 1 đến ${of}?`;
}

export function noSuchLine(line: number, of: number): string {
  return `Báo cáo này có ${of} câu, không có câu ${line}. Không có gì thay đổi.`;
}

/** Before sending, when required questions stand open. */
export function missingLine(numbers: number[]): string {
  return `Còn ${numbers.length === 1 ? 'câu' : 'các câu'} ${numbers.join(', ')} cần trả lời trước khi gửi.`;
}

export function deferredLine(n: number): string {
  return `Câu ${n} cần có trả lời khi gửi. Tạm để lại, sẽ hỏi lại trước khi gửi.`;
}

export function firstQuestionLine(): string {
  return 'Đây là câu đầu tiên.';
}

export function readingTitle(n: number): string {
  return `Xem lại câu ${n}`;
}

/** Asked back when a number has more than one reading or none that is certain. */
export function ambiguousLines(readings: number): string[] {
  return readings > 1
    ? ['Số vừa nhập có thể hiểu khác nhau. Ông/Bà muốn ghi:']
    : ['Số vừa nhập chưa rõ. Có phải Ông/Bà muốn ghi:'];
}

/** Asked back when a figure stands ten times or more from the one before. */
export function tenfoldLines(value: number, unit: string, previous: { period: string; value: number }): string[] {
  const more = value > previous.value;
  const far = more ? 'gấp từ mười lần trở lên' : 'chưa bằng hoặc chỉ bằng một phần mười';
  return [
    `Ghi nhận: ${amount(value, unit)}, ${far} so với ${formatPeriod(previous.period)} (${formatFigure(previous.value, unit)}).`,
    'Xin Ông/Bà xem lại:',
  ];
}

/** Asked back when a figure is ten times what the plan aims at, or a tenth of it. */
export function aimLines(value: number, unit: string, aim: number): string[] {
  return [
    `Ghi nhận: ${amount(value, unit)}. Chỉ tiêu của kế hoạch là ${formatFigure(aim, unit)}, chênh từ mười lần trở lên.`,
    'Xin Ông/Bà xem lại:',
  ];
}

/** Asked back when an amount of money is under a million đồng. */
export function smallMoneyLines(value: number): string[] {
  return [`Số tiền ${formatMoneyFull(value)} là rất nhỏ. Ông/Bà muốn ghi:`];
}

export function rightLabel(value: number, unit: string): string {
  return `Đúng là ${amount(value, unit)}`;
}

export function readingLabel(value: number, unit: string): string {
  return amount(value, unit);
}

export const RETYPE_LABEL = 'Nhập lại';

function amount(value: number, unit: string): string {
  return unit === 'VND' ? formatMoneyFull(value) : formatFigure(value, unit);
}

/** A number that the field cannot hold. */
export function numberRangeLine(unit: string): string {
  return unit === 'VND'
    ? 'Số tiền là số nguyên đồng, từ 0 trở lên. Câu này chưa ghi gì.'
    : `Số ${formatUnit(unit)} từ 0 trở lên. Câu này chưa ghi gì.`;
}

export function unitLine(unit: string): string {
  return `Câu này tính bằng ${formatUnit(unit)}, không phải phần trăm. Câu này chưa ghi gì.`;
}

/** Free words at a question that is answered by a number: kept, and the question is asked again. */
export function remarkKeptLine(text: string): string {
  return `Đã giữ lời ghi ${quoted(text)}. Trạng thái chưa ghi: xin chọn một số.`;
}

/** Whether the words beside a status are wanted, and which. */
export function remarkQuestion(about: 'hindered' | 'prolong' | 'notCompleted', name: string): string {
  switch (about) {
    case 'hindered':
      return `${name}: xin ghi ngắn gọn khó khăn, vướng mắc.`;
    case 'prolong':
      return `${name}: đề nghị kéo dài đến khi nào, vì sao?`;
    case 'notCompleted':
      return `${name}: xin ghi lý do không hoàn thành.`;
  }
}

export const REMARK_HINT = 'Trả lời bằng chữ. Không ghi thêm: gõ bỏ qua.';

export function raiseNowQuestion(coordinator: string | null): string[] {
  const whom = coordinator === null ? 'cơ quan điều phối' : coordinator;
  return [`Gửi ngay khó khăn này tới ${whom} để được trả lời riêng, không đợi báo cáo?`];
}

export const RAISE_NOW_LABEL = 'Gửi ngay';
export const ONLY_REPORT_LABEL = 'Chỉ ghi trong báo cáo';

/** Another person of the agency answered the same question first. */
export function answeredMeanwhileLine(n: number, answer: string): string {
  return `Câu ${n} vừa có trả lời từ nơi khác: ${answer}. Không có gì thay đổi. Muốn đổi: gõ sửa ${n}.`;
}

/** Another person of the agency sent the report first. */
export function submittedMeanwhileLine(version: number, receipt: string): string {
  return `Trong lúc đó báo cáo đã được gửi: bản ${version}, số biên nhận ${receipt}. Không có gì thay đổi. Muốn sửa bản đã gửi: gõ sửa.`;
}
