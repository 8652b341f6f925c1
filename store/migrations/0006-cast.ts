import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  'alter table clock add column cast_plays boolean not null default false',
  'create table taken_role (person text collate "C" primary key)',
  'insert into taken_role select distinct person from session',
];

/** Whether people whom nobody plays answer for themselves, and who is played: whoever is signed in; trial only. */
export const cast: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
