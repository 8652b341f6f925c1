import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type { NoticeReach, Outbox, Pending, Regrouping, StoredLetter, StoredNotice } from '../activities/ports.ts';
import type { NoticeKind } from '../domain/notice/notice.ts';
import type { Role } from '../domain/roster/roster.ts';
import type { NoticeTable, Schema } from './schema.ts';

/** The rows between a decision and a person: notices, and the messages made of them. */
export function createOutbox(db: Kysely<Schema>): Outbox {
  return {
    pending: (province, slot) => pending(db, province, slot),
    regroup: (change) => db.transaction().execute((tx) => regroup(tx, change)),
    letters: (province, slot) => letters(db, province, slot),
    async claim(key, from, change) {
      const { numUpdatedRows } = await db
        .updateTable('message')
        .set((eb) => ({
          status: 'unknown',
          attempts: eb('attempts', '+', 1),
          ...(change ? { ...change, again: true } : {}),
        }))
        .where('key', '=', key)
        .where('status', '=', from)
        .executeTakeFirstOrThrow();
      return numUpdatedRows === 1n;
    },
    async settle(key, outcome) {
      const set =
        outcome.status === 'sent'
          ? {
              status: outcome.status,
              sent_at: outcome.at,
              again: outcome.again,
              provider_id: outcome.response,
              error: null,
            }
          : { status: outcome.status, error: outcome.error };
      await db.updateTable('message').set(set).where('key', '=', key).where('status', '=', 'unknown').execute();
    },
    async excuse(keys, error) {
      if (keys.length === 0) return;
      await db.updateTable('message').set({ error }).where('key', 'in', keys).where('status', '=', 'queued').execute();
    },
    reach: (province, slot) => reach(db, province, slot),
  };
}

async function pending(db: Kysely<Schema>, province: string, slot: string): Promise<Pending> {
  const notices = await db
    .selectFrom('notice')
    .selectAll()
    .where('province', '=', province)
    .where('status', '=', 'queued')
    .where('slot', '<=', slot)
    .orderBy('seq')
    .execute();
  const rows = await db
    .selectFrom('message')
    .select(['key', 'person', 'attempts', 'notices'])
    .where('province', '=', province)
    .where('channel', '=', 'email')
    .where('status', '=', 'queued')
    .where('slot', '<=', slot)
    .orderBy('slot')
    .orderBy('key')
    .execute();
  const carried = await noticesByKey(db, [...new Set(rows.flatMap((row) => row.notices))]);
  return {
    notices: notices.map(noticeOf),
    letters: rows.map((row) => ({
      key: row.key,
      person: row.person,
      attempts: row.attempts,
      notices: row.notices
        .flatMap((key) => carried.get(key) ?? [])
        .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)),
    })),
  };
}

async function noticesByKey(db: Kysely<Schema>, keys: string[]): Promise<Map<string, StoredNotice>> {
  if (keys.length === 0) return new Map();
  const rows = await db.selectFrom('notice').selectAll().where('key', 'in', keys).execute();
  return new Map(rows.map((row) => [row.key, noticeOf(row)]));
}

function noticeOf(row: Selectable<NoticeTable>): StoredNotice {
  return {
    key: row.key,
    kind: row.kind as NoticeKind,
    at: row.at,
    slot: row.slot,
    to: { agency: row.to_agency, role: row.to_role as Role, rank: row.to_rank, person: row.to_person },
    plan: row.plan,
    round: row.round,
    about: row.about,
    deadline: row.deadline,
    rung: row.rung,
    late: row.late,
    facts: row.facts as StoredNotice['facts'],
    ref: row.ref,
  };
}

async function regroup(tx: Transaction<Schema>, change: Regrouping): Promise<void> {
  await take(tx, change.grouped, 'grouped');
  await take(tx, change.vacant, 'vacant');
  await take(tx, change.overtaken, 'overtaken');
  await dissolve(tx, change.dissolved);
  for (const message of change.messages) {
    const { channel, person, notices, reply, enclosures, ...rest } = message;
    const key = await freeKey(tx, `${change.slot}/${person}/${channel}`);
    await tx
      .insertInto('message')
      .values({
        ...rest,
        key,
        province: change.province,
        slot: change.slot,
        person,
        channel,
        reply: reply === null ? null : JSON.stringify(reply),
        notices: JSON.stringify(notices),
        enclosures: JSON.stringify(enclosures),
        again: false,
        error: null,
        sent_at: message.status === 'delivered' ? change.at : null,
        read_at: null,
        provider_id: null,
      })
      .execute();
    if (message.status === 'delivered' && reply !== null) await say(tx, { key, person, at: change.at, reply });
  }
}

/** Puts a message into the web chat, once. */
export async function say(
  tx: Transaction<Schema>,
  { key, person, at, reply }: { key: string; person: string; at: string; reply: unknown },
): Promise<void> {
  await tx
    .insertInto('chat_line')
    .values({ key: `message:${key}`, person, at, direction: 'out', reply: JSON.stringify(reply) })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
}

async function take(
  tx: Transaction<Schema>,
  keys: string[],
  status: 'grouped' | 'vacant' | 'overtaken',
): Promise<void> {
  if (keys.length === 0) return;
  const { numUpdatedRows } = await tx
    .updateTable('notice')
    .set({ status })
    .where('key', 'in', keys)
    .where('status', '=', 'queued')
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== BigInt(keys.length)) throw new Error('another run took these notices first');
}

async function dissolve(tx: Transaction<Schema>, keys: string[]): Promise<void> {
  if (keys.length === 0) return;
  const { numDeletedRows } = await tx
    .deleteFrom('message')
    .where('key', 'in', keys)
    .where('status', '=', 'queued')
    .executeTakeFirstOrThrow();
  if (numDeletedRows !== BigInt(keys.length)) throw new Error('another run took these letters first');
}

/** The key itself, or numbered where a message of that key has left already. */
async function freeKey(tx: Transaction<Schema>, key: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? key : `${key}/${number}`;
    const found = await tx.selectFrom('message').select('key').where('key', '=', candidate).executeTakeFirst();
    if (!found) return candidate;
  }
}

async function letters(db: Kysely<Schema>, province: string, slot: string): Promise<StoredLetter[]> {
  const rows = await db
    .selectFrom('message')
    .select(['key', 'person', 'subject', 'text', 'html', 'status', 'again', 'notices', 'enclosures'])
    .where('province', '=', province)
    .where('slot', '=', slot)
    .where('channel', '=', 'email')
    .where('status', 'in', ['queued', 'unknown'])
    .orderBy('person')
    .orderBy('key')
    .execute();
  const notices = await noticesByKey(db, [...new Set(rows.flatMap((row) => row.notices))]);
  return rows.map((row) => ({
    key: row.key,
    person: row.person,
    subject: row.subject,
    text: row.text,
    html: row.html ?? '',
    enclosures: row.enclosures,
    status: row.status as StoredLetter['status'],
    again: row.again,
    kinds: row.notices.flatMap((key) => notices.get(key)?.kind ?? []),
  }));
}

/**
 * Notices of a slot to the owing agency about one of its obligations, with the states of all messages that carry them;
 * an agency is reached through its focal point or its head.
 */
async function reach(db: Kysely<Schema>, province: string, slot: string): Promise<NoticeReach[]> {
  const here = await db
    .selectFrom('message')
    .select(['person', 'notices'])
    .where('province', '=', province)
    .where('slot', '=', slot)
    .execute();
  const keys = [...new Set(here.flatMap((row) => row.notices))];
  const notices = await db
    .selectFrom('notice')
    .select(['key', 'round', 'about'])
    .where('province', '=', province)
    .where('deadline', 'is not', null)
    .where('round', 'is not', null)
    .whereRef('to_agency', '=', 'about')
    .where('to_role', 'in', ['focalPoint', 'head'])
    .where((eb) =>
      eb.or([
        ...(keys.length > 0 ? [eb('key', 'in', keys)] : []),
        eb.and([eb('slot', '=', slot), eb('status', 'in', ['grouped', 'vacant'])]),
      ]),
    )
    .orderBy('at')
    .orderBy('seq')
    .execute();
  if (notices.length === 0) return [];
  const carriers = await messagesOf(
    db,
    notices.map(({ key }) => key),
  );
  return notices.map(({ key, round, about }) => ({
    notice: key,
    round: round ?? '',
    about: about ?? '',
    // A row that another chat's bot has yet to take is on its way, whatever the mail did.
    states: carriers
      .filter((message) => message.notices.includes(key))
      .map(({ channel, status }) => (channel === 'telegram' && status === 'queued' ? 'unknown' : status)),
  }));
}

/** The messages that carry any of these notices, in the order in which they left. */
export async function messagesOf(
  db: Kysely<Schema>,
  notices: string[],
): Promise<
  {
    key: string;
    slot: string;
    channel: string;
    status: 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'held';
    notices: string[];
    sent_at: string | null;
    read_at: string | null;
    error: string | null;
  }[]
> {
  if (notices.length === 0) return [];
  return db
    .selectFrom('message')
    .select(['key', 'slot', 'channel', 'status', 'notices', 'sent_at', 'read_at', 'error'])
    .where(sql<boolean>`notices ?| array[${sql.join(notices)}]::text[]`)
    .orderBy('slot')
    .orderBy('key')
    .execute();
}
