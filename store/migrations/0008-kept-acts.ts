import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  'alter table inbox add column kept jsonb, add column told text collate "C"',
  'create index inbox_kept on inbox (person) where kept is not null',
  'create index inbox_told on inbox (told) where told is not null',
];

/** Acts of which somebody was told that they are kept, until he is told what became of them. */
export const keptActs: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
