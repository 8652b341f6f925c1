import { describe, expect, it } from 'vitest';
import { CalendarYearMissing } from '../../../domain/calendar/calendar-year.ts';
import type { Plan, PrintedDue, Requirement } from '../../../domain/plan/plan.ts';
import { schedule } from '../../../domain/plan/schedule.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';
import { aMeasure, aPlan, aRequirement, DL, KHCN, TC, UBND, YT } from './plan-fixture.ts';

const calendar = loadCalendar();
const before20: PrintedDue = { rule: 'before', month: 11, day: 20 };
const input = aRequirement({ id: 'IV.2' });
const consolidation = aRequirement({
  id: 'IV.1',
  kind: 'consolidation',
  owedBy: [KHCN],
  owedTo: [UBND],
  due: before20,
  duePhrase: 'trước ngày 20 tháng 11',
});

function daysOf(plan: Plan, year: number, parent: Plan | null = null): string[] {
  return schedule(plan, calendar, year, { parent }).rounds.map(
    ({ requirement, period, lastDayOn }) => `${lastDayOn} ${requirement} ${period}`,
  );
}

function only(requirement: Requirement, parts: Partial<Plan> = {}): Plan {
  return aPlan({ requirements: [requirement], ...parts });
}

describe('a printed day', () => {
  it('makes one round a year of the period', () => {
    const plan = only(consolidation);
    expect(daysOf(plan, 2024)).toEqual(['2024-11-19 IV.1 2024']);
    expect(daysOf(plan, 2027)).toEqual(['2027-11-19 IV.1 2027']);
    expect(daysOf(plan, 2023)).toEqual([]);
    expect(daysOf(plan, 2028)).toEqual([]);
  });

  it('is no default, has its address, its reason and its ladder', () => {
    const [round] = schedule(only(consolidation), calendar, 2024).rounds;
    expect(round).toMatchObject({
      id: 'round/tinh-thu/ke-hoach-thu/2024/IV.1/2024',
      phase: 'reporting',
      namedOn: '2024-11-20',
      aimOn: '2024-11-19',
      cutOffOn: '2024-10-31',
      default: false,
      basis: 'Văn bản ghi “trước ngày 20 tháng 11” (mục IV.1).',
    });
    expect(round?.opensOn).toBe(round?.reminders[0]?.on);
  });

  it('that had passed when the plan was signed makes no round, and a warning', () => {
    const plan = only(consolidation, { issuedOn: '2024-11-20' });
    expect(schedule(plan, calendar, 2024)).toMatchObject({
      rounds: [],
      warnings: [{ code: 'PAST_AT_ISSUE', about: ['IV.1'] }],
    });
    expect(daysOf(only(consolidation, { issuedOn: '2024-11-19' }), 2024)).toHaveLength(1);
  });

  it('counts from 01/01 of the first year where the day of signing is lost', () => {
    expect(daysOf(only(consolidation, { issuedOn: null }), 2024)).toHaveLength(1);
  });

  it('closes data a working day before it, though the month before it ends too late: 01/11/2025 is a Saturday', () => {
    const early = only({ ...consolidation, due: { rule: 'before', month: 11, day: 2 } });
    const [round] = schedule(early, calendar, 2025).rounds;
    expect(round).toMatchObject({ lastDayOn: '2025-11-01', aimOn: '2025-10-31', cutOffOn: '2025-10-30' });
  });

  it('before 1 January belongs to the year in which it ends', () => {
    const plan = only({ ...consolidation, due: { rule: 'before', month: 1, day: 1 } });
    expect(daysOf(plan, 2025)).toEqual(['2025-12-31 IV.1 2025']);
  });
});

describe('what feeds a consolidation', () => {
  const plan = aPlan({ requirements: [input, consolidation] });

  it('falls due 10 working days before its aim day: 19/11/2026 → 05/11/2026', () => {
    const { rounds, warnings } = schedule(plan, calendar, 2026);
    expect(rounds.map(({ requirement, lastDayOn }) => [requirement, lastDayOn])).toEqual([
      ['IV.2', '2026-11-05'],
      ['IV.1', '2026-11-19'],
    ]);
    expect(rounds[0]).toMatchObject({ namedOn: null, default: true });
    expect(rounds[0]?.basis).toBe(
      'Mặc định: 10 ngày làm việc trước ngày 19/11/2026 của báo cáo tổng hợp (mục IV.1); văn bản không ghi ngày.',
    );
    expect(warnings.map(({ code }) => code)).toEqual(['INPUT_UNDATED']);
  });

  it('leaves no day when both print the same one', () => {
    const dated = aPlan({ requirements: [{ ...input, due: before20 }, consolidation] });
    expect(schedule(dated, calendar, 2026).warnings).toMatchObject([
      { code: 'CONSOLIDATION_HAS_NO_DAY', about: ['IV.2', 'IV.1'] },
    ]);
  });

  it('has data of 14/12 where both are undated: 16 and 23/12/2025', () => {
    const undated = aPlan({ requirements: [input, { ...consolidation, due: null }] });
    const { rounds } = schedule(undated, calendar, 2025);
    expect(rounds.map(({ lastDayOn, cutOffOn }) => [lastDayOn, cutOffOn])).toEqual([
      ['2025-12-16', '2025-12-14'],
      ['2025-12-23', '2025-12-14'],
    ]);
  });

  it('follows the mother plan where the yearly plan prints no day', () => {
    const mother = aPlan({ id: 'me', requirements: [consolidation] });
    const plan = aPlan({ requirements: [input, { ...consolidation, due: null, duePhrase: null }] });
    const { rounds } = schedule(plan, calendar, 2026, { parent: mother });
    expect(rounds.map(({ lastDayOn }) => lastDayOn)).toEqual(['2026-11-05', '2026-11-19']);
    expect(rounds[1]).toMatchObject({ namedOn: '2026-11-20', default: true });
    expect(rounds[1]?.basis).toContain('kế hoạch mẹ, “trước ngày 20 tháng 11”');
  });
});

describe('defaults by kind', () => {
  const cases: [string, Requirement, number, string[]][] = [
    ['yearly report that feeds nothing', input, 2026, ['2026-12-16 IV.2 2026']],
    ['yearly statistics', { ...input, kind: 'statistics' }, 2024, ['2024-12-17 IV.2 2024']],
    [
      'five-yearly statistics in the last year',
      { ...input, kind: 'statistics', frequency: 'everyFiveYears' },
      2027,
      ['2027-12-16 IV.2 2024-2027'],
    ],
    ['five-yearly statistics in another year', { ...input, kind: 'statistics', frequency: 'everyFiveYears' }, 2026, []],
    [
      'quarterly report',
      { ...input, frequency: 'quarterly' },
      2026,
      ['2026-03-17 IV.2 2026-Q1', '2026-06-16 IV.2 2026-Q2', '2026-09-16 IV.2 2026-Q3', '2026-12-16 IV.2 2026-Q4'],
    ],
    [
      'estimates of 2026, province before 20/7/2025',
      { ...input, kind: 'budgetEstimate' },
      2025,
      ['2025-07-04 IV.2 2026'],
    ],
    [
      'estimates of 2027, province before 10/7/2026',
      { ...input, kind: 'budgetEstimate' },
      2026,
      ['2026-06-25 IV.2 2027'],
    ],
    ['no estimates of a year after the plan', { ...input, kind: 'budgetEstimate' }, 2027, []],
    ['consolidated estimates of 2026', { ...input, kind: 'budgetConsolidation' }, 2025, ['2025-07-19 IV.2 2026']],
    ['investment of 2027', { ...input, kind: 'investmentBudget' }, 2026, ['2026-07-09 IV.2 2027']],
    ['the plan of 2025', { ...input, kind: 'annualPlan' }, 2024, ['2024-12-31 IV.2 2025']],
    ['no plan of the year after the last', { ...input, kind: 'annualPlan' }, 2027, []],
    ['allocation has no round', { ...input, kind: 'allocation' }, 2026, []],
    ['settlement has no round', { ...input, kind: 'settlement' }, 2026, []],
    ['integration plan has no round', { ...input, kind: 'integrationPlan' }, 2026, []],
  ];
  it.each(cases)('%s', (_label, requirement, year, expected) => {
    expect(daysOf(only(requirement), year)).toEqual(expected);
  });

  it('a plan may set a day of its own, still shown as default', () => {
    const plan = only(input, { policy: { dueDays: { 'IV.2': '12-05' } } });
    expect(schedule(plan, calendar, 2026).rounds[0]).toMatchObject({
      lastDayOn: '2026-12-05',
      aimOn: '2026-12-04',
      overdueAfter: '2026-12-07',
      default: true,
    });
  });

  it('a quarterly day is set by the month of the quarter', () => {
    const plan = only({ ...input, frequency: 'quarterly' }, { policy: { dueDays: { 'IV.2': '04-10' } } });
    expect(daysOf(plan, 2026)).toEqual([
      '2026-01-10 IV.2 2025-Q4',
      '2026-04-10 IV.2 2026-Q1',
      '2026-07-10 IV.2 2026-Q2',
      '2026-10-10 IV.2 2026-Q3',
    ]);
  });
});

describe('who owes', () => {
  it('a general clause keeps those whom the special one does not name', () => {
    const special = aRequirement({ id: 'IV.2.d', kind: 'budgetEstimate', owedTo: [TC] });
    const general = { ...special, id: 'III.2', owedBy: [KHCN, YT, DL], coveredBy: 'IV.2.d' };
    const { rounds } = schedule(aPlan({ requirements: [general, special] }), calendar, 2026);
    expect(rounds.map(({ requirement, agencies }) => [requirement, agencies.map(({ id }) => id)])).toEqual([
      ['III.2', ['so-khcn']],
      ['IV.2.d', ['so-yt', 'so-dl']],
    ]);
    const whole = { ...general, owedBy: [YT, DL] };
    expect(daysOf(aPlan({ requirements: [whole, special] }), 2026)).toHaveLength(1);
  });

  const progress = aRequirement({ id: 'progress', clause: null, kind: 'progress', owedBy: [KHCN, YT, DL] });
  const measures = [
    aMeasure('1', [KHCN], { kind: 'yearly' }),
    aMeasure('2', [YT], { kind: 'window', from: '2024-01-01', to: '2025-12-31' }),
    aMeasure('3', [DL], { kind: 'onRequest' }),
  ];

  it.each([
    ['in the window', 2025, ['so-khcn', 'so-yt']],
    ['after it', 2026, ['so-khcn']],
  ])('mid-year progress: leads with a live measure, %s', (_label, year, expected) => {
    const { rounds } = schedule(aPlan({ requirements: [progress], measures }), calendar, year);
    expect(rounds[0]).toMatchObject({ period: `${year}-H1`, phase: 'execution', cutOffOn: `${year}-06-14` });
    expect(rounds[0]?.agencies.map(({ id }) => id)).toEqual(expected);
  });

  it('mid-year progress of what somebody asked for in that year', () => {
    const plan = aPlan({ requirements: [progress], measures });
    const { rounds } = schedule(plan, calendar, 2026, { facts: { 3: { triggered: [2026] } } });
    expect(rounds[0]?.agencies.map(({ id }) => id)).toEqual(['so-khcn', 'so-dl']);
  });

  it('mid-year progress can be switched off', () => {
    expect(daysOf(aPlan({ requirements: [progress], measures, policy: { midYearProgress: false } }), 2025)).toEqual([]);
  });

  it('after a reorganisation, the successors, each once; as printed, the old names', () => {
    const successions = [
      { agency: 'so-dl', on: '2025-03-01', becomes: [YT] },
      { agency: 'so-yt', on: '2026-12-01', becomes: [{ id: 'so-yt', name: 'Sở Y tế mới' }] },
    ];
    const plan = aPlan({ requirements: [input, consolidation] });
    const names = (year: number, asPrinted: boolean): string[] | undefined =>
      schedule(plan, calendar, year, { successions, asPrinted }).rounds[0]?.agencies.map(({ name }) => name);
    expect(names(2024, false)).toEqual(['Sở Y tế', 'Sở Du lịch']);
    expect(names(2026, false)).toEqual(['Sở Y tế']);
    expect(names(2027, false)).toEqual(['Sở Y tế mới']);
    expect(names(2027, true)).toEqual(['Sở Y tế', 'Sở Du lịch']);
  });
});

describe('reviews', () => {
  const review = {
    id: 'IV.1.d-midTerm',
    kind: 'midTerm' as const,
    clause: 'IV.1.d',
    quote: null,
    by: [KHCN],
    year: 2025,
    plannedYear: 2025,
    default: true,
  };

  it('ask the agencies until the end of quarter III and the coordinator until the end of November', () => {
    const plan = aPlan({ requirements: [input, consolidation], reviews: [review] });
    expect(daysOf(plan, 2025)).toEqual([
      '2025-09-30 IV.1.d-midTerm-inputs 2024-2025',
      '2025-11-05 IV.2 2025',
      '2025-11-19 IV.1 2025',
      '2025-11-28 IV.1.d-midTerm 2024-2025',
    ]);
    const { rounds } = schedule(plan, calendar, 2025);
    expect(rounds[0]).toMatchObject({ phase: 'midTermReview', agencies: [YT, DL], default: true });
    expect(rounds[3]).toMatchObject({ agencies: [KHCN] });
  });

  it('without a year are told', () => {
    const plan = aPlan({ requirements: [input], reviews: [{ ...review, year: null, plannedYear: 2027 }] });
    expect(schedule(plan, calendar, 2027).warnings).toMatchObject([{ code: 'REVIEW_UNDATED', about: [review.id] }]);
  });
});

describe('the years', () => {
  it('outside plan and tables are empty, not an error', () => {
    expect(schedule(only(consolidation), calendar, 2040)).toEqual({
      schema: 1,
      plan: 'ke-hoach-thu',
      year: 2040,
      calendar: { announced: false, basis: null },
      rounds: [],
      warnings: [],
    });
  });

  it('of the plan without a table are an error', () => {
    const plan = only(consolidation, { period: { from: 2024, to: 2035 } });
    expect(() => schedule(plan, calendar, 2032)).toThrow(CalendarYearMissing);
  });
});
