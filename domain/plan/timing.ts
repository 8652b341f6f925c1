import { dayFrom, lastDayOfMonth } from '../calendar/day.ts';
import type { Timing, TimingKind } from './plan.ts';

const FIRST_MONTH_OF_QUARTER: Record<string, number> = { i: 1, ii: 4, iii: 7, iv: 10 };

/**
 * The rule behind a printed timing phrase, or null for a phrase this table does not know: then the plan file says it
 * in full. No phrase is `none`. `from` and `to` exist for windows and quarters only. "hàng năm" and "hằng năm" are one.
 *
 * | Phrase | Rule |
 * |---|---|
 * | Hàng năm | yearly |
 * | Hàng năm theo hướng dẫn của … | yearly, with the condition |
 * | Năm 2031-2035; Giai đoạn 2031 – 2035; Năm 2032 | window, 01/01 to 31/12 |
 * | Quý II/2031 | quarter, 2031-04-01 to 2031-06-30 |
 * | Thường xuyên; Thường xuyên hàng năm | continuous |
 * | Thực hiện khi có yêu cầu | onRequest |
 * | khi được … công bố áp dụng | onEvent, the phrase is the condition |
 * | định kỳ 5 năm 01 lần | everyFiveYears |
 */
export function parseTiming(phrase: string | null): Timing | null {
  if (phrase === null) return timing(null, 'none');
  const words = phrase.normalize('NFC').trim().replace(/\s+/g, ' ');
  return quarter(phrase, words) ?? years(phrase, words) ?? repeated(phrase, words) ?? triggered(phrase, words);
}

function quarter(phrase: string, words: string): Timing | null {
  const [, roman = '', year] = /^quý (i{1,3}|iv)\s*(?:\/|năm )\s*(\d{4})$/i.exec(words) ?? [];
  const first = FIRST_MONTH_OF_QUARTER[roman.toLowerCase()];
  if (!first) return null;
  const from = dayFrom(Number(year), first, 1);
  return { ...timing(phrase, 'quarter'), from, to: lastDayOfMonth(Number(year), first + 2) };
}

function years(phrase: string, words: string): Timing | null {
  const range = /^(?:(?:trong|từ|vào) )?(?:năm|giai đoạn) (\d{4})(?:\s*(?:[-–—]|đến)\s*(?:năm )?(\d{4}))?$/i.exec(
    words,
  );
  if (!range) return null;
  const [, first, last = first] = range;
  if (Number(last) < Number(first)) return null;
  return { ...timing(phrase, 'window'), from: dayFrom(Number(first), 1, 1), to: dayFrom(Number(last), 12, 31) };
}

function repeated(phrase: string, words: string): Timing | null {
  if (/^(?:định kỳ )?(?:5|05|năm) năm (?:0?1|một) lần$/i.test(words)) return timing(phrase, 'everyFiveYears');
  if (/^thường xuyên(?:,? h[àằ]ng năm)?$/i.test(words)) return timing(phrase, 'continuous');
  const [yearly, condition] = /^(?:định kỳ )?h[àằ]ng năm(?:,? (theo .+|khi .+))?$/i.exec(words) ?? [];
  if (yearly === undefined) return null;
  return { ...timing(phrase, 'yearly'), condition: condition ?? null };
}

function triggered(phrase: string, words: string): Timing | null {
  if (/^(?:(?:thực hiện|đột xuất) )?khi có yêu cầu$/i.test(words)) return timing(phrase, 'onRequest');
  const [, condition] = /^(?:thực hiện )?((?:khi|sau khi) .+)$/i.exec(words) ?? [];
  return condition === undefined ? null : { ...timing(phrase, 'onEvent'), condition };
}

function timing(phrase: string | null, kind: TimingKind): Timing {
  return { phrase, condition: null, from: null, to: null, kind };
}
