import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const ROUND = 'brvt-kh54-2022/2024/IV.2.đ/2024';
const REASON = 'Chờ số liệu của cơ sở lưu trú.';

describe('an extension has to be asked, given and kept', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-11-04 09:00');
  });
  afterAll(() => story.close());

  it.each([
    { label: 'a Saturday', day: '2024-11-16', refused: 'DAY_NOT_WORKING', facts: { nearest: '2024-11-18' } },
    { label: 'a day not later', day: '2024-11-05', refused: 'DAY_NOT_LATER', facts: { lastDayOn: '2024-11-05' } },
    { label: 'a day past', day: '2024-11-01', refused: 'DAY_PAST', facts: { today: '2024-11-04' } },
  ])('refuses $label, with what would be right', async ({ day, refused, facts }) => {
    const answer = await story.as('so-dl', 'focalPoint').asksExtension(`${ROUND}/so-dl`, day, REASON);
    expect(answer).toMatchObject({ status: 'refused', refusal: { refused, facts } });
  });

  it('asks the reviewer, reminds him on the third working day and the day after it, and changes nothing by itself', async () => {
    expect(await story.as('so-yt', 'focalPoint').asksExtension(`${ROUND}/so-yt`, '2024-11-15', REASON)).toEqual({
      status: 'done',
    });
    await story.advance('2024-11-12 09:00');
    expect((await story.notices({ of: `${ROUND}/so-yt`, to: 'so-khcn/reviewer' })).map(lineOf)).toEqual([
      '2024-11-05 08:00 extensionRequested → so-khcn/reviewer',
      '2024-11-07 08:00 extensionReminder → so-khcn/reviewer',
      '2024-11-08 08:00 extensionReminder → so-khcn/reviewer',
    ]);
    expect(await story.obligation(`${ROUND}/so-yt`)).toMatchObject({ deadline: 1, lastDayOn: '2024-11-05', rung: 3 });
  });

  it('refuses with a reason, may be asked again, and each time is on record', async () => {
    const agency = story.as('so-yt', 'focalPoint');
    const reviewer = story.as('so-khcn', 'reviewer');
    expect(await reviewer.refuseExtension(`${ROUND}/so-yt`, 'Đã quá hạn.')).toEqual({ status: 'done' });
    expect(await agency.asksExtension(`${ROUND}/so-yt`, '2024-11-15', 'Xin xem xét lại.')).toEqual({ status: 'done' });
    expect(await reviewer.refuseExtension(`${ROUND}/so-yt`, 'Không đồng ý.')).toEqual({ status: 'done' });
    const asked = await story.notices({ of: `${ROUND}/so-yt`, kind: ['extensionRequested', 'extensionRefused'] });
    expect(asked.map(({ kind, words }) => `${kind}: ${words}`)).toEqual([
      `extensionRequested: ${REASON}`,
      'extensionRefused: Đã quá hạn.',
      'extensionRequested: Xin xem xét lại.',
      'extensionRefused: Không đồng ý.',
    ]);
    expect((await story.journal(`${ROUND}/so-yt`)).filter(({ kind }) => kind === 'extensionRefused')).toHaveLength(2);
  });

  it('once given, opens a second deadline with its own reminders and rungs', async () => {
    expect(await story.as('so-khcn', 'reviewer').extend(`${ROUND}/so-dl`, '2024-11-20', 'Đồng ý.')).toEqual({
      status: 'done',
    });
    await story.advance('2024-12-31 23:00');
    expect((await story.notices({ of: `${ROUND}/so-dl/2/`, kind: ['reminder', 'escalation'] })).map(lineOf)).toEqual([
      '2024-11-15 08:00 reminder → so-dl/focalPoint',
      '2024-11-19 08:00 reminder → so-dl/focalPoint',
      '2024-11-20 08:00 reminder → so-dl/focalPoint',
      '2024-11-21 08:00 escalation → so-dl/head',
      '2024-11-25 08:00 escalation → so-khcn/coordinator',
      '2024-11-27 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });

  it('is not for the owing agency to give', async () => {
    const own = await story.as('so-vhtt', 'head').extend(`${ROUND}/so-vhtt`, '2025-01-08', 'Tự gia hạn.');
    expect(own).toMatchObject({ status: 'refused', refusal: { refused: 'OWN_REPORT' } });
  });
});
