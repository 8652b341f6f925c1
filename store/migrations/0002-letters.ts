import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table letter (id bigint generated always as identity primary key, message_id text, at text collate "C" not null,
     from_text text not null, to_address text not null, subject text not null, text text not null, html text, source text not null)`,
  'create index letter_order on letter (at, id)',
  'alter table message add column reply jsonb, add column why text',
  'create index message_notices on message using gin (notices)',
  "alter table agency add column names jsonb not null default '[]', add column aliases jsonb not null default '[]'",
  'alter table person add column given jsonb',
  'create table directory (province text primary key, contact text not null)',
  'drop index message_queued',
  "create index message_open on message (province, slot) where status in ('queued', 'unknown')",
  "create index message_held on message (person) where status = 'held'",
];

/** The trial's mailbox, messages of the web chat kept as the cards they become, and the whole of a directory. */
export const letters: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
