import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandAnswer } from '../../client/ports.ts';
import { openDatabase } from '../../store/database.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { migrate } from '../../store/migrate.ts';
import { databaseAway } from '../../wording/operator/faults.ts';
import { faultText } from '../../worker/fault-report.ts';
import { openStory, type Story } from '../harness/story.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';
import { type OwnPostgres, openOwnPostgres, postgresPrograms } from './own-postgres.ts';

const ROUND_KEY = WALL_ROUND.slice('round/brvt/'.length);
const LIMIT_MS = 180_000;

/** The embedded engine dies with its process: killed.test.ts. */
describe.skipIf(postgresPrograms() === null)('the PostgreSQL server is killed while the program runs', () => {
  let postgres: OwnPostgres;
  let story: Story;
  let said: string[];
  const onFault = (error: unknown, about: string): void => void said.push(faultText(error, about));
  beforeEach(async () => {
    said = [];
    postgres = await openOwnPostgres();
    const database = await openDatabase({ kind: 'postgres', url: postgres.url });
    await migrate(database.db);
    story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall', database, onFault });
  });
  afterEach(async () => {
    await story.close();
    await postgres.remove();
  });

  async function open(overdueInMs: number, agencies: string[]): Promise<void> {
    await putOnAgendaOf(story.database.db, [wallRound(story.calendar, { overdueInMs, agencies })]);
    story.engine.relay?.kick();
    await until('the round', async () => (await story.journal(ROUND_KEY)).length === agencies.length, LIMIT_MS);
  }

  it(
    'rungs that came due meanwhile leave when it is back, once each',
    async () => {
      await open(8_000, ['so-dl']);
      await until('the reminder', async () => (await story.notices({ kind: 'reminder' })).length === 1, LIMIT_MS);
      await postgres.kill();
      await expect(story.notices()).rejects.toThrow();
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      expect(new Set(said)).toEqual(new Set([databaseAway()]));
      await postgres.start();

      await until('the last rung', async () => (await story.obligation(`${ROUND_KEY}/so-dl`)).rung === 3, LIMIT_MS);
      const climbed = await story.notices({ kind: 'escalation' });
      expect(climbed.map(({ to }) => to)).toEqual(['so-dl/head', 'so-khcn/coordinator', 'ubnd-tinh/leadership']);
      await until('every letter', async () => story.post.letters.length === 4, LIMIT_MS);
    },
    2 * LIMIT_MS,
  );

  it(
    'answers in hand are done or not known; what was acknowledged is there, and what is handed in again is one',
    async () => {
      const agencies = Array.from({ length: 40 }, (_, number) => `co-quan-${number + 1}`);
      await open(3_600_000, agencies);
      const acknowledged = new Set<string>();
      const handIn = async (agency: string): Promise<CommandAnswer | null> => {
        const by = { person: `${agency}-head`, agency, roles: ['head'] };
        const facts = { receipt: `BN-${agency}`, source: 'chat', actedOn: '2024-10-07', signed: false, measures: {} };
        const body = { do: 'submit', ref: null, ...facts, agency, by };
        const act = { key: `act-${agency}`, channel: 'story', person: by.person, workflow: WALL_ROUND, body };
        const answer = await story.engine.counter.hand({ ...act, kind: 'command' }).catch(() => null);
        if (answer?.status === 'done') acknowledged.add(agency);
        return answer;
      };
      const first = Promise.all(agencies.map(handIn));
      await until('the first answers', async () => acknowledged.size >= 5, LIMIT_MS);
      await postgres.kill();
      const before = [...acknowledged];
      await postgres.start();
      await first;
      for (const agency of before) expect((await story.obligation(`${ROUND_KEY}/${agency}`)).phase).toBe('submitted');

      for (const agency of agencies)
        await until(agency, async () => (await handIn(agency))?.status === 'done', LIMIT_MS);
      const submitted = (await story.journal(ROUND_KEY)).filter(({ kind }) => kind === 'submitted');
      expect(submitted).toHaveLength(agencies.length);
      expect(await story.notices({ kind: 'receipt' })).toHaveLength(agencies.length);
    },
    2 * LIMIT_MS,
  );
});
