import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-nnptnt';
const REASON = 'Tập trung khắc phục hậu quả thiên tai.';

describe('a suspended clock stands, and gives the days back', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-10-28 09:00');
  });
  afterAll(() => story.close());

  it('says nothing to the agency while it stands', async () => {
    expect(await story.as('so-khcn', 'coordinator').suspend(REPORT, REASON)).toEqual({ status: 'done' });
    await story.advance('2024-11-11 09:00');
    expect((await story.notices({ of: REPORT, since: '2024-10-28 09:00' })).map(lineOf)).toEqual([
      '2024-10-29 08:00 suspended → so-nnptnt/focalPoint',
    ]);
  });

  it('resumes with ten working days given back, and the whole ladder of the new deadline', async () => {
    expect(await story.as('so-khcn', 'coordinator').resume(REPORT)).toEqual({ status: 'done' });
    expect(await story.obligation(REPORT)).toMatchObject({ deadline: 2, lastDayOn: '2024-11-19', phase: 'open' });
    await story.advance('2024-11-28 09:00');
    expect((await story.notices({ of: REPORT, since: '2024-11-11 09:00' })).map(lineOf)).toEqual([
      '2024-11-12 08:00 resumed → so-nnptnt/focalPoint',
      '2024-11-14 08:00 reminder → so-nnptnt/focalPoint',
      '2024-11-18 08:00 reminder → so-nnptnt/focalPoint',
      '2024-11-19 08:00 reminder → so-nnptnt/focalPoint',
      '2024-11-20 08:00 escalation → so-nnptnt/head',
      '2024-11-22 08:00 escalation → so-khcn/coordinator',
      '2024-11-26 08:00 escalation → ubnd-tinh/leadership',
      '2024-11-28 08:00 leadershipRepeat → ubnd-tinh/leadership',
    ]);
  });

  it('is not stopped or started twice', async () => {
    const coordinator = story.as('so-khcn', 'coordinator');
    expect(await coordinator.resume(REPORT)).toMatchObject({ refusal: { refused: 'NOT_SUSPENDED' } });
    expect(await coordinator.suspend(REPORT, REASON)).toEqual({ status: 'done' });
    expect(await coordinator.suspend(REPORT, REASON)).toMatchObject({ refusal: { refused: 'SUSPENDED' } });
  });

  it('an answer typed while it stands is taken', async () => {
    expect(await story.as('so-nnptnt', 'head').submit(REPORT)).toEqual({ status: 'done' });
    expect((await story.obligation(REPORT)).phase).toBe('submitted');
  });
});
