import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { isDay, yearOf } from '../domain/calendar/day.ts';
import { weekdayOf } from '../domain/calendar/weekday.ts';
import type { CalendarYear, WorkCalendar } from '../domain/calendar/work-calendar.ts';

const CALENDARS = fileURLToPath(new URL('./calendars', import.meta.url));

/** A calendar file that says something impossible. The text is Vietnamese and names file, line and column. */
export class CalendarFileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    readonly column: number,
    readonly text: string,
  ) {
    super(`${file}:${line}:${column}: ${text}`);
    this.name = 'CalendarFileError';
  }
}

const entry = z.strictObject({
  day: z.string().refine(isDay, 'không phải một ngày có thật, viết dạng NNNN-TT-NG'),
  why: z.string().min(1, 'thiếu lý do'),
});

const calendarYearSchema = z
  .strictObject({
    year: z.int().min(1976).max(2199),
    announced: z.boolean(),
    basis: z.string().min(1).nullable(),
    daysOff: z.array(entry),
    workedDays: z.array(entry),
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
 * Reads every `<year>.yaml` of a directory, by default the tables that come with the program, into the calendar that
 * workflows are given. `version` is a digest of the tables, so it changes whenever one does.
 * Throws `CalendarFileError`.
 */
export function loadCalendar(dir: string = CALENDARS): WorkCalendar {
  const years: WorkCalendar['years'] = {};
  for (const name of readdirSync(dir).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const { year, table } = readCalendarYear(join(dir, name));
    years[String(year)] = table;
  }
  const version = createHash('sha256').update(JSON.stringify(years)).digest('hex').slice(0, 12);
  return { version, years };
}

/** Reads the table of one year. Throws `CalendarFileError`. */
export function readCalendarYear(file: string): { year: number; table: CalendarYear } {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8').normalize('NFC'), { schema: 'core', lineCounter: lines });
  const fail = (offset: number, text: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new CalendarFileError(file, line, col, text);
  };
  const [broken] = document.errors;
  if (broken) fail(broken.pos[0], 'không đọc được YAML');
  const parsed = calendarYearSchema.safeParse(document.toJS());
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return fail(offsetOf(document, issue?.path ?? []), issue?.message ?? 'dữ liệu không hợp lệ');
  }
  const { year, ...table } = parsed.data;
  if (basename(file) !== `${year}.yaml`)
    fail(offsetOf(document, ['year']), `tệp này phải là bảng của năm khác: ${year}`);
  return { year, table };
}

function dayProblem(
  key: 'daysOff' | 'workedDays',
  day: string,
  year: number,
  before: string | undefined,
): string | null {
  if (!isDay(day)) return null;
  const weekend = weekdayOf(day) === 0 || weekdayOf(day) === 6;
  if (yearOf(day) !== year) return `ngày ${day} không thuộc năm ${year}`;
  if (before !== undefined && day <= before) return `ngày ${day} phải sau ngày ${before}`;
  if (key === 'daysOff' && weekend) return `ngày ${day} là cuối tuần, vốn đã nghỉ`;
  if (key === 'workedDays' && !weekend) return `ngày ${day} không phải cuối tuần, vốn đã làm việc`;
  return null;
}

function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return Number(node.range[0]);
    }
  }
  return 0;
}
