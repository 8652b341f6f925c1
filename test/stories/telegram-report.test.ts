import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Telegram } from '../../bot/telegram/start.ts';
import { telegramLink } from '../../worker/telegram.ts';
import { until } from '../bot/telegram/stage.ts';
import type { FakeChat } from '../fakes/telegram/chat.ts';
import { FakeTelegram, TOKEN } from '../fakes/telegram/server.ts';
import { openStory, type Story } from '../harness/story.ts';
import { storyConversation } from '../harness/story-conversation.ts';
import { storyTelegram } from '../harness/story-telegram.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-dl';

describe('a report by Telegram', () => {
  let story: Story;
  let server: FakeTelegram;
  let telegram: Telegram;
  const faults: string[] = [];

  beforeAll(async () => {
    server = await FakeTelegram.start();
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-10-25 09:00');
    telegram = await storyTelegram(
      story,
      server,
      storyConversation(story),
      (error, about) => void faults.push(`${about}: ${error.message}`),
    );
  });
  afterAll(async () => {
    await telegram.stop();
    await story.close();
    await server.stop();
  });

  async function bound(agency: string, role: 'focalPoint' | 'head', account: number): Promise<FakeChat> {
    const { person } = story.as(agency, role).actor;
    const link = await until('the bot’s name is known', () => telegramLink(story.database, TOKEN, person));
    const chat = server.chat(account);
    await answer(chat, `/start ${new URL(link?.url ?? '').searchParams.get('start')}`);
    await answer(chat, 'đúng');
    return chat;
  }

  async function answer(chat: FakeChat, text: string): Promise<string> {
    const before = chat.heard.length;
    if (chat.labels.includes(text)) chat.press(text);
    else chat.say(text);
    await until(
      `answer to ${text}`,
      () => chat.heard.length,
      (count) => count > before,
    );
    return chat.heard.at(-1) ?? '';
  }

  it('is answered by the focal point and confirmed by the head, and the round knows it', async () => {
    const focal = await bound('so-dl', 'focalPoint', 9101);
    let said = await answer(focal, 'việc');
    if (!said.includes('1. ') && focal.labels.some((label) => label === '1')) said = await answer(focal, '1');
    said = await answer(focal, '1. Trả lời ngay');
    for (let n = 0; n < 60 && !said.includes('Tóm tắt trước khi gửi'); n += 1)
      said = await answer(focal, replyTo(focal));
    expect(said).toContain('Tóm tắt trước khi gửi');
    said = await answer(focal, '1. Gửi');
    expect(said).toMatch(/Đã ghi nhận\. Số biên nhận BN-2024-\d{4}/);
    expect(await story.obligation(REPORT)).toMatchObject({ phase: 'submitted', standing: 'draft' });

    const head = await bound('so-dl', 'head', 9102);
    expect(await answer(head, 'việc')).toContain('Bản 1 do Ông/Bà Hồ Văn Ví Dụ');
    expect(await answer(head, '1. Xác nhận')).toContain('báo cáo trở thành chính thức');
    expect(await answer(head, '1. Xác nhận')).toContain('Đã ghi nhận');
    expect(await story.obligation(REPORT)).toMatchObject({ phase: 'submitted', standing: 'official' });
    expect(faults).toEqual([]);
  });
});

/** The simplest answer to whatever is asked. */
function replyTo(chat: FakeChat): string {
  const [first] = chat.labels;
  const asked = chat.last?.text ?? '';
  if (first !== undefined && !asked.includes('Kết quả')) return first;
  return asked.includes('bỏ qua') ? 'bỏ qua' : '10';
}
