import type { Generated, JSONColumnType } from 'kysely';
import type { Schema } from './schema.ts';

type Json<Value> = JSONColumnType<Value & object, string, string>;

/** Who of several processes does what only one may do, until when. */
export interface LeaseTable {
  name: string;
  holder: string;
  until: string;
}

/** What is known of a bot: its name, for links that open it, and how it stands with the provider. */
export interface TelegramBotTable {
  bot: string;
  username: string | null;
  state: string;
  at: string;
}

/** An update as the provider sent it: kept first, acknowledged second, processed third. */
export interface TelegramUpdateTable {
  /** Number of the bot, the part of its token before the colon. */
  bot: string;
  id: number;
  /** Empty for an update that belongs to no private chat. */
  chat: string;
  at: string;
  body: Json<Record<string, unknown>>;
  status: 'waiting' | 'done' | 'failed';
  attempts: Generated<number>;
  not_before: string | null;
  error: string | null;
}

export interface TelegramChatTable {
  bot: string;
  chat: string;
  /** The newest message that was answered; an older one that comes later changes nothing. */
  last_message: Generated<number>;
  /** Seconds since 1970 of the newest word on whether the person blocked the bot. */
  member_at: Generated<number>;
  /** Wrong codes and words of a stranger since `tries_since`. */
  tries: Generated<number>;
  tries_since: string | null;
  /** Nothing leaves to this chat before. */
  not_before: string | null;
}

/** The queue of what leaves to chats, in order of `seq` within a chat. */
export interface TelegramSendTable {
  seq: Generated<number>;
  key: string;
  bot: string;
  chat: string;
  person: string | null;
  /** The message of the outbox that it carries a part of. */
  message: string | null;
  text: string;
  buttons: Json<{ id: string; label: string }[]>;
  /** The open question it asks. */
  question: number | null;
  /** Sent again, with a mark, when nobody can know whether it arrived. */
  repeat: boolean;
  status: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown';
  attempts: Generated<number>;
  again: Generated<boolean>;
  not_before: string | null;
  error: string | null;
  at: string;
  sent_at: string | null;
  message_id: number | null;
  keyboard: 'none' | 'live' | 'retired';
}

/** What a button does; the button itself carries only the id. */
export interface TelegramButtonTable {
  id: string;
  send: string;
  chat: string;
  person: string;
  event: Json<Record<string, unknown>>;
  expires_at: string;
}

/** A code that binds a chat account to a person; only its hash is kept. Times are the machine's. */
export interface BindingCodeTable {
  hash: string;
  channel: string;
  person: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  /** The chat that used it. */
  account: string | null;
  ended: 'bound' | 'refused' | null;
}

/** Tables of migration 0003 that only the chat adapter reads and writes. */
export type OwnTables = {
  lease: LeaseTable;
  telegram_bot: TelegramBotTable;
  telegram_update: TelegramUpdateTable;
  telegram_chat: TelegramChatTable;
  telegram_send: TelegramSendTable;
  telegram_button: TelegramButtonTable;
  binding_code: BindingCodeTable;
};

export type TelegramTables = Schema & OwnTables;
