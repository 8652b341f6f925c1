import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-ct';
const REASON = 'Chưa có số liệu chỉ tiêu năng suất; đề nghị bổ sung.';

describe('a returned report is due again, with the full ladder of its new deadline', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-11-07 09:00');
    await story.as('so-ct', 'head').submit(REPORT);
  });
  afterAll(() => story.close());

  it('gives five working days, with the reason word for word', async () => {
    expect(await story.as('so-khcn', 'reviewer').returnForRevision(REPORT, REASON)).toEqual({ status: 'done' });
    expect(await story.obligation(REPORT)).toMatchObject({
      phase: 'open',
      deadline: 2,
      lastDayOn: '2024-11-14',
      rung: 0,
    });
    const [returned] = await story.notices({ of: REPORT, kind: 'returned' });
    expect(returned).toMatchObject({
      to: 'so-ct/focalPoint',
      words: REASON,
      facts: { dueOn: '2024-11-14', version: 1 },
    });
  });

  it('reminds and climbs anew, though the first deadline had used up a rung', async () => {
    await story.advance('2024-12-31 23:00');
    expect((await story.notices({ of: `${REPORT}/1/`, kind: 'escalation' })).map(lineOf)).toEqual([
      '2024-11-06 08:00 escalation → so-ct/head',
    ]);
    expect((await story.notices({ of: `${REPORT}/2/`, kind: ['reminder', 'escalation'] })).map(lineOf)).toEqual([
      '2024-11-11 08:00 reminder → so-ct/focalPoint',
      '2024-11-13 08:00 reminder → so-ct/focalPoint',
      '2024-11-14 08:00 reminder → so-ct/focalPoint',
      '2024-11-15 08:00 escalation → so-ct/head',
      '2024-11-19 08:00 escalation → so-khcn/coordinator',
      '2024-11-21 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });

  it('keeps both versions of the report', async () => {
    await story.as('so-ct', 'head').submit(REPORT);
    await story.as('so-khcn', 'reviewer').accept(REPORT);
    const { phase, state } = await story.obligation(REPORT);
    expect(phase).toBe('accepted');
    expect(state.submissions).toMatchObject([
      { number: 1, decision: 'returned' },
      { number: 2, decision: 'accepted' },
    ]);
  });
});
