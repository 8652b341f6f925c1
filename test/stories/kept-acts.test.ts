import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Conversation } from '../../bot/conversation/conversation.ts';
import type { Telegram } from '../../bot/telegram/start.ts';
import { type EmbeddedServer, startEmbeddedServer } from '../../worker/temporal-server/embedded.ts';
import { freePort } from '../../worker/temporal-server/ports.ts';
import type { FakeChat } from '../fakes/telegram/chat.ts';
import { FakeTelegram } from '../fakes/telegram/server.ts';
import { runDirectory } from '../harness/services.ts';
import { openStory, type Story } from '../harness/story.ts';
import { StoryChat, type Talker } from '../harness/story-chat.ts';
import { storyConversation } from '../harness/story-conversation.ts';
import { type Reader, StoryPages } from '../harness/story-pages.ts';
import { storyTelegram } from '../harness/story-telegram.ts';
import { testTemporal } from '../harness/temporal.ts';
import { until } from '../harness/wall-round.ts';

const report = (agency: string): string => `brvt-kh54-2022/2024/IV.2.đ/2024/${agency}`;
const ACCOUNT = 9201;

describe('acts while the Temporal server is away', () => {
  let story: Story;
  let server: EmbeddedServer;
  let file: string;
  let port: number;
  let telegramServer: FakeTelegram;
  let telegram: Telegram;
  let conversation: Conversation;
  let head: Talker;
  let page: Reader;
  let chat: FakeChat;

  async function startServer(): Promise<EmbeddedServer> {
    const { programPath: path, serverVersion } = await testTemporal();
    return startEmbeddedServer({ program: { path, serverVersion }, file, port, env: process.env, forTests: true });
  }

  beforeAll(async () => {
    file = join(mkdtempSync(join(runDirectory(), 'kept-')), 'temporal.db');
    port = await freePort();
    server = await startServer();
    telegramServer = await FakeTelegram.start();
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'], target: server.target });
    await story.advance('2024-10-25 09:00');
    for (const agency of ['so-dl', 'so-yt']) await story.as(agency, 'focalPoint').submit(report(agency));
    const { person } = story.as('so-yt', 'head').actor;
    await story.database.db
      .insertInto('binding')
      .values({ channel: 'telegram', account: String(ACCOUNT), person, at: await story.now(), reachable: true })
      .execute();
    conversation = storyConversation(story);
    telegram = await storyTelegram(story, telegramServer, conversation);
    head = new StoryChat(story).as('so-dl', 'head');
    page = new StoryPages(story).as('so-dl', 'head');
    chat = telegramServer.chat(ACCOUNT);
    await head.arrive();
    await head.say('việc');
    await answered('việc');

    process.kill(server.pid(), 'SIGKILL');
    await server.stop();
  });
  afterAll(async () => {
    await telegram.stop();
    await story.close();
    await telegramServer.stop();
    await server.stop();
  });

  async function answered(text: string): Promise<string> {
    const before = chat.heard.length;
    if (chat.labels.includes(text)) chat.press(text);
    else chat.say(text);
    return until(`answer to ${text}`, async () => chat.heard.length > before && (chat.heard.at(-1) ?? ''));
  }

  it('are kept, said to be kept, and not asked for again', async () => {
    await head.pick('Xác nhận');
    const [inChat, byTelegram, onPage] = await Promise.all([
      head.pick('Xác nhận'),
      answered('1. Xác nhận').then(() => answered('1. Xác nhận')),
      page.post(`/nghia-vu/${report('so-dl')}`, { viec: 'xac-nhan', 'xac-nhan': '1' }),
    ]);
    for (const said of [inChat, byTelegram]) {
      expect(said).toContain(
        'Nội dung Ông/Bà vừa gửi đã được giữ lúc 09:00, sẽ được ghi một lần; Ông/Bà không cần gửi lại.',
      );
      expect(said).toContain('Không có việc nào chờ Ông/Bà.');
    }
    expect(onPage.text).toContain('đã được giữ lúc 09:00');
    expect(await head.say('việc')).toContain('Không có việc nào chờ Ông/Bà.');
    const waits =
      /Nội dung Ông\/Bà gửi lúc 09:00 ngày 25\/10\/2024 đang chờ ghi, Ông\/Bà không cần gửi lại\.\s+Về báo cáo năm 2024 của Sở Du lịch\./;
    const today = (await page.get('/')).text;
    expect(today).toMatch(waits);
    expect(today).toContain('Không có việc nào chờ Ông/Bà.');
    expect((await page.get(`/nghia-vu/${report('so-dl')}`)).text).toMatch(waits);
    expect(await story.obligation(report('so-dl'))).toMatchObject({ standing: 'draft' });
  });

  it('are recorded when it is back, and each person is told what became of his, once, where he acted', async () => {
    server = await startServer();
    const heard = await until('Telegram tells', async () => {
      await conversation.tellOutcomes();
      return chat.heard.find((text) => text.includes('Đã ghi nhận nội dung'));
    });
    expect(heard).toContain('Đã ghi nhận nội dung Ông/Bà gửi lúc 09:00 ngày 25/10/2024.');
    expect(heard).toContain('Đã xác nhận báo cáo năm 2024 của Sở Y tế: số liệu chính thức.');
    await until('both of so-dl', async () => {
      await head.arrive();
      return (await outcomes()).length === 2;
    });
    expect((await outcomes()).sort()).toEqual([
      expect.stringMatching(/^Không ghi được nội dung .*\nBáo cáo này đã là chính thức\. Không có gì thay đổi\.$/),
      expect.stringMatching(
        /^Đã ghi nhận nội dung .*\nĐã xác nhận báo cáo năm 2024 của Sở Du lịch: số liệu chính thức\./,
      ),
    ]);
    const today = (await page.get('/')).text;
    expect(today).toContain('Đã xác nhận báo cáo năm 2024 của Sở Du lịch: số liệu chính thức.');
    expect(today).toContain('Báo cáo này đã là chính thức. Không có gì thay đổi.');
    for (const agency of ['so-dl', 'so-yt']) {
      expect(await story.obligation(report(agency))).toMatchObject({ standing: 'official' });
    }

    await conversation.tellOutcomes();
    await head.arrive();
    expect(await outcomes()).toHaveLength(2);
    expect(await answered('việc')).toContain('Không có việc nào chờ Ông/Bà.');
    expect(chat.heard.filter((text) => text.includes('nội dung Ông/Bà gửi lúc'))).toHaveLength(1);
  });

  async function outcomes(): Promise<string[]> {
    return (await head.read()).filter((line) => line.includes('nội dung Ông/Bà gửi lúc'));
  }
});
