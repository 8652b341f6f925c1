import { dayOf, type Instant, instantFromMs, instantOn, msOf } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.ts';
import type { Policy } from './policy.ts';

/**
 * When a notice decided at `at` may leave: the first send time strictly after it, on a working day.
 * Example: decided Thursday 07/11/2024 07:00 → 08:00 the same day; decided 08:00 → Friday 08/11/2024 08:00.
 */
export function sendSlot(calendar: WorkCalendar, policy: Policy, at: Instant): Instant {
  if (policy.scale) {
    const { slotMs } = policy.scale;
    return instantFromMs((Math.floor(msOf(at) / slotMs) + 1) * slotMs);
  }
  const day = dayOf(at);
  const today = instantOn(day, policy.sendAt);
  if (isWorkingDay(calendar, day) && at < today) return today;
  return instantOn(addWorkingDays(calendar, day, 1), policy.sendAt);
}
