import type { Instant } from '../../domain/calendar/instant.ts';
import {
  currentDeadline,
  type Deadline,
  isOwing,
  lastSubmission,
  type Obligation,
  type Submission,
} from '../../domain/obligation/obligation.ts';
import { isPastPrintedDay, timeliness } from '../../domain/obligation/timeliness.ts';
import type { ShareFact } from '../components/share-bar.tsx';
import type { StateFact } from '../components/state-tag.tsx';
import { contextOf, type Desk, type Live } from './desk.ts';

/** True while the agency owes an act and its days run. */
export function isAwaited(desk: Desk, row: Live): boolean {
  const plan = desk.plans.get(row.plan);
  return plan !== undefined && row.state.suspendedSince === null && isOwing(row.state, contextOf(desk, plan, row));
}

/** Working days past the day of judgement; 0 while it is not over or nothing is awaited. */
export function daysOver(desk: Desk, row: Live): number {
  if (!isAwaited(desk, row)) return 0;
  const time = timeliness(currentDeadline(row.state), null, desk.calendar, desk.today);
  return time.state === 'overdue' ? time.workingDaysOver : 0;
}

/** Working days left of the present deadline: until its aim day, 0 from it, negative once it is over. */
export function daysLeft(desk: Desk, { state }: Live): number {
  const time = timeliness(currentDeadline(state), null, desk.calendar, desk.today);
  if (time.state === 'overdue') return -time.workingDaysOver;
  return time.state === 'done' ? 0 : time.workingDaysLeft;
}

/** The one standing of a duty that all pages show. Overdue comes before returned and extended: it asks for more. */
export function stateOf(desk: Desk, row: Live): StateFact {
  const { state } = row;
  switch (state.phase) {
    case 'waived':
      return { is: 'waived' };
    case 'sent':
      return { is: 'sent' };
    case 'accepted': {
      const last = lastSubmission(state);
      const late = last === null ? 0 : daysLate(desk, state, last);
      return late > 0 ? { is: 'late', days: late } : { is: 'accepted' };
    }
    case 'submitted':
      if (lastSubmission(state)?.standing === 'draft') return { is: 'draft' };
      return row.closing === 'letter' ? timeState(desk, state) : { is: 'waiting' };
    default:
      return state.suspendedSince === null ? openState(desk, state) : { is: 'suspended' };
  }
}

function openState(desk: Desk, state: Obligation): StateFact {
  const time = timeState(desk, state);
  const deadline = currentDeadline(state);
  if (time.is === 'overdue') return time;
  if (deadline.because === 'return') return { is: 'returned', awaits: state.submissions.length + 1 };
  if (deadline.because === 'extension' || deadline.because === 'leadership') {
    return { is: 'extended', to: deadline.lastDayOn };
  }
  return time;
}

function timeState(desk: Desk, state: Obligation): StateFact {
  const time = timeliness(currentDeadline(state), null, desk.calendar, desk.today);
  if (time.state === 'overdue') return { is: 'overdue', days: time.workingDaysOver };
  return time.state === 'dueSoon' ? { is: 'due', days: time.workingDaysLeft } : { is: 'notDue' };
}

/** The deadline that was in force when a version came. */
export function deadlineAt(state: Obligation, at: Instant): Deadline {
  return state.deadlines.filter(({ openedAt }) => openedAt <= at).at(-1) ?? currentDeadline(state);
}

/** Working days between the deadline in force and the day on which the agency acted; 0 = on time. */
export function daysLate(desk: Desk, state: Obligation, submission: Submission): number {
  const time = timeliness(deadlineAt(state, submission.at), submission.actedOn, desk.calendar, desk.today);
  return time.state === 'done' ? time.workingDaysLate : 0;
}

/** "đã quá ngày ghi trong kế hoạch" beside a standing; null where no printed day has passed without an act. */
export function printedDayWords(desk: Desk, { state }: Live): string | null {
  if (state.phase === 'waived') return null;
  const acted = lastSubmission(state)?.actedOn ?? null;
  if (!isPastPrintedDay(currentDeadline(state), acted, desk.today)) return null;
  return `${acted === null ? 'đã quá' : 'gửi sau'} ngày ghi trong kế hoạch`;
}

/** Where a duty counts in the bar of its round; null for a waived one, which nobody owes any more. */
export function shareOf(desk: Desk, row: Live): ShareFact['is'] | null {
  const state = stateOf(desk, row);
  switch (state.is) {
    case 'waived':
      return null;
    case 'accepted':
    case 'late':
    case 'sent':
      return 'accepted';
    case 'waiting':
      return 'waiting';
    case 'draft':
      return 'draft';
    case 'returned':
      return 'returned';
    case 'extended':
      return 'extended';
    case 'overdue':
      return 'overdue';
    default:
      return 'open';
  }
}

const ORDER: ShareFact['is'][] = ['accepted', 'waiting', 'draft', 'returned', 'extended', 'overdue', 'open'];

export function sharesOf(desk: Desk, rows: Live[]): ShareFact[] {
  const shares = rows.map((row) => shareOf(desk, row));
  return ORDER.map((is) => ({ is, count: shares.filter((share) => share === is).length }));
}
