import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standInDelivery } from '../harness/delivery-stand-in.ts';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';

/** Overdue after 05/11/2024. Nothing reaches Sở Du lịch from 04/11; from 13/11 messages arrive again. */
describe('the ladder does not climb over somebody whom no message reached', () => {
  let story: Story;
  let reached = true;
  let told: boolean | null = null;
  beforeAll(async () => {
    story = await openStory({
      start: '2024-10-07T07:30',
      plans: ['brvt-kh54-2022'],
      deliver: {
        async deliver(input) {
          const { waiting } = await standInDelivery(story.database).deliver(input);
          if (reached === (told ?? true)) return { waiting, reach: [] };
          told = reached;
          const fact = { round: `round/brvt/${ROUND}`, agency: 'so-dl', reached, notice: `slot-${input.slot}` };
          return { waiting, reach: [fact] };
        },
      },
    });
    await story.advance('2024-11-01 09:00');
    reached = false;
    await story.advance('2024-11-12 23:00');
  });
  afterAll(() => story.close());

  it('holds its rungs, and tells the coordinator that nobody is reached', async () => {
    expect(await story.notices({ of: `${ROUND}/so-dl`, kind: 'escalation' })).toEqual([]);
    expect((await story.notices({ kind: 'unreachable' })).map(lineOf)).toEqual([
      '2024-11-05 08:00 unreachable → so-khcn/coordinator',
    ]);
    expect(await story.notices({ of: `${ROUND}/so-yt`, kind: 'escalation' })).toHaveLength(3);
  });

  it('still shows it overdue, and goes on reminding', async () => {
    expect(await story.obligation(`${ROUND}/so-dl`)).toMatchObject({
      overdueAfter: '2024-11-05',
      deadline: 1,
      rung: 0,
    });
    expect((await story.notices({ of: `${ROUND}/so-dl`, kind: 'reminder' })).at(-1)).toMatchObject({
      leaves: '2024-11-05 08:00',
    });
  });

  it('goes on, later by the working days held, once a message arrives', async () => {
    reached = true;
    await story.advance('2024-11-29 23:00');
    expect((await story.notices({ of: `${ROUND}/so-dl`, kind: 'escalation' })).map(lineOf)).toEqual([
      '2024-11-15 08:00 escalation → so-dl/head',
      '2024-11-19 08:00 escalation → so-khcn/coordinator',
      '2024-11-21 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });
});
