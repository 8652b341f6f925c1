import { type Day, dayOf, type Instant, instantFromMs, instantOn, msOf } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays, nearestLaterWorkingDay } from '../calendar/working-days.ts';

/** When somebody in an office may act: after the messages of the morning have come. Minutes from midnight. */
const MORNING = { from: 8 * 60 + 5, to: 11 * 60 + 25 };
const AFTERNOON = { from: 13 * 60 + 35, to: 16 * 60 + 35 };
const MINUTE_MS = 60_000;

/**
 * The moment of a working day at a share of its office hours, 0 up to but not including 1, exact to the millisecond so
 * that two acts seldom meet. Example: 04/11/2024, 0.25 → 09:40:00.000.
 */
export function officeInstant(day: Day, share: number): Instant {
  const morning = MORNING.to - MORNING.from;
  const minute = share * (morning + AFTERNOON.to - AFTERNOON.from);
  const sinceMidnight = minute < morning ? MORNING.from + minute : AFTERNOON.from + minute - morning;
  return instantFromMs(msOf(instantOn(day, '00:00')) + Math.floor(sinceMidnight * MINUTE_MS));
}

/** The same moment of the day, or, where it does not lie after `at`, of the first working day after `at`. */
export function officeInstantAfter(calendar: WorkCalendar, at: Instant, day: Day, share: number): Instant {
  const planned = officeInstant(nearestLaterWorkingDay(calendar, day), share);
  return planned > at ? planned : officeInstant(addWorkingDays(calendar, dayOf(at), 1), share);
}
