import { isDay } from '../../domain/calendar/day.ts';
import type { Day } from '../../domain/calendar/instant.ts';

/** A day as officials type it: d/m/yyyy, with /, - or . between; null when it is no day. "2/9/1945" → 1945-09-02. */
export function readDay(typed: string): Day | null {
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(typed);
  if (match === null) return null;
  const [, day = '', month = '', year = ''] = match;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(written) ? written : null;
}
