import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { planSchedule } from '../../cli/plan-schedule.ts';
import type { YearSchedule } from '../../domain/plan/schedule-types.ts';
import { runCommand } from './run-command.ts';

/*
 * A plan the program was not written for: another province, reports in March, its own ladder, known only from its file.
 */
const PLAN = 'dongthu-kh12-2024';
const env = { DONDOC_PLANS: fileURLToPath(new URL('../fixtures/plans', import.meta.url)) };

async function scheduleOf(year: number): Promise<YearSchedule> {
  const { out } = await runCommand(planSchedule, [PLAN, '--year', String(year), '--json'], env);
  return JSON.parse(out);
}

test.each([
  [2023, []],
  [
    2024,
    [
      '2024-03-10 IV.2.a 2024 so-yt,so-xd',
      '2024-03-30 IV.1 2024 so-nnptnt',
      '2024-06-18 progress 2024-H1 so-xd,so-yt',
      '2024-06-28 IV.2.b 2025 so-yt,so-xd',
    ],
  ],
  [
    2026,
    [
      '2026-03-10 IV.2.a 2026 so-yt,so-xd',
      '2026-03-30 IV.1 2026 so-nnptnt',
      '2026-06-16 progress 2026-H1 so-xd,so-yt',
      '2026-06-28 IV.2.b 2027 so-yt,so-xd',
      '2026-09-30 IV.1-midTerm-inputs 2024-2026 so-yt,so-xd',
      '2026-11-30 IV.1-midTerm 2024-2026 so-nnptnt',
    ],
  ],
  [
    2028,
    ['2028-03-10 IV.2.a 2028 so-yt,so-xd', '2028-03-30 IV.1 2028 so-nnptnt', '2028-06-16 progress 2028-H1 so-xd,so-yt'],
  ],
  [2029, []],
])('its rounds of %i', async (year, expected) => {
  const { rounds } = await scheduleOf(year);
  const told = rounds.map(
    ({ lastDayOn, requirement, period, agencies }) =>
      `${lastDayOn} ${requirement} ${period} ${agencies.map(({ id }) => id).join(',')}`,
  );
  expect(told).toEqual(expected);
});

test('its own ladder: two steps, two and four working days after, over a day off', async () => {
  const { rounds } = await scheduleOf(2027);
  expect(rounds.find(({ requirement }) => requirement === 'IV.2.b')?.escalations).toEqual([
    { on: '2027-06-30', workingDaysAfter: 2, to: 'head' },
    { on: '2027-07-02', workingDaysAfter: 4, to: 'coordinator' },
  ]);
  const report = (await scheduleOf(2024)).rounds[0];
  expect(report).toMatchObject({ aimOn: '2024-03-08', lastDayOn: '2024-03-10', overdueAfter: '2024-03-11' });
  expect(report?.escalations.map(({ on }) => on)).toEqual(['2024-03-13', '2024-03-15']);
});

test.each([2024, 2025, 2026, 2027, 2028])('its golden calendar of %i', async (year) => {
  const { code, out } = await runCommand(planSchedule, [PLAN, '--year', String(year)], env);
  expect(code).toBe(0);
  await expect(out).toMatchFileSnapshot(`../golden/schedule/${PLAN}-${year}.txt`);
});
