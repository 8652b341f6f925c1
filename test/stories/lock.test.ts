import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';

describe('a round is locked by a person, with a reason', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-11-05 09:00');
  });
  afterAll(() => story.close());

  it('not before its deadline is over, and only by the coordinator', async () => {
    expect(await story.as('so-khcn', 'coordinator').lock(ROUND, 'Chốt số liệu.')).toMatchObject({
      refusal: { refused: 'LOCK_TOO_EARLY', facts: { until: '2024-11-05' } },
    });
    expect(await story.as('so-dl', 'head').lock(ROUND, 'Chốt.')).toMatchObject({ refusal: { refused: 'NOT_YOURS' } });
  });

  it('is proposed, never done by itself', async () => {
    await story.advance('2024-11-13 09:00');
    expect((await story.notices({ of: ROUND, kind: 'lockProposed' })).map(lineOf)).toEqual([
      '2024-11-12 08:00 lockProposed → so-khcn/coordinator',
    ]);
    expect(await story.as('so-khcn', 'coordinator').lock(ROUND, 'Chốt số liệu tổng hợp.')).toEqual({ status: 'done' });
    await story.advance('2024-11-14 09:00');
    expect(await story.notices({ kind: 'locked', to: 'so-dl/focalPoint' })).toMatchObject([
      { words: 'Chốt số liệu tổng hợp.', leaves: '2024-11-14 08:00' },
    ]);
  });

  it('takes no report while locked, and takes it again after unlocking with a reason', async () => {
    expect(await story.as('so-dl', 'head').submit(`${ROUND}/so-dl`)).toMatchObject({
      refusal: { refused: 'ROUND_LOCKED' },
    });
    expect(await story.as('so-khcn', 'coordinator').unlock(ROUND, 'Sở Du lịch bổ sung.')).toEqual({ status: 'done' });
    expect(await story.as('so-dl', 'head').submit(`${ROUND}/so-dl`)).toEqual({ status: 'done' });
    expect(await story.as('so-khcn', 'coordinator').unlock(ROUND, 'Lần nữa.')).toMatchObject({
      refusal: { refused: 'NOT_LOCKED' },
    });
  });

  it('takes no command once everybody is done', async () => {
    const agencies = ['so-ct', 'so-nnptnt', 'so-xd', 'so-gtvt', 'so-vhtt', 'so-tttt', 'so-yt', 'so-gddt', 'so-ldtbxh'];
    for (const agency of agencies)
      await story.as('so-khcn', 'coordinator').waive(`${ROUND}/${agency}`, 'Không phát sinh.');
    expect(await story.as('so-khcn', 'reviewer').accept(`${ROUND}/so-dl`)).toEqual({ status: 'done' });
    expect(await story.as('so-dl', 'head').submit(`${ROUND}/so-dl`)).toMatchObject({
      refusal: { refused: 'ROUND_CLOSED' },
    });
    expect(await story.as('so-khcn', 'reviewer').accept(`${ROUND}/nobody`)).toMatchObject({ status: 'refused' });
  });
});
