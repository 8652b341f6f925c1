import { type Kysely, sql, type Transaction } from 'kysely';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Message } from '../domain/engine/message.ts';
import type { RoundFact } from '../domain/machines/round.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import { say } from './outbox.ts';
import type { Schema } from './schema.ts';

/**
 * The person enters the web chat. The first time, what was kept for him is said in its order, under the slot it was kept
 * from, and counts as delivered, and rounds that wait for his agency to be reached are told. Answers how many messages were waiting.
 */
export async function enterChat(db: Kysely<Schema>, person: string, at: Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await tx
      .updateTable('person')
      .set({ entered_at: at })
      .where('id', '=', person)
      .where('entered_at', 'is', null)
      .execute();
    const held = await tx
      .selectFrom('message')
      .select(['key', 'slot', 'reply', 'notices'])
      .where('person', '=', person)
      .where('status', '=', 'held')
      .orderBy('slot')
      .orderBy('key')
      .execute();
    for (const [index, { key, slot, reply, notices }] of held.entries()) {
      await tx.updateTable('message').set({ status: 'delivered', sent_at: at }).where('key', '=', key).execute();
      const outdated = index < held.length - 1 && notices.every(isReminder);
      if (!outdated) await say(tx, { key, person, at: slot, reply });
    }
    const notices = [...new Set(held.flatMap((row) => row.notices))];
    if (notices.length > 0) await tellRounds(tx, notices, at);
    return held.length;
  });
}

/** A reminder that a later message has replaced is not said any more; decisions and questions always are. */
function isReminder(notice: string): boolean {
  return /\/reminder-\d+$/.test(notice);
}

async function tellRounds(tx: Transaction<Schema>, keys: string[], at: Instant): Promise<void> {
  const rows = await tx
    .selectFrom('notice')
    .innerJoin('obligation', (join) =>
      join.onRef('obligation.round', '=', 'notice.round').onRef('obligation.agency', '=', 'notice.about'),
    )
    .select(['notice.key', 'notice.round', 'notice.about', 'obligation.state'])
    .where('notice.key', 'in', keys)
    .where('notice.deadline', 'is not', null)
    .whereRef('notice.to_agency', '=', 'notice.about')
    .where('notice.to_role', 'in', ['focalPoint', 'head'])
    .orderBy('notice.at', 'desc')
    .orderBy('notice.seq', 'desc')
    .execute();
  const told = new Set<string>();
  for (const { key: notice, round, about, state } of rows) {
    const lost = (state as unknown as Obligation).unreachedSince !== null;
    if (!lost || round === null || about === null || told.has(`${round}/${about}`)) continue;
    told.add(`${round}/${about}`);
    const key = `reach:${notice}:true`;
    const body: RoundFact = { type: 'reach', agency: about, reached: true, notice };
    const message: Message<RoundFact> = { kind: 'fact', key, at, body };
    await sql`insert into agenda (key, workflow, at, rank, message)
      select ${key}, ${round}, ${at}, 0, ${JSON.stringify(message)}::jsonb
      where not exists (select 1 from handled where key = ${key})
      on conflict (key) do nothing`.execute(tx);
  }
}
