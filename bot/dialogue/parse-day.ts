import { isDay } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/calendar/instant.ts';
import { fold } from '../../wording/fold.ts';

export type DayReading =
  | { kind: 'day'; day: Day }
  /** `notDay`: no day was read; `noSuchDay`: the month lacks it; `past` and `beyond`: outside what may be asked for. */
  | { kind: 'ask'; why: 'notDay' | 'noSuchDay' }
  | { kind: 'ask'; why: 'past' | 'beyond'; day: Day };

/**
 * Reads a day as officials type it: 15/11, 15/11/2024, 15-11, 15.11.2024, ngày 15 tháng 11 (năm 2024), with or without
 * a weekday in front. A day without a year is the first one in the span; when the span holds none, that of the year of
 * its beginning, and it is asked back as past or beyond. Example: 15/11 in 2024-11-07…2024-12-31 → 2024-11-15.
 *
 * @param span first and last day allowed, both included
 */
export function parseDay(text: string, span: { from: Day; to: Day }): DayReading {
  const parts = partsOf(fold(text));
  if (parts === null) return { kind: 'ask', why: 'notDay' };
  const first = Number(span.from.slice(0, 4));
  const years = parts.year === null ? range(first, Number(span.to.slice(0, 4))) : [parts.year];
  const days = years.map((year) => `${year}-${pad(parts.month)}-${pad(parts.day)}`).filter(isDay);
  const inside = days.find((day) => day >= span.from && day <= span.to);
  if (inside !== undefined) return { kind: 'day', day: inside };
  const [outside] = days;
  if (outside === undefined) return { kind: 'ask', why: 'noSuchDay' };
  return { kind: 'ask', why: outside < span.from ? 'past' : 'beyond', day: outside };
}

function partsOf(folded: string): { day: number; month: number; year: number | null } | null {
  const bare = folded.replace(/^(thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),? /, '').replace(/^(den )?(ngay )?/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(bare);
  if (iso) return { day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) };
  const short = /^(\d{1,2}) ?([/.-]) ?(\d{1,2})(?: ?\2 ?(\d{4}))?$/.exec(bare);
  if (short) return parts(short[1], short[3], short[4]);
  const long = /^(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{4}))?$/.exec(bare);
  return long ? parts(long[1], long[2], long[3]) : null;
}

function parts(day?: string, month?: string, year?: string): { day: number; month: number; year: number | null } {
  return { day: Number(day), month: Number(month), year: year === undefined ? null : Number(year) };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(1, to - from + 1) }, (_, index) => from + index);
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
