import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../worker/temporal-server/embedded.ts';
import { freePort } from '../../worker/temporal-server/ports.ts';
import { runDirectory } from '../harness/services.ts';
import { openStory, type Story } from '../harness/story.ts';
import { testTemporal } from '../harness/temporal.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';

const DUTY = `${WALL_ROUND.slice('round/brvt/'.length)}/so-dl`;
let story: Story;
let server: EmbeddedServer;
let file: string;
let port: number;

async function startServer(): Promise<EmbeddedServer> {
  const { programPath: path, serverVersion } = await testTemporal();
  return startEmbeddedServer({ program: { path, serverVersion }, file, port, env: process.env, forTests: true });
}

beforeAll(async () => {
  file = join(mkdtempSync(join(runDirectory(), 'killed-')), 'temporal.db');
  port = await freePort();
  server = await startServer();
  story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall', target: server.target });
});
afterAll(async () => {
  await story.close();
  await server.stop();
});

it('a server killed across two rungs and started again on its file sends one late notice, for the newest rung', async () => {
  const overdueInMs = 8_000;
  const opened = Date.now();
  await putOnAgendaOf(story.database.db, [
    wallRound(story.calendar, { overdueInMs, collapseAfterMs: 700, firstRung: 4, lastRung: 16 }),
  ]);
  story.engine.relay?.kick();
  await until('the reminder', async () => (await story.notices({ kind: 'reminder' })).length === 1);
  // Nothing is in hand: the next rung stands ten seconds after the reminder.
  await passed(1_000);

  process.kill(server.pid(), 'SIGKILL');
  await server.stop();
  // Rungs stand 16, 18 and 40 seconds after the opening.
  await passed(opened + 21_000 - Date.now());
  expect(await story.notices({ kind: 'escalation' })).toEqual([]);
  server = await startServer();

  const told = await until('the last rung', async () => {
    const climbed = await story.notices({ kind: 'escalation' });
    return climbed.length >= 2 && climbed;
  });
  expect(told.map(({ rung, to }) => `${rung} ${to}`)).toEqual([
    'rung-2 so-khcn/coordinator',
    'rung-3 ubnd-tinh/leadership',
  ]);
  expect(told[0]?.late).toBe(true);
  expect((await story.journal(`${DUTY}/1/collapsed-rung`)).map(({ kind }) => kind)).toEqual(['collapsed']);
  const late = story.post.letters.filter(({ to }) => to.endsWith('@so-khcn.example'));
  expect(late).toHaveLength(1);
});

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
