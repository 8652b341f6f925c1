import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

/** Mid-year progress is owed to the coordinator by everybody with a live measure, the coordinator itself included. */
const OWN = 'brvt-kh54-2022/2024/progress/2024-H1/so-khcn';

describe('what the coordinator owes to itself', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-06-03T07:30', plans: ['brvt-kh54-2022'] });
  });
  afterAll(() => story.close());

  it('climbs past itself: the coordinator’s rung goes to leadership, the head’s is not skipped', async () => {
    await story.advance('2024-06-21 09:00');
    expect((await story.notices({ of: OWN, kind: 'escalation' })).map(lineOf)).toEqual([
      '2024-06-19 08:00 escalation → so-khcn/head',
      '2024-06-21 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });

  it('is answered by its specialist and closed by its head’s word, without a reviewer', async () => {
    await story.as('so-khcn', 'focalPoint').submit(OWN);
    expect(await story.as('so-khcn', 'reviewer', 'coordinator').accept(OWN)).toMatchObject({
      status: 'refused',
      refusal: { refused: 'OWN_REPORT' },
    });
    expect((await story.obligation(OWN)).phase).toBe('submitted');

    expect(await story.as('so-khcn', 'head').confirm(OWN)).toEqual({ status: 'done' });
    expect((await story.obligation(OWN)).phase).toBe('accepted');
    expect(await story.notices({ of: OWN, kind: 'reviewRequest' })).toEqual([]);
  });
});
