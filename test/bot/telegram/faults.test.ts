import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redacted } from '../../../bot/telegram/redact.ts';
import type { Database } from '../../../store/database.ts';
import { type Fault, FORBIDDEN } from '../../fakes/telegram/faults.ts';
import { FakeTelegram, TOKEN } from '../../fakes/telegram/server.ts';
import { freshDatabase } from '../../harness/database.ts';
import { FOCAL, owed57 } from '../dialogue/examples.ts';
import { FakeDesk } from '../dialogue/fake-desk.ts';
import { noticeFor, personRow } from './notice-for.ts';
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
  desk = new FakeDesk(FOCAL, [owed57()]);
  stage.desks.set('p03', desk);
  await stage.bind('p03', CHAT);
});
afterEach(async () => {
  await stage.close();
  await server.stop();
});

const message = (): Promise<{ status: string; again: boolean; error: string | null; attempts: number } | undefined> =>
  database.db
    .selectFrom('message')
    .select(['status', 'again', 'error', 'attempts'])
    .where('channel', '=', 'telegram')
    .executeTakeFirst();

const letters = (): Promise<{ person: string; status: string }[]> =>
  database.db.selectFrom('message').select(['person', 'status']).where('channel', '=', 'email').execute();

describe('what leaves', () => {
  it('a notice of the outbox leaves once, with a button, and its row follows', async () => {
    await noticeFor(database, 'p03', 'reminder');
    server.chat(CHAT).started = true;
    await stage.start();
    const row = await until('it is sent', message, (each) => each?.status === 'sent');
    expect(row).toMatchObject({ again: false, error: null, attempts: 1 });
    const chat = server.chat(CHAT);
    expect(chat.heard).toEqual(['Nhắc: Báo cáo năm 2024\nHạn Thứ Sáu 15/11/2024.']);
    chat.press('Danh sách việc');
    await until(
      'the list',
      () => chat.heard.length,
      (count) => count === 2,
    );
    expect(chat.heard[1]).toContain('Báo cáo năm 2024');
  });

  const repeated: { label: string; fault: Fault; marked: boolean; seen: number }[] = [
    { label: 'cut off before the effect', fault: { kind: 'dropBefore' }, marked: true, seen: 1 },
    { label: 'cut off after the effect', fault: { kind: 'dropAfter' }, marked: true, seen: 2 },
    { label: 'an answer that comes too late', fault: { kind: 'slow', ms: 2_500 }, marked: true, seen: 2 },
    { label: 'a gateway’s page instead of an answer', fault: { kind: 'gateway' }, marked: true, seen: 1 },
    { label: 'the provider’s own failure', fault: { kind: 'serverError' }, marked: false, seen: 1 },
    { label: 'too many requests', fault: { kind: 'tooMany', retryAfter: 1 }, marked: false, seen: 1 },
  ];

  it.each(repeated)('an answer after $label is sent again, marked: $marked', async ({ fault, marked, seen }) => {
    server.plan('sendMessage', fault);
    await stage.start();
    const chat = server.chat(CHAT);
    const asked = Date.now();
    chat.say('việc');
    await until(
      'it arrives',
      () => chat.heard.length,
      (count) => count === seen,
    );
    expect(chat.heard.at(-1)?.startsWith('(gửi lại)\n')).toBe(marked);
    if (fault.kind === 'tooMany') expect(Date.now() - asked).toBeGreaterThanOrEqual(1_000);
    await rest(200);
    expect(chat.heard).toHaveLength(seen);
    chat.press('Trả lời ngay');
    await until(
      'its buttons work',
      () => chat.heard.length,
      (count) => count === seen + 1,
    );
  });

  it.each([
    { label: 'a reminder', kind: 'reminder', status: 'unknown', seen: 1 },
    { label: 'a returned report', kind: 'returned', status: 'sent', seen: 2 },
  ])('$label of unknown fate: sent $seen times, $status', async ({ kind, status, seen }) => {
    server.plan('sendMessage', { kind: 'dropAfter' });
    const chat = server.chat(CHAT);
    chat.started = true;
    await noticeFor(database, 'p03', kind);
    await stage.start();
    await until('its fate', message, (row) => row?.status === status && (seen === 1 || row.again));
    await rest(250);
    expect(chat.heard).toHaveLength(seen);
    expect(chat.heard.filter((text) => text.startsWith('(gửi lại)'))).toHaveLength(seen - 1);
  });

  it('a chat gets one message a second, and waits no slot of anybody else', async () => {
    server.messagesPerSecond = 1;
    stage.desks.set('p07', new FakeDesk(FOCAL, [owed57()]));
    await stage.bind('p07', 9002);
    await stage.start({}, { pace: { perChat: 1_000 } });
    const [one, other] = [server.chat(CHAT), server.chat(9002)];
    one.say('việc');
    one.say('1');
    one.say('lại');
    await until(
      'the first',
      () => one.heard.length,
      (count) => count > 0,
    );
    other.say('việc');
    await until(
      'somebody else',
      () => other.heard.length,
      (count) => count > 0,
    );
    expect(one.heard.length).toBeLessThan(3);
    await until(
      'all',
      () => one.heard.length,
      (count) => count === 3,
    );
    expect(server.sent('sendMessage')).toHaveLength(4);
  });

  it('after 429 a chat is left alone for as long as was asked, others are not', async () => {
    server.plan('sendMessage', { kind: 'tooMany', retryAfter: 2 });
    stage.desks.set('p07', new FakeDesk(FOCAL, [owed57()]));
    await stage.bind('p07', 9002);
    await stage.start();
    const [one, other] = [server.chat(CHAT), server.chat(9002)];
    one.say('việc');
    await until(
      'it is refused',
      () => server.sent('sendMessage').length,
      (count) => count === 1,
    );
    const refused = Date.now();
    other.say('việc');
    await until(
      'somebody else',
      () => other.heard.length,
      (count) => count === 1,
    );
    expect(one.heard).toHaveLength(0);
    await until(
      'the first',
      () => one.heard.length,
      (count) => count === 1,
    );
    expect(Date.now() - refused).toBeGreaterThanOrEqual(1_900);
    expect(server.sent('sendMessage')).toHaveLength(3);
  });

  it.each(Object.entries(FORBIDDEN))(
    '403 (%s): unreachable, letters take over, the coordinator is told',
    async (_, description) => {
      await personRow(database, 'p03');
      server.plan('sendMessage', { kind: 'forbidden', description });
      server.chat(CHAT).started = true;
      await noticeFor(database, 'p03', 'reminder');
      await stage.start();
      expect(await until('it fails', message, (row) => row?.status === 'failed')).toMatchObject({ status: 'failed' });
      await until('a letter', letters, (rows) => rows.length === 1);
      expect(await letters()).toEqual([{ person: 'p03', status: 'queued' }]);
      expect([...(await stage.options().bindings.reaches(['p03']))]).toEqual([]);
      expect(
        await until(
          'the coordinator',
          () => stage.told('p01'),
          (lines) => lines.length > 0,
        ),
      ).toEqual([
        'Telegram của Hồ Văn Ví Dụ không nhận tin nữa (đã chặn hoặc đã xóa). Tin đi theo thư điện tử và trang.',
      ]);
      await noticeFor(database, 'p03', 'returned', '2024-11-08');
      await until(
        'the next one fails at once',
        () => database.db.selectFrom('message').select('key').where('status', '=', 'failed').execute(),
        (rows) => rows.length === 2,
      );
      expect(server.sent('sendMessage')).toHaveLength(1);
    },
  );

  it('a person who blocks the bot is unreachable until he comes back', async () => {
    await stage.start();
    const chat = server.chat(CHAT);
    const { bindings } = stage.options();
    chat.say('việc');
    await until(
      'an answer',
      () => chat.heard.length,
      (count) => count === 1,
    );
    chat.block();
    await until(
      'unreachable',
      () => bindings.reaches(['p03']),
      (set) => set.size === 0,
    );
    expect(await stage.told('p01')).toHaveLength(1);
    chat.unblock();
    await until(
      'reachable',
      () => bindings.reaches(['p03']),
      (set) => set.size === 1,
    );
    await database.db.updateTable('binding').set({ reachable: false }).execute();
    chat.say('việc');
    await until(
      'reachable by writing',
      () => bindings.reaches(['p03']),
      (set) => set.size === 1,
    );
  });

  it('sends that were in hand when the process died are sent again, marked, or left', async () => {
    await noticeFor(database, 'p03', 'reminder');
    const { queue } = stage.options();
    const say = (key: string, repeat: boolean, of: string | null): Parameters<typeof queue.enqueue>[1] => [
      { key, chat: String(CHAT), person: 'p03', message: of, text: key, buttons: [], question: null, repeat },
    ];
    const [notice] = await queue.outbox(1);
    await queue.enqueue('700100200', say('nhắc', false, notice?.key ?? ''), '2024-11-07T09:00:00.000+07:00');
    await queue.enqueue('700100200', say('biên nhận', true, null), '2024-11-07T09:00:00.000+07:00');
    for (const seq of (await queue.heads('700100200', '9', 9)).map((each) => each.seq)) await queue.claim(seq);
    const chat = server.chat(CHAT);
    chat.started = true;
    const { rows } = await sql<{ seq: number }>`update telegram_send set status = 'sending' returning seq`.execute(
      database.db,
    );
    expect(rows).toHaveLength(2);
    await stage.start();
    await until(
      'one',
      () => chat.heard,
      (heard) => heard.length === 1,
    );
    await rest(200);
    expect(chat.heard).toEqual(['(gửi lại)\nbiên nhận']);
    expect(await message()).toMatchObject({ status: 'unknown' });
  });

  it('a server that is away is asked again until it is back, and nothing is lost', async () => {
    const port = Number(new URL(server.apiRoot).port);
    await stage.start();
    const chat = server.chat(CHAT);
    chat.say('việc');
    await until(
      'an answer',
      () => chat.heard.length,
      (count) => count === 1,
    );
    await server.stop();
    await noticeFor(database, 'p03', 'reminder');
    await rest(300);
    server = await FakeTelegram.start(port);
    const back = server.chat(CHAT);
    back.started = true;
    await until(
      'it is sent',
      () => back.heard,
      (heard) => heard.length === 1,
    );
    expect(back.heard[0]?.startsWith('(gửi lại)')).toBe(false);
    await until('its row says so', message, (row) => (row as { status: string }).status === 'sent');
    expect(await message()).toMatchObject({ status: 'sent', again: false });
  });

  it('the token is never in what is written down', async () => {
    const inner = new Error(`request to http://127.0.0.1:1/bot${TOKEN}/getMe failed`);
    const outer = Object.assign(new Error('Network request for getMe failed!'), { error: inner });
    expect(redacted(outer, TOKEN).message).toBe(
      'Error: Network request for getMe failed! (request to http://127.0.0.1:1/bot<token>/getMe failed)',
    );
    server.plan('sendMessage', { kind: 'dropBefore' }, { kind: 'gateway' });
    server.plan('getUpdates', { kind: 'gateway' });
    server.plan('getMe', { kind: 'dropBefore' });
    await stage.start();
    const chat = server.chat(CHAT);
    chat.say('việc');
    await until(
      'it arrives',
      () => chat.heard.length,
      (count) => count === 1,
    );
    const kept = await database.db.selectFrom('message').selectAll().execute();
    expect(stage.faults.length).toBeGreaterThan(0);
    expect(JSON.stringify([stage.faults, kept])).not.toContain(TOKEN.split(':')[1]);
  });
});
