import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contributionCommand } from '../../worker/contribution-command.ts';
import { type OperatorDesk, openDesk } from '../harness/operator-desk.ts';
import { openStory, type Story } from '../harness/story.ts';

const KH54 = 'brvt-kh54-2022';
const REPORT = `${KH54}/2024/IV.2.đ/2024/so-dl`;

/** Monday 21/10/2024; Sở Du lịch owes its report until Tuesday 05/11. */
describe('dondoc contribution', () => {
  let story: Story;
  let desk: OperatorDesk;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54] });
    await story.advance('2024-10-21 09:00');
    desk = await openDesk(story);
  });
  afterAll(async () => {
    await desk.close();
    await story.close();
  });

  const dondoc = (measure: string, options: Record<string, string>) =>
    desk.run(contributionCommand, KH54, measure, ...Object.entries(options).flat());
  const GIVEN = { '--lead': 'so-dl', '--agencies': 'so-yt,so-xd', '--due': '30/10/2024', '--text': 'Gửi số liệu.' };

  it.each([
    ['a measure without a place', 'IX.9', {}, 'không có nhiệm vụ “IX.9”'],
    ['an unknown agency', 'IV.1', { '--agencies': 'so-khong-co' }, 'Danh bạ không có cơ quan mang mã “so-khong-co”'],
    ['a lead of something else', 'I.3', {}, 'Nhiệm vụ I.3 do Sở Khoa học và Công nghệ chủ trì, không phải Sở Du lịch'],
    [
      'an agency that does not cooperate',
      'IV.1',
      { '--agencies': 'so-tc' },
      'Kế hoạch không ghi Sở Tài chính phối hợp nhiệm vụ IV.1. Không có gì thay đổi. Có thể xin: so-ct (Sở Công Thương)',
    ],
    ['a day not before his own', 'IV.1', { '--due': '05/11/2024' }, `Đang mở: ${REPORT} (hạn Thứ Ba 05/11/2024)`],
    [
      'a day not before the one named',
      'IV.1',
      { '--due': '2024-11-05', '--for': REPORT },
      'không sớm hơn hạn của chính cơ quan Ông/Bà, Thứ Ba 05/11/2024',
    ],
    ['a day too soon', 'IV.1', { '--due': '22/10/2024' }, 'Sớm nhất: Thứ Tư 23/10/2024'],
    ['nothing to say', 'IV.1', { '--text': ' ' }, 'Chưa có lý do'],
  ])('says in Vietnamese what is wrong: %s', async (_label, measure, change, words) => {
    const { code, err } = await dondoc(measure, { ...GIVEN, ...change });
    expect(code).toBe(1);
    expect(err).toContain(words);
  });

  it('lacking an option it names it', async () => {
    const { code, err } = await desk.run(
      contributionCommand,
      KH54,
      'IV.1',
      '--due',
      '30/10/2024',
      '--agencies',
      'so-yt',
    );
    expect(code).toBe(2);
    expect(err).toContain('Thiếu --lead.');
  });

  it('opens the round for the duty that is due next', async () => {
    const { code, out } = await dondoc('IV.1', GIVEN);
    expect(code).toBe(0);
    expect(out).toContain(
      'Đã mở yêu cầu, hạn Thứ Tư 30/10/2024, gửi:\n  - Sở Y tế\n  - Sở Xây dựng\nMã kỳ: round/brvt/',
    );
    const round = /Mã kỳ: (\S+)/.exec(out)?.[1] ?? '';
    expect((await story.obligation(REPORT)).state).toMatchObject({
      parts: { [round]: { measure: 'IV.1', missing: ['so-yt', 'so-xd'] } },
    });
    expect((await dondoc('IV.1', GIVEN)).err).toContain('đã được hỏi và đang chờ');
  });
});
