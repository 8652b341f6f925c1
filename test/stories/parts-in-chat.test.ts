import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { StoryChat, type Talker } from '../harness/story-chat.ts';

const KH54 = 'brvt-kh54-2022';
const REPORT = `${KH54}/2024/IV.2.đ/2024/so-dl`;

/** Sở Du lịch owes its report until Tuesday 05/11/2024; Monday 21/10 its specialist asks two departments in chat. */
describe('a lead asks for parts and builds with them, in chat', () => {
  let story: Story;
  let chat: StoryChat;
  let lead: Talker;
  let health: Talker;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54] });
    await story.advance('2024-10-21 09:00');
    chat = new StoryChat(story);
    lead = chat.as('so-dl', 'focalPoint');
    health = chat.as('so-yt', 'focalPoint');
  });
  afterAll(() => story.close());

  it('asks in five short steps', async () => {
    await lead.say('việc');
    await lead.pick('Xin phần phối hợp');
    expect(await lead.pick('Nhiệm vụ IV.1')).toContain('Xin phần của cơ quan nào?');
    expect(await lead.pick('Sở Y tế', 'Sở Xây dựng')).toContain('Cơ quan được xin: Sở Xây dựng; Sở Y tế.');
    await lead.say('30/10');
    expect(await lead.say('Gửi số doanh nghiệp được hỗ trợ.')).toContain('Hạn gửi: Thứ Tư 30/10/2024.');
    const done = await lead.pick('Gửi');
    expect(done).toContain('Đã xin phần phối hợp, hạn Thứ Tư 30/10/2024.');
    expect(done).toMatch(/Báo cho: .*08:00 ngày 22\/10/);
    expect(done).toContain(
      'Phần phối hợp nhiệm vụ IV.1: Sở Xây dựng chưa đến, hạn 30/10; Sở Y tế chưa đến, hạn 30/10.',
    );
    expect((await story.obligation(REPORT)).state).toHaveProperty('parts');
  });

  it('who is asked is told with the lead’s words, answers, and his head confirms', async () => {
    await story.advance('2024-10-22 09:00');
    await health.say('việc');
    const card = await health.pick('Phần phối hợp thực hiện nhiệm vụ IV.1');
    expect(card).toContain('Sở Du lịch yêu cầu: “Gửi số doanh nghiệp được hỗ trợ.”');
    expect(card).toContain('Hạn: Thứ Tư 30/10/2024, còn');
    expect(await health.pick('Trả lời ngay')).toContain('Phần của cơ quan đã làm được gì?');
    await health.say('Đã hướng dẫn 12 doanh nghiệp dược.');
    await health.say('1');
    expect(await health.say('bỏ qua')).toContain('Gửi tới: Sở Du lịch.');
    expect(await health.pick('Gửi')).toContain('bản nháp');
    const head = chat.as('so-yt', 'head');
    await head.say('việc');
    await head.pick('Xác nhận. ');
    await head.pick('Xác nhận');
    expect(await head.pick('Xác nhận')).toContain('Đã xác nhận bản 1.');
  });

  it('the lead is told, and accepts by number', async () => {
    await story.advance('2024-10-24 09:00');
    const told = await story.notices({ kind: 'reviewRequest', to: 'so-dl/focalPoint' });
    expect(told).toHaveLength(1);
    await lead.say('việc');
    const part = await lead.pick('Duyệt. Sở Y tế');
    expect(part).toContain('Đã hướng dẫn 12 doanh nghiệp dược.');
    expect(part).not.toContain('Miễn');
    await lead.pick('Chấp nhận');
    expect(await lead.pick('Chấp nhận')).toContain('Sở Y tế đã nhận');
  });

  it('its words stand at the lead’s own question, quoted with the agency’s name, and go into his report', async () => {
    await lead.say('việc');
    const first = await lead.pick('Trả lời ngay');
    const question = first.includes('Nhiệm vụ IV.1') ? first : await lead.say('1');
    expect(question).toContain('- Sở Y tế: “Đã hướng dẫn 12 doanh nghiệp dược.”');
    await lead.pick('Đã thực hiện');
    const saved = await lead.pick('Đưa nguyên văn');
    expect(saved).toContain('Đã thực hiện: “Sở Y tế: ‘Đã hướng dẫn 12 doanh nghiệp dược.’”');
  });
});
