import { type Kysely, sql } from 'kysely';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Schema } from './schema.ts';

/** Where acts of the cast come from in the inbox. */
export const CAST_CHANNEL = 'cast';

/** What the trial keeps of its cast: whether it plays, which persons somebody plays himself, and what it has done. */
export interface CastStore {
  isOn(): Promise<boolean>;
  turn(on: boolean): Promise<void>;
  /** Ids of the persons whose roles somebody has taken and not given back. */
  taken(): Promise<string[]>;
  take(person: string): Promise<void>;
  giveBack(person: string): Promise<void>;
  /** How many acts of the cast were done after `from`, up to and including `to`. */
  acted(from: Instant, to: Instant): Promise<number>;
}

export function createCastStore(db: Kysely<Schema>): CastStore {
  return {
    isOn: async () => (await db.selectFrom('clock').select('cast_plays').executeTakeFirst())?.cast_plays ?? false,
    async turn(on) {
      await db.updateTable('clock').set({ cast_plays: on }).where('mode', '=', 'stepped').execute();
    },
    async taken() {
      const rows = await db.selectFrom('taken_role').select('person').orderBy('person').execute();
      return rows.map(({ person }) => person);
    },
    async take(person) {
      await db
        .insertInto('taken_role')
        .values({ person })
        .onConflict((oc) => oc.doNothing())
        .execute();
    },
    async giveBack(person) {
      await db.deleteFrom('taken_role').where('person', '=', person).execute();
    },
    async acted(from, to) {
      const { rows } = await sql<{ n: number }>`select count(*)::int as n from inbox where channel = ${CAST_CHANNEL}
        and status = 'done' and at > ${from} and at <= ${to}`.execute(db);
      return rows[0]?.n ?? 0;
    },
  };
}
