import { type Day, dayOf } from '../../domain/calendar/instant.ts';
import { currentDeadline, isDone, lastSubmission } from '../../domain/obligation/obligation.ts';
import type { NoticeRecord } from '../../store/desk-reader.ts';
import type { LadderFact } from '../components/ladder.tsx';
import { type Desk, holders, type Live } from './desk.ts';
import type { Reach } from './reach.ts';
import { daysOver } from './state-fact.ts';

const TOP = 3;

/** Key of the notice that carried the newest rung of a duty; null where none was decided. */
export function newestRungKey({ key, state }: Live): string | null {
  const { number, rungsSent } = currentDeadline(state);
  return rungsSent === 0 ? null : `${key}/${number}/rung-${rungsSent}`;
}

/** Where a duty stands on the ladder of its present deadline, with how the newest rung went. */
export function ladderOf(desk: Desk, row: Live, rung: NoticeRecord | null, reach: Reach | null): LadderFact {
  const { state } = row;
  const { number, rungsSent } = currentDeadline(state);
  const sent = Math.min(rungsSent, TOP);
  const fact: LadderFact = {
    rung: sent as LadderFact['rung'],
    state: 'unused',
    to: rung === null ? null : rungTo(desk, rung),
    sentAt: rung === null ? null : sentAt(rung),
    delivered: rung === null ? null : delivered(rung),
    heldSince: null,
    heldWhy: null,
    stoppedBy: null,
    deadline: number,
  };
  if (isDone(state) || (state.phase === 'submitted' && row.closing !== 'letter')) {
    if (sent > 0) return { ...fact, state: 'stopped', stoppedBy: lastSubmission(state)?.number ?? null };
    return isDone(state) ? { ...fact, state: 'notNeeded' } : fact;
  }
  if (state.unreachedSince !== null && daysOver(desk, row) > 0 && sent < TOP) {
    const why = holders(desk, row.agency, 'focalPoint').map((person) => reach?.why(person) ?? null);
    return {
      ...fact,
      state: 'held',
      rung: Math.min(sent + 1, TOP) as LadderFact['rung'],
      heldSince: heldSince(desk, row, sent),
      heldWhy: why.find((each) => each !== null) ?? null,
    };
  }
  return sent > 0 ? { ...fact, state: 'climbing' } : fact;
}

/** The day on which the next rung would have come, or, when later, on which nothing reached any more. */
function heldSince(desk: Desk, row: Live, sent: number): Day | null {
  const next = currentDeadline(row.state).items.find(({ kind, n }) => kind === 'rung' && n === sent + 1);
  const since = row.state.unreachedSince;
  if (next === undefined || since === null) return since;
  const due = dayOf(next.at);
  return due > desk.today ? null : due > since ? due : since;
}

/** Whom a rung addresses: "Lãnh đạo Sở", "Điều phối", "Lãnh đạo tỉnh". */
export function rungTo(desk: Desk, { toRole, toAgency }: Pick<NoticeRecord, 'toRole' | 'toAgency'>): string {
  if (toRole === 'leadership') return 'Lãnh đạo tỉnh';
  if (toRole === 'coordinator') return 'Điều phối';
  const department = desk.roster.agencies.find(({ id }) => id === toAgency)?.kind === 'department';
  return department ? 'Lãnh đạo Sở' : 'Lãnh đạo đơn vị';
}

function sentAt({ messages }: NoticeRecord): LadderFact['sentAt'] {
  const times = messages.flatMap((message) => message.sentAt ?? []).sort();
  return times[0] ?? null;
}

function delivered({ messages, status }: NoticeRecord): boolean | null {
  if (messages.some((message) => ['sent', 'delivered'].includes(message.status) || message.readAt !== null))
    return true;
  if (status === 'vacant') return false;
  return messages.length > 0 && messages.every((message) => ['failed', 'held'].includes(message.status)) ? false : null;
}
