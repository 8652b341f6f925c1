import { afterEach, describe, expect, it } from 'vitest';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { openStory, type Story } from '../harness/story.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';

const DUTY = `${WALL_ROUND.slice('round/brvt/'.length)}/so-dl`;
let story: Story;
afterEach(() => story.close());

async function openWall(overdueInMs: number, firstRung = 1): Promise<void> {
  story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
  await putOnAgendaOf(story.database.db, [wallRound(story.calendar, { overdueInMs, firstRung })]);
  story.engine.relay?.kick();
  await until('the round is open', async () => (await story.journal(DUTY)).find(({ kind }) => kind === 'opened'));
}

const rungs = async (): Promise<string[]> =>
  (await story.notices({ kind: ['reminder', 'escalation'] })).map(
    ({ rung, to, late }) => `${rung} ${to}${late ? ' late' : ''}`,
  );

describe('on the wall clock', () => {
  it('reminds and climbs by its own timers, and every message arrives', async () => {
    await openWall(3_000);
    const letters = await until('four letters', async () => story.post.letters.length >= 4 && story.post.letters);
    expect(await rungs()).toEqual([
      'reminder-1 so-dl/focalPoint',
      'rung-1 so-dl/head',
      'rung-2 so-khcn/coordinator',
      'rung-3 ubnd-tinh/leadership',
    ]);
    expect(letters.map(({ to }) => to.split('@')[1])).toEqual([
      'so-dl.example',
      'so-dl.example',
      'so-khcn.example',
      'ubnd-tinh.example',
    ]);
  });

  it('with every projection emptied, reminders and rungs still leave', async () => {
    await openWall(4_500);
    const { db } = story.database;
    await db.deleteFrom('obligation').execute();
    await db.deleteFrom('workflow').execute();
    await db.deleteFrom('journal').execute();
    await until('four letters', async () => story.post.letters.length >= 4);
    expect(await rungs()).toEqual([
      'reminder-1 so-dl/focalPoint',
      'rung-1 so-dl/head',
      'rung-2 so-khcn/coordinator',
      'rung-3 ubnd-tinh/leadership',
    ]);
    expect((await story.obligation(DUTY)).rung).toBe(3);
  });

  it('with the worker stopped none leaves; an answer typed meanwhile is kept and applied once', async () => {
    await openWall(6_000, 10);
    await until('the reminder', async () => (await rungs()).length === 1);
    await story.stopEngine();
    await story.startClientOnly();
    const answer = await story.as('so-dl', 'head').submit(DUTY);
    expect(answer).toEqual({ status: 'waiting' });
    expect(await rungs()).toEqual(['reminder-1 so-dl/focalPoint']);
    await story.stopEngine();

    await story.startEngine();
    await until('the answer is taken', async () => (await story.obligation(DUTY)).phase === 'submitted');
    await until('its line is settled', async () => {
      const [row] = await story.database.db.selectFrom('inbox').select('status').execute();
      return row?.status === 'done';
    });
    const submitted = (await story.journal(DUTY)).filter(({ kind }) => kind === 'submitted');
    expect(submitted).toHaveLength(1);
    expect(await rungs()).toEqual(['reminder-1 so-dl/focalPoint']);
  });
});
