import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `create table letter (id bigint generated always as identity primary key, message_id text, at text collate "C" not null,
     from_text text not null, to_address text not null, subject text not null, text text not null, html text, source text not null)`,
  'create index letter_order on letter (at, id)',
  'alter table message add column reply jsonb',
  'drop index message_queued',
  "create index message_open on message (province, slot) where status in ('queued', 'unknown')",
  "create index message_held on message (person) where status = 'held'",
];

/** The trial's mailbox, and messages of the web chat kept as the cards they become. */
export const letters: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
