import { beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../domain/rehearsal/ledger.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { loadTrial } from '../../plans/load-trial.ts';
import { playedLedger } from '../../worker/rehearsal/played-ledger.ts';
import { freshDatabase } from '../harness/database.ts';
import { expectGolden } from '../harness/golden.ts';
import { freshNamespace } from '../harness/namespace.ts';
import { quietRuntime } from '../harness/quiet-runtime.ts';
import { testTemporal, workflowBundlePath } from '../harness/temporal.ts';

/** One line a message: when, who, by which channel, under which subject. */
function linesOf({ messages }: Ledger): string {
  return messages
    .map(({ at, person, channel, subject }) => `${at.slice(0, 16)} ${person} ${channel} ${subject}\n`)
    .join('');
}

/** Both trial plans from January to December 2024 with the trial's seeded cast, on the real server, over real SMTP. */
async function year2024(): Promise<Ledger> {
  const all = loadPlans();
  const trial = loadTrial();
  quietRuntime();
  const [target, { serverVersion }, codePath] = await Promise.all([
    freshNamespace('year'),
    testTemporal(),
    workflowBundlePath(),
  ]);
  return playedLedger(
    {
      plans: all.filter(({ id }) => trial.plans.includes(id)),
      all,
      from: '2024-01-01',
      to: '2024-12-31',
      seed: trial.seed,
      calendar: loadCalendar(),
      rosters: { [trial.roster.province]: trial.roster },
    },
    { target, serverVersion, bundle: { codePath }, freshDatabase },
  );
}

describe('a year of both plans', () => {
  let years: Ledger[];
  beforeAll(async () => {
    years = await Promise.all([year2024(), year2024()]);
  });

  it('sends what an official has approved, message by message', () => {
    const [year] = years;
    expectGolden('stories/year-2024.txt', year ? linesOf(year) : '');
  });

  it('is the same on a second run, byte for byte', () => {
    const [first, second] = years.map((year) => JSON.stringify(year.messages));
    expect(first).toBe(second);
    expect(years[0]?.totals.escalations).toBeGreaterThan(0);
  });
});
