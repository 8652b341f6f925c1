import type { Day } from '../../domain/calendar/instant.ts';
import { formatDay, formatDaysLeft, formatDayWithWeekday, formatPerson } from '../format.ts';
import type { NoticeDeadline, NoticeItem, NoticeWords } from './item.ts';

/** What is owed; an obstacle that is free of any duty has none. */
export function what(item: NoticeItem): string {
  return item.what ?? 'việc đã nêu';
}

/** Full name of the agency it is about. */
export function owner(item: NoticeItem): string {
  return item.owner ?? 'các cơ quan';
}

/** "báo cáo năm 2024, KH 54/KH-UBND" */
export function whatOf(item: NoticeItem): string {
  return item.basis === null ? what(item) : `${what(item)}, ${item.basis.short}`;
}

/** "hạn 08/11/2024" */
export function dueShort({ lastDayOn }: NoticeDeadline): string {
  return `hạn ${formatDay(lastDayOn)}`;
}

/** "Thứ Sáu, ngày 08/11/2024", with "(mặc định)" where the plan prints no day. */
export function dayInSentence(day: Day, isDefault = false): string {
  const [weekday, date] = [formatDayWithWeekday(day).slice(0, -11), formatDay(day)];
  return `${weekday}, ngày ${date}${isDefault ? ' (mặc định)' : ''}`;
}

/** "đến hạn Thứ Sáu, ngày 08/11/2024, còn 1 ngày làm việc" */
export function dueSentence({ lastDayOn, default: isDefault, daysLeft, number }: NoticeDeadline): string {
  const numbered = number > 1 ? ` (hạn số ${number})` : '';
  if (daysLeft < 0) return `có hạn ${dayInSentence(lastDayOn, isDefault)}${numbered}, ${formatDaysLeft(daysLeft)}`;
  return `đến hạn ${dayInSentence(lastDayOn, isDefault)}${numbered}, ${formatDaysLeft(daysLeft)}`;
}

/** "Đã qua hạn 5 ngày làm việc." Nothing where the day is not past. */
export function overSentence(deadline: NoticeDeadline | null): string[] {
  if (deadline === null) return [];
  if (deadline.daysLeft >= 0) return [`Hạn: ${dayInSentence(deadline.lastDayOn, deadline.default)}.`];
  return [`Đã qua hạn ${-deadline.daysLeft} ngày làm việc.`];
}

/** "Hạn mới: Thứ Sáu, ngày 08/11/2024." from a fact that holds a day. */
export function dayFact(item: NoticeItem, name: string): Day | null {
  const value = item.facts[name];
  return typeof value === 'string' ? value : null;
}

export function numberFact(item: NoticeItem, name: string): number {
  const value = item.facts[name];
  return typeof value === 'number' ? value : 0;
}

export function textFact(item: NoticeItem, name: string): string {
  const value = item.facts[name];
  return value === null || value === undefined ? '' : String(value);
}

/** ", số biên nhận BN-2024-0203"; nothing where there is none. */
export function receiptPart(item: NoticeItem): string {
  const receipt = textFact(item, 'receipt');
  return receipt === '' ? '' : `, số biên nhận ${receipt}`;
}

/** The stored words under a title; nothing where none were written. */
export function words(title: string, said: NoticeWords | null): { title: string; words: string; by: string | null }[] {
  if (said === null) return [];
  return [
    {
      title,
      words: said.text,
      by:
        said.by === null
          ? null
          : `${formatPerson({ name: said.by.name, post: said.by.agency })}, ${formatDay(said.on)}`,
    },
  ];
}

/** The three answers of who owes. */
export const OWNER_ANSWERS = ['Trả lời báo cáo', 'Xin gia hạn', 'Báo khó khăn, vướng mắc'];

export const LETTER_HINT = 'Đã gửi bằng công văn? Chọn 1, rồi ghi số, ngày và người ký.';
export const SENT_HINT = 'Việc này xong khi ghi số, ngày và cách gửi văn bản.';

/** "của hạn số 2"; nothing for the first. */
export function ofDeadline(item: NoticeItem): string {
  return item.deadline !== null && item.deadline.number > 1 ? ` của hạn số ${item.deadline.number}` : '';
}
