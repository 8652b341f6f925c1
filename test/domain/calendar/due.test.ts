import { describe, expect, it } from 'vitest';
import { printedDueDays } from '../../../domain/calendar/due.ts';
import { roundDays } from '../../../domain/plan/round-days.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

const calendar = loadCalendar();

describe('printedDueDays', () => {
  it.each([
    ['trước ngày 20/11/2026', 'before', 11, 20, 2026, ['2026-11-20', '2026-11-19', '2026-11-19', '2026-11-19']],
    [
      'trước ngày 15/11/2026: a Saturday',
      'before',
      11,
      15,
      2026,
      ['2026-11-15', '2026-11-14', '2026-11-13', '2026-11-16'],
    ],
    [
      'trước ngày 20/11/2022 passes the day named',
      'before',
      11,
      20,
      2022,
      ['2022-11-20', '2022-11-19', '2022-11-18', '2022-11-21'],
    ],
    [
      'trước ngày 20/11/2023 lands on the day named',
      'before',
      11,
      20,
      2023,
      ['2023-11-20', '2023-11-19', '2023-11-17', '2023-11-20'],
    ],
    [
      'trước ngày 20/11/2028 lands on the day named',
      'before',
      11,
      20,
      2028,
      ['2028-11-20', '2028-11-19', '2028-11-17', '2028-11-20'],
    ],
    [
      'trước ngày 15/11/2027 lands on the day named',
      'before',
      11,
      15,
      2027,
      ['2027-11-15', '2027-11-14', '2027-11-12', '2027-11-15'],
    ],
    [
      'chậm nhất ngày 30/4/2026: a holiday',
      'onOrBefore',
      4,
      30,
      2026,
      ['2026-04-30', '2026-04-30', '2026-04-29', '2026-05-04'],
    ],
    [
      'đến hết ngày 22/8/2026: a worked Saturday',
      'onOrBefore',
      8,
      22,
      2026,
      ['2026-08-22', '2026-08-22', '2026-08-22', '2026-08-22'],
    ],
    [
      'trước ngày 01/3/2024: a leap year',
      'before',
      3,
      1,
      2024,
      ['2024-03-01', '2024-02-29', '2024-02-29', '2024-02-29'],
    ],
    [
      'đến hết ngày 29/2 of a year without it',
      'onOrBefore',
      2,
      29,
      2025,
      ['2025-02-28', '2025-02-28', '2025-02-28', '2025-02-28'],
    ],
  ] as const)('%s', (_label, rule, month, day, year, [namedOn, lastDayOn, aimOn, overdueAfter]) => {
    const days = printedDueDays(calendar, { rule, month, day }, year);
    expect(days).toEqual({ namedOn, lastDayOn, aimOn, overdueAfter });
  });
});

describe('roundDays', () => {
  it('gives the worked row: before 20/11/2026', () => {
    const days = roundDays(calendar, { lastDayOn: '2026-11-19', namedOn: '2026-11-20' });
    expect(days.opensOn).toBe('2026-10-08');
    expect(days.reminders.map(({ on }) => on)).toEqual([
      '2026-10-08',
      '2026-10-30',
      '2026-11-10',
      '2026-11-16',
      '2026-11-18',
      '2026-11-19',
    ]);
    expect(days.escalations).toEqual([
      { on: '2026-11-20', workingDaysAfter: 1, to: 'head' },
      { on: '2026-11-25', workingDaysAfter: 3, to: 'coordinator' },
      { on: '2026-11-27', workingDaysAfter: 5, to: 'leadership' },
    ]);
    expect(days.lockOn).toBe('2026-11-27');
  });

  it('aims before and judges after a weekend at the end', () => {
    const days = roundDays(calendar, { lastDayOn: '2026-11-14', namedOn: '2026-11-15' });
    expect(days.reminders.at(-1)).toEqual({ on: '2026-11-13', workingDaysBefore: 0 });
    expect(days.escalations[0]?.on).toBe('2026-11-17');
  });

  it('follows the plan where it has a ladder of its own', () => {
    const days = roundDays(
      calendar,
      { lastDayOn: '2026-11-19', namedOn: null },
      { reminders: [0, 5], escalations: [{ workingDaysAfter: 2, to: 'leadership' }] },
    );
    expect(days.opensOn).toBe('2026-11-12');
    expect(days.reminders.map(({ workingDaysBefore }) => workingDaysBefore)).toEqual([5, 0]);
    expect(days.escalations).toEqual([{ on: '2026-11-23', workingDaysAfter: 2, to: 'leadership' }]);
  });
});
