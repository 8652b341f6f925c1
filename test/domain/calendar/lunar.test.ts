import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { hungKingsDay, lunarNewYear } from '../../../domain/calendar/lunar.ts';

interface Oracle {
  getHolidays(year: number): { date: string; rule: string; name: string }[];
}
const Holidays = createRequire(import.meta.url)('date-holidays') as new (country: string) => Oracle;

describe('the lunar days', () => {
  it.each([
    [2021, '2021-02-12', '2021-04-21'],
    [2022, '2022-02-01', '2022-04-10'],
    [2023, '2023-01-22', '2023-04-29'],
    [2024, '2024-02-10', '2024-04-18'],
    [2025, '2025-01-29', '2025-04-07'],
    [2026, '2026-02-17', '2026-04-26'],
    [2027, '2027-02-06', '2027-04-16'],
    [2028, '2028-01-26', '2028-04-04'],
    [2029, '2029-02-13', '2029-04-23'],
    [2030, '2030-02-02', '2030-04-12'],
    [2031, '2031-01-23', '2031-04-01'],
  ])('%i: mùng 1 Tết %s, Giỗ Tổ %s', (year, tet, hung) => {
    expect(lunarNewYear(year)).toBe(tet);
    expect(hungKingsDay(year)).toBe(hung);
  });

  it.each([
    ['1985, a month before the Chinese one', 1985, '1985-01-21'],
    ['2007, a day before the Chinese one', 2007, '2007-02-17'],
    ['1968', 1968, '1968-01-29'],
  ])('%s', (_label, year, tet) => {
    expect(lunarNewYear(year)).toBe(tet);
  });

  it('agrees with date-holidays on Tết from 1976 to 2100', () => {
    const years = range(1976, 2100);
    expect(years.map(lunarNewYear)).toEqual(years.map((year) => oracleDay(year, 'vietnamese 1-0-1')));
  });

  it('agrees with it on Giỗ Tổ, but for 2050 and 2083, where new moons fall at midnight', () => {
    const years = range(1976, 2100);
    const differ = years.filter((year) => hungKingsDay(year) !== oracleDay(year, 'vietnamese 3-0-10'));
    expect(differ).toEqual([2050, 2083]);
  });
});

const oracle = new Holidays('VN');

function oracleDay(year: number, rule: string): string | undefined {
  return oracle
    .getHolidays(year)
    .find((holiday) => holiday.rule === rule)
    ?.date.slice(0, 10);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
