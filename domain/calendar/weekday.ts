import type { Day } from './instant.ts';

/** The weekday of a day: 0 = Sunday … 6 = Saturday. Example: 07/11/2024 → 4, a Thursday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}
