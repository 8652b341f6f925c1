import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computedYear } from '../../domain/calendar/computed-year.ts';
import { BUILT_IN_CALENDARS, loadCalendar, readCalendarYear } from '../../plans/calendar-file.ts';
import { calendarText } from '../../plans/calendar-text.ts';

const calendar = loadCalendar();

/** Years without an announcement in hand. UPDATE_GOLDEN=1 writes their files anew from the rules. */
const COMPUTED = [2021, 2027, 2028, 2029, 2030];

describe('the tables that come with the program', () => {
  it('cover 2021 to 2030', () => {
    expect(Object.keys(calendar.years)).toEqual(Array.from({ length: 10 }, (_, index) => String(2021 + index)));
  });

  it.each([
    [2022, 'TB 119/TB-LĐTBXH', '01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02', ''],
    [2023, 'TB 5034/TB-LĐTBXH', '01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04', ''],
    [2024, 'TB 5015', '01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03', '05-04'],
    [2025, 'TB 6150', '01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02', '04-26'],
    [
      2026,
      'TB 9441/TB-BNV',
      '01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24',
      '01-10 08-22',
    ],
  ])('%i as announced in %s', (year, basis, off, worked) => {
    const table = calendar.years[String(year)];
    expect(table?.announced).toBe(true);
    expect(table?.basis).toContain(basis);
    expect(table?.daysOff.map(({ day }) => day.slice(5)).join(' ')).toBe(off);
    expect(table?.workedDays.map(({ day }) => day.slice(5)).join(' ')).toBe(worked);
  });

  it.each(COMPUTED)('%i as computed by the rules, and marked so', (year) => {
    const file = join(BUILT_IN_CALENDARS, `${year}.yaml`);
    const text = calendarText(year, computedYear(year));
    if (process.env.UPDATE_GOLDEN === '1' || !existsSync(file)) writeFileSync(file, text);
    expect(readFileSync(file, 'utf8')).toBe(text);
    expect(readCalendarYear(file).table).toEqual(computedYear(year));
    expect(calendar.years[String(year)]?.announced).toBe(false);
  });

  it.each([
    [2027, '01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-01 09-02 11-24'],
    [2028, '01-03 01-25 01-26 01-27 01-28 01-31 04-04 05-01 05-02 09-01 09-04 11-24'],
    [2029, '01-01 02-12 02-13 02-14 02-15 02-16 04-23 04-30 05-01 09-03 09-04'],
    [2030, '01-01 02-01 02-04 02-05 02-06 02-07 04-12 04-30 05-01 09-02 09-03'],
  ])('%i day by day', (year, off) => {
    expect(
      computedYear(year)
        .daysOff.map(({ day }) => day.slice(5))
        .join(' '),
    ).toBe(off);
  });
});

describe('a table with a mistake', () => {
  const empty = { announced: false, basis: null, daysOff: [], workedDays: [] };
  const good = calendarText(2027, computedYear(2027));
  it.each([
    ['a day off on a Saturday', good.replace('2027-02-05', '2027-02-06'), /2027\.yaml:7:\d+: .*cuối tuần/],
    ['a day of another year', good.replace('2027-01-01', '2026-01-01'), /:6:\d+: .*không thuộc năm 2027/],
    ['days out of order', good.replace('2027-02-05', '2027-03-05'), /:8:\d+: .*phải sau ngày 2027-03-05/],
    ['a day that does not exist', good.replace('2027-02-05', '2027-02-30'), /:7:\d+: .*không phải một ngày có thật/],
    [
      'a weekday "worked"',
      good.replace('workedDays: []', 'workedDays: [{ day: 2027-03-01, why: x }]'),
      /vốn đã làm việc/,
    ],
    [
      'announced without a number',
      good.replace('announced: false', 'announced: true').replace(/basis: .*/, 'basis: null'),
      /số thông báo/,
    ],
    ['the table of another year', calendarText(2033, empty), /:2:\d+: bảng của năm 2033/],
  ])('%s is told at its place', (_label, text, message) => {
    const dir = mkdtempSync(join(tmpdir(), 'lich-'));
    writeFileSync(join(dir, '2027.yaml'), text);
    expect(() => loadCalendar(dir)).toThrow(message);
  });

  it('changes the version when a day changes', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lich-'));
    writeFileSync(join(dir, '2027.yaml'), good);
    const before = loadCalendar(dir).version;
    writeFileSync(join(dir, '2027.yaml'), good.replace('2027-11-24', '2027-11-25'));
    expect(loadCalendar(dir).version).not.toBe(before);
  });
});
