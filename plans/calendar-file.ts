import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isDay, yearOf } from '../domain/calendar/day.ts';
import { weekdayOf } from '../domain/calendar/weekday.ts';
import type { CalendarYear, WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { parseSource } from './parse-source.ts';
import { PlanFileError } from './plan-file-error.ts';
import { readYaml } from './yaml-source.ts';

/** The folder of the tables that come with the program. */
export const BUILT_IN_CALENDARS = fileURLToPath(new URL('./calendars', import.meta.url));

const listedDay = z.strictObject({
  day: z.string().refine(isDay, 'không phải một ngày có thật, viết dạng NNNN-TT-NG'),
  why: z.string().trim().min(1),
});

/** The shape of a calendar file, `<year>.yaml`: the weekdays off and the weekend days worked of one year. */
const calendarFile = z
  .strictObject({
    year: z.int().min(1976).max(2199),
    announced: z.boolean(),
    basis: z.string().trim().min(1).nullable(),
    daysOff: z.array(listedDay),
    workedDays: z.array(listedDay),
  })
  .superRefine((table, context) => {
    for (const key of ['daysOff', 'workedDays'] as const) {
      table[key].forEach(({ day }, index) => {
        const problem = dayProblem(key, day, table.year, table[key][index - 1]?.day);
        if (problem !== null) context.addIssue({ code: 'custom', path: [key, index, 'day'], message: problem });
      });
    }
    if (table.announced && table.basis === null) {
      context.addIssue({ code: 'custom', path: ['basis'], message: 'lịch đã thông báo phải ghi số thông báo' });
    }
  });

/**
 * Reads every `<year>.yaml` of a folder, by default the tables that come with the program, into the calendar that
 * workflows are given. `version` is a digest of the tables, so it changes whenever one does. Throws `PlanFileError`.
 */
export function loadCalendar(dir: string = BUILT_IN_CALENDARS): WorkCalendar {
  const years: WorkCalendar['years'] = {};
  const names = readdirSync(dir).filter((name) => name.endsWith('.yaml'));
  for (const name of names.sort()) {
    const { year, table } = readCalendarYear(join(dir, name));
    years[String(year)] = table;
  }
  const version = createHash('sha256').update(JSON.stringify(years)).digest('hex').slice(0, 12);
  return { version, years };
}

/** Reads the table of one year. Throws `PlanFileError`. */
export function readCalendarYear(file: string): { year: number; table: CalendarYear } {
  const source = readYaml(file);
  const { value, problems } = parseSource(source, calendarFile);
  if (value === null) throw new PlanFileError(problems);
  const { year, ...table } = value;
  if (basename(file) === `${year}.yaml`) return { year, table };
  throw new PlanFileError([source.at(['year'], `bảng của năm ${year} phải nằm trong tệp ${year}.yaml`)]);
}

function dayProblem(key: 'daysOff' | 'workedDays', day: string, year: number, before?: string): string | null {
  if (!isDay(day)) return null;
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  if (yearOf(day) !== year) return `ngày ${day} không thuộc năm ${year}`;
  if (before !== undefined && day <= before) return `ngày ${day} phải sau ngày ${before}`;
  if (key === 'daysOff' && weekend) return `ngày ${day} là cuối tuần, vốn đã nghỉ`;
  if (key === 'workedDays' && !weekend) return `ngày ${day} không phải cuối tuần, vốn đã làm việc`;
  return null;
}
