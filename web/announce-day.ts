import { yearOf } from '../domain/calendar/day.ts';
import { weekdayOf } from '../domain/calendar/weekday.ts';
import type { CalendarYear, WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { isWorkingDay } from '../domain/calendar/working-days.ts';
import { dayAlready, yearWithoutTable } from '../wording/act-done.ts';
import type { RefusedOutcome } from './command-act.ts';
import type { WebCommand } from './commands.ts';

type AnnounceDay = Extract<WebCommand, { do: 'announceDay' }>;

/** The tables with one more announced day off or worked day; a day that already is so changes nothing. */
export function withAnnouncedDay(
  calendar: WorkCalendar,
  { day, working, why, basis }: AnnounceDay,
): WorkCalendar | RefusedOutcome {
  const year = String(yearOf(day));
  const table = calendar.years[year];
  if (table === undefined) return { kind: 'refused', text: yearWithoutTable(day), field: 'ngay' };
  if (isWorkingDay(calendar, day) === working)
    return { kind: 'refused', text: dayAlready(day, working), field: 'ngay' };
  const changed: CalendarYear = {
    ...table,
    announced: true,
    basis: basisOf(table.basis, basis),
    ...daysOf(table, day, working, why),
  };
  return {
    version: `${calendar.version}+${day}${working ? 'w' : 'o'}`,
    years: { ...calendar.years, [year]: changed },
  };
}

function daysOf(
  table: CalendarYear,
  day: string,
  working: boolean,
  why: string,
): Pick<CalendarYear, 'daysOff' | 'workedDays'> {
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  const { daysOff, workedDays } = table;
  const without = (list: CalendarYear['daysOff']): CalendarYear['daysOff'] => list.filter((each) => each.day !== day);
  const withDay = (list: CalendarYear['daysOff']): CalendarYear['daysOff'] =>
    [...without(list), { day, why }].sort((a, b) => (a.day < b.day ? -1 : 1));
  if (weekend) return { daysOff, workedDays: working ? withDay(workedDays) : without(workedDays) };
  return { daysOff: working ? without(daysOff) : withDay(daysOff), workedDays };
}

function basisOf(known: string | null, more: string): string {
  return known === null || known === more ? more : `${known}; ${more}`;
}
