import { calendarYear } from './calendar-year.ts';
import { addDays, dayOfSerial, lastDayOfMonth, serialOf, yearOf } from './day.ts';
import type { Day } from './instant.ts';
import { weekdayOf } from './weekday.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * Whether offices work on a day: Monday to Friday without the days off of the table, and the Saturdays worked in
 * exchange (Bộ luật Lao động 2019 Điều 112; the yearly announcement). Throws `CalendarYearMissing`.
 * Example: Monday 31/08/2026 → false, swapped with Saturday 22/08/2026 → true.
 */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const table = calendarYear(calendar, yearOf(day));
  const weekend = isWeekend(day);
  const exceptions = weekend ? table.workedDays : table.daysOff;
  return weekend === exceptions.some((entry) => entry.day === day);
}

/**
 * The n-th working day after `day`, or before it where `n` is negative; `day` itself need not be one, and 0 is `day`
 * unchanged. Throws `CalendarYearMissing` when the count leaves the tables.
 * Example: 19/11/2026, 3 → 25/11/2026, for 24/11 is a day off; Saturday 14/11/2026, -1 → Friday 13/11/2026.
 */
export function addWorkingDays(calendar: WorkCalendar, day: Day, n: number): Day {
  const step = n < 0 ? -1 : 1;
  let serial = serialOf(day);
  let reached = day;
  for (let left = Math.abs(n); left > 0; ) {
    serial += step;
    reached = dayOfSerial(serial);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

/**
 * How many working days lie after `from` up to and including `to`; negative where `to` is the earlier one, then counted
 * from `to` included up to `from` excluded. For a working day `to`, addWorkingDays(from, n) is `to` again.
 * Example: 05/11/2024 → 07/11/2024: 2.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  if (to < from) return -workingDaysBetween(calendar, addDays(to, -1), addDays(from, -1));
  if (to === from) return 0;
  let count = weekdaysUntil(to) - weekdaysUntil(from);
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year += 1) {
    const { daysOff, workedDays } = calendarYear(calendar, year);
    const within = ({ day }: { day: Day }): boolean => day > from && day <= to && yearOf(day) === year;
    const weekend = (entries: { day: Day }[], wanted: boolean): number =>
      new Set(entries.filter((entry) => within(entry) && isWeekend(entry.day) === wanted).map(({ day }) => day)).size;
    count += weekend(workedDays, true) - weekend(daysOff, false);
  }
  return count;
}

/** Mondays to Fridays since Monday 29/12/1969, the day itself included. */
function weekdaysUntil(day: Day): number {
  const days = serialOf(day) + 4;
  const weeks = Math.floor(days / 7);
  return weeks * 5 + Math.min(days - weeks * 7, 5);
}

/** The day itself if offices work on it, else the nearest earlier working day. Example: 14/11/2026 → 13/11/2026. */
export function nearestEarlierWorkingDay(calendar: WorkCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, -1);
}

/** The day itself if offices work on it, else the nearest later working day. Example: 14/11/2026 → 16/11/2026. */
export function nearestLaterWorkingDay(calendar: WorkCalendar, day: Day): Day {
  return isWorkingDay(calendar, day) ? day : addWorkingDays(calendar, day, 1);
}

/** The last working day of a month, 1–12. Example: 2025, 11 → 28/11/2025. */
export function lastWorkingDayOfMonth(calendar: WorkCalendar, year: number, month: number): Day {
  return nearestEarlierWorkingDay(calendar, lastDayOfMonth(year, month));
}

/** The last working day of a quarter, 1–4. Example: 2028, 3 → 29/09/2028, for 30/09/2028 is a Saturday. */
export function lastWorkingDayOfQuarter(calendar: WorkCalendar, year: number, quarter: number): Day {
  return lastWorkingDayOfMonth(calendar, year, quarter * 3);
}

/** How many days offices work in a year. Throws `CalendarYearMissing`. */
export function workingDaysInYear(calendar: WorkCalendar, year: number): number {
  let count = 0;
  for (let serial = serialOf(`${year}-01-01`); serial <= serialOf(`${year}-12-31`); serial += 1) {
    if (isWorkingDay(calendar, dayOfSerial(serial))) count += 1;
  }
  return count;
}

function isWeekend(day: Day): boolean {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6;
}
