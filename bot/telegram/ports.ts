import type { Update } from 'grammy/types';
import type { Instant } from '../../domain/calendar/instant.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import type { Conversation } from '../conversation/conversation.ts';
import type { DialogueEvent, Reply, ReplyLink } from '../dialogue/types.ts';

/** What the adapter needs of the house; put together in worker. */
export interface TelegramPorts {
  updates: UpdateStore;
  queue: SendQueue;
  bindings: BindingStore;
  leases: LeaseStore;
  conversation: Pick<Conversation, 'hear'>;
  roster(): Promise<Roster>;
  /** The domain's moment, for lines in the chat log and for who holds which post. */
  now(): Promise<Instant>;
  /** The machine's moment: codes end and queues move whatever the domain's clock shows. */
  clock(): Instant;
  /** The full address of a link in a reply. */
  address(link: ReplyLink): string;
  onFault(error: Error, about: string): void;
}

/** An update as it came. */
export interface StoredUpdate {
  id: number;
  /** Empty for an update that belongs to no private chat. */
  chat: string;
  body: Update;
  attempts: number;
}

/** What is known of a chat beside its binding. */
export interface ChatFacts {
  lastMessage: number;
  memberAt: number;
  tries: number;
  triesSince: Instant | null;
}

/** Raw updates and what their processing changes. */
export interface UpdateStore {
  /** Keeps an update, once: a second delivery changes nothing. */
  keep(bot: string, update: { id: number; chat: string; body: Update }, at: Instant): Promise<void>;
  /** The first waiting update of each chat that may be tried now, at most `limit`. */
  heads(bot: string, at: Instant, limit: number): Promise<StoredUpdate[]>;
  chat(bot: string, chat: string): Promise<ChatFacts>;
  /** The lines that a conversation kept under the key of an update: what it answered, also when it answered before a crash. */
  replies(key: string): Promise<Reply[]>;
  /** The event of a button of this chat that has not ended; null for any other. */
  button(id: string, chat: string, at: Instant): Promise<{ person: string; event: ButtonEvent } | null>;
  /** The question that one of our messages asked. */
  questionOf(bot: string, chat: string, messageId: number): Promise<number | null>;
  /** Ends an update together with all that it changes, in one transaction; nothing when it has ended before. */
  finish(bot: string, update: Pick<StoredUpdate, 'id' | 'chat'>, at: Instant, effects: Effect[]): Promise<void>;
  /** The update is tried again later. */
  postpone(bot: string, id: number, until: Instant, error: string): Promise<void>;
  /** How the bot stands, for links, the status page and `dondoc doctor`. */
  note(bot: string, standing: BotStanding): Promise<void>;
  standing(bot: string): Promise<BotStanding | null>;
  /** Removes raw updates that ended before, and buttons that are over. */
  forget(before: Instant): Promise<void>;
}

/** `username` null = not known yet. */
export interface BotStanding {
  username: string | null;
  state: BotState;
  at: Instant;
}

/**
 * - `polling`, `webhook`: updates come in
 * - `conflict`: somebody outside this database polls with the same token
 * - `unauthorized`: the provider does not know the token
 * - `away`: the provider does not answer
 */
export type BotState = 'polling' | 'webhook' | 'conflict' | 'unauthorized' | 'away';

export type ButtonEvent = Extract<DialogueEvent, { kind: 'choice' | 'text' }>;

/** One change that an update brings; all changes of one update are written together. */
export type Effect =
  | { do: 'send'; send: NewSend }
  /** The newest message of the chat that was answered. */
  | { do: 'heard'; message: number }
  | { do: 'member'; at: number }
  | { do: 'tried'; count: number; since: Instant }
  | { do: 'takeCode'; hash: string }
  | { do: 'endCode'; hash: string; as: 'bound' | 'refused' }
  /** Binds the chat, in the place of every other chat of the person. */
  | { do: 'bind'; person: string; at: Instant }
  | { do: 'unbind' }
  | { do: 'reachable'; is: boolean }
  /** It was tried too often and is passed over. */
  | { do: 'failed'; error: string }
  /** A remark of the person, kept in the log of his chat. */
  | { do: 'note'; line: ChatNote }
  /** A line of ours in the web chat of somebody else, such as the coordinator. */
  | { do: 'tell'; line: ChatNote };

export interface ChatNote {
  key: string;
  person: string;
  at: Instant;
  lines: string[];
}

export interface NewSend {
  key: string;
  chat: string;
  person: string | null;
  /** The message of the outbox that it carries a part of. */
  message: string | null;
  text: string;
  buttons: { id: string; label: string; event: ButtonEvent }[];
  question: number | null;
  /** True for what is worse lost than said twice. */
  repeat: boolean;
}

export interface QueuedSend {
  seq: number;
  chat: string;
  person: string | null;
  text: string;
  buttons: { id: string; label: string }[];
  /** True when an earlier attempt may have arrived. */
  again: boolean;
  attempts: number;
}

export type SendOutcome =
  | { status: 'sent'; at: Instant; messageId: number | null }
  | { status: 'failed'; error: string }
  /** It did not leave; tried again from `until`. */
  | { status: 'queued'; error: string; until: Instant }
  /** Nobody can know whether it arrived. */
  | { status: 'unknown'; error: string; until: Instant };

/** What leaves to chats, in order within each chat. */
export interface SendQueue {
  /** Sends in hand when the process that held them died are of unknown fate. */
  recover(bot: string): Promise<void>;
  /** The next send of each chat that may leave now, at most `limit`. */
  heads(bot: string, at: Instant, limit: number): Promise<QueuedSend[]>;
  /** Before the request leaves; false when somebody else has it. */
  claim(seq: number): Promise<boolean>;
  /** What became of a send; the chat is left in peace until `pause`. The message of the outbox follows its parts. */
  settle(bot: string, send: QueuedSend, outcome: SendOutcome, pause: Instant): Promise<void>;
  /** The chat cannot be written to any more: what waits for it fails, and letters take over from outbox messages. */
  block(bot: string, chat: string, error: string, told: ChatNote[]): Promise<void>;
  enqueue(bot: string, sends: NewSend[], at: Instant): Promise<void>;
  /** Messages of the outbox for this channel that are not in the queue yet, with the chat of each person who can be reached. */
  outbox(limit: number): Promise<OutboxMessage[]>;
  /** What became of acts that were kept and came through this channel, not in the queue yet, with each person's chat. */
  outcomes(limit: number): Promise<{ key: string; person: string; chat: string; reply: Reply }[]>;
  /** Messages of the outbox whose person has no chat any more fail, and letters take over. */
  failOutbox(key: string, error: string): Promise<void>;
  /** Our messages whose buttons are past: the question moved on, or a later message asks the same. */
  pastKeyboards(bot: string, at: Instant, limit: number): Promise<{ seq: number; chat: string; messageId: number }[]>;
  retire(seq: number): Promise<void>;
  /** The chat is left in peace until an instant. */
  pause(bot: string, chat: string, until: Instant): Promise<void>;
}

export interface OutboxMessage {
  key: string;
  person: string;
  chat: string | null;
  subject: string;
  text: string;
  reply: Reply | null;
  /** Kinds of the notices it carries. */
  kinds: string[];
}

export interface Binding {
  account: string;
  person: string;
  at: Instant;
  reachable: boolean;
}

export interface BindingCode {
  hash: string;
  person: string;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  account: string | null;
  ended: 'bound' | 'refused' | null;
}

/** Which chat account belongs to whom. */
export interface BindingStore {
  of(account: string): Promise<Binding | null>;
  accounts(person: string): Promise<Binding[]>;
  /** Keeps a new code; earlier ones of the person that nobody used end. */
  issue(code: Pick<BindingCode, 'hash' | 'person' | 'createdAt' | 'expiresAt'>): Promise<void>;
  code(hash: string): Promise<BindingCode | null>;
  /** The code that this account used and has not answered for. */
  pending(account: string): Promise<BindingCode | null>;
  /** Those of the people whom this channel reaches now. */
  reaches(people: string[]): Promise<Set<string>>;
}

/** Who of several processes polls, answers and sends. */
export interface LeaseStore {
  /** Takes or renews it; false while somebody else holds it. */
  take(name: string, holder: string, now: Instant, until: Instant): Promise<boolean>;
  free(name: string, holder: string): Promise<void>;
  /** Who holds it at an instant. */
  holder(name: string, now: Instant): Promise<string | null>;
}
