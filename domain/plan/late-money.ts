import { addDays } from '../calendar/day.ts';
import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { lateMoneyBasis } from './basis.ts';
import { settlementRound } from './money-question.ts';
import type { Plan } from './plan.ts';
import { roundDays } from './round-days.ts';
import type { ScheduledRound } from './schedule-types.ts';

/** Working days that an agency has at the least where its money is recorded after its year was asked about. */
const LATE_DAYS = 10;

/**
 * The day on which such money is asked about, with all else that was recorded on its day: the next one.
 * Example: recorded on 20/12/2024 → 21/12/2024.
 */
export function lateAskedOn(recordedOn: Day): Day {
  return addDays(recordedOn, 1);
}

/**
 * The round that asks about it: due with the year's own, or ten working days after it is asked, whichever is later.
 * Throws `CalendarYearMissing`. Example: recorded on 20/12/2024, asked on 21/12/2024 → last day 06/01/2025.
 */
export function lateMoneyRound(plan: Plan, calendar: WorkCalendar, year: number, recordedOn: Day): ScheduledRound {
  const usual = settlementRound(plan, calendar, year);
  const id = `${usual.id}/${recordedOn}`;
  const askedOn = lateAskedOn(recordedOn);
  const lastDayOn = addWorkingDays(calendar, askedOn, LATE_DAYS);
  if (lastDayOn <= usual.lastDayOn) return { ...usual, id, opensOn: askedOn };
  const days = roundDays(calendar, { lastDayOn, namedOn: null }, plan.policy);
  return { ...usual, ...days, id, opensOn: askedOn, basis: lateMoneyBasis(LATE_DAYS, askedOn) };
}

/** The same by its id; null for any other round. Throws `CalendarYearMissing`. */
export function lateMoneyRoundNamed(
  plan: Plan,
  calendar: WorkCalendar,
  year: number,
  id: string,
): ScheduledRound | null {
  const [, recordedOn] = /\/settlement\/\d{4}\/(\d{4}-\d{2}-\d{2})$/.exec(id) ?? [];
  return recordedOn === undefined ? null : lateMoneyRound(plan, calendar, year, recordedOn);
}
