import { yearsOf } from '../../domain/calendar/calendar-year.ts';
import { workingDaysInYear } from '../../domain/calendar/working-days.ts';
import type { WebActor } from '../access.ts';
import type { CalendarView } from '../pages/calendar.tsx';
import { openDesk } from './desk.ts';
import type { ViewSources } from './view-sources.ts';

/** The days off of one year; a year without a table gives the nearest that has one. */
export async function calendarView(
  sources: ViewSources,
  _actor: WebActor,
  asked: number | null,
): Promise<CalendarView> {
  const desk = await openDesk(sources);
  const years = yearsOf(desk.calendar);
  const wanted = asked ?? Number(desk.today.slice(0, 4));
  const year = years.reduce(
    (best, each) => (Math.abs(each - wanted) < Math.abs(best - wanted) ? each : best),
    years[0] ?? wanted,
  );
  const table = desk.calendar.years[String(year)];
  return {
    year,
    years,
    announced: table?.announced ?? false,
    basis: table?.basis ?? null,
    daysOff: table?.daysOff ?? [],
    workedDays: table?.workedDays ?? [],
    workingDays: table === undefined ? 0 : workingDaysInYear(desk.calendar, year),
  };
}
