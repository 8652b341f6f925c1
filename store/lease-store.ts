import { type Kysely, sql } from 'kysely';
import type { LeaseStore } from '../bot/telegram/ports.ts';
import type { Schema } from './schema.ts';
import type { OwnTables } from './telegram-schema.ts';

/** Leases of processes: whoever holds one renews it before it ends, and nobody else can take it until then. */
export function createLeaseStore(database: Kysely<Schema>): LeaseStore {
  const db = database.withTables<OwnTables>();
  return {
    async take(name, holder, now, until) {
      const taken = await db
        .insertInto('lease')
        .values({ name, holder, until })
        .onConflict((oc) =>
          oc
            .column('name')
            .doUpdateSet({ holder, until })
            .where(sql<boolean>`lease.holder = ${holder} or lease.until <= ${now}`),
        )
        .returning('name')
        .executeTakeFirst();
      return taken !== undefined;
    },
    async holder(name, now) {
      const row = await db
        .selectFrom('lease')
        .select('holder')
        .where('name', '=', name)
        .where('until', '>', now)
        .executeTakeFirst();
      return row?.holder ?? null;
    },
    async free(name, holder) {
      await db.deleteFrom('lease').where('name', '=', name).where('holder', '=', holder).execute();
    },
  };
}
