import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';

/** How an obligation stands in time. Derived from days at each look, never stored. */
export type Timeliness =
  | { state: 'notDue'; workingDaysLeft: number }
  | { state: 'dueSoon'; workingDaysLeft: number }
  | { state: 'overdue'; workingDaysOver: number }
  | { state: 'done'; late: boolean; workingDaysLate: number };

/** Working days before `aimOn` from which a duty counts as due soon. */
export const DUE_SOON = 5;

/**
 * Aims at the earlier working day and judges by the later (domain.md B.5, BLDS Điều 148.5).
 * `actedOn` is the day the agency acted, null while it has not.
 * Example: overdueAfter 05/11/2024, today 07/11/2024 → overdue, 2 working days over.
 */
export function timeliness(
  days: { aimOn: Day; overdueAfter: Day },
  actedOn: Day | null,
  calendar: WorkCalendar,
  today: Day,
): Timeliness {
  if (actedOn !== null) {
    const late = actedOn > days.overdueAfter;
    return {
      state: 'done',
      late,
      workingDaysLate: late ? workingDaysBetween(calendar, days.overdueAfter, actedOn) : 0,
    };
  }
  if (today > days.overdueAfter) {
    return { state: 'overdue', workingDaysOver: workingDaysBetween(calendar, days.overdueAfter, today) };
  }
  const workingDaysLeft = today >= days.aimOn ? 0 : workingDaysBetween(calendar, today, days.aimOn);
  return { state: workingDaysLeft <= DUE_SOON ? 'dueSoon' : 'notDue', workingDaysLeft };
}

/**
 * Whether the day printed in the plan has passed: a fact beside being overdue, which a day off rolls forward. False where
 * no day is printed.
 * Example: "trước ngày 15 tháng 11", 2026: last day Saturday 14/11 → past on Sunday 15/11, overdue only from Tuesday 17/11.
 */
export function isPastPrintedDay(
  { namedOn, lastDayOn }: { namedOn: Day | null; lastDayOn: Day },
  actedOn: Day | null,
  today: Day,
): boolean {
  return namedOn !== null && (actedOn ?? today) > lastDayOn;
}
