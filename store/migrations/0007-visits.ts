import { type Kysely, type Migration, sql } from 'kysely';

const KEY = 'text collate "C"';

const STATEMENTS = [`create table visit (person ${KEY} primary key, seen_at ${KEY} not null, before_at ${KEY})`];

/** When each person last looked at Hôm nay, by the domain's clock. */
export const visits: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
