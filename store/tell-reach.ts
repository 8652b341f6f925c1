import type { Transaction } from 'kysely';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Message } from '../domain/engine/message.ts';
import type { RoundFact } from '../domain/machines/round.ts';
import { putOnAgenda } from './put-on-agenda.ts';
import type { Schema } from './schema.ts';

/** Notices to those through whom an agency is reached, the newest first. */
export function noticesToAgencies(tx: Transaction<Schema>) {
  return tx
    .selectFrom('notice')
    .innerJoin('obligation', (join) =>
      join.onRef('obligation.round', '=', 'notice.round').onRef('obligation.agency', '=', 'notice.about'),
    )
    .select(['notice.key', 'notice.round', 'notice.about', 'notice.at', 'obligation.state'])
    .where('notice.deadline', 'is not', null)
    .whereRef('notice.to_agency', '=', 'notice.about')
    .where('notice.to_role', 'in', ['focalPoint', 'head'])
    .orderBy('notice.at', 'desc')
    .orderBy('notice.seq', 'desc');
}

/** Tells a round whether a notice has reached an agency; once for each key. */
export async function tellReach(
  tx: Transaction<Schema>,
  fact: { key: string; round: string; agency: string; reached: boolean; notice: string; at: Instant },
): Promise<void> {
  const { key, round, agency, reached, notice, at } = fact;
  const message: Message<RoundFact> = { kind: 'fact', key, at, body: { type: 'reach', agency, reached, notice } };
  await putOnAgenda(tx, { key, workflow: round, at, rank: 0, message });
}
