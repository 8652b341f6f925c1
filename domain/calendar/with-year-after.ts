import { computedYear } from './computed-year.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The tables with one computed year after the last: a report returned in the last December of a plan is due again in
 * January. Example: tables 2021–2030 → 2021–2031, the last not announced.
 */
export function withYearAfter(calendar: WorkCalendar): WorkCalendar {
  const next = Math.max(...Object.keys(calendar.years).map(Number)) + 1;
  return { version: calendar.version, years: { ...calendar.years, [String(next)]: computedYear(next) } };
}
