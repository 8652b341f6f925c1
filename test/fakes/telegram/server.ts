import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { FakeChat, type SeenMessage, type SentButton } from './chat.ts';
import { ApiRefusal, badRequest, type Fault, FORBIDDEN } from './faults.ts';

interface Stored {
  update_id: number;
  [kind: string]: unknown;
}

export interface Call {
  method: string;
  body: Record<string, unknown>;
  at: number;
}

export const TOKEN = '700100200:AAFakeTokenThatMustNeverBeWrittenDown';
const FIRST_UPDATE = 500_000;

/**
 * A Bot API that is as strict as the real one where emulators are not: updates stay until a later offset confirms them,
 * a second poller gets 409, texts and buttons are measured, edits must change something, queries grow old, and a chat
 * that never started or has blocked the bot refuses.
 */
export class FakeTelegram {
  readonly me = { id: 700_100_200, is_bot: true, first_name: 'Đôn Đốc', username: 'dondoc_test_bot' };
  readonly calls: Call[] = [];
  /** Another token is not known. */
  token = TOKEN;
  /** Most messages a second to one chat; more are answered with 429. Infinity = not measured. */
  messagesPerSecond = Number.POSITIVE_INFINITY;
  /** Asked at each call, before and after anything is done: true = its connection breaks off here. */
  breaksOff: (method: string, when: 'before' | 'after') => boolean = () => false;
  private readonly chats = new Map<number, FakeChat>();
  private readonly faults: { method: string; fault: Fault }[] = [];
  private updates: Stored[] = [];
  private readonly queries = new Set<string>();
  private update = FIRST_UPDATE;
  private message = 0;
  private poll: ((updates: Stored[] | 'conflict') => void) | null = null;
  private hook: { url: string; secret: string } | null = null;
  private hookQueue: Promise<void> = Promise.resolve();
  private ended = false;

  private constructor(private readonly server: Server) {}

  static async start(port = 0): Promise<FakeTelegram> {
    const server = createServer();
    const fake = new FakeTelegram(server);
    server.on('request', (request, response) => void fake.serve(request, response));
    await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready));
    return fake;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get confirmed(): boolean {
    return this.updates.length === 0;
  }

  async stop(): Promise<void> {
    this.ended = true;
    this.poll?.([]);
    await new Promise<void>((closed) => {
      this.server.close(() => closed());
      this.server.closeAllConnections();
    });
  }

  chat(id: number, name = `Người ${id}`): FakeChat {
    const known = this.chats.get(id) ?? new FakeChat(this, id, name);
    this.chats.set(id, known);
    return known;
  }

  /** The next call of a method goes wrong; several are used up in order. */
  plan(method: string, ...faults: Fault[]): void {
    this.faults.push(...faults.map((fault) => ({ method, fault })));
  }

  sent(method: string): Call[] {
    return this.calls.filter((call) => call.method === method);
  }

  nextMessageId(): number {
    this.message += 1;
    return this.message;
  }

  /** Hands an update to the bot. `as` gives it a number out of turn. */
  deliver(body: Record<string, unknown>, as: number | null = null): Stored {
    this.update += 1;
    const update = { update_id: as ?? this.update, ...body };
    if (this.hook) {
      this.callHook(update);
      return update;
    }
    this.updates.push(update);
    this.updates.sort((a, b) => a.update_id - b.update_id);
    this.poll?.(this.updates);
    return update;
  }

  /** A query is bound to a message that was really sent and carried the button. */
  press(chat: FakeChat, message: SeenMessage, data: string): string {
    if (!chat.seen.some(({ id }) => id === message.id)) throw new Error('this message was never sent');
    const id = `q${this.queries.size + 1}`;
    this.queries.add(id);
    const seen = {
      message_id: message.id,
      from: this.me,
      chat: chat.chat(),
      date: Math.floor(message.at / 1000),
      text: message.text,
      reply_markup: { inline_keyboard: message.buttons },
    };
    this.deliver({ callback_query: { id, from: chat.person(), message: seen, chat_instance: '1', data } });
    return id;
  }

  /** Queries are too old from now on. */
  ageQueries(): void {
    this.queries.clear();
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = '', method = ''] = /^\/bot([^/]+)\/(\w+)/.exec(request.url ?? '') ?? [];
    const body = await bodyOf(request).catch(() => null);
    // Whoever asked is no more.
    if (body === null) return;
    this.calls.push({ method, body, at: Date.now() });
    const fault = this.takeFault(method);
    if (fault?.kind === 'dropBefore' || this.breaksOff(method, 'before')) return void request.socket.destroy();
    try {
      if (decodeURIComponent(token) !== this.token) throw new ApiRefusal(401, 'Unauthorized');
      refuseByFault(fault);
      if (fault?.kind === 'gateway') return void response.writeHead(502).end('<html>502 Bad Gateway</html>');
      const result = await this.answer(method, body);
      if (fault?.kind === 'dropAfter' || this.breaksOff(method, 'after')) return void request.socket.destroy();
      if (fault?.kind === 'slow') await new Promise((late) => setTimeout(late, fault.ms));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result }));
    } catch (error) {
      if (!(error instanceof ApiRefusal)) throw error;
      const { code, description, parameters } = error;
      const answer = {
        ok: false,
        error_code: code,
        description,
        ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
      };
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    }
  }

  private takeFault(method: string): Fault | null {
    const index = this.faults.findIndex((each) => each.method === method);
    return index < 0 ? null : (this.faults.splice(index, 1)[0]?.fault ?? null);
  }

  private answer(method: string, body: Record<string, unknown>): unknown {
    switch (method) {
      case 'getMe':
        return {
          ...this.me,
          can_join_groups: false,
          can_read_all_group_messages: false,
          supports_inline_queries: false,
        };
      case 'deleteWebhook':
        this.hook = null;
        return true;
      case 'setWebhook':
        return this.setWebhook(body);
      case 'getUpdates':
        return this.getUpdates(Number(body.offset ?? 0), Number(body.limit ?? 100), Number(body.timeout ?? 0));
      case 'sendMessage':
        return this.sendMessage(body);
      case 'editMessageReplyMarkup':
        return this.editMarkup(body);
      case 'answerCallbackQuery':
        return this.answerQuery(body);
      default:
        throw new ApiRefusal(404, 'Not Found: method not found');
    }
  }

  private async getUpdates(offset: number, limit: number, timeout: number): Promise<Stored[]> {
    if (this.hook) throw new ApiRefusal(409, "Conflict: can't use getUpdates method while webhook is active");
    // The newer request ends the older one.
    const older = this.poll;
    this.poll = null;
    older?.('conflict');
    if (offset > 0) this.updates = this.updates.filter(({ update_id }) => update_id >= offset);
    if (this.updates.length > 0 || timeout === 0 || this.ended) return this.updates.slice(0, limit);
    const waited = await new Promise<Stored[] | 'conflict'>((done) => {
      const mine = (value: Stored[] | 'conflict'): void => {
        clearTimeout(timer);
        if (this.poll === mine) this.poll = null;
        done(value);
      };
      const timer = setTimeout(() => mine([]), timeout * 1000);
      this.poll = mine;
    });
    if (waited === 'conflict') {
      throw new ApiRefusal(409, 'Conflict: terminated by other getUpdates request');
    }
    return waited.slice(0, limit);
  }

  private setWebhook({ url, secret_token: secret }: Record<string, unknown>): true {
    if (typeof url !== 'string' || !URL.canParse(url)) throw badRequest('bad webhook: invalid URL');
    if (typeof secret !== 'string' || !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
      throw badRequest('secret token contains unallowed characters');
    }
    this.hook = { url, secret };
    for (const update of this.updates.splice(0)) this.callHook(update);
    return true;
  }

  /** One call after the other, each until it is answered with 2xx. */
  private callHook(update: Stored): void {
    this.hookQueue = this.hookQueue.then(async () => {
      for (let wait = 20; this.hook && !this.ended; wait = Math.min(wait * 2, 500)) {
        const { url, secret } = this.hook;
        const response = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret },
          body: JSON.stringify(update),
        }).catch(() => null);
        await response?.body?.cancel();
        if (response?.ok) return;
        await new Promise((again) => setTimeout(again, wait));
      }
    });
  }

  private chatTo(body: Record<string, unknown>): FakeChat {
    const chat = this.chats.get(Number(body.chat_id));
    if (!chat) throw badRequest('chat not found');
    if (chat.deactivated) throw new ApiRefusal(403, FORBIDDEN.deactivated);
    if (chat.blocked) throw new ApiRefusal(403, FORBIDDEN.blocked);
    if (!chat.started) throw new ApiRefusal(403, FORBIDDEN.neverStarted);
    return chat;
  }

  private sendMessage(body: Record<string, unknown>): unknown {
    const chat = this.chatTo(body);
    const text = typeof body.text === 'string' ? body.text : '';
    if (text.trim() === '') throw badRequest('message text is empty');
    if (text.length > 4096) throw badRequest('message is too long');
    const buttons = buttonsOf(body);
    const at = Date.now();
    const lately = chat.seen.filter((each) => each.from === 'bot' && each.at > at - 1000).length;
    if (lately >= this.messagesPerSecond) {
      throw new ApiRefusal(429, 'Too Many Requests: retry after 1', { retry_after: 1 });
    }
    const id = this.nextMessageId();
    chat.seen.push({ id, from: 'bot', text, buttons, at });
    return { message_id: id, from: this.me, chat: chat.chat(), date: Math.floor(at / 1000), text };
  }

  private editMarkup(body: Record<string, unknown>): unknown {
    const chat = this.chatTo(body);
    const message = chat.seen.find(({ id, from }) => id === Number(body.message_id) && from === 'bot');
    if (!message) throw badRequest('message to edit not found');
    const buttons = buttonsOf(body);
    if (JSON.stringify(buttons) === JSON.stringify(message.buttons)) {
      throw badRequest(
        'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message',
      );
    }
    message.buttons = buttons;
    return { message_id: message.id, from: this.me, chat: chat.chat(), date: 0, text: message.text };
  }

  private answerQuery({ callback_query_id: id, text }: Record<string, unknown>): true {
    if (!this.queries.has(String(id))) {
      throw badRequest('query is too old and response timeout expired or query ID is invalid');
    }
    if (typeof text === 'string') for (const chat of this.chats.values()) chat.toasts.push(text);
    return true;
  }
}

function refuseByFault(fault: Fault | null): void {
  if (fault?.kind === 'tooMany') {
    const { retryAfter } = fault;
    throw new ApiRefusal(429, `Too Many Requests: retry after ${retryAfter}`, { retry_after: retryAfter });
  }
  if (fault?.kind === 'serverError') throw new ApiRefusal(500, 'Internal Server Error');
  if (fault?.kind === 'forbidden') throw new ApiRefusal(403, fault.description);
}

function buttonsOf({ reply_markup: markup }: Record<string, unknown>): SentButton[][] {
  const whole = (typeof markup === 'string' ? JSON.parse(markup) : markup) as
    | { inline_keyboard?: SentButton[][] }
    | undefined;
  const rows = whole?.inline_keyboard ?? [];
  for (const { text, callback_data: data } of rows.flat()) {
    const bytes = Buffer.byteLength(data ?? '');
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
    if (text.trim() === '') throw badRequest('inline keyboard button text is empty');
  }
  return rows;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  return text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
}
