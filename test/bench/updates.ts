import { createDeliverActivities } from '../../activities/deliver.ts';
import { createCourier } from '../../client/courier.ts';
import { instantFromMs, instantOn } from '../../domain/calendar/instant.ts';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import { deadlineOn } from '../../domain/obligation/deadline.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { createStoredClock } from '../../store/agenda-store.ts';
import type { Database } from '../../store/database.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { type Engine, startEngine, TASK_QUEUE } from '../../worker/engine.ts';
import { REHEARSAL_LINKS } from '../../worker/rehearsal/rehearsal-links.ts';
import type { Ground } from './ground.ts';
import { inParallel } from './in-parallel.ts';
import type { Measure, Run } from './measure.ts';
import { report, roundStart } from './rounds.ts';
import { median, quantile } from './statistics.ts';
import type { Table } from './table.ts';

const AGENCIES = 40;
const SMALL_CACHE = 20;
const LARGE_CACHE = 2_000;
const ALTERNATIONS = 3;
const START = instantOn('2024-10-07', '08:00');

/** Reports into many rounds: Update, write into the database, answer. */
export const updates: Measure = {
  name: 'updates',
  async run(run) {
    return [await intoRounds(run), await fromInbox(run)];
  },
};

interface Rounds {
  engine: Engine;
  database: Database;
  starts: AgendaItem[];
  /** The next report that nobody has given yet, a round further each time. */
  next(): AgendaItem;
  carry(item: AgendaItem): Promise<void>;
}

async function openRounds(
  ground: Ground,
  given: { rounds: number; cache: number; mode: 'stepped' | 'wall' },
): Promise<Rounds> {
  const { rounds, cache, mode } = given;
  const calendar = loadCalendar();
  const database = await ground.freshDatabase();
  const { db } = database;
  await createStoredClock(db).initialise(mode, mode === 'stepped' ? START : null);
  const target = await ground.freshTarget();
  const engine = await startEngine({
    database,
    target,
    bundle: ground.bundle,
    deliver: createDeliverActivities({
      outbox: createOutbox(db),
      facts: createNoticeFacts(db),
      mail: null,
      links: REHEARSAL_LINKS,
      calendar: () => calendar,
    }),
    cachedWorkflows: cache,
  });
  const courier = createCourier(engine.client, { taskQueue: TASK_QUEUE, clock: mode });
  const carry = async (item: AgendaItem): Promise<void> => {
    const outcome = await courier.carry(item);
    if (!('taken' in outcome)) throw new Error(`${item.key}: ${JSON.stringify(outcome)}`);
  };
  const at = mode === 'stepped' ? START : instantFromMs(Date.now());
  const deadline = deadlineOn(mode === 'stepped' ? '2024-12-16' : `${Number(at.slice(0, 4)) + 1}-12-15`);
  const starts = Array.from({ length: rounds }, (_, number) =>
    roundStart({ name: `lan-${number}`, at, agencies: AGENCIES, calendar, deadline }),
  );
  await inParallel(starts, 8, carry);
  let taken = 0;
  const next = (): AgendaItem => {
    const round = starts[taken % rounds];
    const agency = Math.floor(taken / rounds);
    if (round === undefined || agency >= AGENCIES) throw new Error('every report was given');
    taken += 1;
    return report(round, agency, mode === 'stepped' ? START : instantFromMs(Date.now()));
  };
  return { engine, database, starts, next, carry };
}

async function intoRounds({ ground: open, small, say }: Run): Promise<Table> {
  const ground = await open();
  const rounds = small ? 40 : 200;
  const batch = small ? 40 : 200;
  const inFlight = [1, 8, 32];
  say(`opening ${rounds} rounds twice`);
  const caches = [LARGE_CACHE, SMALL_CACHE];
  const stages: Rounds[] = [];
  for (const cache of caches) stages.push(await openRounds(ground, { rounds, cache, mode: 'stepped' }));
  const found = new Map<string, { rate: number[]; latency: number[] }>();
  for (let turn = 0; turn < ALTERNATIONS; turn += 1) {
    for (const flying of inFlight) {
      for (const [index, stage] of stages.entries()) {
        const items = Array.from({ length: Math.min(batch, flying * 50) }, () => stage.next());
        const { ms, each } = await timed(items, flying, stage.carry);
        const key = `${caches[index]}/${flying}`;
        const known = found.get(key) ?? { rate: [], latency: [] };
        known.rate.push((items.length / ms) * 1000);
        known.latency.push(...each);
        found.set(key, known);
      }
    }
    say(`turn ${turn + 1} of ${ALTERNATIONS}`);
  }
  for (const { engine } of stages) await engine.stop();
  return {
    title: `Updates into ${rounds} rounds of ${AGENCIES} agencies, one worker, embedded server and database`,
    head: ['cached workflows', 'in flight', 'updates/s', 'p50 ms', 'p99 ms'],
    rows: caches.flatMap((cache) =>
      inFlight.map((flying) => {
        const { rate = [], latency = [] } = found.get(`${cache}/${flying}`) ?? {};
        return [`${cache}`, flying, median(rate), quantile(latency, 0.5), quantile(latency, 0.99)];
      }),
    ),
    notes: [`median of ${ALTERNATIONS} alternating turns; an update is answered when its rows are in the database`],
  };
}

/** The whole way of a person's act on the wall clock: inbox, relay, Update, write, answer; its receipt leaves meanwhile. */
async function fromInbox({ ground: open, small, say }: Run): Promise<Table> {
  const ground = await open();
  const rounds = small ? 20 : 100;
  const batch = small ? 20 : 100;
  say(`opening ${rounds} rounds on the wall clock`);
  const stage = await openRounds(ground, { rounds, cache: LARGE_CACHE, mode: 'wall' });
  const rows = [];
  for (const flying of [1, 8, 32]) {
    const rates: number[] = [];
    const latency: number[] = [];
    for (let turn = 0; turn < ALTERNATIONS; turn += 1) {
      const items = Array.from({ length: Math.min(batch, flying * 25) }, () => stage.next());
      const { ms, each } = await timed(items, flying, async ({ key, workflow, message: { body } }) => {
        const act = { key, channel: 'webChat', person: 'nguoi', workflow, kind: 'command' as const, body };
        const answer = await stage.engine.counter.hand(act);
        if (answer.status === 'refused') throw new Error(JSON.stringify(answer));
      });
      rates.push((items.length / ms) * 1000);
      latency.push(...each);
    }
    rows.push([`${flying}`, median(rates), quantile(latency, 0.5), quantile(latency, 0.99)]);
    say(`${flying} at once`);
  }
  await stage.engine.stop();
  return {
    title: `Acts from the inbox to their answer, ${rounds} rounds on the wall clock`,
    head: ['people at once', 'acts/s', 'p50 ms', 'p99 ms'],
    rows,
    notes: ['inbox row, relay, Update, write, answer; a digest workflow sends each receipt meanwhile'],
  };
}

async function timed(
  items: AgendaItem[],
  flying: number,
  act: (item: AgendaItem) => Promise<void>,
): Promise<{ ms: number; each: number[] }> {
  const each: number[] = [];
  const began = performance.now();
  await inParallel(items, flying, async (item) => {
    const start = performance.now();
    await act(item);
    each.push(performance.now() - start);
  });
  return { ms: performance.now() - began, each };
}
