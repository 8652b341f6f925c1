import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ObligationCommand } from '../../domain/obligation/command.ts';
import { roundWorkflow } from '../../domain/plan/keys.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { mustBeDone, openStory, type Story } from '../harness/story.ts';
import { until } from '../harness/wall-round.ts';
import { type Counted, countOf, type PerObligation, perObligation } from './counted.ts';
import { enterForty, FORTY, reportOf, roundOfForty } from './round-of-forty.ts';

/** Bounds per obligation, from design.md. */
const MOST: PerObligation = { events: 15, actions: 5, bytes: 2_600, workflowTasks: 2.5 };

/** Each says it is under its bound; the message of a failure shows the figures themselves. */
function within(found: PerObligation): Record<keyof PerObligation, boolean> {
  return {
    events: found.events <= MOST.events,
    actions: found.actions <= MOST.actions,
    bytes: found.bytes <= MOST.bytes,
    workflowTasks: found.workflowTasks <= MOST.workflowTasks,
  };
}

const ALL_WITHIN = { events: true, actions: true, bytes: true, workflowTasks: true };

describe('a round of forty agencies on the wall clock, counted in its real history', () => {
  let story: Story;
  const counted: Record<string, Counted> = {};

  /** Every agency reports by itself and every report is accepted by itself: the dearest way there is. */
  async function reportAndAccept(key: string, agencies: string[]): Promise<void> {
    const workflow = roundWorkflow('brvt', key);
    const reviewer = story.as('so-khcn', 'reviewer').actor;
    for (const [number, agency] of agencies.entries()) {
      const by = story.as(agency, 'head').actor;
      await hand(workflow, reportOf(agency, by, number + 1));
      await hand(workflow, { do: 'accept', agency, by: reviewer, ref: null });
    }
  }

  /** Under a key as the pages' chat makes them. */
  async function hand(workflow: string, body: ObligationCommand): Promise<void> {
    const key = `web:${randomUUID()}`;
    const { person } = body.by;
    mustBeDone(await story.engine.counter.hand({ key, channel: 'webChat', person, workflow, kind: 'command', body }));
  }

  async function play(name: string, overdueInMs: number, before: (key: string) => Promise<void>): Promise<Counted> {
    const round = roundOfForty(story, name, overdueInMs);
    await putOnAgendaOf(story.database.db, [round.item]);
    story.engine.relay?.kick();
    await until(name, async () => (await story.journal(round.key)).length >= FORTY);
    await before(round.key);
    await reportAndAccept(round.key, round.agencies);
    const { client } = story.engine;
    await until(`the end of ${name}`, async () => {
      const { status } = await client.workflow.getHandle(round.id).describe();
      return status.name === 'COMPLETED';
    });
    return countOf(client, round.id);
  }

  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
    await enterForty(story);
    const [onTime, overdue] = await Promise.all([
      play('happy', 3_600_000, async () => undefined),
      play('overdue', 6_000, async (key) => {
        const climbed = (): Promise<unknown[]> => story.notices({ kind: 'escalation', of: key });
        await until('three rungs of forty agencies', async () => (await climbed()).length === 3 * FORTY);
      }),
    ]);
    Object.assign(counted, { onTime, overdue });
  });
  afterAll(() => story.close());

  it.each([
    { label: 'all on time', name: 'onTime', timers: 1 },
    { label: 'all overdue by three rungs', name: 'overdue', timers: 3 },
  ])('$label: events, Actions, bytes and tasks stay under their bounds', ({ name, timers }) => {
    const found = counted[name] as Counted;
    const each = perObligation(found, FORTY);
    expect({ ...each, ok: within(each) }).toEqual({ ...each, ok: ALL_WITHIN });
    expect(found.updates).toBe(1 + 2 * FORTY);
    expect(found.timers).toBeGreaterThanOrEqual(timers);
  });

  it('no workflow ever has two timers waiting: neither a round nor a slot of messages', async () => {
    const { client } = story.engine;
    const most: Record<string, number> = {};
    for await (const { workflowId, type } of client.workflow.list()) {
      const { mostTimers } = await countOf(client, workflowId);
      most[type] = Math.max(most[type] ?? 0, mostTimers);
    }
    expect(most).toEqual({ round: 1, digest: 1 });
  });
});
