import { Client, Connection } from '@temporalio/client';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../domain/rehearsal/ledger.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { loadTrial } from '../../plans/load-trial.ts';
import { playedLedger } from '../../worker/rehearsal/played-ledger.ts';
import type { TemporalTarget } from '../../worker/temporal-server/target.ts';
import { countOf } from '../figures/counted.ts';
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

/** Events of each plan's own workflow, all its runs together. */
async function eventsOfPlans(target: TemporalTarget): Promise<Record<string, number>> {
  const connection = await Connection.connect(target.client);
  const client = new Client({ connection, namespace: target.namespace });
  const events: Record<string, number> = {};
  for await (const { workflowId, runId } of client.workflow.list({ query: "WorkflowType = 'plan'" })) {
    events[workflowId] = (events[workflowId] ?? 0) + (await countOf(client, workflowId, runId)).events;
  }
  await connection.close();
  return events;
}

/** Both trial plans from January to December 2024 with the trial's seeded cast, on the real server, over real SMTP. */
async function year2024(target: TemporalTarget): Promise<Ledger> {
  const all = loadPlans();
  const trial = loadTrial();
  quietRuntime();
  const [{ serverVersion }, codePath] = await Promise.all([testTemporal(), workflowBundlePath()]);
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
  let targets: TemporalTarget[];
  let years: Ledger[];
  beforeAll(async () => {
    targets = await Promise.all([freshNamespace('year'), freshNamespace('year')]);
    years = await Promise.all(targets.map(year2024));
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

  it('costs a plan at most a hundred events', async () => {
    const [target] = targets;
    const events = Object.values(target ? await eventsOfPlans(target) : {});
    expect(events).toHaveLength(2);
    expect(Math.max(...events)).toBeLessThanOrEqual(100);
    expect(Math.min(...events)).toBeGreaterThan(10);
  });
});
