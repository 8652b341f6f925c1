import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';

describe('what was typed in a chat is a draft', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-10-21 10:00');
    await story.as('so-dl', 'focalPoint').submit(`${ROUND}/so-dl`);
    await story.as('so-yt', 'focalPoint').submit(`${ROUND}/so-yt`);
  });
  afterAll(() => story.close());

  it('cannot be accepted before its head has confirmed it', async () => {
    expect(await story.as('so-khcn', 'reviewer').accept(`${ROUND}/so-dl`)).toMatchObject({
      status: 'refused',
      refusal: { refused: 'NOT_OFFICIAL' },
    });
    expect(await story.as('so-dl', 'focalPoint').confirm(`${ROUND}/so-dl`)).toMatchObject({
      status: 'refused',
      refusal: { refused: 'NOT_YOURS' },
    });
    expect(await story.obligation(`${ROUND}/so-dl`)).toMatchObject({ phase: 'submitted', standing: 'draft' });
  });

  it('asks the head again after 3 and 5 working days, never twice in one message, and tells the coordinator at last', async () => {
    await story.advance('2024-11-01 09:00');
    const asked = await story.notices({ of: `${ROUND}/so-dl`, kind: ['confirmRequest', 'confirmReminder'] });
    expect(asked.map(lineOf)).toEqual([
      '2024-10-22 08:00 confirmRequest → so-dl/head',
      '2024-10-24 08:00 confirmReminder → so-dl/head',
      '2024-10-28 08:00 confirmReminder → so-dl/head',
      '2024-10-28 08:00 confirmReminder → so-khcn/coordinator',
    ]);
  });

  it('becomes official by the head’s word', async () => {
    expect(await story.as('so-dl', 'head').confirm(`${ROUND}/so-dl`)).toEqual({ status: 'done' });
    expect((await story.obligation(`${ROUND}/so-dl`)).standing).toBe('official');
    expect(await story.as('so-dl', 'head').confirm(`${ROUND}/so-dl`)).toMatchObject({
      status: 'refused',
      refusal: { refused: 'ALREADY_OFFICIAL' },
    });
  });

  it('becomes official by a signed letter', async () => {
    const letter = 'Báo cáo số 88/BC-SYT ngày 31/10/2024, người ký: Giám đốc';
    expect(await story.as('so-khcn', 'coordinator').recordLetter(`${ROUND}/so-yt`, letter)).toEqual({ status: 'done' });
    expect(await story.as('so-khcn', 'reviewer').accept(`${ROUND}/so-yt`)).toEqual({ status: 'done' });
  });

  it('a draft that was returned cannot be made official any more', async () => {
    await story.as('so-ct', 'focalPoint').submit(`${ROUND}/so-ct`);
    await story.as('so-khcn', 'reviewer').returnForRevision(`${ROUND}/so-ct`, 'Thiếu số liệu.');
    expect(await story.as('so-khcn', 'coordinator').recordLetter(`${ROUND}/so-ct`, 'Công văn số 1')).toMatchObject({
      status: 'refused',
      refusal: { refused: 'NOTHING_SUBMITTED' },
    });
  });
});
