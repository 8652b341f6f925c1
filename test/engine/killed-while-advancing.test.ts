import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { openDatabase } from '../../store/database.ts';
import { planStart } from '../../worker/open-plans.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../worker/temporal-server/embedded.ts';
import { type Child, runChild } from '../harness/child.ts';
import type { DeskOrder } from '../harness/children/desk.ts';
import { runDirectory } from '../harness/services.ts';
import { at } from '../harness/story.ts';
import { testTemporal, workflowBundlePath } from '../harness/temporal.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';
const START = at('2024-10-21 07:30');
const servers: EmbeddedServer[] = [];
const desks: Child[] = [];
afterAll(async () => {
  for (const each of desks) await each.kill();
  for (const server of servers) await server.stop();
});

/** A report and its acceptance, decided at instants of their own. */
function act(when: string, agency: string, by: { agency: string; role: string }, body: object): AgendaItem {
  const key = `act-${agency}-${when}`;
  const actor = { person: `${by.agency}-${by.role}`, agency: by.agency, roles: [by.role] };
  const message = { kind: 'command' as const, key, at: at(when), body: { ...body, agency, by: actor } };
  return { key, workflow: `round/brvt/${ROUND}`, at: at(when), rank: 2, message };
}

function submitted(when: string, agency: string): AgendaItem {
  const facts = { receipt: `BN-${agency}`, source: 'chat', actedOn: when.slice(0, 10), signed: false, measures: {} };
  return act(when, agency, { agency, role: 'head' }, { do: 'submit', ref: 'text', ...facts });
}

async function order(name: string): Promise<{ order: DeskOrder; server: EmbeddedServer }> {
  const { programPath: path, serverVersion } = await testTemporal();
  const directory = mkdtempSync(join(runDirectory(), name));
  const program = { path, serverVersion };
  const file = join(directory, 'temporal.db');
  const server = await startEmbeddedServer({ program, file, env: process.env, forTests: true });
  servers.push(server);
  const plans = loadPlans();
  const own = plans.filter(({ id }) => id === 'brvt-kh54-2022');
  const reviewer = { agency: 'so-khcn', role: 'reviewer' };
  return {
    server,
    order: {
      directory: join(directory, 'database'),
      address: server.target.address,
      namespace: server.target.namespace,
      bundle: await workflowBundlePath(),
      mode: 'stepped',
      start: START,
      items: own.map((plan) => planStart(plan, plans, loadCalendar(), START)),
      acts: [
        submitted('2024-10-24 09:12', 'so-dl'),
        act('2024-10-29 15:00', 'so-dl', reviewer, { do: 'accept', ref: null }),
        submitted('2024-11-07 10:30', 'so-yt'),
        act('2024-11-08 16:20', 'so-yt', reviewer, { do: 'return', ref: 'text' }),
      ],
      until: at('2024-11-18 23:00'),
    },
  };
}

function desk(given: DeskOrder): Child {
  const child = runChild('test/harness/children/desk.ts', [JSON.stringify(given)]);
  desks.push(child);
  return child;
}

/** Everything decided, as written and in order. */
async function ledgerOf({ directory }: DeskOrder): Promise<string[]> {
  const { db, close } = await openDatabase({ kind: 'pglite', dir: directory });
  const notices = await db
    .selectFrom('notice')
    .select(['key', 'kind', 'at', 'slot', 'status', 'facts'])
    .orderBy('seq')
    .execute();
  const journal = await db
    .selectFrom('journal')
    .select(['key', 'at', 'kind', 'facts', 'actor'])
    .orderBy('seq')
    .execute();
  const obligations = await db.selectFrom('obligation').select(['key', 'phase', 'state']).orderBy('key').execute();
  const messages = await db
    .selectFrom('message')
    .select(['person', 'slot', 'channel', 'subject'])
    .orderBy('key')
    .execute();
  await close();
  return [...notices, ...journal, ...obligations, ...messages].map((row) => JSON.stringify(row));
}

it('worker, driver and server killed in the middle of advance: the same ledger, byte for byte', async () => {
  const [calm, rough] = await Promise.all([order('calm-'), order('rough-')]);

  const undisturbed = async (): Promise<void> => {
    await desk(calm.order).line('done');
  };
  const disturbed = async (): Promise<void> => {
    for (const day of ['2024-10-25', '2024-11-06']) {
      const killed = desk(rough.order);
      await killed.line(`wrote ${day}`);
      await killed.kill();
    }
    const last = desk(rough.order);
    await last.line('wrote 2024-11-08');
    process.kill(rough.server.pid(), 'SIGKILL');
    await last.line('done');
  };
  await Promise.all([undisturbed(), disturbed()]);

  const expected = await ledgerOf(calm.order);
  expect(expected.length).toBeGreaterThan(100);
  expect(await ledgerOf(rough.order)).toEqual(expected);
});
