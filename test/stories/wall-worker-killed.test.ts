import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { openDatabase } from '../../store/database.ts';
import { type Child, runChild } from '../harness/child.ts';
import type { DeskOrder } from '../harness/children/desk.ts';
import { freshNamespace } from '../harness/namespace.ts';
import { runDirectory } from '../harness/services.ts';
import { workflowBundlePath } from '../harness/temporal.ts';
import { lineOf, noticesOf } from '../harness/told.ts';
import { wallRound } from '../harness/wall-round.ts';

const desks: Child[] = [];
afterAll(async () => {
  for (const each of desks) await each.kill();
});

function desk(order: DeskOrder): Child {
  const child = runChild('test/harness/children/desk.ts', [JSON.stringify(order)]);
  desks.push(child);
  return child;
}

it('a worker killed before the last rung: it still leaves, and each rung once', async () => {
  const directory = join(mkdtempSync(join(runDirectory(), 'desk-')), 'database');
  const { address, namespace } = await freshNamespace('killed');
  const order: DeskOrder = {
    directory,
    address,
    namespace,
    bundle: await workflowBundlePath(),
    mode: 'wall',
    start: '',
    items: [wallRound(loadCalendar(), { overdueInMs: 14_000, lastRung: 10 })],
    acts: [],
    until: null,
  };
  const first = desk(order);
  await first.line('reminder-1');
  await first.kill();
  expect(first.lines.filter((line) => line.includes('rung-3'))).toEqual([]);

  const second = desk(order);
  await second.line('rung-3');
  await second.kill();

  const database = await openDatabase({ kind: 'pglite', dir: directory });
  const told = await noticesOf(database, { kind: ['reminder', 'escalation'] });
  expect(told.map((notice) => lineOf(notice).slice('YYYY-MM-DD HH:mm '.length))).toEqual([
    'reminder → so-dl/focalPoint',
    'escalation → so-dl/head',
    'escalation → so-khcn/coordinator',
    'escalation → ubnd-tinh/leadership',
  ]);
  await database.close();
});
