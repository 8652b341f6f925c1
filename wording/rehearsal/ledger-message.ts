import { roundKey } from '../../domain/plan/keys.ts';
import {
  byWeight,
  type LedgerItem,
  type LedgerMessage,
  type SentMessage,
  type SentNotice,
} from '../../domain/rehearsal/ledger.ts';
import { whyOf } from './why.ts';

/** A message that left, as a line of the ledger. */
export function ledgerMessage({ at, person, agency, channel, subject, notices }: SentMessage): LedgerMessage {
  const ordered = byWeight(notices);
  const items = ordered.map(itemOf);
  const [first] = items;
  return {
    at,
    person,
    post: ordered[0]?.to.role ?? '',
    agency,
    channel,
    kind: first?.kind ?? '',
    subject,
    obligation: first?.obligation ?? null,
    deadline: first?.deadline ?? null,
    rung: first?.rung ?? null,
    why: first?.why ?? '',
    items,
  };
}

function itemOf(notice: SentNotice): LedgerItem {
  const { kind, round, about, deadline, rung } = notice;
  const obligation = round !== null && about !== null ? `${roundKey(round)}/${about}` : null;
  return { kind, obligation, deadline, rung, why: whyOf(notice) };
}
