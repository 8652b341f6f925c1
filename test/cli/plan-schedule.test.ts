import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { planSchedule } from '../../cli/plan-schedule.ts';
import { workingDaysBetween } from '../../domain/calendar/working-days.ts';
import type { YearSchedule } from '../../domain/plan/schedule-types.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { runCommand } from './run-command.ts';

const calendar = loadCalendar();
const GOLDEN = fileURLToPath(new URL('../golden/schedule', import.meta.url));

const years = loadPlans().flatMap(({ id, period }) =>
  Array.from({ length: period.to - period.from + 1 }, (_, index) => [id, period.from + index] as const),
);

async function scheduleOf(plan: string, year: number): Promise<YearSchedule> {
  const { out } = await runCommand(planSchedule, [plan, '--year', String(year), '--json']);
  return JSON.parse(out);
}

/** The text an official approves. UPDATE_GOLDEN=1 writes it anew. */
describe('golden calendar of a plan', () => {
  it.each(years)('%s, %i', async (plan, year) => {
    const { code, out } = await runCommand(planSchedule, [plan, '--year', String(year)]);
    expect(code).toBe(0);
    const file = `${GOLDEN}/${plan}-${year}.txt`;
    if (process.env.UPDATE_GOLDEN === '1') {
      mkdirSync(GOLDEN, { recursive: true });
      writeFileSync(file, out);
    }
    expect(out).toBe(readFileSync(file, 'utf8'));
  });
});

describe('the five plans', () => {
  it.each([
    ['tthue-kh149-2021', 2021, ['2021-06-16 progress 2021-H1 1', '2021-12-16 report 2021 1']],
    [
      'brvt-kh54-2022',
      2025,
      [
        '2025-06-17 progress 2025-H1 11',
        '2025-07-04 III.2 2026 1',
        '2025-07-04 IV.2.d 2026 10',
        '2025-07-19 IV.3 2026 1',
        '2025-09-30 IV.1.d-midTerm-inputs 2022-2025 10',
        '2025-11-05 IV.2.đ 2025 10',
        '2025-11-19 IV.1.c 2025 1',
        '2025-11-28 IV.1.d-midTerm 2022-2025 1',
      ],
    ],
    ['brvt-kh57-2022', 2022, ['2022-12-30 IV.1.-1 2023 1']],
    [
      'brvt-kh57-2022',
      2024,
      [
        '2024-06-18 progress 2024-H1 8',
        '2024-07-05 III.2 2025 7',
        '2024-07-19 III.2-budgetConsolidation 2025 1',
        '2024-10-31 IV.2.-2 2024 6',
        '2024-11-14 IV.1.-3 2024 1',
        '2024-12-31 IV.1.-1 2025 1',
      ],
    ],
    [
      'brvt-kh-2023',
      2023,
      [
        '2023-03-16 IV.2 2023-Q1 1',
        '2023-06-16 IV.2 2023-Q2 1',
        '2023-06-16 progress 2023-H1 8',
        '2023-09-18 IV.2 2023-Q3 1',
        '2023-11-14 IV.1 2023 1',
        '2023-11-14 IV.3 2023 8',
        '2023-12-18 IV.2 2023-Q4 1',
      ],
    ],
    ['vinhlong-qd3064-2023', 2023, []],
    [
      'vinhlong-qd3064-2023',
      2024,
      [
        '2024-06-18 progress 2024-H1 2',
        '2024-07-05 III.2 2025 11',
        '2024-07-19 IV.3 2025 1',
        '2024-12-17 IV.2.-2 2024 9',
        '2024-12-17 IV.6 2024 1',
        '2024-12-24 IV.2.-2-consolidation 2024 1',
      ],
    ],
  ])('%s in %i', async (plan, year, expected) => {
    const { rounds } = await scheduleOf(plan, year);
    const told = rounds.map(
      ({ lastDayOn, requirement, period, agencies }) => `${lastDayOn} ${requirement} ${period} ${agencies.length}`,
    );
    expect(told).toEqual(expected);
  });

  it.each([
    ['brvt-kh54-2022', [2023, 2024, 2025, 2026, 2027, 2028, 2029, 2030]],
    ['brvt-kh57-2022', [2024, 2025]],
    ['tthue-kh149-2021', []],
    ['vinhlong-qd3064-2023', [2025, 2026, 2027, 2028, 2029, 2030]],
  ])('%s: estimates of the budget years %j', async (plan, expected) => {
    const all = await Promise.all(Array.from({ length: 11 }, (_, index) => scheduleOf(plan, 2020 + index)));
    const budget = all.flatMap(({ rounds }) => rounds).filter(({ requirement }) => requirement === 'III.2');
    expect(budget.map(({ period }) => Number(period))).toEqual(expected);
  });

  it.each([
    ['brvt-kh54-2022', 2026, ['INPUT_UNDATED']],
    ['brvt-kh57-2022', 2022, ['PAST_AT_ISSUE', 'PAST_AT_ISSUE']],
    ['brvt-kh57-2022', 2025, ['INPUT_UNDATED', 'REVIEW_UNDATED']],
    ['brvt-kh-2023', 2023, ['CONSOLIDATION_HAS_NO_DAY']],
    ['vinhlong-qd3064-2023', 2026, []],
  ])('%s in %i warns of %j', async (plan, year, codes) => {
    expect((await scheduleOf(plan, year)).warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('every round of every year is in order and sound', async () => {
    for (const [plan, year] of years) {
      const { rounds } = await scheduleOf(plan, year);
      expect(new Set(rounds.map(({ id }) => id)).size).toBe(rounds.length);
      for (const round of rounds) {
        expect(round.lastDayOn.startsWith(String(year)), round.id).toBe(true);
        expect(round.opensOn < round.aimOn && round.aimOn <= round.lastDayOn, round.id).toBe(true);
        expect(round.lastDayOn <= round.overdueAfter && round.overdueAfter < round.lockOn, round.id).toBe(true);
        expect(round.cutOffOn < round.lastDayOn && round.agencies.length > 0, round.id).toBe(true);
        expect(workingDaysBetween(calendar, round.cutOffOn, round.aimOn), round.id).toBeGreaterThanOrEqual(1);
        expect(workingDaysBetween(calendar, round.overdueAfter, round.lockOn), round.id).toBe(5);
        expect(round.default, round.id).toBe(round.basis.startsWith('Mặc định: '));
      }
    }
  });
});

describe('what is wrong', () => {
  it.each([
    ['an unknown plan', ['ke-hoach-khong-co', '--year', '2024', '--json'], 1, /Hiện có: .*brvt-kh54-2022/],
    ['no year', ['brvt-kh54-2022', '--json'], 2, /Thiếu năm/],
    ['an unknown option', ['brvt-kh54-2022', '--nam', '2024'], 2, /Hiện có: --year, --as-printed, --json/],
  ])('%s', async (_label, args, code, message) => {
    const ran = await runCommand(planSchedule, args);
    expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' });
    expect(ran.err).toMatch(message);
  });

  it('is not a year outside the plan: that is empty', async () => {
    expect(await scheduleOf('brvt-kh54-2022', 2031)).toMatchObject({ rounds: [], calendar: { basis: null } });
  });
});
