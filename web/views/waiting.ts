import { dayOf } from '../../domain/calendar/instant.ts';
import { addWorkingDays, workingDaysBetween } from '../../domain/calendar/working-days.ts';
import { currentDeadline, lastSubmission } from '../../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { measureText } from '../../domain/plan/clause-text.ts';
import type { TextRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { formatDayShort } from '../../wording/format.ts';
import { may, type WebActor } from '../access.ts';
import type { StateFact } from '../components/state-tag.tsx';
import type { WaitingFact } from '../pages/today.tsx';
import { type Desk, daysTo, type Live, subjectOf } from './desk.ts';
import { dutyBasis, dutyName } from './duty-words.ts';
import { obstacleFacts } from './obstacle-facts.ts';
import { isAwaited, stateOf } from './state-fact.ts';

/** Stored words that the list of waiting things quotes. */
export function waitingRefs(rows: Live[], obstacles: WorkflowRecord[]): (string | null)[] {
  return [
    ...rows.map(({ state }) => state.extensionRequest?.ref ?? null),
    ...obstacles.map((row) => obstacleFacts(row).ref),
  ];
}

/** What one duty asks of a reader now; mostly nothing or one thing. */
export function waitingOf(
  desk: Desk,
  actor: WebActor,
  row: Live,
  texts: Map<string, TextRecord>,
  /** Duties of those who owe a part for this one; others are passed over. */
  parts: Live[] = [],
): WaitingFact[] {
  const plan = desk.plans.get(row.plan);
  if (plan === undefined) return [];
  const subject = subjectOf(desk, plan, row);
  const { state } = row;
  const report = dutyName(plan, row);
  const last = lastSubmission(state);
  const facts: WaitingFact[] = [];
  const add = (act: WaitingFact['act'], mine: WaitingFact['mine']): void => {
    facts.push({
      act,
      key: row.key,
      agency: desk.agencyName(row.agency),
      basis: dutyBasis(plan, row),
      mine,
    });
  };
  const receives = may(actor, 'decide', subject) && isTold(actor, row);
  if (state.review !== null && last !== null && receives) {
    const { since, dueOn } = state.review;
    const act = { is: 'review' as const, report, version: last.number, receivedOn: dayOf(since) };
    add(act, clock(desk, dueOn, workingDaysBetween(desk.calendar, dayOf(since), desk.today)));
  }
  const judgesItself = row.closing === 'head' && may(actor, 'giveTime', subject) && row.agency === actor.agency;
  if (state.extensionRequest !== null && (receives || judgesItself)) {
    const { to, ref, dueOn } = state.extensionRequest;
    add({ is: 'extension', to, reason: texts.get(ref)?.text ?? '' }, clock(desk, dueOn));
  }
  if (last?.standing === 'draft' && state.draftSince !== null && may(actor, 'confirm', subject)) {
    const days = DEFAULT_POLICY.confirmReminders[0] ?? 1;
    const lastDay = addWorkingDays(desk.calendar, dayOf(state.draftSince), days);
    add({ is: 'confirm', report, version: last.number }, clock(desk, lastDay));
  }
  if (isAwaited(desk, row) && may(actor, 'answer', subject) && isAsked(actor, row)) {
    const { number, lastDayOn } = currentDeadline(state);
    const sending = row.closing === 'letter' && state.phase === 'submitted';
    const asked = Object.keys(state.parts ?? {});
    const told = partsWords(
      desk,
      parts.filter(({ round }) => asked.includes(round)),
    );
    add(
      sending ? { is: 'sending', report } : { is: 'report', report, deadline: number, parts: told },
      clock(desk, lastDayOn),
    );
  }
  if (last?.onBehalf && state.phase === 'submitted' && may(actor, 'object', subject)) {
    const lastDay = state.review?.dueOn ?? currentDeadline(state).lastDayOn;
    add({ is: 'onBehalf', report, version: last.number }, clock(desk, lastDay));
  }
  if (state.leadership !== null && !state.leadership.answered && may(actor, 'giveOpinion', subject)) {
    add({ is: 'opinion', report }, clock(desk, opinionDay(desk, row)));
  }
  return facts;
}

/** What is received waits for the post that receives; a part that a lead asked for also for his head. */
function isTold({ roles }: WebActor, { kind }: Live): boolean {
  const told = kind === 'contribution' ? ['focalPoint', 'head'] : ['reviewer', 'coordinator'];
  return roles.some((role) => told.includes(role));
}

/** "phần phối hợp: Sở Y tế chờ duyệt; Sở Xây dựng chưa đến, quá 2 ngày"; null where none was asked for. */
function partsWords(desk: Desk, parts: Live[]): string | null {
  if (parts.length === 0) return null;
  const words = parts.map((part) => `${desk.agencyName(part.agency)} ${partWord(desk, part)}`);
  return `phần phối hợp: ${words.join('; ')}`;
}

function partWord(desk: Desk, part: Live): string {
  const state = stateOf(desk, part);
  switch (state.is) {
    case 'accepted':
    case 'late':
      return 'đã nhận';
    case 'waiting':
      return 'chờ duyệt';
    case 'waived':
      return 'được miễn';
    case 'returned':
      return 'đang bổ sung';
    case 'overdue':
      return `chưa đến, quá ${state.days} ngày`;
    default:
      return `chưa đến, hạn ${formatDayShort(part.lastDayOn)}`;
  }
}

/** The specialist is asked for a report from the day it opens, the head once the ladder has reached him. */
function isAsked(actor: WebActor, row: Live): boolean {
  if (actor.roles.includes('focalPoint')) return true;
  return actor.roles.includes('head') && (currentDeadline(row.state).rungsSent > 0 || row.closing === 'letter');
}

/** The day on which leadership is asked again. */
function opinionDay(desk: Desk, { state }: Live): string {
  const askedOn = state.leadership?.askedOn ?? desk.today;
  return addWorkingDays(desk.calendar, askedOn, DEFAULT_POLICY.leadershipRepeat);
}

/** What an obstacle asks of a reader: an answer from whose turn it is, a word from who raised it. */
export function waitingObstacle(
  desk: Desk,
  actor: WebActor,
  row: WorkflowRecord,
  texts: Map<string, TextRecord>,
): WaitingFact[] {
  const facts = obstacleFacts(row);
  const plan = desk.plans.get(row.plan ?? '');
  const has = (role: WebActor['roles'][number], agency: string): boolean =>
    actor.agency === agency && actor.roles.includes(role);
  const mine =
    (facts.step === 'coordinator' && has('coordinator', facts.coordinator)) ||
    (facts.step === 'leadership' && has('leadership', facts.leadership)) ||
    (facts.step === 'raiser' && (has('focalPoint', facts.raisedBy.agency) || has('head', facts.raisedBy.agency)));
  if (!mine) return [];
  const text = texts.get(facts.ref)?.text ?? '';
  return [
    {
      act: facts.step === 'raiser' ? { is: 'obstacleAnswered', text } : { is: 'obstacle', text },
      key: facts.id,
      agency: desk.agencyName(facts.raisedBy.agency),
      basis: {
        plan: plan?.shortName ?? '',
        clause: facts.measure === null ? null : measureText(facts.measure),
      },
      mine: clock(desk, facts.dueOn),
    },
  ];
}

/** In order of the reader's own deadline. */
export function byOwnDeadline(a: WaitingFact, b: WaitingFact): number {
  return compare(a.mine.lastDay, b.mine.lastDay) || compare(a.agency, b.agency) || compare(a.key, b.key);
}

/** How a reader stands with his own day. */
export function clock(desk: Desk, lastDay: string, dayNumber: number | null = null): WaitingFact['mine'] {
  const days = daysTo(desk, lastDay);
  const state: StateFact = days < 0 ? { is: 'overdue', days: -days } : { is: 'due', days };
  return { state, lastDay, dayNumber };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
