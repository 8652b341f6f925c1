import { type Kysely, type Migration, sql } from 'kysely';

const KEY = 'text collate "C"';

const STATEMENTS = [
  "alter table message add column enclosures jsonb not null default '[]'",
  'alter table person add column returned_email text',
  `create table returned_letter (id bigint generated always as identity primary key, at ${KEY} not null, to_address text not null, message ${KEY},
     outcome text not null, status text, diagnostic text, source text not null)`,
  `create table process (id ${KEY} primary key, roles jsonb not null, host text not null, pid int not null, url text, started_at ${KEY} not null,
     seen_at ${KEY} not null)`,
];

/** Files that go with letters, letters that come back, and the processes at work on this database. */
export const returns: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
