import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-dl';

describe('an agency that reports on time is left in peace', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
  });
  afterAll(() => story.close());

  it('reminds until the report is there, and never again', async () => {
    await story.advance('2024-10-25 09:00');
    expect((await story.notices({ of: REPORT })).map(lineOf)).toEqual([
      '2024-10-16 08:00 reminder → so-dl/focalPoint',
      '2024-10-25 08:00 reminder → so-dl/focalPoint',
    ]);

    expect(await story.as('so-dl', 'focalPoint').submit(REPORT)).toEqual({ status: 'done' });
    expect(await story.as('so-dl', 'head').confirm(REPORT)).toEqual({ status: 'done' });
    expect(await story.as('so-khcn', 'reviewer').accept(REPORT)).toEqual({ status: 'done' });
    await story.advance('2024-12-31 23:00');

    expect((await story.notices({ of: REPORT, since: '2024-10-25 09:00' })).map(lineOf)).toEqual([
      '2024-10-25 09:00 receipt → so-dl/focalPoint',
      '2024-10-28 08:00 confirmRequest → so-dl/head',
      '2024-10-28 08:00 reviewRequest → so-khcn/reviewer',
      '2024-10-28 08:00 accepted → so-dl/focalPoint',
    ]);
  });

  it('goes on reminding the others', async () => {
    const others = await story.notices({ kind: 'escalation', of: 'brvt-kh54-2022/2024/IV.2.đ/2024/so-yt' });
    expect(others.map(lineOf)).toEqual([
      '2024-11-06 08:00 escalation → so-yt/head',
      '2024-11-08 08:00 escalation → so-khcn/coordinator',
      '2024-11-12 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });
});
