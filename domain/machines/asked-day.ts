import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays, isWorkingDay, nearestLaterWorkingDay } from '../calendar/working-days.ts';
import { type Refusal, refuse } from '../refusal.ts';

/** Working days an asked duty has at the least, unless it is marked urgent. */
export const LEAST_ASKED_DAYS = 2;

/**
 * Why a duty cannot be asked for by a day, or null: it must be a working day, not past, and leave two working days.
 * Example: asked on Thursday 07/11/2024 → Monday 11/11/2024 at the earliest.
 */
export function checkAskedDay(calendar: WorkCalendar, to: Day, at: Instant, urgent: boolean): Refusal | null {
  const today = dayOf(at);
  if (to < today) return refuse('DAY_PAST', { day: to, today });
  if (!isWorkingDay(calendar, to)) {
    return refuse('DAY_NOT_WORKING', { day: to, nearest: nearestLaterWorkingDay(calendar, to) });
  }
  const least = earliestAskedDay(calendar, today);
  return !urgent && to < least ? refuse('TOO_SHORT', { day: to, least }) : null;
}

/** The first day that leaves who is asked his two working days. Example: Thursday 07/11/2024 → Monday 11/11/2024. */
export function earliestAskedDay(calendar: WorkCalendar, today: Day): Day {
  return addWorkingDays(calendar, today, LEAST_ASKED_DAYS);
}
