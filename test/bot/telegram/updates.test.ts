import type { Update } from 'grammy/types';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { FakeTelegram } from '../../fakes/telegram/server.ts';
import { freshDatabase } from '../../harness/database.ts';
import { FOCAL, owed54, owed57 } from '../dialogue/examples.ts';
import { FakeDesk } from '../dialogue/fake-desk.ts';
import { CHAT, createStage, rest, type Stage, until } from './stage.ts';

let database: Database;
let server: FakeTelegram;
let stage: Stage;
let desk: FakeDesk;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await FakeTelegram.start();
  stage = await createStage(database, server);
  desk = new FakeDesk(FOCAL, [owed57(), owed54()]);
  stage.desks.set('p03', desk);
  await stage.bind('p03', CHAT);
});
afterEach(async () => {
  await stage.close();
  await server.stop();
});

async function answer(act: () => unknown): Promise<string> {
  const chat = server.chat(CHAT);
  const before = chat.heard.length;
  act();
  await until(
    'an answer',
    () => chat.heard.length,
    (count) => count > before,
  );
  return chat.heard.at(-1) ?? '';
}

describe('what comes in', () => {
  it('an update that comes twice changes nothing', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    await answer(() => chat.say('1'));
    const first = server.deliver({ message: { ...spoken(50), text: '1' } });
    await until(
      'it is answered',
      () => chat.heard.length,
      (count) => count === 3,
    );
    const { update_id: id, ...body } = first;
    server.deliver(body, id);
    await until('it is confirmed again', () => server.confirmed);
    await rest(150);
    expect(chat.heard).toHaveLength(3);
  });

  it('a message that is overtaken by a later one changes nothing and says so', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    await answer(() => chat.say('1'));
    await answer(() => server.deliver({ message: { ...spoken(40), text: '1' } }));
    const requests = desk.requests.length;
    expect(await answer(() => server.deliver({ message: { ...spoken(39), text: '2' } }))).toBe(
      'Tin “2” đến sau một tin Ông/Bà gửi sau nó, nên không được ghi. Nếu vẫn cần, xin gửi lại.',
    );
    expect(desk.requests).toHaveLength(requests);
  });

  it('updates that wait are taken in the order of their numbers', async () => {
    const { updates } = stage.options();
    const say = (id: number, message: number, text: string): Promise<void> =>
      updates.keep(
        '700100200',
        { id, chat: String(CHAT), body: { update_id: id, message: { ...spoken(message), text } } as Update },
        '2024-11-07T09:00:00.000+07:00',
      );
    await say(12, 32, '1');
    await say(11, 31, '1');
    await say(10, 30, 'việc');
    const chat = server.chat(CHAT);
    chat.started = true;
    await stage.start();
    await until(
      'three answers',
      () => chat.heard.length,
      (count) => count === 3,
    );
    expect(chat.heard[2]).toContain('Câu 1/6.');
  });

  it('a button whose question is past changes nothing and says so; its message loses its buttons', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    await answer(() => chat.say('1'));
    const old = chat.remember('Trả lời ngay');
    await answer(() => chat.press('Trả lời ngay'));
    await until(
      'the old buttons are gone',
      () => chat.seen.find(({ id }) => id === old.id)?.buttons,
      (rows) => rows?.length === 0,
    );
    const { question } = desk.state;
    const said = await answer(() => chat.press('Xin gia hạn', old));
    expect(said).toContain('Câu này đã đóng.');
    expect(said).toContain('Không có gì thay đổi.');
    expect(said).toContain('Câu 1/6.');
    expect(desk.state.question).toBe(question);
    expect(desk.requests).toEqual([]);
  });

  it.each([
    { label: 'a button of nobody', data: () => Promise.resolve('khong-co-nut-nay') },
    {
      label: 'a button of another person',
      data: async () => {
        await stage.database.db
          .updateTable('binding')
          .set({ person: 'p07' })
          .where('account', '=', String(CHAT))
          .execute();
        return null;
      },
    },
    {
      label: 'a button that is over',
      data: async () => {
        const { rows } = await sql`update telegram_button set expires_at = '2020-01-01' returning id`.execute(
          stage.database.db,
        );
        expect(rows.length).toBeGreaterThan(0);
        return null;
      },
    },
  ])('$label presses nothing', async ({ data }) => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    const message = chat.remember('1');
    const told = await data();
    const { question } = desk.state;
    const pressed = message.buttons.flat()[0]?.callback_data ?? '';
    expect(Buffer.byteLength(pressed)).toBeLessThanOrEqual(64);
    const said = await answer(() => server.press(chat, message, told ?? pressed));
    expect(said).toBe('Nút này không còn dùng được. Không có gì thay đổi. Danh sách việc: gõ việc.');
    expect(desk.state.question).toBe(question);
    await until(
      'a sign at the button',
      () => chat.toasts,
      (toasts) => toasts.includes('Nút này không còn dùng được.'),
    );
  });

  it('a query that is too old is answered all the same', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    const said = await answer(() => {
      chat.press('1');
      server.ageQueries();
    });
    expect(said).toContain('Báo cáo năm 2024');
    expect(stage.faults).toEqual([]);
  });

  it('a reply to an older question of ours does not answer the open one', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    await answer(() => chat.say('1'));
    await answer(() => chat.say('1'));
    const first = chat.last;
    await answer(() => chat.say('1'));
    const saved = desk.requests.length;
    const said = await answer(() => chat.say('3', { reply_to_message: { message_id: first?.id } }));
    expect(said).toContain('Câu này đã đóng. Câu 1 hiện ghi: Đã thực hiện. Không có gì thay đổi.');
    expect(desk.requests).toHaveLength(saved);
  });

  it('an edited message never rewrites an answer', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    await answer(() => chat.say('1'));
    await answer(() => chat.say('1'));
    let id = 0;
    await answer(() => {
      id = chat.say('1');
    });
    const saved = structuredClone(desk.requests);
    expect(await answer(() => chat.edit(id, '3'))).toBe(
      'Ông/Bà đã sửa một tin đã gửi thành “3”. Câu trả lời đã ghi không đổi theo. Muốn đổi, xin trả lời lại: gõ sửa.',
    );
    expect(desk.requests).toEqual(saved);
    const lines = await stage.database.db
      .selectFrom('chat_line')
      .select('reply')
      .where('direction', '=', 'in')
      .orderBy('seq', 'desc')
      .limit(1)
      .execute();
    expect(lines[0]?.reply).toMatchObject({ lines: ['(sửa tin đã gửi) 3'] });
  });

  it('a forwarded message is a remark, a document is refused with a way', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    await answer(() => chat.say('việc'));
    const { question } = desk.state;
    expect(await answer(() => chat.forward('1'))).toContain('không tính là câu trả lời');
    expect(await answer(() => chat.sendDocument('Báo cáo.docx', '1'))).toContain('Ở đây chỉ nhận tin nhắn bằng chữ.');
    expect(desk.state.question).toBe(question);
  });

  it('whoever holds no post today is told so', async () => {
    stage.desks.delete('p03');
    await stage.start();
    expect(await answer(() => server.chat(CHAT).say('việc'))).toContain('Danh bạ hôm nay không ghi');
  });

  it('an update that always fails is passed over, and the next one is heard', async () => {
    let broken = true;
    const hear: typeof stage.conversation.hear = (incoming) =>
      broken ? Promise.reject(new Error('no such thing')) : stage.conversation.hear(incoming);
    await stage.start({ conversation: { hear } }, { pace: { retry: 5 } });
    const chat = server.chat(CHAT);
    expect(await answer(() => chat.say('việc'))).toContain('Hệ thống chưa xử lý được tin vừa rồi.');
    broken = false;
    expect(await answer(() => chat.say('việc'))).toContain('Báo cáo năm 2024');
  });

  it('a crash after the conversation answered loses no answer and doubles none', async () => {
    const { updates } = stage.options();
    let crash = true;
    const finish: typeof updates.finish = (...all) => {
      if (!crash) return updates.finish(...all);
      crash = false;
      return Promise.reject(new Error('killed'));
    };
    await stage.start({ updates: { ...updates, finish } });
    const chat = server.chat(CHAT);
    expect(await answer(() => chat.say('việc'))).toContain('Ông/Bà có 2 việc');
    await rest(150);
    expect(chat.heard).toHaveLength(1);
  });

  it('a long list is cut at a line end into messages of at most 4096, with the buttons below the last', async () => {
    const many = Array.from({ length: 20 }, (_, n) =>
      owed57({ key: `owed/${n}`, obligation: `ob/${n}`, title: `Báo cáo ${n} ${'dài '.repeat(80)}` }),
    );
    stage.desks.set('p03', new FakeDesk(FOCAL, many));
    await stage.start();
    const chat = server.chat(CHAT);
    chat.say('việc');
    const bot = await until(
      'all parts',
      () => chat.seen.filter(({ from }) => from === 'bot'),
      (seen) => (seen.at(-1)?.buttons.length ?? 0) > 0,
    );
    expect(bot.length).toBeGreaterThan(1);
    for (const { text } of bot) expect(text.length).toBeLessThanOrEqual(4096);
    for (const { buttons } of bot.slice(0, -1)) expect(buttons).toEqual([]);
    for (const { text } of bot.slice(1)) expect(text).toMatch(/^\d+ = |^Trả lời/);
  });
});

function spoken(message: number): { message_id: number; date: number; chat: object; from: object } {
  const chat = server.chat(CHAT);
  return { message_id: message, date: 1, chat: chat.chat(), from: chat.person() };
}
