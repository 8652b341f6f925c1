import { isDay } from '../calendar/day.ts';
import type { Day } from '../calendar/instant.ts';

/** What identifies an official document in a sentence. */
export interface DocumentNumber {
  number: string;
  day: Day | null;
}

const NUMBER = /(?:^|[\s(])(?:số:?\s*(\d[\p{L}\d./&-]*)|(\d+[\p{L}]?\/(?:\d{4}\/)?\p{L}[\p{L}\d&-]*))/iu;
const DAY = /ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu;

/**
 * The number and day of the first document that a text names, or null where it names none.
 * Example: "số 1234/UBND-VP, ngày 5/11/2024" → 1234/UBND-VP, 2024-11-05; "12/BC-SCT" → 12/BC-SCT, no day.
 */
export function documentIn(text: string): DocumentNumber | null {
  const found = NUMBER.exec(text.normalize('NFC'));
  const number = (found?.[1] ?? found?.[2])?.replace(/[./-]+$/, '');
  if (number === undefined) return null;
  const [, day = '', month = '', year = ''] = DAY.exec(text.normalize('NFC')) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return { number, day: isDay(written) ? written : null };
}
