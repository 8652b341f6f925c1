import { calendarYear } from './calendar-year.ts';
import { yearOf } from './day.ts';
import type { Day } from './instant.ts';
import { weekdayOf } from './weekday.ts';
import type { WorkCalendar } from './work-calendar.ts';

const WEEKDAYS = ['Chủ nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'];

/**
 * Why offices work on a day or do not, in Vietnamese. Throws `CalendarYearMissing`.
 * Example: 24/11/2026 → Thứ Ba, ngày nghỉ: Ngày Văn hóa Việt Nam; 23/11/2026 → Thứ Hai, ngày làm việc.
 */
export function why(calendar: WorkCalendar, day: Day): string {
  const table = calendarYear(calendar, yearOf(day));
  const weekday = weekdayOf(day);
  const name = WEEKDAYS[weekday] ?? '';
  const worked = table.workedDays.find((entry) => entry.day === day);
  if (worked) return `${name}, ngày làm việc: ${worked.why}`;
  if (weekday === 0 || weekday === 6) return `${name}, ngày nghỉ hằng tuần`;
  const off = table.daysOff.find((entry) => entry.day === day);
  return off ? `${name}, ngày nghỉ: ${off.why}` : `${name}, ngày làm việc`;
}
