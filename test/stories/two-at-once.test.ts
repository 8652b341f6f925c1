import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';

describe('two people act on one obligation at the same moment', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-21T10:00', plans: ['brvt-kh54-2022'] });
  });
  afterAll(() => story.close());

  it('accepting and returning: one of them happens, the other is refused with the reason', async () => {
    await story.as('so-dl', 'head').submit(`${ROUND}/so-dl`);
    const answers = await Promise.all([
      story.as('so-khcn', 'reviewer').accept(`${ROUND}/so-dl`),
      story.as('so-khcn', 'head').returnForRevision(`${ROUND}/so-dl`, 'Thiếu số liệu.'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['done', 'refused']);
    const { phase, state } = await story.obligation(`${ROUND}/so-dl`);
    const [submission] = state.submissions as { decision: string }[];
    expect([
      ['accepted', 'accepted'],
      ['open', 'returned'],
    ]).toContainEqual([phase, submission?.decision]);
  });

  it('two answers of one agency: both are kept, in order, and the later one counts', async () => {
    const answers = await Promise.all([
      story.as('so-yt', 'head').submit(`${ROUND}/so-yt`, { receipt: 'BN-2024-0901' }),
      story.as('so-yt', 'focalPoint').submit(`${ROUND}/so-yt`, { receipt: 'BN-2024-0902' }),
    ]);
    expect(answers).toEqual([{ status: 'done' }, { status: 'done' }]);
    const { state } = await story.obligation(`${ROUND}/so-yt`);
    const submissions = state.submissions as { number: number; receipt: string }[];
    expect(submissions.map(({ number }) => number)).toEqual([1, 2]);
    expect(submissions.map(({ receipt }) => receipt).sort()).toEqual(['BN-2024-0901', 'BN-2024-0902']);
  });

  it('an act while time is moving is answered before time has arrived', async () => {
    let arrived = false;
    const moving = story.advance('2024-11-29 23:00').then(() => {
      arrived = true;
    });
    const answer = await story.as('so-xd', 'head').submit(`${ROUND}/so-xd`);
    expect([answer, arrived]).toEqual([{ status: 'done' }, false]);
    await moving;
    const rungs = await story.notices({ of: `${ROUND}/so-xd`, kind: 'escalation' });
    const { state } = await story.obligation(`${ROUND}/so-xd`);
    const [submission] = state.submissions as { at: string }[];
    const actedAt = submission?.at.slice(0, 16).replace('T', ' ') ?? '';
    expect(rungs.filter(({ decided }) => decided > actedAt)).toEqual([]);
  });
});
