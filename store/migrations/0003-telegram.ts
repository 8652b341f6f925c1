import { type Kysely, type Migration, sql } from 'kysely';

const KEY = 'text collate "C"';

const STATEMENTS = [
  `create table lease (name ${KEY} primary key, holder text not null, until ${KEY} not null)`,
  `create table telegram_bot (bot ${KEY} primary key, username text, state text not null, at ${KEY} not null)`,
  `create table telegram_update (bot ${KEY} not null, id bigint not null, chat ${KEY} not null, at ${KEY} not null, body jsonb not null,
     status text not null, attempts int not null default 0, not_before ${KEY}, error text, primary key (bot, id))`,
  "create index telegram_update_waiting on telegram_update (bot, chat, id) where status = 'waiting'",
  `create table telegram_chat (bot ${KEY} not null, chat ${KEY} not null, last_message bigint not null default 0, member_at bigint not null default 0,
     tries int not null default 0, tries_since ${KEY}, not_before ${KEY}, primary key (bot, chat))`,
  `create table telegram_send (seq bigint generated always as identity primary key, key ${KEY} not null unique, bot ${KEY} not null, chat ${KEY} not null,
     person text, message ${KEY}, text text not null, buttons jsonb not null, question int, repeat boolean not null, status text not null,
     attempts int not null default 0, again boolean not null default false, not_before ${KEY}, error text, at ${KEY} not null, sent_at ${KEY},
     message_id bigint, keyboard text not null)`,
  "create index telegram_send_open on telegram_send (bot, chat, seq) where status in ('queued', 'sending', 'unknown')",
  "create index telegram_send_keyboard on telegram_send (bot, chat) where keyboard = 'live'",
  'create index telegram_send_message on telegram_send (message) where message is not null',
  `create table telegram_button (id ${KEY} primary key, send ${KEY} not null, chat ${KEY} not null, person text not null, event jsonb not null,
     expires_at ${KEY} not null)`,
  `create table binding_code (hash ${KEY} primary key, channel text not null, person text not null, created_at ${KEY} not null, expires_at ${KEY} not null,
     used_at ${KEY}, account ${KEY}, ended text)`,
  "create index message_telegram on message (slot) where channel = 'telegram' and status = 'queued'",
];

/** Telegram: updates as they came, the queue of sends, buttons, codes that bind a chat to a person. */
export const telegram: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
