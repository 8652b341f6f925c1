import type { PrintedDue } from '../plan/plan.ts';
import { addDays, dayFrom } from './day.ts';
import type { Day } from './instant.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { nearestEarlierWorkingDay, nearestLaterWorkingDay } from './working-days.ts';

/** The four days of a deadline. */
export interface DueDays {
  /** The day a text names; null where none does. */
  namedOn: Day | null;
  /** The last calendar day on which the duty may be done. */
  lastDayOn: Day;
  /** The working day reminders aim at: `lastDayOn`, or the nearest earlier one. */
  aimOn: Day;
  /** The working day after which the duty is overdue: `lastDayOn`, or the nearest later one (BLDS 2015 Điều 148.5). */
  overdueAfter: Day;
}

/** The day a rule names in a year. 29/02 is 28/02 where the year has none. Example: 20 November, 2026 → 2026-11-20. */
export function namedDay(due: PrintedDue, year: number): Day {
  return dayFrom(year, due.month, due.day);
}

/**
 * The last calendar day a rule allows: "trước ngày" ends the day before the day named, "chậm nhất ngày" and "đến hết
 * ngày" end with it (domain.md B.5; BLDS 2015 Điều 148.6). Example: trước ngày 20/11/2026 → 2026-11-19.
 */
export function lastDayOf(due: PrintedDue, year: number): Day {
  const named = namedDay(due, year);
  return due.rule === 'before' ? addDays(named, -1) : named;
}

/**
 * The days of a deadline from its last calendar day. Throws `CalendarYearMissing`.
 * Example: last day Saturday 14/11/2026 → aim Friday 13/11/2026, overdue after Monday 16/11/2026.
 */
export function dueDays(calendar: WorkCalendar, lastDayOn: Day, namedOn: Day | null = null): DueDays {
  return {
    namedOn,
    lastDayOn,
    aimOn: nearestEarlierWorkingDay(calendar, lastDayOn),
    overdueAfter: nearestLaterWorkingDay(calendar, lastDayOn),
  };
}

/** The days of a printed rule in a year. Example: trước ngày 20/11, 2026 → last day, aim and overdue after 19/11/2026. */
export function printedDueDays(calendar: WorkCalendar, due: PrintedDue, year: number): DueDays {
  return dueDays(calendar, lastDayOf(due, year), namedDay(due, year));
}
