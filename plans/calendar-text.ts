import { stringify } from 'yaml';
import type { CalendarYear } from '../domain/calendar/work-calendar.ts';

/**
 * The text of a calendar file, as `plans/calendars/<year>.yaml` holds it: one day a line, so that a change of a day is a
 * change of a line. `loadCalendar` reads it back.
 */
export function calendarText(year: number, table: CalendarYear): string {
  const lines = [
    `# Ngày nghỉ năm ${year} của cán bộ, công chức; thứ Bảy và Chủ nhật không ghi ở đây.`,
    `year: ${year}`,
    `announced: ${table.announced}`,
    `basis: ${stringify(table.basis, { lineWidth: 0 }).trim()}`,
    ...dayLines('daysOff', table.daysOff),
    ...dayLines('workedDays', table.workedDays),
  ];
  return `${lines.join('\n')}\n`;
}

function dayLines(key: string, days: { day: string; why: string }[]): string[] {
  if (days.length === 0) return [`${key}: []`];
  return [`${key}:`, ...days.map(({ day, why }) => `  - { day: ${day}, why: ${JSON.stringify(why)} }`)];
}
