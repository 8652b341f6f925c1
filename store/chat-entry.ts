import type { Kysely, Transaction } from 'kysely';
import type { Entered, KeptReminder } from '../bot/conversation/ports.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import { say } from './outbox.ts';
import type { Schema } from './schema.ts';
import { noticesToAgencies, tellReach } from './tell-reach.ts';

/**
 * The person enters the web chat. The first time, what was kept for him is said in its order, under the slot it was kept
 * from, and counts as delivered, and rounds that wait for his agency to be reached are told. Of the reminders only those
 * that still stand matter: a single one is said as it was written, several are handed back to be said in one list.
 */
export async function enterChat(db: Kysely<Schema>, person: string, at: Instant): Promise<Entered> {
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
    const reminders = await standing(
      tx,
      held.filter(isReminding).flatMap(({ notices }) => notices),
    );
    const [only, second] = reminders;
    const alone = second === undefined ? only?.notice : undefined;
    for (const message of held) {
      const { key, slot, reply, notices } = message;
      await tx.updateTable('message').set({ status: 'delivered', sent_at: at }).where('key', '=', key).execute();
      const said = !isReminding(message) || notices.some((notice) => notice === alone);
      if (said) await say(tx, { key, person, at: slot, reply });
    }
    const notices = [...new Set(held.flatMap((row) => row.notices))];
    if (notices.length > 0) await tellRounds(tx, notices, at);
    return { waited: held.length, reminders: alone === undefined ? reminders.map(withoutNotice) : [] };
  });
}

/** A message of reminders alone; decisions and questions are said whatever came after them. */
function isReminding({ notices }: { notices: string[] }): boolean {
  return notices.every((notice) => /\/reminder-\d+$/.test(notice));
}

function withoutNotice({ obligation, at }: KeptReminder & { notice: string }): KeptReminder {
  return { obligation, at };
}

/** Reminders whose duty still owes what they ask, under the deadline they speak of; the newest of each, newest first. */
async function standing(tx: Transaction<Schema>, keys: string[]): Promise<(KeptReminder & { notice: string })[]> {
  if (keys.length === 0) return [];
  const rows = await tx
    .selectFrom('notice')
    .innerJoin('obligation', (join) =>
      join
        .onRef('obligation.round', '=', 'notice.round')
        .onRef('obligation.agency', '=', 'notice.about')
        .onRef('obligation.deadline', '=', 'notice.deadline'),
    )
    .select(['notice.key as notice', 'notice.slot', 'obligation.key', 'obligation.phase', 'obligation.closing'])
    .select(['obligation.state'])
    .where('notice.key', 'in', keys)
    .orderBy('notice.slot', 'desc')
    .orderBy('notice.seq', 'desc')
    .execute();
  const newest = new Map<string, KeptReminder & { notice: string }>();
  for (const { notice, slot, key, phase, closing, state } of rows) {
    const owes = phase === 'open' || (phase === 'submitted' && closing === 'letter');
    const stands = (state as unknown as Obligation).suspendedSince === null;
    if (owes && stands && !newest.has(key)) newest.set(key, { obligation: key, at: slot, notice });
  }
  return [...newest.values()];
}

async function tellRounds(tx: Transaction<Schema>, keys: string[], at: Instant): Promise<void> {
  const rows = await noticesToAgencies(tx).where('notice.key', 'in', keys).execute();
  const told = new Set<string>();
  for (const { key: notice, round, about, state } of rows) {
    const lost = (state as unknown as Obligation).unreachedSince !== null;
    if (!lost || round === null || about === null || told.has(`${round}/${about}`)) continue;
    told.add(`${round}/${about}`);
    await tellReach(tx, { key: `reach:${notice}:true`, round, agency: about, reached: true, notice, at });
  }
}
