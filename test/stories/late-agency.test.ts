import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024';
const DIRECTION = 'Giao Sở Du lịch báo cáo trước 17 giờ ngày 18/11/2024; không để chậm thêm.';

/** Overdue after Tuesday 05/11/2024; rungs on 06/11, 08/11 and 12/11. */
describe('a late agency climbs to leadership, and leadership’s decision comes back', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-11-13 09:00');
  });
  afterAll(() => story.close());

  it('climbs to its head, to the coordinator and to leadership, each once', async () => {
    expect((await story.notices({ of: `${REPORT}/so-dl`, kind: 'escalation' })).map(lineOf)).toEqual([
      '2024-11-06 08:00 escalation → so-dl/head',
      '2024-11-08 08:00 escalation → so-khcn/coordinator',
      '2024-11-12 08:00 escalation → ubnd-tinh/leadership',
    ]);
    const state = await story.state(`round/brvt/${REPORT}`);
    expect(state?.ladder).toContainEqual({ obligation: `${REPORT}/so-dl`, deadline: 1, rung: 3 });
    expect(state?.obligations).toEqual({ total: 10, open: 10, submitted: 0, accepted: 0, waived: 0, overdue: 10 });
  });

  it('brings the decision back word for word, with a day of its own', async () => {
    const answer = await story
      .as('ubnd-tinh', 'leadership')
      .answersLadder(`${REPORT}/so-dl`, 'direct', DIRECTION, '2024-11-18');
    expect(answer).toEqual({ status: 'done' });

    const decisions = await story.notices({ kind: 'leadershipDecision' });
    expect(decisions.map(({ to, words, facts }) => ({ to, words, by: facts.to }))).toEqual([
      { to: 'so-dl/focalPoint', words: DIRECTION, by: '2024-11-18' },
      { to: 'so-dl/head', words: DIRECTION, by: '2024-11-18' },
      { to: 'so-khcn/coordinator', words: DIRECTION, by: '2024-11-18' },
    ]);
    expect(await story.obligation(`${REPORT}/so-dl`)).toMatchObject({
      phase: 'open',
      deadline: 2,
      lastDayOn: '2024-11-18',
      rung: 0,
    });
  });

  it('asks again after 2 working days and the next post after 5 where leadership is silent', async () => {
    await story.advance('2024-11-20 09:00');
    const toLeadership = await story.notices({ of: `${REPORT}/so-yt`, to: 'ubnd-tinh/leadership' });
    expect(toLeadership.map(lineOf)).toEqual([
      '2024-11-12 08:00 escalation → ubnd-tinh/leadership',
      '2024-11-14 08:00 leadershipRepeat → ubnd-tinh/leadership',
    ]);
    const toNext = await story.notices({ of: `${REPORT}/so-yt`, to: 'ubnd-tinh/leadership 2' });
    expect(toNext.map(lineOf)).toEqual(['2024-11-19 08:00 leadershipHandover → ubnd-tinh/leadership 2']);
    expect(await story.notices({ of: `${REPORT}/so-dl`, kind: ['leadershipRepeat', 'leadershipHandover'] })).toEqual(
      [],
    );
  });

  it('stops at the moment of submission', async () => {
    const reminded = await story.notices({ of: `${REPORT}/so-dl/2/` });
    expect(reminded.map(lineOf)).toEqual([
      '2024-11-15 08:00 reminder → so-dl/focalPoint',
      '2024-11-18 08:00 reminder → so-dl/focalPoint',
      '2024-11-19 08:00 escalation → so-dl/head',
    ]);
    expect(await story.as('so-dl', 'head').submit(`${REPORT}/so-dl`)).toEqual({ status: 'done' });
    await story.advance('2024-12-31 23:00');
    expect(await story.notices({ of: `${REPORT}/so-dl/2/rung`, since: '2024-11-20' })).toEqual([]);
    expect((await story.obligation(`${REPORT}/so-dl`)).phase).toBe('submitted');
  });

  it('never climbs a rung twice', async () => {
    const rungs = (await story.notices({ kind: 'escalation' })).map(({ key }) => key);
    expect(new Set(rungs).size).toBe(rungs.length);
  });
});
