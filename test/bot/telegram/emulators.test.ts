import { createServer, type Server } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { type StartedTelegramServer, startTelegramServer } from '@openclaw/crabline';
import TelegramServer from 'telegram-test-api';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../../bot/dialogue/plain-text.ts';
import type { Telegram } from '../../../bot/telegram/start.ts';
import type { Database } from '../../../store/database.ts';
import { freshDatabase } from '../../harness/database.ts';
import { FOCAL, owed54, owed57 } from '../dialogue/examples.ts';
import { FakeDesk } from '../dialogue/fake-desk.ts';
import { noticeFor } from './notice-for.ts';
import { address, CHAT, createStage, rest, type Stage, until } from './stage.ts';

/** A Bot API that somebody else wrote, as far as both can do it. */
interface Emulator {
  apiRoot: string;
  token: string;
  say(text: string): Promise<void>;
  heard(): Promise<string[]>;
  close(): Promise<void>;
}

const REPORT = [
  'việc',
  '1',
  '1',
  '1',
  'đang thực hiện',
  '3',
  '1.200',
  '2',
  '120',
  'không có',
  'bỏ qua',
  'sửa 2',
  '1',
  '1',
];

let database: Database;
let stage: Stage;
let emulator: Emulator | null = null;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => {
  emulator = null;
});
afterEach(async () => {
  await stage.close();
  await emulator?.close();
});

async function stageOn<E extends Emulator>(started: E): Promise<E> {
  emulator = started;
  stage = await createStage(database, started);
  stage.desks.set('p03', new FakeDesk(FOCAL, [owed57(), owed54()]));
  return started;
}

async function answer(on: Emulator, act: () => Promise<void>): Promise<string> {
  const before = (await on.heard()).length;
  await act();
  const heard = await until(
    'an answer',
    () => on.heard(),
    (all) => all.length > before,
  );
  return heard.at(-1) ?? '';
}

describe.each([
  { name: 'telegram-test-api', open: openTestApi },
  { name: 'crabline', open: openCrabline },
])('$name', ({ open }) => {
  it('a chat is bound by a start link, and the report of the web chat passes', async () => {
    const api = await stageOn<Emulator>(await open());
    await stage.start();
    expect(
      await answer(api, () => Promise.resolve(stage.code('p03')).then((code) => api.say(`/start ${code}`))),
    ).toContain('đúng không?');
    expect(await answer(api, () => api.say('đúng'))).toContain('Đã liên kết với Ông/Bà Hồ Văn Ví Dụ.');
    const web = new FakeDesk(FOCAL, [owed57(), owed54()]);
    for (const line of REPORT) {
      const expected = (await web.tell(line)).map((reply) => plainText(reply, address)).join('\n\n');
      expect(await answer(api, () => api.say(line))).toBe(expected);
    }
    expect(stage.desks.get('p03')?.requests).toEqual(web.requests);
    expect(await answer(api, () => api.say('/thoat'))).toContain('Đã thôi liên kết.');
    expect(stage.faults).toEqual([]);
  });

  it('a notice of the outbox leaves once', async () => {
    const api = await stageOn<Emulator>(await open());
    await stage.bind('p03', CHAT);
    await api.say('việc');
    await noticeFor(database, 'p03', 'reminder');
    await stage.start();
    const heard = await until(
      'both',
      () => api.heard(),
      (all) => all.length === 2,
    );
    expect(heard.filter((text) => text.startsWith('Nhắc: Báo cáo năm 2024'))).toHaveLength(1);
    const row = await until(
      'its row',
      () => database.db.selectFrom('message').select('status').executeTakeFirstOrThrow(),
      ({ status }) => status === 'sent',
    );
    expect(row).toEqual({ status: 'sent' });
  });
});

describe('telegram-test-api, buttons', () => {
  it('are shown, pressed, answered, and taken away when their question is past', async () => {
    const api = await stageOn(await openTestApi());
    await stage.bind('p03', CHAT);
    await stage.start();
    await answer(api, () => api.say('việc'));
    expect(api.keyboard(0)).toEqual(['1', '2']);
    expect(await answer(api, () => api.press(0, '1'))).toContain('Hệ thống chưa ghi nhận báo cáo năm 2024.');
    await until(
      'the old buttons are gone',
      () => api.keyboard(0),
      (labels) => labels.length === 0,
    );
    expect(api.keyboard(1)).toEqual(['1. Trả lời ngay', '2. Xin gia hạn', '3. Báo khó khăn, vướng mắc']);
    expect(await answer(api, () => api.press(1, '1. Trả lời ngay'))).toContain('Câu 1/6.');
  });
});

describe('crabline, delivery', () => {
  it('an update that was not kept is handed out again', async () => {
    const api = await stageOn(await openCrabline());
    await stage.bind('p03', CHAT);
    const { updates } = stage.options();
    let away = 2;
    const keep: typeof updates.keep = (...all) => {
      away -= 1;
      return away >= 0 ? Promise.reject(new Error('database away')) : updates.keep(...all);
    };
    await stage.start({ updates: { ...updates, keep } });
    expect(await answer(api, () => api.say('việc'))).toContain('Ông/Bà có 2 việc');
    expect(away).toBeLessThan(0);
  });

  it('a second poller is told 409 and comes back when the first is gone', async () => {
    const api = await stageOn(await openCrabline());
    await stage.bind('p03', CHAT);
    let rival = true;
    const stealing = (async () => {
      while (rival)
        await fetch(`${api.apiRoot}/bot${api.token}/getUpdates?timeout=1`).then((response) => response.text());
    })();
    await rest(100);
    await stage.start();
    const bot = api.token.split(':')[0] ?? '';
    await until(
      'the conflict is known',
      () => stage.options().updates.standing(bot),
      (standing) => standing?.state === 'conflict',
    );
    rival = false;
    await stealing;
    expect(await answer(api, () => api.say('việc'))).toContain('Ông/Bà có 2 việc');
  });

  it('a webhook with a secret: calls are repeated until they are kept', async () => {
    const api = await stageOn(await openCrabline());
    await stage.bind('p03', CHAT);
    const { updates } = stage.options();
    let away = 2;
    const keep: typeof updates.keep = (...all) => {
      away -= 1;
      return away >= 0 ? Promise.reject(new Error('database away')) : updates.keep(...all);
    };
    let handler: Telegram['webhook'] = null;
    const listening = serve({
      port: 0,
      hostname: '127.0.0.1',
      fetch: (request) => handler?.(request) ?? new Response(null, { status: 503 }),
    });
    try {
      await until('it listens', () => listening.address());
      const url = `http://127.0.0.1:${(listening.address() as AddressInfo).port}/telegram/webhook`;
      const secret = 'mot-bi-mat-du-dai-cho-bot';
      const telegram = await stage.start({ updates: { ...updates, keep } }, { webhook: { secret, url } });
      handler = telegram.webhook;
      const bot = api.token.split(':')[0] ?? '';
      await until(
        'it is registered',
        () => updates.standing(bot),
        (standing) => standing?.state === 'webhook',
      );
      expect(await answer(api, () => api.say('việc'))).toContain('Ông/Bà có 2 việc');
      expect(away).toBeLessThan(0);
    } finally {
      listening.close();
    }
  });
});

interface WithButtons extends Emulator {
  keyboard(message: number): string[];
  press(message: number, label: string): Promise<void>;
}

/** Long polls are not honoured there: a door in front of it waits a little before an empty answer. */
async function openTestApi(): Promise<WithButtons> {
  const server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
  await server.start();
  const door = await openDoor(server.config.apiURL);
  const token = '123456:AAForTheTestApi';
  const client = server.getClient(token, { userId: CHAT, chatId: CHAT, firstName: 'Ví Dụ', type: 'private' });
  const messages = (): typeof server.storage.botMessages =>
    server.storage.botMessages.filter(({ botToken }) => botToken === token);
  const buttons = (index: number): { text: string; callback_data?: string }[] => {
    const { reply_markup: markup } = messages()[index]?.message ?? {};
    return markup && 'inline_keyboard' in markup
      ? (markup.inline_keyboard.flat() as { text: string; callback_data?: string }[])
      : [];
  };
  return {
    apiRoot: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
    token,
    async say(text) {
      if (text.startsWith('/')) await client.sendCommand(client.makeCommand(text));
      else await client.sendMessage(client.makeMessage(text));
    },
    heard: () => Promise.resolve(messages().map(({ message }) => message.text)),
    keyboard: (index) => buttons(index).map(({ text }) => text),
    async press(index, label) {
      const data = buttons(index).find(({ text }) => text === label)?.callback_data ?? '';
      const message = { message_id: messages()[index]?.messageId ?? 0 };
      await client.sendCallback(client.makeCallbackQuery(data, { message }));
    },
    async close() {
      door.closeAllConnections();
      await new Promise((closed) => door.close(closed));
      await server.stop();
    },
  };
}

async function openDoor(target: string): Promise<Server> {
  const door = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const answered = await fetch(`${target}${request.url}`, {
      method: request.method ?? 'GET',
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
      ...(body.length > 0 ? { body } : {}),
    }).catch(() => null);
    const text = (await answered?.text()) ?? '';
    if (text === '{"ok":true,"result":[]}') await rest(50);
    response.writeHead(answered?.status ?? 502, { 'content-type': 'application/json' }).end(text);
  });
  await new Promise<void>((ready) => door.listen(0, '127.0.0.1', ready));
  return door;
}

async function freePort(): Promise<number> {
  const socket = createSocket();
  await new Promise<void>((ready) => socket.listen(0, '127.0.0.1', ready));
  const { port } = socket.address() as AddressInfo;
  await new Promise((closed) => socket.close(closed));
  return port;
}

async function openCrabline(): Promise<Emulator> {
  const sent: string[] = [];
  const server: StartedTelegramServer = await startTelegramServer({
    recorderPath: join(tmpdir(), `dondoc-crabline-${process.pid}-${Math.random().toString(36).slice(2)}.jsonl`),
    onEvent: (event) => {
      const { path, accepted, body } = event as { path?: string; accepted?: boolean; body?: { text?: string } };
      if (path?.endsWith('/sendMessage') && accepted !== false) sent.push(body?.text ?? '');
    },
  });
  const { endpoints, env, adminToken } = server.manifest;
  return {
    apiRoot: endpoints.apiRoot,
    token: env.TELEGRAM_BOT_TOKEN,
    async say(text) {
      const response = await fetch(endpoints.adminInboundUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${adminToken}` },
        body: JSON.stringify({ chatId: CHAT, chatType: 'private', fromId: CHAT, fromName: 'Ví Dụ', text }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    heard: () => Promise.resolve([...sent]),
    close: () => server.close(),
  };
}
