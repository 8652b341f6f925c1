import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mustBeDone, openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const YEARLY = 'brvt-kh-2023/2023/IV.3/2023';
const MOTHER = 'brvt-kh57-2022/2023';

/** The yearly plan takes the mother plan's "trước ngày 15 tháng 11"; its own inputs are owed on that very day. */
describe('a yearly plan and its mother plan, both before 15/11/2023', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2023-10-02T07:30', plans: ['brvt-kh-2023', 'brvt-kh57-2022'] });
    await story.advance('2023-11-14 09:00');
  });
  afterAll(() => story.close());

  it.each([
    { label: 'inputs of the yearly plan, as printed', key: `${YEARLY}/so-ct`, day: '2023-11-14' },
    {
      label: 'its consolidation, on the mother plan’s day',
      key: 'brvt-kh-2023/2023/IV.1/2023/so-khcn',
      day: '2023-11-14',
    },
    { label: 'the mother plan’s consolidation, as printed', key: `${MOTHER}/IV.1.-3/2023/so-khcn`, day: '2023-11-14' },
    {
      label: 'its inputs, ten working days earlier by default',
      key: `${MOTHER}/IV.2.-2/2023/so-ct`,
      day: '2023-10-31',
    },
  ])('$label: $day', async ({ key, day }) => {
    expect((await story.obligation(key)).lastDayOn).toBe(day);
  });

  it('one person gets one message in one slot, whatever plan its parts come from', async () => {
    const messages = await story.database.db
      .selectFrom('message')
      .select(['person', 'channel', 'slot', 'notices'])
      .execute();
    const both = messages.filter(({ notices }) =>
      ['brvt-kh-2023/', 'brvt-kh57-2022/'].every((plan) => notices.some((key) => key.startsWith(plan))),
    );
    expect(both.length).toBeGreaterThan(0);
    const places = messages.map(({ person, channel, slot }) => `${person} ${channel} ${slot}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('an answer to one plan is no answer to the other', async () => {
    mustBeDone(await story.as('so-ct', 'head').submit(`${YEARLY}/so-ct`));
    expect((await story.obligation(`${MOTHER}/IV.2.-2/2023/so-ct`)).phase).toBe('open');
    await story.advance('2023-11-16 09:00');
    expect(await story.notices({ of: `${YEARLY}/so-ct`, kind: 'escalation' })).toEqual([]);
    expect((await story.notices({ of: `${MOTHER}/IV.2.-2/2023/so-ct`, kind: 'escalation' })).map(lineOf)).toEqual([
      '2023-11-01 08:00 escalation → so-ct/head',
      '2023-11-03 08:00 escalation → so-khcn/coordinator',
      '2023-11-07 08:00 escalation → ubnd-tinh/leadership',
    ]);
    expect((await story.notices({ of: `${YEARLY}/so-yt`, kind: 'escalation' })).map(lineOf)).toEqual([
      '2023-11-15 08:00 escalation → so-yt/head',
    ]);
  });
});
