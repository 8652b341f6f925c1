import { describe, expect, it } from 'vitest';
import { instantOn } from '../../../domain/calendar/instant.ts';
import { deadlineItems, deadlineOn } from '../../../domain/obligation/deadline.ts';
import type { RoundContext } from '../../../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../../../domain/obligation/policy.ts';
import { sendSlot } from '../../../domain/obligation/send-slot.ts';
import { isPastPrintedDay, timeliness } from '../../../domain/obligation/timeliness.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';

const calendar = loadCalendar();

describe('when a notice leaves', () => {
  it.each([
    { label: 'decided at 07:00', at: ['2024-11-07', '07:00'], slot: '2024-11-07' },
    { label: 'decided at 08:00 sharp', at: ['2024-11-07', '08:00'], slot: '2024-11-08' },
    { label: 'Friday afternoon', at: ['2024-11-08', '16:00'], slot: '2024-11-11' },
    { label: 'a Saturday at 07:00', at: ['2024-11-09', '07:00'], slot: '2024-11-11' },
    { label: 'the eve of Tết Ất Tỵ', at: ['2025-01-24', '10:00'], slot: '2025-02-03' },
    { label: 'before 30/4 and 1/5 2024, the Monday swapped', at: ['2024-04-26', '10:00'], slot: '2024-05-02' },
    { label: 'a worked Saturday', at: ['2024-05-04', '07:00'], slot: '2024-05-04' },
    { label: 'before Quốc khánh 2024', at: ['2024-08-30', '10:00'], slot: '2024-09-04' },
    { label: 'New Year’s Eve', at: ['2024-12-31', '10:00'], slot: '2025-01-02' },
  ])('$label → $slot 08:00', ({ at, slot }) => {
    const [day = '', time = ''] = at;
    expect(sendSlot(calendar, DEFAULT_POLICY, instantOn(day, time))).toBe(instantOn(slot, '08:00'));
  });
});

describe('the day printed in the plan, beside being overdue', () => {
  /** "Trước ngày 15 tháng 11", 2026: 14/11 is a Saturday. */
  const days = { namedOn: '2026-11-15', lastDayOn: '2026-11-14', aimOn: '2026-11-13', overdueAfter: '2026-11-16' };

  it.each([
    { today: '2026-11-14', past: false, overdue: false },
    { today: '2026-11-15', past: true, overdue: false },
    { today: '2026-11-16', past: true, overdue: false },
    { today: '2026-11-17', past: true, overdue: true },
  ])('on $today: printed day past $past, overdue $overdue', ({ today, past, overdue }) => {
    expect(isPastPrintedDay(days, null, today)).toBe(past);
    expect(timeliness(days, null, calendar, today).state === 'overdue').toBe(overdue);
  });

  it('is judged by the day of the act, and nothing is past where no day is printed', () => {
    expect(isPastPrintedDay(days, '2026-11-13', '2026-12-01')).toBe(false);
    expect(isPastPrintedDay({ ...days, namedOn: null }, null, '2026-12-01')).toBe(false);
  });
});

describe('reminders and rungs of a deadline', () => {
  const context = { policy: DEFAULT_POLICY, calendar } as RoundContext;
  const itemsOf = (day: string, held: number): string[] =>
    deadlineItems(context, deadlineOn(day), held).map(({ at, kind, n }) => `${at.slice(0, 10)} ${kind} ${n}`);

  it('stand at working days before and after it, over Tết', () => {
    expect(itemsOf('2025-01-24', 0)).toEqual([
      '2024-12-12 reminder 30',
      '2025-01-06 reminder 14',
      '2025-01-15 reminder 7',
      '2025-01-21 reminder 3',
      '2025-01-23 reminder 1',
      '2025-01-24 reminder 0',
      '2025-02-03 rung 1',
      '2025-02-05 rung 2',
      '2025-02-07 rung 3',
    ]);
  });

  it('only the rungs move by the days on which nobody was reached', () => {
    const rungs = itemsOf('2024-11-05', 4).filter((item) => item.includes('rung'));
    expect(rungs).toEqual(['2024-11-12 rung 1', '2024-11-14 rung 2', '2024-11-18 rung 3']);
  });
});

describe('how a duty stands in time', () => {
  /** Last day Saturday 19/07/2025: aims at Friday, is overdue after Monday. */
  const days = { aimOn: '2025-07-18', overdueAfter: '2025-07-21' };
  it.each([
    { today: '2025-07-01', acted: null, is: { state: 'notDue', workingDaysLeft: 13 } },
    { today: '2025-07-11', acted: null, is: { state: 'dueSoon', workingDaysLeft: 5 } },
    { today: '2025-07-20', acted: null, is: { state: 'dueSoon', workingDaysLeft: 0 } },
    { today: '2025-07-21', acted: null, is: { state: 'dueSoon', workingDaysLeft: 0 } },
    { today: '2025-07-22', acted: null, is: { state: 'overdue', workingDaysOver: 1 } },
    { today: '2025-08-30', acted: '2025-07-21', is: { state: 'done', late: false, workingDaysLate: 0 } },
    { today: '2025-08-30', acted: '2025-07-23', is: { state: 'done', late: true, workingDaysLate: 2 } },
  ])('on $today, acted $acted: $is.state', ({ today, acted, is }) => {
    expect(timeliness(days, acted, calendar, today)).toEqual(is);
  });
});
