import type { Day } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayWithWeekday, quoted } from '../format.ts';

/** Asked before a day is given. */
export function dayQuestion(purpose: 'requestExtension' | 'extend' | 'leaderExtend', current: Day): string[] {
  const asked = purpose === 'requestExtension' ? 'Ông/Bà xin gia hạn đến ngày nào?' : 'Gia hạn đến ngày nào?';
  return [`Hạn hiện tại: ${formatDayWithWeekday(current)}.`, asked];
}

export const DAY_TITLE = { requestExtension: 'Xin gia hạn', extend: 'Gia hạn', leaderExtend: 'Gia hạn' } as const;
export const DAY_HINT = 'Trả lời bằng một số, hoặc gõ ngày. Ví dụ: 15/11.';
export const DAY_HINT_TYPED = 'Gõ ngày. Ví dụ: 15/11.';

export function notADay(): string {
  return 'Hệ thống chưa đọc được ngày. Xin gõ ngày/tháng, ví dụ 15/11. Không có gì thay đổi.';
}

export function noSuchDay(text: string): string {
  return `Lịch không có ngày ${quoted(text)}. Không có gì thay đổi.`;
}

export function dayPast(day: Day, today: Day): string {
  return `${formatDay(day)} đã qua; hôm nay là ${formatDayWithWeekday(today)}. Không có gì thay đổi.`;
}

export function dayBeyond(day: Day, latest: Day): string {
  return `${formatDay(day)} là quá xa. Muộn nhất: ${formatDayWithWeekday(latest)}. Không có gì thay đổi.`;
}

export function dayNotLater(day: Day, current: Day): string {
  return `${formatDay(day)} không muộn hơn hạn hiện tại, ${formatDayWithWeekday(current)}. Không có gì thay đổi.`;
}

/** "30/04/2025: Thứ Tư, ngày nghỉ: 30/4. Ngày làm việc gần nhất: Thứ Ba 29/04/2025." */
export function dayNotWorking(day: Day, why: string | null, nearest: Day): string {
  const reason = why === null ? 'là ngày nghỉ' : `là ${why}`;
  return `${formatDay(day)} ${reason}. Ngày làm việc gần nhất: ${formatDayWithWeekday(nearest)}. Không có gì thay đổi.`;
}

/** Echo of a typed day, with its weekday. */
export function dayTaken(day: Day): string {
  return `Ghi nhận ngày: ${formatDayWithWeekday(day)}.`;
}

export type ReasonWords =
  | 'requestExtension'
  | 'extend'
  | 'leaderExtend'
  | 'return'
  | 'refuseExtension'
  | 'waive'
  | 'leaderWaive'
  | 'object'
  | 'answerObstacle'
  | 'forwardObstacle'
  | 'reopenObstacle'
  | 'leaderDirect';

/** What words are asked for, by what is being done. */
export function reasonQuestion(purpose: ReasonWords): string {
  switch (purpose) {
    case 'requestExtension':
      return 'Xin ghi lý do xin gia hạn.';
    case 'extend':
    case 'leaderExtend':
      return 'Xin ghi lý do gia hạn.';
    case 'return':
      return 'Cần bổ sung những gì? Nội dung này được chuyển nguyên văn.';
    case 'refuseExtension':
      return 'Xin ghi lý do không gia hạn. Nội dung này được chuyển nguyên văn.';
    case 'waive':
    case 'leaderWaive':
      return 'Xin ghi lý do, căn cứ miễn báo cáo kỳ này.';
    case 'object':
      return 'Xin ghi ý kiến của cơ quan về nội dung đã được ghi hộ.';
    case 'answerObstacle':
      return 'Xin ghi nội dung trả lời. Nội dung này được chuyển nguyên văn.';
    case 'forwardObstacle':
      return 'Xin ghi ý kiến của Ông/Bà khi chuyển lãnh đạo.';
    case 'reopenObstacle':
      return 'Xin ghi điều chưa được giải quyết.';
    case 'leaderDirect':
      return 'Xin ghi nội dung chỉ đạo, một dòng. Nội dung này được chuyển nguyên văn.';
  }
}

export const REASON_HINT = 'Trả lời bằng chữ.';

export function extendOrWaiveQuestion(): string {
  return 'Gia hạn, hay miễn báo cáo kỳ này?';
}

export const OBSTACLE_ABOUT_QUESTION = 'Khó khăn, vướng mắc về việc nào?';

export function obstacleTextQuestion(about: string | null): string {
  return about === null ? 'Xin ghi khó khăn, vướng mắc.' : `${about}: xin ghi khó khăn, vướng mắc.`;
}

export const SURE_TITLE = 'Xem lại trước khi gửi';

/** What is about to be done, in full, before the second answer. */
export function sureLines(act: {
  kind: string;
  about: string | null;
  version?: number;
  day?: Day;
  text?: string;
}): string[] {
  const about = act.about === null ? [] : [act.about];
  const reason = act.text === undefined ? [] : [`Lý do: ${quoted(act.text)}`];
  const words = act.text === undefined ? [] : [quoted(act.text)];
  const to = act.day === undefined ? '' : formatDayWithWeekday(act.day);
  switch (act.kind) {
    case 'confirm':
      return [...about, `Xác nhận bản ${act.version}: báo cáo trở thành chính thức.`];
    case 'accept':
      return [...about, `Chấp nhận bản ${act.version}.`];
    case 'return':
      return [...about, `Trả lại bản ${act.version} để bổ sung.`, ...reason];
    case 'requestExtension':
      return [...about, `Xin gia hạn đến ${to}.`, ...reason];
    case 'extend':
    case 'leaderExtend':
      return [...about, `Gia hạn đến ${to}.`, ...reason];
    case 'refuseExtension':
      return [...about, 'Không gia hạn.', ...reason];
    case 'waive':
    case 'leaderWaive':
      return [...about, 'Miễn báo cáo kỳ này.', ...reason];
    case 'object':
      return [...about, `Ý kiến khác về bản ${act.version} được ghi hộ:`, ...words];
    case 'raiseObstacle':
      return [...about, 'Báo khó khăn, vướng mắc:', ...words];
    case 'answerObstacle':
      return [...about, 'Trả lời:', ...words];
    case 'forwardObstacle':
      return [...about, 'Chuyển lãnh đạo, kèm ý kiến:', ...words];
    case 'reopenObstacle':
      return [...about, 'Chưa được giải quyết:', ...words];
    default:
      return [...about, ...words];
  }
}

const WAYS = { system: 'qua hệ thống quản lý văn bản', direct: 'trực tiếp', post: 'qua bưu chính' } as const;

export function letterLines(letter: {
  number: string;
  day: Day;
  signatory?: string;
  way?: 'system' | 'direct' | 'post';
}): string[] {
  return [
    `Văn bản số ${letter.number}, ngày ${formatDay(letter.day)}.`,
    ...(letter.signatory === undefined ? [] : [`Người ký: ${letter.signatory}.`]),
    ...(letter.way === undefined ? [] : [`Cách gửi: ${WAYS[letter.way]}.`]),
  ];
}

export function letterQuestion(part: 'number' | 'day' | 'signatory' | 'way'): string {
  switch (part) {
    case 'number':
      return 'Số, ký hiệu văn bản? Ví dụ: 15/BC.';
    case 'day':
      return 'Văn bản ký ngày nào? Ví dụ: 15/11.';
    case 'signatory':
      return 'Người ký văn bản: họ tên, chức vụ?';
    case 'way':
      return 'Văn bản được gửi bằng cách nào?';
  }
}

export function letterDayFuture(day: Day, today: Day): string {
  return `${formatDay(day)} chưa đến; hôm nay là ${formatDayWithWeekday(today)}. Không có gì thay đổi.`;
}

export function letterDayOld(day: Day): string {
  return `${formatDay(day)} đã quá một năm. Xin xem lại ngày của văn bản. Không có gì thay đổi.`;
}
