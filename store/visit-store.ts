import type { Kysely } from 'kysely';
import { type Instant, msOf } from '../domain/calendar/instant.ts';
import type { Visits } from '../web/ports.ts';
import type { Schema } from './schema.ts';

/** Two looks less than this apart, in milliseconds, belong to one visit. */
const ONE_VISIT_MS = 3_600_000;

export function createVisitStore(db: Kysely<Schema>, now: () => Promise<Instant>): Visits {
  return {
    async look(person) {
      const at = await now();
      const last = await db.selectFrom('visit').selectAll().where('person', '=', person).executeTakeFirst();
      const another = last !== undefined && msOf(at) - msOf(last.seen_at) >= ONE_VISIT_MS;
      const before = another ? last.seen_at : (last?.before_at ?? null);
      const body = { seen_at: at, before_at: before };
      await db
        .insertInto('visit')
        .values({ person, ...body })
        .onConflict((oc) => oc.column('person').doUpdateSet(body))
        .execute();
      return before;
    },
  };
}
