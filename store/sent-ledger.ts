import type { Kysely } from 'kysely';
import type { Day, Instant } from '../domain/calendar/instant.ts';
import type { Schema } from './schema.ts';

/** One message that left, as the rehearsal and the audit list it. */
export interface LedgerLine {
  at: Instant;
  person: string;
  /** The role for which the person got it. */
  post: string;
  agency: string;
  channel: string;
  /** Kind, duty, deadline and rung of its most urgent notice. */
  kind: string;
  subject: string;
  obligation: string | null;
  deadline: number | null;
  rung: string | null;
  why: string;
}

/** Every message that left, by moment, then person, then subject, then channel. `from` and `to` are days, both included. */
export async function sentLedger(
  db: Kysely<Schema>,
  { from, to }: { from?: Day; to?: Day } = {},
): Promise<LedgerLine[]> {
  const rows = await db
    .selectFrom('message')
    .leftJoin('notice', (join) => join.on((eb) => eb('notice.key', '=', eb.ref('message.notices', '->>').at(0))))
    .select([
      'message.sent_at',
      'message.person',
      'message.agency',
      'message.channel',
      'message.subject',
      'message.why',
      'notice.kind',
      'notice.round',
      'notice.about',
      'notice.deadline',
      'notice.rung',
      'notice.to_role',
    ])
    .where('message.status', 'in', ['sent', 'delivered'])
    .execute();
  const lines = rows.flatMap((row): LedgerLine[] => {
    const at = row.sent_at;
    if (at === null || (from && at.slice(0, 10) < from) || (to && at.slice(0, 10) > to)) return [];
    const duty = row.deadline !== null && row.round !== null && row.about !== null;
    return [
      {
        at,
        person: row.person,
        post: row.to_role ?? '',
        agency: row.agency,
        channel: row.channel,
        kind: row.kind ?? '',
        subject: row.subject,
        obligation: duty ? `${(row.round ?? '').split('/').slice(2).join('/')}/${row.about}` : null,
        deadline: row.deadline,
        rung: row.rung,
        why: row.why ?? '',
      },
    ];
  });
  return lines.sort(
    (a, b) =>
      compare(a.at, b.at) ||
      compare(a.person, b.person) ||
      compare(a.subject, b.subject) ||
      compare(a.channel, b.channel),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
