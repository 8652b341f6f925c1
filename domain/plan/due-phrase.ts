import { isDay } from '../calendar/day.ts';
import type { PrintedDue } from './plan.ts';

/** A leap year, so that 29/02 counts as a day that exists. */
const ANY_LEAP_YEAR = '2024';

/**
 * The rule in a printed due phrase, wherever in the sentence it stands; null when no such rule, or no such day, is
 * there. "Trước ngày" leaves the day named out; "chậm nhất", "đến hết", "không quá" ngày include it (domain.md B.5).
 * Example: "Trước ngày 31 tháng 3 hằng năm" → before, month 3, day 31.
 */
export function parseDuePhrase(phrase: string): PrintedDue | null {
  const words = phrase.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
  const [, rule, day, month] =
    /(trước|chậm nhất|muộn nhất|đến hết|không quá|không muộn hơn)(?: là| vào)? ngày (\d{1,2}) ?(?:tháng|\/|-) ?(\d{1,2})(?!\d)/.exec(
      words,
    ) ?? [];
  if (!rule || !day || !month || !isDay(`${ANY_LEAP_YEAR}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`))
    return null;
  return { rule: rule === 'trước' ? 'before' : 'onOrBefore', month: Number(month), day: Number(day) };
}
