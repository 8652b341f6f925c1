import type { Kysely } from 'kysely';
import type { NoticeKind } from '../domain/notice/notice.ts';
import type { SentMessage, SentNotice } from '../domain/rehearsal/ledger.ts';
import type { Schema } from './schema.ts';

/** Every message that left a database, oldest first, with the notices it carries: what a ledger is made of. */
export async function sentMessages(db: Kysely<Schema>): Promise<SentMessage[]> {
  const notices = await noticesByKey(db);
  const messages = await db
    .selectFrom('message')
    .select(['person', 'agency', 'channel', 'subject', 'notices', 'sent_at', 'slot'])
    .where('status', 'in', ['sent', 'delivered'])
    .orderBy('sent_at')
    .orderBy('key')
    .execute();
  return messages.map(({ person, agency, channel, subject, notices: keys, sent_at, slot }) => ({
    at: sent_at ?? slot,
    person,
    agency,
    channel,
    subject,
    notices: keys.flatMap((key) => notices.get(key) ?? []),
  }));
}

async function noticesByKey(db: Kysely<Schema>): Promise<Map<string, SentNotice>> {
  const rows = await db
    .selectFrom('notice')
    .select(['key', 'kind', 'to_role', 'round', 'about', 'deadline', 'rung', 'facts'])
    .where('status', '=', 'grouped')
    .execute();
  return new Map(
    rows.map(({ key, kind, to_role, round, about, deadline, rung, facts }) => [
      key,
      {
        key,
        kind: kind as NoticeKind,
        to: { role: to_role as SentNotice['to']['role'] },
        round,
        about,
        deadline,
        rung,
        facts: facts as SentNotice['facts'],
      },
    ]),
  );
}
