import type { CalendarYear, WorkCalendar } from './work-calendar.ts';

/** A day was counted in a year that has no table of days off. Nothing is guessed: a table must be added. */
export class CalendarYearMissing extends Error {
  constructor(
    readonly year: number,
    readonly years: number[],
  ) {
    super(`no table of days off for ${year}; there are tables for ${years.join(', ')}`);
    this.name = 'CalendarYearMissing';
  }
}

/** The table of a year. Throws `CalendarYearMissing` where there is none. */
export function calendarYear(calendar: WorkCalendar, year: number): CalendarYear {
  const table = calendar.years[String(year)];
  if (table === undefined) throw new CalendarYearMissing(year, yearsOf(calendar));
  return table;
}

/** The years that have a table, ascending. */
export function yearsOf(calendar: WorkCalendar): number[] {
  return Object.keys(calendar.years)
    .map(Number)
    .sort((a, b) => a - b);
}
