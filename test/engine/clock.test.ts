import { afterEach, describe, expect, it } from 'vitest';
import { createCourier } from '../../client/courier.ts';
import { ClockIsWall, createDriver } from '../../client/driver.ts';
import { instantFromMs } from '../../domain/calendar/instant.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { TASK_QUEUE } from '../../worker/engine.ts';
import { at, openStory, type Story } from '../harness/story.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';

let story: Story;
afterEach(() => story.close());

describe('the clock belongs to the database', () => {
  it('a workflow on the wall clock refuses a tick', async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
    await putOnAgendaOf(story.database.db, [wallRound(story.calendar, { overdueInMs: 3_600_000 })]);
    story.engine.relay?.kick();
    await until('the round', async () => (await story.journal('opened')).length === 1);
    const now = instantFromMs(Date.now());
    const tick = { kind: 'tick' as const, key: 'tick:by-hand', at: now, body: null };
    const courier = createCourier(story.engine.client, { taskQueue: TASK_QUEUE, clock: 'wall' });
    expect(await courier.carry({ key: tick.key, workflow: WALL_ROUND, at: now, rank: 1, message: tick })).toEqual({
      refused: 'CLOCK_IS_WALL',
      facts: {},
    });
  });

  it('a database on the wall clock is not advanced', async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
    expect(story.engine.driver).toBeNull();
    const courier = createCourier(story.engine.client, { taskQueue: TASK_QUEUE, clock: 'wall' });
    const driver = createDriver(story.engine.agenda, story.engine.clock, courier);
    await expect(driver.advance(at('2030-01-01 00:00'))).rejects.toThrow(ClockIsWall);
  });

  it('a stepped clock stands until somebody moves it, and never goes back', async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    expect(await story.now()).toBe(at('2024-10-07 07:30'));
    await story.advance('2024-10-08 09:00');
    await story.advance('2024-10-07 09:00');
    expect(await story.now()).toBe(at('2024-10-08 09:00'));
  });

  it('two drivers at once over one database do everything once', async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    const courier = createCourier(story.engine.client, { taskQueue: TASK_QUEUE, clock: 'stepped' });
    const second = createDriver(story.engine.agenda, story.engine.clock, courier);
    await Promise.all([story.advance('2024-11-08 09:00'), second.advance(at('2024-11-08 09:00'))]);
    const told = await story.notices({ of: 'brvt-kh54-2022/2024/IV.2.đ/2024/so-dl' });
    expect(told.map(({ leaves, rung }) => `${leaves.slice(0, 10)} ${rung}`)).toEqual([
      '2024-10-16 reminder-14',
      '2024-10-25 reminder-7',
      '2024-10-31 reminder-3',
      '2024-11-04 reminder-1',
      '2024-11-05 reminder-0',
      '2024-11-06 rung-1',
      '2024-11-08 rung-2',
    ]);
    const letters = story.post.letters.map(({ messageId }) => messageId);
    expect(new Set(letters).size).toBe(letters.length);
  });
});
