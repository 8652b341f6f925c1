import '../../harness/property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CalendarYearMissing } from '../../../domain/calendar/calendar-year.ts';
import { addDays } from '../../../domain/calendar/day.ts';
import { why } from '../../../domain/calendar/why.ts';
import {
  addWorkingDays,
  isWorkingDay,
  lastWorkingDayOfMonth,
  lastWorkingDayOfQuarter,
  nearestEarlierWorkingDay,
  nearestLaterWorkingDay,
  workingDaysBetween,
  workingDaysInYear,
} from '../../../domain/calendar/working-days.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

const calendar = loadCalendar();

describe('isWorkingDay and why', () => {
  it.each([
    ['a plain Monday', '2026-11-23', true, 'Thứ Hai, ngày làm việc'],
    ['Ngày Văn hóa Việt Nam 2026', '2026-11-24', false, 'Ngày Văn hóa Việt Nam'],
    ['24/11 before there was such a day', '2025-11-24', true, 'ngày làm việc'],
    ['24/11/2029, a Saturday, and no make-up on Monday', '2029-11-26', true, 'ngày làm việc'],
    ['Saturday worked for 31/8/2026', '2026-08-22', true, 'làm bù cho thứ Hai 31/8'],
    ['the Monday given for it', '2026-08-31', false, 'hoán đổi với thứ Bảy 22/8'],
    ['Saturday worked for 2/1/2026', '2026-01-10', true, 'làm bù'],
    ['Saturday worked for 29/4/2024', '2024-05-04', true, 'làm bù'],
    ['Saturday worked for 2/5/2025', '2025-04-26', true, 'làm bù'],
    ['an ordinary Saturday', '2026-11-14', false, 'ngày nghỉ hằng tuần'],
    ['an ordinary Sunday', '2026-11-15', false, 'Chủ nhật, ngày nghỉ hằng tuần'],
    ['eve of Tết 2026', '2026-02-16', false, 'giao thừa'],
    ['the day before it', '2026-02-13', true, 'ngày làm việc'],
    ['mùng 7 Tết 2026', '2026-02-23', true, 'ngày làm việc'],
    ['Tết 2030 by the Vietnamese calendar: eve on 01/02', '2030-02-01', false, 'giao thừa'],
    ['Tết 2030, made up until 07/02', '2030-02-07', false, 'nghỉ bù'],
    ['Tết 2030 is over', '2030-02-08', true, 'ngày làm việc'],
    ['Giỗ Tổ 2026 on a Sunday, made up on Monday', '2026-04-27', false, 'nghỉ bù Giỗ Tổ Hùng Vương'],
    ['30/4/2024', '2024-04-30', false, 'Ngày Chiến thắng'],
    ['30/4 and 1/5/2022 on a weekend, made up until Tuesday', '2022-05-03', false, 'nghỉ bù'],
    ['2/9/2023 on a Saturday, made up on Monday', '2023-09-04', false, 'nghỉ bù Quốc khánh'],
    ['2/9/2029 on a Sunday: 03/9 beside it, 04/9 made up', '2029-09-04', false, 'nghỉ bù Quốc khánh'],
    ['last day of 2024', '2024-12-31', true, 'ngày làm việc'],
    ['first day of 2025', '2025-01-01', false, 'Tết Dương lịch'],
  ])('%s: %s', (_label, day, working, reason) => {
    expect(isWorkingDay(calendar, day)).toBe(working);
    expect(why(calendar, day)).toContain(reason);
  });
});

describe('addWorkingDays', () => {
  it.each([
    ['over the day off of 24/11', '2026-11-19', 3, '2026-11-25'],
    ['30 back from 19/11/2026', '2026-11-19', -30, '2026-10-08'],
    ['from a Saturday forward', '2026-11-14', 1, '2026-11-16'],
    ['from a Saturday back', '2026-11-14', -1, '2026-11-13'],
    ['none', '2026-11-14', 0, '2026-11-14'],
    ['over a worked Saturday', '2026-08-21', 1, '2026-08-22'],
    ['back over a worked Saturday', '2026-08-24', -1, '2026-08-22'],
    ['over the long days of 2/9/2026', '2026-08-28', 1, '2026-09-03'],
    ['over Tết 2024', '2024-02-07', 1, '2024-02-15'],
    ['over New Year', '2024-12-31', 1, '2025-01-02'],
    ['back over New Year', '2026-01-05', -1, '2025-12-31'],
    ['two after data close on a Saturday', '2024-12-14', 2, '2024-12-17'],
  ])('%s: %s, %i → %s', (_label, from, n, expected) => {
    expect(addWorkingDays(calendar, from, n)).toBe(expected);
  });

  it('refuses to guess a year without a table', () => {
    expect(() => addWorkingDays(calendar, '2030-12-31', 1)).toThrow(CalendarYearMissing);
    expect(() => isWorkingDay(calendar, '2020-12-31')).toThrow(/2020/);
  });
});

describe('nearest and last working days', () => {
  it.each([
    ['earlier', nearestEarlierWorkingDay(calendar, '2026-11-14'), '2026-11-13'],
    ['later', nearestLaterWorkingDay(calendar, '2026-11-14'), '2026-11-16'],
    ['itself', nearestLaterWorkingDay(calendar, '2026-11-13'), '2026-11-13'],
    ['last of November 2025', lastWorkingDayOfMonth(calendar, 2025, 11), '2025-11-28'],
    ['last of August 2026', lastWorkingDayOfMonth(calendar, 2026, 8), '2026-08-28'],
    ['last of 2022', lastWorkingDayOfMonth(calendar, 2022, 12), '2022-12-30'],
    ['last of quarter III 2025', lastWorkingDayOfQuarter(calendar, 2025, 3), '2025-09-30'],
    ['last of quarter III 2028', lastWorkingDayOfQuarter(calendar, 2028, 3), '2028-09-29'],
  ])('%s', (_label, found, expected) => {
    expect(found).toBe(expected);
  });

  it('counts the working days of 2026: 261 weekdays, 14 off, 2 Saturdays worked', () => {
    expect(workingDaysInYear(calendar, 2026)).toBe(249);
  });
});

describe('laws', () => {
  // Two moves of 35 working days, to either side, stay within the years that have a table.
  const days = fc.integer({ min: 90, max: 3500 }).map((n) => addDays('2021-01-01', n));
  const steps = fc.integer({ min: 1, max: 35 });

  it('moving lands on a working day, and moving back from it lands where it began', () => {
    fc.assert(
      fc.property(days, steps, (day, n) => {
        const moved = addWorkingDays(calendar, day, n);
        expect(isWorkingDay(calendar, moved)).toBe(true);
        if (isWorkingDay(calendar, day)) expect(addWorkingDays(calendar, moved, -n)).toBe(day);
      }),
    );
  });

  it('two moves are one', () => {
    fc.assert(
      fc.property(days, steps, steps, (day, a, b) => {
        const twice = addWorkingDays(calendar, addWorkingDays(calendar, day, a), b);
        expect(twice).toBe(addWorkingDays(calendar, day, a + b));
      }),
    );
  });

  it('between counts what adding moves, both ways', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -35, max: 35 }), (day, n) => {
        if (n <= 0 && !isWorkingDay(calendar, day)) return;
        expect(workingDaysBetween(calendar, day, addWorkingDays(calendar, day, n))).toBe(n);
      }),
    );
  });

  it('between counts the days one by one, over years too, and needs the table of each', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1_100 }), (from, length) => {
        let counted: number | null = 0;
        for (let n = 1; n <= length && counted !== null; n += 1) {
          const day = addDays(from, n);
          if (calendar.years[day.slice(0, 4)] === undefined) counted = null;
          else counted += isWorkingDay(calendar, day) ? 1 : 0;
        }
        const between = (): number => workingDaysBetween(calendar, from, addDays(from, length));
        if (counted === null) expect(between).toThrow(CalendarYearMissing);
        else expect(between()).toBe(counted);
      }),
    );
  });

  it('the nearest working days enclose the day and leave none between', () => {
    fc.assert(
      fc.property(days, (day) => {
        const earlier = nearestEarlierWorkingDay(calendar, day);
        const later = nearestLaterWorkingDay(calendar, day);
        expect(earlier <= day && day <= later).toBe(true);
        expect(workingDaysBetween(calendar, earlier, later)).toBe(earlier === later ? 0 : 1);
      }),
    );
  });
});
