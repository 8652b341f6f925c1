import { type Kysely, sql } from 'kysely';
import type { CommandAnswer, Inbox } from '../client/ports.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Schema } from './schema.ts';

/** What people sent: kept before anything is done with it, and answered once. */
export function createInbox(db: Kysely<Schema>): Inbox & {
  /** After a crash: commands that their workflow had taken before the answer was noted. */
  settleTaken(): Promise<void>;
} {
  return {
    async post({ key, channel, person, workflow, message }) {
      await db.transaction().execute(async (tx) => {
        const row = {
          key,
          channel,
          person,
          at: message.at,
          workflow,
          command: JSON.stringify(message),
          status: 'waiting' as const,
          refusal: null,
        };
        const { numInsertedOrUpdatedRows } = await tx
          .insertInto('inbox')
          .values(row)
          .onConflict((oc) => oc.doNothing())
          .executeTakeFirstOrThrow();
        if (!numInsertedOrUpdatedRows) return;
        const rank = message.kind === 'open' ? 0 : 2;
        await tx
          .insertInto('agenda')
          .values({ key, workflow, at: message.at, rank, message: JSON.stringify(message) })
          .onConflict((oc) => oc.doNothing())
          .execute();
      });
    },
    async answers(keys) {
      const rows = await db.selectFrom('inbox').select(['key', 'status', 'refusal']).where('key', 'in', keys).execute();
      return new Map(
        rows.map(({ key, status, refusal }): [string, CommandAnswer] => [
          key,
          status === 'refused' ? { status, refusal: refusal as unknown as Refusal } : { status },
        ]),
      );
    },
    async settleTaken() {
      await sql`update inbox set status = 'done' where status = 'waiting'
        and exists (select 1 from handled where handled.key = inbox.key)`.execute(db);
    },
  };
}
