import type { Kysely } from 'kysely';
import type { Instant } from '../domain/calendar/instant.ts';
import type { LetterBox, ReceivedLetter } from '../mail/ports.ts';
import type { Schema } from './schema.ts';

/** A letter of the trial's mailbox: taken by its server, or refused by it. */
export interface MailboxLetter {
  /** `letter-12`, or `message-` and the key of the message that was refused. */
  id: string;
  at: Instant;
  person: { id: string; name: string; address: string | null } | null;
  agency: string | null;
  to: string;
  from: string | null;
  subject: string;
  text: string;
  html: string | null;
  /** As it came over the wire; null for one that was refused. */
  source: string | null;
  state: 'received' | 'refused';
  error: string | null;
}

export interface LetterStore extends LetterBox {
  /** Newest first. */
  list(): Promise<MailboxLetter[]>;
  find(id: string): Promise<MailboxLetter | null>;
}

export function createLetterStore(db: Kysely<Schema>): LetterStore {
  return {
    async keep(letter: ReceivedLetter) {
      await db
        .insertInto('letter')
        .values({
          message_id: letter.messageId,
          at: letter.at,
          from_text: letter.from,
          to_address: letter.to,
          subject: letter.subject,
          text: letter.text,
          html: letter.html,
          source: letter.source,
        })
        .execute();
    },
    list: async () => [...(await received(db)), ...(await refused(db))].sort(newestFirst),
    async find(id) {
      const [only] = id.startsWith('message-')
        ? await refused(db, id.slice(8))
        : await received(db, Number(id.slice(7)));
      return only ?? null;
    },
  };
}

async function received(db: Kysely<Schema>, id?: number): Promise<MailboxLetter[]> {
  if (id !== undefined && !Number.isSafeInteger(id)) return [];
  let query = db.selectFrom('letter').selectAll().orderBy('id', 'desc');
  if (id !== undefined) query = query.where('id', '=', id);
  const rows = await query.execute();
  const people = await db.selectFrom('person').select(['id', 'name', 'email']).execute();
  const posts = await db.selectFrom('post').select(['person', 'agency']).orderBy('id').execute();
  return rows.map((row) => {
    const person = people.find(({ email }) => email?.toLowerCase() === row.to_address.toLowerCase());
    return {
      id: `letter-${row.id}`,
      at: row.at,
      person: person ? { id: person.id, name: person.name, address: row.to_address } : null,
      agency: posts.find((post) => post.person === person?.id)?.agency ?? null,
      to: row.to_address,
      from: row.from_text,
      subject: row.subject,
      text: row.text,
      html: row.html,
      source: row.source,
      state: 'received',
      error: null,
    };
  });
}

async function refused(db: Kysely<Schema>, key?: string): Promise<MailboxLetter[]> {
  let query = db
    .selectFrom('message')
    .leftJoin('person', 'person.id', 'message.person')
    .select([
      'message.key',
      'message.slot',
      'message.person',
      'message.agency',
      'message.subject',
      'message.text',
      'message.html',
      'message.error',
      'person.name',
      'person.email',
    ])
    .where('message.channel', '=', 'email')
    .where('message.status', '=', 'failed');
  if (key !== undefined) query = query.where('message.key', '=', key);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: `message-${row.key}`,
    at: row.slot,
    person: { id: row.person, name: row.name ?? row.person, address: row.email },
    agency: row.agency,
    to: row.email ?? '',
    from: null,
    subject: row.subject,
    text: row.text,
    html: row.html,
    source: null,
    state: 'refused',
    error: row.error,
  }));
}

function newestFirst(a: MailboxLetter, b: MailboxLetter): number {
  if (a.at !== b.at) return a.at < b.at ? 1 : -1;
  return a.to < b.to ? -1 : a.to > b.to ? 1 : 0;
}
