import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const CONSOLIDATION = 'brvt-kh54-2022/2024/IV.1.c/2024/so-khcn';

/** Owed by the coordinator to UBND tỉnh and Bộ KH&CN before 20/11; both of them accept nothing. */
describe('a consolidation is closed by a letter, never accepted by its own author', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-11-18 09:00');
    await story.as('so-khcn', 'focalPoint').submit(CONSOLIDATION);
    await story.as('so-khcn', 'head').confirm(CONSOLIDATION);
  });
  afterAll(() => story.close());

  it.each([
    { label: 'its author', agency: 'so-khcn', roles: ['reviewer', 'coordinator', 'head'] as const },
    { label: 'UBND tỉnh', agency: 'ubnd-tinh', roles: ['leadership', 'reviewer'] as const },
  ])('cannot be accepted by $label', async ({ agency, roles }) => {
    expect(await story.as(agency, ...roles).accept(CONSOLIDATION)).toMatchObject({
      status: 'refused',
      refusal: { refused: 'NEEDS_LETTER' },
    });
  });

  it('is still owed while no letter is recorded; the coordinator’s own rung goes to leadership', async () => {
    await story.advance('2024-11-22 09:00');
    expect((await story.notices({ of: CONSOLIDATION, kind: 'escalation' })).map(lineOf)).toEqual([
      '2024-11-20 08:00 escalation → so-khcn/head',
      '2024-11-22 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });

  it('leadership’s "đã xem" is asked for again when the last rung comes, and can be answered again', async () => {
    const leader = story.as('ubnd-tinh', 'leadership');
    expect(await leader.answersLadder(CONSOLIDATION, 'seen', 'Đã xem.')).toEqual({ status: 'done' });
    await story.advance('2024-11-26 09:00');
    expect((await story.notices({ of: CONSOLIDATION, kind: 'escalation', since: '2024-11-23' })).map(lineOf)).toEqual([
      '2024-11-26 08:00 escalation → ubnd-tinh/leadership',
    ]);
    expect(await leader.answersLadder(CONSOLIDATION, 'seen', 'Khẩn trương gửi.')).toEqual({ status: 'done' });
    expect((await story.notices({ of: CONSOLIDATION, kind: 'leadershipDecision' })).map(({ words }) => words)).toEqual([
      'Đã xem.',
      'Đã xem.',
      'Khẩn trương gửi.',
      'Khẩn trương gửi.',
    ]);
  });

  it('closes when number, day and way of sending are recorded', async () => {
    const sent = await story
      .as('so-khcn', 'coordinator')
      .recordSent(CONSOLIDATION, 'Công văn số 1234/SKHCN-TĐC ngày 26/11/2024, gửi qua trục liên thông', '2024-11-26');
    expect(sent).toEqual({ status: 'done' });
    expect((await story.obligation(CONSOLIDATION)).phase).toBe('sent');
    await story.advance('2024-12-31 23:00');
    expect(await story.notices({ of: CONSOLIDATION, since: '2024-11-27' })).toEqual([]);
    expect((await story.state('round/brvt/brvt-kh54-2022/2024/IV.1.c/2024'))?.phase).toBe('closed');
  });
});
