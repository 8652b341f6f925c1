import { dueDays } from '../calendar/due.ts';
import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { DEFAULT_POLICY } from '../obligation/policy.ts';
import { LOCK_AFTER } from './defaults.ts';
import type { PlanPolicy } from './plan.ts';
import type { ScheduledRound } from './schedule-types.ts';

/** The days that follow from a deadline alone. */
export type RoundDays = Pick<
  ScheduledRound,
  'opensOn' | 'namedOn' | 'lastDayOn' | 'aimOn' | 'overdueAfter' | 'lockOn' | 'reminders' | 'escalations'
>;

/**
 * Lays out reminders before the aim day, escalations and the proposed lock after the day of judgement. The round opens
 * with its first reminder. Throws `CalendarYearMissing`.
 * Example: last day 19/11/2026 → opens 08/10/2026; escalations 20, 25 and 27/11/2026, for 24/11 is a day off.
 */
export function roundDays(
  calendar: WorkCalendar,
  { lastDayOn, namedOn }: { lastDayOn: Day; namedOn: Day | null },
  policy: Pick<PlanPolicy, 'reminders' | 'escalations'> = {},
): RoundDays {
  const days = dueDays(calendar, lastDayOn, namedOn);
  const reminders = (policy.reminders ?? DEFAULT_POLICY.reminders)
    .toSorted((a, b) => b - a)
    .map((n) => ({ on: addWorkingDays(calendar, days.aimOn, -n), workingDaysBefore: n }));
  const rungs = policy.escalations ?? DEFAULT_POLICY.rungs.map(({ after, to }) => ({ workingDaysAfter: after, to }));
  const escalations = rungs.map(({ workingDaysAfter, to }) => ({
    on: addWorkingDays(calendar, days.overdueAfter, workingDaysAfter),
    workingDaysAfter,
    to,
  }));
  return {
    opensOn: reminders[0]?.on ?? days.aimOn,
    ...days,
    lockOn: addWorkingDays(calendar, days.overdueAfter, LOCK_AFTER),
    reminders,
    escalations,
  };
}
