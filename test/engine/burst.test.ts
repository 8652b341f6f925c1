import { afterAll, beforeAll, expect, it } from 'vitest';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { openStory, type Story } from '../harness/story.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';

const COMMANDS = 40;
const ROUND_KEY = WALL_ROUND.slice('round/brvt/'.length);
let story: Story;
beforeAll(async () => {
  story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
});
afterAll(() => story.close());

it('40 commands at once into one round: all are done, each with its rows', async () => {
  const agencies = Array.from({ length: COMMANDS }, (_, number) => `co-quan-${String(number + 1).padStart(2, '0')}`);
  await putOnAgendaOf(story.database.db, [wallRound(story.calendar, { overdueInMs: 3_600_000, agencies })]);
  story.engine.relay?.kick();
  await until('the round', async () => (await story.journal(ROUND_KEY)).length === COMMANDS);

  const answers = await Promise.all(
    agencies.map((agency) => story.as(agency, 'head').submit(`${ROUND_KEY}/${agency}`)),
  );
  expect(answers.filter(({ status }) => status === 'refused')).toEqual([]);
  await until('every answer', async () => {
    const rows = await story.database.db.selectFrom('inbox').select('status').execute();
    return rows.length === COMMANDS && rows.every(({ status }) => status === 'done');
  });

  const lines = (await story.journal(ROUND_KEY)).filter(({ kind }) => kind === 'submitted');
  expect(lines).toHaveLength(COMMANDS);
  const rows = await story.database.db.selectFrom('obligation').select('phase').execute();
  expect(rows.filter(({ phase }) => phase === 'submitted')).toHaveLength(COMMANDS);
  expect(await story.notices({ kind: 'receipt' })).toHaveLength(COMMANDS);
  expect((await story.state(WALL_ROUND))?.obligations).toMatchObject({ total: COMMANDS, submitted: COMMANDS });
});
