import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { StoryPages } from '../harness/story-pages.ts';
import { lineOf } from '../harness/told.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-xd';

describe('the reviewer is on the clock too', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-10-21 10:00');
    await story.as('so-xd', 'head').submit(REPORT);
  });
  afterAll(() => story.close());

  it('reminds him on the third working day and the day after, then his head; nothing is accepted by itself', async () => {
    await story.advance('2024-12-31 23:00');
    expect((await story.notices({ of: REPORT, kind: ['reviewRequest', 'reviewReminder'] })).map(lineOf)).toEqual([
      '2024-10-22 08:00 reviewRequest → so-khcn/reviewer',
      '2024-10-24 08:00 reviewReminder → so-khcn/reviewer',
      '2024-10-25 08:00 reviewReminder → so-khcn/reviewer',
      '2024-10-29 08:00 reviewReminder → so-khcn/reviewer',
      '2024-10-29 08:00 reviewReminder → so-khcn/head',
    ]);
    expect((await story.obligation(REPORT)).phase).toBe('submitted');
    const round = await new StoryPages(story)
      .as('so-khcn', 'coordinator')
      .get('/ky/round/brvt/brvt-kh54-2022/2024/IV.2.đ/2024');
    expect(round.text).toMatch(/Sở Xây dựng chờ duyệt bản 1, 21\/10, đúng hạn; quá hạn duyệt \d+ ngày/);
  });

  it('does not hold the agency’s silence against it', async () => {
    expect(await story.notices({ of: REPORT, kind: ['reminder', 'escalation'], since: '2024-10-21 10:00' })).toEqual(
      [],
    );
  });

  it('lets nobody but the receiving agency accept', async () => {
    const others = [story.as('so-xd', 'head'), story.as('so-tc', 'reviewer'), story.as('ubnd-tinh', 'leadership')];
    for (const other of others) {
      expect((await other.accept(REPORT)).status, other.actor.person).toBe('refused');
    }
    expect(await story.as('so-khcn', 'reviewer').accept(REPORT)).toEqual({ status: 'done' });
  });
});
