import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TelegramRefused } from '../../../bot/telegram/settings.ts';
import { startTelegram, type Telegram } from '../../../bot/telegram/start.ts';
import { plusMs } from '../../../domain/calendar/instant.ts';
import type { Database } from '../../../store/database.ts';
import { FakeTelegram, TOKEN } from '../../fakes/telegram/server.ts';
import { freshDatabase } from '../../harness/database.ts';
import { FOCAL, owed57 } from '../dialogue/examples.ts';
import { FakeDesk } from '../dialogue/fake-desk.ts';
import { CHAT, createStage, rest, type Stage, until } from './stage.ts';

const SECRET = 'mot-bi-mat-du-dai-cho-bot';

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
  await stage.bind('p03', CHAT);
});
afterEach(async () => {
  await stage.close();
  await server.stop();
});

const kept = async (): Promise<number> => Number(await countOf('telegram_update'));
async function countOf(table: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(database.db);
  return Number(rows[0]?.n);
}

async function heard(count: number): Promise<void> {
  await until(
    `${count} answers`,
    () => server.chat(CHAT).heard.length,
    (seen) => seen === count,
  );
}

describe('polling', () => {
  it('an update that could not be kept is not confirmed, and comes again', async () => {
    const { updates } = stage.options();
    let away = 3;
    const keep: typeof updates.keep = (...all) => {
      away -= 1;
      return away >= 0 ? Promise.reject(new Error('database away')) : updates.keep(...all);
    };
    await stage.start({ updates: { ...updates, keep } });
    server.chat(CHAT).say('việc');
    await heard(1);
    expect(away).toBeLessThan(0);
    expect(await kept()).toBe(1);
    await until('it is confirmed', () => server.confirmed);
  });

  it('a stop in the middle loses nothing: what was not kept comes to the next process', async () => {
    const { updates } = stage.options();
    let release: () => void = () => undefined;
    const held = new Promise<void>((free) => {
      release = free;
    });
    const slow: typeof updates.keep = async (...all) => {
      await held;
      return updates.keep(...all);
    };
    const first = await stage.start({ updates: { ...updates, keep: slow } });
    const chat = server.chat(CHAT);
    chat.say('việc');
    chat.say('1');
    chat.say('1');
    await until('it was handed out', () => server.sent('getUpdates').length > 0);
    await rest(100);
    const stopping = first.stop();
    release();
    await stopping;
    await stage.start();
    await heard(3);
    expect(await kept()).toBe(3);
  });

  it('somebody else polls with the same token: we wait, say so, and go on when he is gone', async () => {
    let rival = true;
    const stealing = (async () => {
      while (rival) {
        await fetch(`${server.apiRoot}/bot${TOKEN}/getUpdates?timeout=1`).then((response) => response.text());
      }
    })();
    await rest(50);
    await stage.start();
    const { updates } = stage.options();
    await until(
      'the conflict is known',
      () => updates.standing('700100200'),
      (standing) => standing?.state === 'conflict',
    );
    rival = false;
    await stealing;
    server.chat(CHAT).say('việc');
    await heard(1);
    expect(await updates.standing('700100200')).toMatchObject({ state: 'polling', username: 'dondoc_test_bot' });
  });

  it('a token that is not known is told, not tried without pause', async () => {
    server.token = '1:other';
    await stage.start({}, { token: TOKEN });
    const { updates } = stage.options();
    await until(
      'it is known',
      () => updates.standing('700100200'),
      (standing) => standing?.state === 'unauthorized',
    );
    const calls = server.calls.length;
    await rest(300);
    expect(server.calls.length).toBe(calls);
  });

  it('of two processes one works; when it ends or dies the other takes over, and nobody is answered twice', async () => {
    const names: string[] = [];
    const naming = (name: string): Stage['conversation'] => ({
      hear: (incoming) => {
        names.push(name);
        return stage.conversation.hear(incoming);
      },
    });
    const first = await stage.start({ conversation: naming('one') });
    const chat = server.chat(CHAT);
    chat.say('việc');
    await heard(1);
    await stage.start({ conversation: naming('two') });
    chat.say('1');
    await heard(2);
    expect(names).toEqual(['one', 'one']);
    await first.stop();
    chat.say('1');
    await heard(3);
    expect(names).toEqual(['one', 'one', 'two']);
    expect(server.sent('sendMessage')).toHaveLength(3);
  });

  it('a process that died is waited for as long as its lease, no longer', async () => {
    const { leases, clock } = stage.options();
    await leases.take('telegram:700100200', 'a process that died', clock(), plusMs(clock(), 1_000));
    await stage.start();
    server.chat(CHAT).say('việc');
    await rest(400);
    expect(server.chat(CHAT).heard).toHaveLength(0);
    await heard(1);
  });
});

describe('webhook', () => {
  let listening: ReturnType<typeof serve> | null = null;
  let telegram: Telegram;
  let url: string;

  async function start(more: Parameters<Stage['start']>[0] = {}): Promise<void> {
    let handler: Telegram['webhook'] = null;
    listening = serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: (request) => handler?.(request) ?? new Response(null, { status: 503 }),
    });
    await until('it listens', () => listening?.address() ?? null);
    url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/telegram/webhook`;
    telegram = await stage.start(more, { webhook: { secret: SECRET, url } });
    handler = telegram.webhook;
    if (more.acts !== false) await until('it is registered', () => server.sent('setWebhook').length > 0);
  }
  afterEach(() => listening?.close());

  const post = (body: string, headers: Record<string, string>): Promise<number> =>
    fetch(url, { method: 'POST', body, headers }).then(({ status }) => status);
  const right = { 'x-telegram-bot-api-secret-token': SECRET };

  it('answers in order, and calls that fail come again until they are kept', async () => {
    const { updates } = stage.options();
    let away = 2;
    const keep: typeof updates.keep = (...all) => {
      away -= 1;
      return away >= 0 ? Promise.reject(new Error('database away')) : updates.keep(...all);
    };
    await start({ updates: { ...updates, keep } });
    const chat = server.chat(CHAT);
    chat.say('việc');
    chat.say('1');
    await heard(2);
    expect(chat.heard[1]).toContain('Câu 1/6.');
    expect(server.sent('setWebhook')[0]?.body).toMatchObject({ url, secret_token: SECRET });
  });

  it('a process of pages takes the calls, and the bot of another process answers them', async () => {
    await start({ acts: false });
    const chat = server.chat(CHAT);
    chat.say('việc');
    await rest(400);
    expect(server.sent('setWebhook')).toEqual([]);
    await stage.start({}, { webhook: { secret: SECRET, url } });
    await heard(1);
    expect(server.confirmed).toBe(true);
  });

  it.each([
    { label: 'no secret', body: '{"update_id":1}', headers: {}, status: 401 },
    {
      label: 'a wrong secret',
      body: '{"update_id":1}',
      headers: { 'x-telegram-bot-api-secret-token': 'sai' },
      status: 401,
    },
    { label: 'no JSON', body: 'việc', headers: right, status: 400 },
    { label: 'no update', body: '{"hello":1}', headers: right, status: 400 },
    { label: 'far too much', body: `{"update_id":1,"x":"${'a'.repeat(300_000)}"}`, headers: right, status: 413 },
    { label: 'an update', body: '{"update_id":1}', headers: right, status: 200 },
  ])('$label: $status', async ({ body, headers, status }) => {
    await start();
    expect(await post(body, headers)).toBe(status);
    expect(await kept()).toBe(status === 200 ? 1 : 0);
  });
});

describe('settings that are refused', () => {
  it.each([
    { label: 'an empty secret', settings: { webhook: { secret: '', url: 'https://dondoc.test/telegram/webhook' } } },
    {
      label: 'a secret with blanks',
      settings: { webhook: { secret: 'mot bi mat du dai cho bot', url: 'https://dondoc.test' } },
    },
    { label: 'a Bot API without encryption elsewhere', settings: { apiRoot: 'http://api.example.vn' } },
    { label: 'no token', settings: { token: 'khong phai' } },
  ])('$label', async ({ settings }) => {
    await expect(startTelegram(stage.options({}, settings))).rejects.toBeInstanceOf(TelegramRefused);
  });
});
