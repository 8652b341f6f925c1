import { type Kysely, sql, type Transaction } from 'kysely';
import type { Obligation } from '../domain/obligation/obligation.ts';
import type { ReturnBox, ReturnedLetter } from '../mail/ports.ts';
import { messagesOf } from './outbox.ts';
import type { Schema } from './schema.ts';
import { noticesToAgencies, tellReach } from './tell-reach.ts';

/** An address that does not exist, any more or at all: other letters to it would come back too (RFC 3463, section 3.2). */
const NO_SUCH_ADDRESS = /^5\.1\.\d+$/;

/** Carriers that may have brought a notice, or still may. */
const HOPEFUL = ['sent', 'delivered', 'unknown', 'queued'];

/**
 * Letters that mail servers sent back after they had taken them. In one transaction the letter is kept as it came, its
 * message has failed, the address is marked where it is the address that is wrong, and a round whose agency nothing else
 * has reached is told, which tells the coordinator.
 */
export function createReturnStore(db: Kysely<Schema>): ReturnBox {
  return { keep: (letter) => db.transaction().execute((tx) => keep(tx, letter)) };
}

async function keep(tx: Transaction<Schema>, letter: ReturnedLetter): Promise<void> {
  const report = letter.reports.find(({ action }) => action === 'failed') ?? letter.reports[0];
  const message = report === undefined ? null : await messageBehind(tx, letter.marks);
  const failed = message !== null && report?.action === 'failed' && (await fail(tx, message, report));
  await tx
    .insertInto('returned_letter')
    .values({
      at: letter.at,
      to_address: letter.to,
      message: message?.key ?? null,
      outcome: message === null ? 'unclear' : failed ? 'failed' : 'noted',
      status: report?.status ?? null,
      diagnostic: report?.diagnostic ?? null,
      source: letter.source,
    })
    .execute();
  if (message !== null && failed) await tellRounds(tx, message, letter.at);
}

interface Behind {
  key: string;
  person: string;
  attempts: number;
  notices: string[];
  email: string | null;
}

/** The letter of the first mark that is one of ours (mail/letter-mark.ts). */
async function messageBehind(tx: Transaction<Schema>, marks: string[]): Promise<Behind | null> {
  for (const mark of marks) {
    const row = await tx
      .selectFrom('message')
      .leftJoin('person', 'person.id', 'message.person')
      .select(['message.key', 'message.person', 'message.attempts', 'message.notices', 'person.email'])
      .where('message.channel', '=', 'email')
      .where(sql<string>`left(encode(sha256(convert_to(message.key, 'UTF8')), 'hex'), 32)`, '=', mark)
      .executeTakeFirst();
    if (row) return row;
  }
  return null;
}

/** False where the report says nothing new: it came twice, or is about an address that has been corrected since. */
async function fail(
  tx: Transaction<Schema>,
  { key, person, email }: Behind,
  { recipient, status, diagnostic }: ReturnedLetter['reports'][number],
): Promise<boolean> {
  if (recipient.original !== null && recipient.original !== email?.toLowerCase()) return false;
  const error = ['returned', status, diagnostic].filter(Boolean).join(' ');
  const changed = await tx
    .updateTable('message')
    .set({ status: 'failed', error })
    .where('key', '=', key)
    .where('status', 'in', ['sent', 'unknown'])
    .returning('key')
    .executeTakeFirst();
  if (changed === undefined) return false;
  if (NO_SUCH_ADDRESS.test(status)) {
    await tx.updateTable('person').set({ returned_email: email }).where('id', '=', person).execute();
  }
  return true;
}

/** Each round that wrote to its agency by this letter, unless something else about the duty has arrived or still may. */
async function tellRounds(tx: Transaction<Schema>, { key, attempts, notices }: Behind, at: string): Promise<void> {
  if (notices.length === 0) return;
  const carried = await noticesToAgencies(tx).where('notice.key', 'in', notices).execute();
  const told = new Set<string>();
  for (const { round, about, at: since, state } of carried) {
    if (round === null || about === null || told.has(`${round}/${about}`)) continue;
    if ((state as unknown as Obligation).unreachedSince !== null) continue;
    const later = await noticesToAgencies(tx)
      .where('notice.round', '=', round)
      .where('notice.about', '=', about)
      .where('notice.at', '>=', since)
      .where('notice.status', '=', 'grouped')
      .execute();
    const carriers = await messagesOf(
      tx,
      later.map((notice) => notice.key),
    );
    const newest = later[0];
    if (newest === undefined || carriers.some(({ status }) => HOPEFUL.includes(status))) continue;
    told.add(`${round}/${about}`);
    const fact = `returned:${key}:${attempts}:${about}:${round}`;
    await tellReach(tx, { key: fact, round, agency: about, reached: false, notice: newest.key, at });
  }
}
