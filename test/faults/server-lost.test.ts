import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../worker/temporal-server/embedded.ts';
import { runDirectory } from '../harness/services.ts';
import { mustBeDone, openStory, type Story, type StoryOptions } from '../harness/story.ts';
import { testTemporal } from '../harness/temporal.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';

const PLAN = 'brvt-kh54-2022';
const DUTY = `${PLAN}/2024/IV.2.đ/2024/so-dl`;
const WALL_DUTY = `${WALL_ROUND.slice('round/brvt/'.length)}/so-dl`;
/** The watch looks every fifteen seconds; a loaded machine takes its time. */
const LIMIT_MS = 180_000;

let story: Story;
let server: EmbeddedServer;
let directory: string;

/** The keeper of the server is the program's own: it starts it again on the same file and port. */
async function open(options: Omit<StoryOptions, 'target'>): Promise<void> {
  const { programPath: path, serverVersion } = await testTemporal();
  directory = mkdtempSync(join(runDirectory(), 'lost-'));
  const file = join(directory, 'temporal.db');
  server = await startEmbeddedServer({ program: { path, serverVersion }, file, env: process.env, forTests: true });
  story = await openStory({ ...options, target: server.target });
}
afterEach(async () => {
  await story.close();
  await server.stop();
});

/** While the program runs: the server dies and its file is gone when it is started again. */
async function loseTheFile(): Promise<void> {
  const killed = server.pid();
  process.kill(killed, 'SIGKILL');
  for (const name of readdirSync(directory).filter((each) => each.startsWith('temporal.db'))) {
    rmSync(join(directory, name));
  }
  await until('another server', async () => server.pid() > 0 && server.pid() !== killed, LIMIT_MS);
}

const told = async (): Promise<string[]> =>
  (await story.notices({ of: DUTY })).map(({ leaves, kind, to }) => `${leaves} ${kind} ${to}`);

describe('the Temporal server loses everything while the program runs', () => {
  it('on a stepped clock what is due next starts its workflow again from the database, and nothing is missing', async () => {
    await open({ start: '2024-10-21T10:00', plans: [PLAN] });
    await story.advance('2024-11-06 09:00');
    const before = await told();
    await loseTheFile();

    await story.advance('2024-11-20 09:00');
    expect(await told()).toEqual([
      ...before,
      '2024-11-08 08:00 escalation so-khcn/coordinator',
      '2024-11-12 08:00 escalation ubnd-tinh/leadership',
      '2024-11-14 08:00 leadershipRepeat ubnd-tinh/leadership',
      '2024-11-19 08:00 leadershipHandover ubnd-tinh/leadership 2',
    ]);
    const waiting = await story.database.db
      .selectFrom('message')
      .select('key')
      .where('status', '=', 'queued')
      .execute();
    expect(waiting).toEqual([]);
  });

  it('a report handed in afterwards finds its round', async () => {
    await open({ start: '2024-10-21T10:00', plans: [PLAN] });
    await loseTheFile();
    mustBeDone(await story.as('so-dl', 'head').submit(DUTY));
    expect((await story.obligation(DUTY)).phase).toBe('submitted');
    expect((await story.state(`round/brvt/${DUTY.slice(0, -'/so-dl'.length)}`))?.phases['so-dl']).toBe('submitted');
  });

  it(
    'on the wall clock the watch starts it again, and its rungs leave, once each',
    async () => {
      await open({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
      await putOnAgendaOf(story.database.db, [wallRound(story.calendar, { overdueInMs: 6_000, lastRung: 3 })]);
      story.engine.relay?.kick();
      await until('the reminder', async () => (await story.notices({ kind: 'reminder' })).length === 1, LIMIT_MS);
      await loseTheFile();

      await until('leadership hears', async () => (await story.obligation(WALL_DUTY)).rung === 3, LIMIT_MS);
      const climbed = await story.notices({ kind: ['reminder', 'escalation'] });
      expect(new Set(climbed.map(({ key }) => key)).size).toBe(climbed.length);
      await until('its letter', async () => story.post.letters.some(({ to }) => to.endsWith('@ubnd-tinh.example')));
      expect(climbed.at(-1)?.to).toBe('ubnd-tinh/leadership');
    },
    2 * LIMIT_MS,
  );
});
