import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayShort, formatDayWithWeekday, formatInstant, formatPerson } from '../format.ts';

interface PersonWords {
  name: string;
  post: string;
}

/** Only a report gets a number. */
export function receiptTitle(number: string | null): string {
  return number === null ? 'Đã ghi nhận' : `Đã ghi nhận. Số biên nhận ${number}`;
}

export const RECEIPT_LABELS = {
  at: 'Lúc',
  about: 'Việc',
  agency: 'Cơ quan',
  standing: 'Giá trị',
  told: 'Báo cho',
  ladder: 'Nhắc việc',
} as const;

export const RECEIPT_LABEL = 'Xem, in biên nhận';
export const OBLIGATION_LABEL = 'Xem diễn biến';
export const AMEND_HINT = 'Sửa báo cáo đã gửi: trả lời sửa.';

export function receiptAt(at: Instant): string {
  return formatInstant(at);
}

export function receiptAbout(title: string, basis: string, version: number | null): string {
  return `${title}, ${basis}${version === null ? '' : `, bản ${version}`}`;
}

/** What the submission is worth, and what makes it official. */
export function standingLine(standing: 'draft' | 'official', confirmer: PersonWords | null): string {
  if (standing === 'official') return 'chính thức';
  const who = confirmer === null ? 'lãnh đạo cơ quan' : `${formatPerson(confirmer)},`;
  return `bản nháp, đến khi ${who} xác nhận hoặc có số công văn đã ký`;
}

/** "Sẽ báo Ông/Bà Đinh Thị Thử, Phó Giám đốc, lúc 08:00 ngày 08/11." A moment that has come: "Đã báo …". */
export function toldLine(who: PersonWords, at: Instant, now: Instant): string {
  if (at <= now) return `Đã báo ${formatPerson(who)}.`;
  return `Sẽ báo ${formatPerson(who)}, lúc ${timeOf(at)} ngày ${formatDayShort(dayOf(at))}.`;
}

export function ladderLine(stopped: boolean): string {
  return stopped ? 'đã dừng cho việc này' : 'vẫn tiếp tục theo hạn';
}

/** What was recorded, for an act that is no submission. */
export function doneLine(act: { kind: string; day?: Day; version?: number; number?: string }): string {
  const to = act.day === undefined ? '' : formatDayWithWeekday(act.day);
  switch (act.kind) {
    case 'confirm':
      return `Đã xác nhận bản ${act.version}. Báo cáo là chính thức.`;
    case 'recordLetter':
      return `Đã ghi văn bản số ${act.number}. Báo cáo là chính thức.`;
    case 'recordSent':
      return `Đã ghi văn bản số ${act.number}. Việc này đã xong.`;
    case 'accept':
      return `Đã chấp nhận bản ${act.version}.`;
    case 'return':
      return `Đã trả lại bản ${act.version} để bổ sung. Lý do được chuyển nguyên văn.`;
    case 'extend':
    case 'leaderExtend':
      return `Đã gia hạn đến ${to}.`;
    case 'refuseExtension':
      return 'Đã ghi: không gia hạn. Lý do được chuyển nguyên văn.';
    case 'waive':
    case 'leaderWaive':
      return 'Đã miễn báo cáo kỳ này.';
    case 'requestExtension':
      return `Đã chuyển đề nghị gia hạn đến ${to}. Trong khi chờ, hạn hiện tại vẫn giữ.`;
    case 'askParts':
      return `Đã xin phần phối hợp, hạn ${to}. Nội dung được chuyển nguyên văn.`;
    case 'object':
      return 'Đã chuyển ý kiến của cơ quan đến cơ quan điều phối.';
    case 'leaderSeen':
      return 'Đã ghi: đã xem. Cơ quan điều phối tiếp tục đôn đốc.';
    case 'leaderDirect':
      return `Đã chuyển nguyên văn chỉ đạo. Hạn thực hiện: ${to}.`;
    case 'raiseObstacle':
      return 'Đã chuyển khó khăn, vướng mắc đến cơ quan điều phối.';
    case 'answerObstacle':
      return 'Đã chuyển trả lời đến cơ quan nêu khó khăn.';
    case 'forwardObstacle':
      return 'Đã chuyển lãnh đạo.';
    case 'settleObstacle':
      return 'Đã ghi: khó khăn đã được giải quyết.';
    case 'reopenObstacle':
      return 'Đã ghi: chưa được giải quyết. Khó khăn được mở lại.';
    default:
      return 'Đã ghi nhận.';
  }
}
