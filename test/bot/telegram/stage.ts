import { sql } from 'kysely';
import type { Conversation } from '../../../bot/conversation/conversation.ts';
import type { ReplyLink } from '../../../bot/dialogue/types.ts';
import { bindingLink, issueBindingCode } from '../../../bot/telegram/binding-code.ts';
import type { TelegramSettings } from '../../../bot/telegram/settings.ts';
import { startTelegram, type Telegram, type TelegramOptions } from '../../../bot/telegram/start.ts';
import { instantFromMs } from '../../../domain/calendar/instant.ts';
import type { Role, Roster } from '../../../domain/roster/roster.ts';
import { createBindingStore } from '../../../store/binding-store.ts';
import type { Database } from '../../../store/database.ts';
import { createDialogueStore } from '../../../store/dialogue-store.ts';
import { createLeaseStore } from '../../../store/lease-store.ts';
import { createTelegramQueue } from '../../../store/telegram-queue.ts';
import { createTelegramUpdates } from '../../../store/telegram-updates.ts';
import { NOW } from '../dialogue/examples.ts';
import type { FakeDesk } from '../dialogue/fake-desk.ts';
import { deskConversation } from './desk-conversation.ts';

const POSTS: [string, string, Role, string][] = [
  ['p03', 'Hồ Văn Ví Dụ', 'focalPoint', 'so-dl'],
  ['p07', 'Đinh Thị Thử', 'head', 'so-dl'],
  ['p01', 'Trần Thị Mẫu', 'coordinator', 'so-khcn'],
];

export const roster: Roster = {
  province: 'tinh-mau',
  agencies: [agency('so-dl', 'Sở Du lịch'), agency('so-khcn', 'Sở Khoa học và Công nghệ')],
  people: POSTS.map(([id, name]) => ({
    id,
    name,
    title: null,
    email: `${id}@example.gov.vn`,
    phone: null,
    channels: ['email'],
  })),
  posts: POSTS.map(([person, , role, of]) => ({ agency: of, role, person, rank: 1, from: '2020-01-01', to: null })),
  standIns: [],
  contact: 'p01',
};

function agency(id: string, name: string): Roster['agencies'][number] {
  return { id, name, names: [{ name, from: null }], shortName: name, kind: 'department', aliases: [] };
}

export const address = (link: ReplyLink): string =>
  link.to === 'obligation' ? 'https://dondoc.test/viec' : `https://dondoc.test/${link.to}/${link.number}`;

const TABLES = [
  'lease',
  'telegram_bot',
  'telegram_update',
  'telegram_chat',
  'telegram_send',
  'telegram_button',
  'binding',
  'binding_code',
  'chat_line',
  'dialogue',
  'message',
  'notice',
  'person',
];

/** The chat of p03, bound before the test begins. */
export const CHAT = 9001;

export interface Stage {
  database: Database;
  desks: Map<string, FakeDesk>;
  faults: string[];
  conversation: Pick<Conversation, 'hear'>;
  options(more?: Partial<TelegramOptions>, settings?: Partial<TelegramSettings>): TelegramOptions;
  /** Starts a bot; the stage stops it at the end. */
  start(more?: Partial<TelegramOptions>, settings?: Partial<TelegramSettings>): Promise<Telegram>;
  bind(person: string, account: number): Promise<void>;
  /** A code for a person, as a page would show it. */
  code(person: string, lifeMs?: number): Promise<string>;
  link(code: string): string;
  /** Lines of ours in somebody's web chat. */
  told(person: string): Promise<string[]>;
  close(): Promise<void>;
}

/** A stage on an emptied database; several stages of one file share one database. */
export async function createStage(database: Database, server: { apiRoot: string; token: string }): Promise<Stage> {
  await sql.raw(`truncate ${TABLES.join(', ')}`).execute(database.db);
  const desks = new Map<string, FakeDesk>();
  const faults: string[] = [];
  const running: Telegram[] = [];
  const bindings = createBindingStore(database.db, 'telegram');
  const dialogues = createDialogueStore(database.db);
  const clock = (): string => instantFromMs(Date.now());
  const conversation = deskConversation(dialogues, desks);

  const options: Stage['options'] = (more = {}, settings = {}) => ({
    settings: {
      token: server.token,
      apiRoot: server.apiRoot,
      webhook: null,
      ...settings,
      pace: {
        perChat: 10,
        callTimeout: 1_500,
        pollTimeout: 2_000,
        lease: 4_000,
        idle: 40,
        retry: 30,
        conflict: 150,
        ...settings.pace,
      },
    },
    updates: createTelegramUpdates(database.db),
    queue: createTelegramQueue(database.db),
    bindings,
    leases: createLeaseStore(database.db),
    conversation,
    roster: () => Promise.resolve(roster),
    now: () => Promise.resolve(NOW),
    clock,
    address,
    onFault: (error, about) => void faults.push(`${about}: ${error.message}`),
    ...more,
  });

  return {
    database,
    desks,
    faults,
    conversation,
    options,
    async start(more, settings) {
      const telegram = await startTelegram(options(more, settings));
      running.push(telegram);
      return telegram;
    },
    async bind(person, account) {
      await database.db
        .insertInto('binding')
        .values({ channel: 'telegram', account: String(account), person, at: clock(), reachable: true })
        .execute();
    },
    code: async (person, lifeMs) => (await issueBindingCode(bindings, person, clock(), lifeMs)).code,
    link: (code) => bindingLink('dondoc_test_bot', code),
    told: async (person) =>
      (await dialogues.lines(person, 50))
        .filter(({ direction }) => direction === 'out')
        .flatMap(({ reply }) => reply.lines),
    async close() {
      await Promise.all(running.map((telegram) => telegram.stop()));
    },
  };
}

/** Waits until something is so. @throws after ten seconds, saying what was seen last. */
export async function until<Seen>(
  what: string,
  look: () => Seen | Promise<Seen>,
  ok: (seen: Seen) => boolean = Boolean,
): Promise<Seen> {
  const end = Date.now() + 10_000;
  for (;;) {
    const seen = await look();
    if (ok(seen)) return seen;
    if (Date.now() > end) throw new Error(`${what}: still ${JSON.stringify(seen)}`);
    await new Promise((next) => setTimeout(next, 15));
  }
}

export const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
