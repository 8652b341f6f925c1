import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../store/database.ts';
import { FakeTelegram } from '../../fakes/telegram/server.ts';
import { freshDatabase } from '../../harness/database.ts';
import { FOCAL, owed57 } from '../dialogue/examples.ts';
import { FakeDesk } from '../dialogue/fake-desk.ts';
import { CHAT, createStage, rest, type Stage, until } from './stage.ts';

let database: Database;
let server: FakeTelegram;
let stage: Stage;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  server = await FakeTelegram.start();
  stage = await createStage(database, server);
  stage.desks.set('p03', new FakeDesk(FOCAL, [owed57()]));
  await stage.start();
});
afterEach(async () => {
  await stage.close();
  await server.stop();
});

async function answer(account: number, text: string): Promise<string> {
  const chat = server.chat(account);
  const before = chat.heard.length;
  chat.say(text);
  await until(
    `answer to ${text}`,
    () => chat.heard.length,
    (count) => count > before,
  );
  return chat.heard.at(-1) ?? '';
}

async function bindings(): Promise<{ account: string; person: string }[]> {
  return stage.database.db.selectFrom('binding').select(['account', 'person']).orderBy('account').execute();
}

describe('a chat becomes somebody’s', () => {
  it('by a link, after “đúng”, and the coordinator is told', async () => {
    const code = await stage.code('p03');
    expect(code).toMatch(/^[\w-]{22}$/);
    expect(stage.link(code)).toBe(`https://t.me/dondoc_test_bot?start=${code}`);
    expect(await answer(CHAT, `/start ${code}`)).toBe(
      'Liên kết tài khoản Telegram này với Ông/Bà Hồ Văn Ví Dụ, chuyên viên đầu mối, Sở Du lịch, đúng không?\nTrả lời đúng hoặc không.',
    );
    expect(await bindings()).toEqual([]);
    expect(await answer(CHAT, 'gì cơ')).toBe('Xin trả lời đúng hoặc không.');
    expect(await answer(CHAT, 'Đúng')).toContain('Đã liên kết với Ông/Bà Hồ Văn Ví Dụ.');
    expect(await bindings()).toEqual([{ account: String(CHAT), person: 'p03' }]);
    expect(await stage.told('p01')).toEqual([
      'Hồ Văn Ví Dụ vừa liên kết một tài khoản Telegram. Nếu việc này không đúng, xin gọi cho người đó.',
    ]);
    expect(await answer(CHAT, 'việc')).toContain('Báo cáo năm 2024');
    expect(await answer(CHAT, `/start ${await stage.code('p03')}`)).toContain('đã liên kết với Ông/Bà Hồ Văn Ví Dụ');
  });

  it('“không” ends the code, and nobody is bound', async () => {
    const code = await stage.code('p03');
    await answer(CHAT, `/start ${code}`);
    expect(await answer(CHAT, 'không')).toBe('Không liên kết. Liên kết vừa mở không dùng được nữa.');
    expect(await answer(CHAT, 'đúng')).toContain('chưa liên kết với ai');
    expect(await bindings()).toEqual([]);
    expect(await stage.told('p01')).toEqual([
      'Liên kết Telegram cấp cho Hồ Văn Ví Dụ vừa được mở từ một tài khoản trả lời “không”. Liên kết đó không dùng được nữa.',
    ]);
  });

  it.each([
    { label: 'a code of nobody', make: () => Promise.resolve('khong-co-ma-nay-trong-he') },
    { label: 'a code that is over', make: () => stage.code('p03', -1) },
    {
      label: 'a code that another chat used',
      make: async () => {
        const code = await stage.code('p03');
        await answer(9009, `/start ${code}`);
        return code;
      },
    },
    {
      label: 'a code after which another was made',
      make: async () => {
        const code = await stage.code('p03');
        await stage.code('p03');
        return code;
      },
    },
  ])('$label binds nothing', async ({ make }) => {
    expect(await answer(CHAT, `/start ${await make()}`)).toBe(
      'Liên kết này đã dùng, đã hết hạn hoặc không đúng. Xin mở trang Đôn Đốc để lấy liên kết mới.',
    );
    expect(await bindings()).toEqual([]);
  });

  it('a new chat takes the place of the old one, and the old one is told', async () => {
    await stage.bind('p03', 8001);
    const old = server.chat(8001);
    old.started = true;
    expect(await answer(CHAT, `/start ${await stage.code('p03')}`)).toContain(
      'Tài khoản Telegram đã liên kết trước đây của Ông/Bà sẽ thôi nhận tin.',
    );
    await answer(CHAT, 'đúng');
    await until(
      'the old chat is told',
      () => old.heard.at(-1) ?? '',
      (text) => text.includes('tài khoản Telegram khác'),
    );
    expect(await bindings()).toEqual([{ account: String(CHAT), person: 'p03' }]);
    expect(await stage.told('p01')).toEqual([
      'Hồ Văn Ví Dụ vừa liên kết một tài khoản Telegram khác. Nếu việc này không đúng, xin gọi cho người đó.',
    ]);
    expect(await answer(8001, 'việc')).toContain('chưa liên kết với ai');
  });

  it('a chat of one person never becomes another’s by a link alone', async () => {
    await stage.bind('p03', CHAT);
    expect(await answer(CHAT, `/start ${await stage.code('p07')}`)).toContain('đang liên kết với Ông/Bà Hồ Văn Ví Dụ');
    expect(await bindings()).toEqual([{ account: String(CHAT), person: 'p03' }]);
  });

  it('“/thoat” ends it', async () => {
    await stage.bind('p03', CHAT);
    expect(await answer(CHAT, '/thoat')).toContain('Đã thôi liên kết.');
    expect(await bindings()).toEqual([]);
    expect(await stage.told('p01')).toEqual([
      'Hồ Văn Ví Dụ đã thôi liên kết Telegram. Tin đi theo thư điện tử và trang.',
    ]);
  });

  it('a stranger is answered five times an hour', async () => {
    const chat = server.chat(CHAT);
    for (let n = 0; n < 8; n += 1) chat.start('ma-thu-lan-nay-khong-co');
    await until(
      'five answers',
      () => chat.heard.length,
      (count) => count === 5,
    );
    await rest(150);
    expect(chat.heard).toHaveLength(5);
  });

  it('in a group nobody is answered', async () => {
    await stage.bind('p03', -100123);
    const group = { id: -100123, type: 'supergroup', title: 'Nhóm' };
    server.deliver({
      message: {
        message_id: 7,
        date: 1,
        chat: group,
        from: { id: CHAT, is_bot: false, first_name: 'A' },
        text: 'việc',
      },
    });
    await until('it is confirmed', () => server.confirmed);
    await rest(150);
    expect(server.sent('sendMessage')).toEqual([]);
  });
});
