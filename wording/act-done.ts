import type { Day } from '../domain/calendar/instant.ts';
import { formatDayWithWeekday } from './format.ts';

/** An act that was done, as its answer tells it. */
export interface DoneAct {
  do: string;
  /** Full name of the agency it is about, where there is one. */
  agency: string | null;
  /** Inside a sentence: "báo cáo năm 2024". */
  what: string | null;
  to: Day | null;
  receipt: string | null;
}

/** What happened, in one sentence. Example: Đã trả lại báo cáo năm 2024 của Sở Y tế để bổ sung. */
export function actDone({ do: act, agency, what, to, receipt }: DoneAct): string {
  const of = `${what ?? 'việc này'}${agency === null ? '' : ` của ${agency}`}`;
  const until = to === null ? '' : ` đến ${formatDayWithWeekday(to)}`;
  switch (act) {
    case 'submit':
      return `Đã gửi ${of}${receipt === null ? '' : `. Số biên nhận ${receipt}`}.`;
    case 'accept':
      return `Đã duyệt ${of}.`;
    case 'return':
      return `Đã trả lại ${of} để bổ sung.`;
    case 'requestExtension':
      return `Đã gửi đề nghị gia hạn${until}.`;
    case 'extend':
      return `Đã gia hạn ${of}${until}.`;
    case 'refuseExtension':
      return `Đã trả lời: không gia hạn ${of}.`;
    case 'waive':
    case 'leaderWaive':
      return `Đã miễn ${of}.`;
    case 'suspend':
      return `Đã tạm dừng tính ngày ${of}.`;
    case 'resume':
      return `Đã tính ngày trở lại ${of}.`;
    case 'confirm':
      return `Đã xác nhận ${of}: số liệu chính thức.`;
    case 'recordLetter':
      return `Đã ghi số công văn của ${of}: số liệu chính thức.`;
    case 'recordSent':
      return `Đã ghi số công văn đã gửi của ${of}.`;
    case 'recordOnBehalf':
      return `Đã ghi hộ ${of}${receipt === null ? '' : `. Số biên nhận ${receipt}`}. Cơ quan sẽ được báo.`;
    case 'object':
      return 'Đã gửi ý kiến đến cơ quan điều phối.';
    case 'lock':
      return 'Đã khóa kỳ này.';
    case 'unlock':
      return 'Đã mở khóa kỳ này.';
    case 'leaderSeen':
      return `Đã ghi: đã xem tin về ${of}.`;
    case 'leaderDirect':
      return `Đã ghi nhận chỉ đạo. Hạn mới: ${to === null ? '' : formatDayWithWeekday(to)}.`;
    case 'leaderExtend':
      return `Đã gia hạn ${of}${until}.`;
    case 'raiseObstacle':
      return 'Đã gửi khó khăn, vướng mắc đến cơ quan điều phối.';
    case 'answerObstacle':
      return 'Đã gửi trả lời đến người nêu.';
    case 'forwardObstacle':
      return 'Đã chuyển lãnh đạo tỉnh.';
    case 'settleObstacle':
      return 'Đã xác nhận: khó khăn, vướng mắc đã giải quyết.';
    case 'reopenObstacle':
      return 'Đã mở lại khó khăn, vướng mắc.';
    case 'contribute':
      return `Đã xin phần phối hợp${to === null ? '' : `, hạn ${formatDayWithWeekday(to)}`}. Các cơ quan được báo ở lần gửi kế tiếp.`;
    case 'settleImported':
      return `Đã ghi nhận ${of}.`;
    case 'reopenImported':
      return `Đã mở lại ${of}${to === null ? '' : `, hạn ${formatDayWithWeekday(to)}`}.`;
    case 'request':
      return `Đã gửi yêu cầu báo cáo${to === null ? '' : `, hạn ${formatDayWithWeekday(to)}`}. Các cơ quan được báo ở lần gửi kế tiếp.`;
    case 'trigger':
      return 'Đã kích hoạt nhiệm vụ. Cơ quan chủ trì được báo ở lần gửi kế tiếp.';
    case 'decideReview':
      return 'Đã ghi kết luận về kế hoạch.';
    case 'recordMoney':
      return 'Đã ghi số tiền.';
    case 'settleTarget':
      return 'Đã ghi căn cứ tính. Số liệu của chỉ tiêu được tính theo căn cứ này.';
    case 'assignMeasure':
      return 'Đã chỉ định cơ quan chủ trì. Cơ quan được hỏi về nhiệm vụ từ kỳ mở kế tiếp.';
    case 'markSame':
      return 'Đã đánh dấu: cùng một việc, chỉ tính một lần.';
    case 'markApart':
      return 'Đã bỏ đánh dấu: số được cộng riêng trở lại.';
    case 'changeAddress':
      return 'Đã ghi địa chỉ mới. Tin từ nay gửi tới địa chỉ này.';
    case 'announceDay':
      return `Đã ghi vào lịch${to === null ? '' : `: ${formatDayWithWeekday(to)}`}. Các hạn dời theo, mỗi hạn có một dòng diễn biến.`;
    case 'changeCalendar':
      return 'Đã ghi lịch mới cho một kế hoạch. Các hạn dời theo, mỗi hạn có một dòng diễn biến.';
    default:
      return 'Đã ghi nhận.';
  }
}

/** A newer version came after the page was opened. */
export function newerVersion(version: number): string {
  return `Đã có bản ${version}, mới hơn bản Ông/Bà đang xem. Không có gì thay đổi. Xin mở lại trang.`;
}

/** A typed figure that has no certain reading. */
export function unreadFigure(typed: string, label: string): string {
  return `${label}: “${typed}” chưa đọc được chắc chắn. Ghi số liền, ví dụ 1250 hoặc 1,5 tỷ. Không có gì thay đổi.`;
}

export const EMAIL_WRONG = 'Thư điện tử có dạng ten@co-quan.vn. Không có gì thay đổi.';

/** The calendar already says so. */
export function dayAlready(day: Day, working: boolean): string {
  return `${formatDayWithWeekday(day)} đã là ngày ${working ? 'làm việc' : 'nghỉ'}. Không có gì thay đổi.`;
}

/** Days off of that year are not in the tables. */
export function yearWithoutTable(day: Day): string {
  return `Lịch chưa có bảng ngày nghỉ năm ${day.slice(0, 4)}. Không có gì thay đổi.`;
}
