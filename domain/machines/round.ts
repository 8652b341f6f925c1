import { dayOf, type Instant, instantOn, msOf } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import type { Effects, ObligationRow } from '../engine/effects.ts';
import type { Machine, ObligationCounts } from '../engine/machine.ts';
import type { Message, Reply } from '../engine/message.ts';
import { postNotice } from '../notice/post-notice.ts';
import { applyCommand } from '../obligation/apply-command.ts';
import { applyDue } from '../obligation/apply-due.ts';
import { checkCommand } from '../obligation/check-command.ts';
import type { ObligationCommand, RoundCommand } from '../obligation/command.ts';
import { type DeadlineDays, deadlineItems, openDeadline } from '../obligation/deadline.ts';
import { itemsDueAt, nextWake } from '../obligation/next-wake.ts';
import { ObligationVoice } from '../obligation/notices.ts';
import {
  type Asks,
  closingOf,
  currentDeadline,
  isDone,
  isOwing,
  lastSubmission,
  type Obligation,
  type RoundContext,
} from '../obligation/obligation.ts';
import { plannedItems } from '../obligation/planned.ts';
import { sendSlot } from '../obligation/send-slot.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type ContributionFact, missingParts, tellWaiting, type WaitingRound } from './waiting-round.ts';

/** What a round is opened with: one requirement in one period, and who owes it. */
export interface RoundSpec extends RoundContext {
  deadline: DeadlineDays;
  lockOn: string;
  agencies: { agency: string; asks: Asks }[];
  /** The cycle that hears of the round's end; null for a round that nobody waits for. */
  cycle: string | null;
  /** True where a person asked for it (ad hoc, trigger, reopened past): the owing agencies are told at once. */
  announced: boolean;
  /** True where whoever asked marked it urgent; its messages say so. Default false. */
  urgent?: boolean;
  /** The stored words of the request, if any. */
  ref: string | null;
  /** Set where a lead waits for these parts. */
  waiting?: WaitingRound;
}

export interface RoundState {
  v: 1;
  spec: RoundSpec;
  processedUntil: Instant;
  obligations: Obligation[];
  locked: { at: Instant; ref: string } | null;
  closed: boolean;
}

/** What other workflows and the relay tell a round. */
export type RoundFact =
  | { type: 'reach'; agency: string; reached: boolean; notice: string }
  | { type: 'calendarChanged'; calendar: WorkCalendar; days: DeadlineDays }
  | ContributionFact
  | { type: 'due' };

/** What a closed round tells its cycle. */
export interface RoundClosed {
  type: 'roundClosed';
  round: string;
  requirement: string;
  period: string;
  counts: ObligationCounts;
  /** Last reported state of each measure by agency: measure → agency → answer. */
  measures: Record<string, Record<string, string>>;
}

export const roundMachine: Machine<RoundState, RoundSpec> = {
  type: 'round',

  open(spec, at, out) {
    const obligations = spec.agencies.map(
      ({ agency, asks }): Obligation => ({
        key: `${spec.key}/${agency}`,
        agency,
        phase: 'open',
        asks,
        deadlines: [openDeadline(spec, 1, spec.announced ? 'reopened' : 'plan', spec.deadline, at)],
        submissions: [],
        acts: 0,
        review: null,
        draftSince: null,
        extensionRequest: null,
        suspendedSince: null,
        unreachedSince: null,
        leadership: null,
      }),
    );
    const state: RoundState = { v: 1, spec, processedUntil: at, obligations, locked: null, closed: false };
    for (const obligation of obligations) {
      const voice = new ObligationVoice(obligation, spec, at, out);
      voice.record('opened', 'opened', null, { lastDayOn: spec.deadline.lastDayOn });
      if (spec.announced)
        voice.toAgency('requestOpened', 'opened', { facts: { lastDayOn: spec.deadline.lastDayOn }, ref: spec.ref });
      out.obligations.push(rowOf(state, obligation));
    }
    tellWaiting(spec, obligations, 'opened', at, out);
    return state;
  },

  wake(state) {
    if (state.closed) return null;
    let next = lockProposalAt(state);
    for (const obligation of state.obligations) {
      const at = nextWake(obligation, state.spec, state.processedUntil);
      if (at !== null && (next === null || at < next)) next = at;
    }
    return next;
  },

  due(state, planned, now, out) {
    const late = msOf(now) - msOf(planned) > lateAfterMs(state);
    if (lockProposalAt(state) === planned) proposeLock(state, planned, out);
    state.obligations = state.obligations.map((obligation) => {
      let next = obligation;
      for (const item of itemsDueAt(obligation, state.spec, planned)) {
        if (late && overtaken(state, next, planned, now)) {
          new ObligationVoice(next, state.spec, planned, out).record(
            'collapsed',
            `collapsed-${item.kind}-${item.n}`,
            null,
            {
              planned,
            },
          );
          continue;
        }
        next = applyDue(next, item, planned, late, state.spec, out, now);
      }
      if (next !== obligation) out.obligations.push(rowOf(state, next));
      return next;
    });
    state.processedUntil = planned;
  },

  check(state, message) {
    if (message.kind !== 'command') return null;
    const command = message.body as ObligationCommand | RoundCommand;
    if (state.closed) return refuse('ROUND_CLOSED');
    if (command.do === 'lock' || command.do === 'unlock') return checkRoundCommand(state, command, message.at);
    const obligation = state.obligations.find(({ agency }) => agency === command.agency);
    if (obligation === undefined) return refuse('UNKNOWN_OBLIGATION', { agency: command.agency });
    if (state.locked && (command.do === 'submit' || command.do === 'return')) return refuse('ROUND_LOCKED');
    return checkCommand(obligation, command, message.at, state.spec);
  },

  apply(state, message, out): Reply {
    const refusal = this.check(state, message);
    if (refusal) return refusal;
    const missing = missingParts(state.obligations).join();
    if (message.kind === 'command') applyMessage(state, message, out);
    else if (message.kind === 'fact') applyFact(state, message.body as RoundFact, message.at, out);
    if (message.at > state.processedUntil) state.processedUntil = message.at;
    if (missingParts(state.obligations).join() !== missing)
      tellWaiting(state.spec, state.obligations, message.key, message.at, out);
    if (!state.closed && state.obligations.every(isDone)) close(state, message.at, out);
    return { ok: true };
  },

  closed: (state) => state.closed,
  renew: () => false,

  row: (state) => ({
    workflow: state.spec.id,
    type: 'round',
    province: state.spec.province,
    plan: state.spec.plan,
    phase: phaseOf(state),
    closed: state.closed,
    state: roundFacts(state),
  }),

  answer: (state) => ({
    phase: phaseOf(state),
    nextWake: roundMachine.wake(state),
    obligations: countsOf(state),
    ladder: state.obligations
      .filter((obligation) => currentDeadline(obligation).rungsSent > 0)
      .map((obligation) => ({
        obligation: obligation.key,
        deadline: currentDeadline(obligation).number,
        rung: currentDeadline(obligation).rungsSent,
      })),
    phases: Object.fromEntries(state.obligations.map(({ agency, phase }) => [agency, phase])),
  }),
};

/** What the projection keeps of a round beside its obligations. */
export interface RoundFacts {
  requirement: string;
  kind: string;
  year: number;
  period: string;
  key: string;
  reviewer: string | null;
  closesByLetter: boolean;
  coordinator: string;
  leadership: string;
  deadline: DeadlineDays;
  lockOn: string;
  locked: { at: Instant; ref: string } | null;
  announced: boolean;
  /** Absent where nobody marked it urgent. */
  urgent?: boolean;
  ref: string | null;
}

function roundFacts({ spec, locked }: RoundState): RoundFacts {
  const { requirement, kind, year, period, key, reviewer, closesByLetter, coordinator, leadership, deadline, lockOn } =
    spec;
  const { announced, urgent, ref } = spec;
  return {
    requirement,
    kind,
    year,
    period,
    key,
    reviewer,
    closesByLetter,
    coordinator,
    leadership,
    deadline,
    lockOn,
    locked,
    announced,
    ...(urgent === true ? { urgent } : {}),
    ref,
  };
}

function phaseOf(state: RoundState): string {
  if (state.closed) return 'closed';
  return state.obligations.some((obligation) => isOwing(obligation, state.spec)) ? 'collecting' : 'reviewing';
}

/** Counts as of the last instant looked at; `overdue` uses that day. */
function countsOf(state: RoundState): ObligationCounts {
  const count = (test: (obligation: Obligation) => boolean): number => state.obligations.filter(test).length;
  const today = dayOf(state.processedUntil);
  return {
    total: state.obligations.length,
    open: count(({ phase }) => phase === 'open'),
    submitted: count(({ phase }) => phase === 'submitted'),
    accepted: count(({ phase }) => phase === 'accepted' || phase === 'sent'),
    waived: count(({ phase }) => phase === 'waived'),
    overdue: count((obligation) => isOwing(obligation, state.spec) && today > currentDeadline(obligation).overdueAfter),
  };
}

function rowOf({ spec }: RoundState, obligation: Obligation): ObligationRow {
  const deadline = currentDeadline(obligation);
  return {
    key: obligation.key,
    round: spec.id,
    plan: spec.plan,
    requirement: spec.requirement,
    kind: spec.kind,
    year: spec.year,
    period: spec.period,
    agency: obligation.agency,
    reviewer: spec.reviewer,
    closing: closingOf(spec, obligation.agency),
    phase: obligation.phase,
    standing: lastSubmission(obligation)?.standing ?? 'none',
    deadline: deadline.number,
    namedOn: deadline.namedOn,
    lastDayOn: deadline.lastDayOn,
    aimOn: deadline.aimOn,
    overdueAfter: deadline.overdueAfter,
    rung: deadline.rungsSent,
    state: obligation,
  };
}

function lateAfterMs(state: RoundState): number {
  return state.spec.policy.collapseAfterMs;
}

/** True when another item of the same deadline has come due since: only the newest leaves after an outage. */
function overtaken(state: RoundState, obligation: Obligation, planned: Instant, now: Instant): boolean {
  return plannedItems(obligation, state.spec).some(({ at }) => at > planned && at <= now);
}

function lockProposalAt(state: RoundState): Instant | null {
  if (state.locked || state.closed || state.spec.policy.scale) return null;
  const at = instantOn(state.spec.lockOn, state.spec.policy.decideAt);
  return at > state.processedUntil ? at : null;
}

function proposeLock(state: RoundState, at: Instant, out: Effects): void {
  const { spec } = state;
  const latest = state.obligations
    .map((obligation) => currentDeadline(obligation).overdueAfter)
    .sort()
    .at(-1);
  if (latest !== undefined && latest >= dayOf(at)) return;
  postNotice(out, spec.province, {
    key: `${spec.key}/lock-proposed`,
    kind: 'lockProposed',
    at,
    slot: sendSlot(spec.calendar, spec.policy, at),
    to: { agency: spec.coordinator, role: 'coordinator' },
    plan: spec.plan,
    round: spec.id,
    about: null,
    deadline: null,
    rung: null,
    late: false,
    facts: { open: state.obligations.filter((obligation) => !isDone(obligation)).length },
    ref: null,
  });
}

function checkRoundCommand(state: RoundState, command: RoundCommand, at: Instant): Refusal | null {
  const { spec, locked } = state;
  const { by } = command;
  if (by.agency !== spec.coordinator || !by.roles.some((role) => role === 'coordinator' || role === 'head')) {
    return refuse('NOT_YOURS');
  }
  if (command.do === 'unlock') return locked ? null : refuse('NOT_LOCKED');
  if (locked) return refuse('ROUND_LOCKED');
  const open = state.obligations.find(
    (obligation) => !isDone(obligation) && currentDeadline(obligation).overdueAfter >= dayOf(at),
  );
  return open ? refuse('LOCK_TOO_EARLY', { until: currentDeadline(open).overdueAfter }) : null;
}

function applyMessage(state: RoundState, message: Message, out: Effects): void {
  const command = message.body as ObligationCommand | RoundCommand;
  if (command.do === 'lock' || command.do === 'unlock') {
    lockOrUnlock(state, command, message, out);
    return;
  }
  state.obligations = state.obligations.map((obligation) => {
    if (obligation.agency !== command.agency) return obligation;
    const next = applyCommand(obligation, command, message.at, state.spec, out);
    out.obligations.push(rowOf(state, next));
    return next;
  });
}

function lockOrUnlock(state: RoundState, command: RoundCommand, message: Message, out: Effects): void {
  const locking = command.do === 'lock';
  state.locked = locking ? { at: message.at, ref: command.ref } : null;
  for (const obligation of state.obligations) {
    const voice = new ObligationVoice(obligation, state.spec, message.at, out);
    voice.record(locking ? 'locked' : 'unlocked', `${command.do}-${message.key}`, command.by, {}, command.ref);
    if (!isDone(obligation))
      voice.toAgency(locking ? 'locked' : 'unlocked', `${command.do}-${message.key}`, { ref: command.ref });
  }
}

function applyFact(state: RoundState, fact: RoundFact, at: Instant, out: Effects): void {
  if (fact.type === 'reach') {
    state.obligations = state.obligations.map((obligation) => {
      if (obligation.agency !== fact.agency || !isOwing(obligation, state.spec)) return obligation;
      const next = reach(state, obligation, fact, at, out);
      if (next !== obligation) out.obligations.push(rowOf(state, next));
      return next;
    });
  } else if (fact.type === 'contribution') {
    const { round, agency, measure, asked, missing } = fact;
    state.obligations = state.obligations.map((obligation) => {
      if (obligation.agency !== agency || isDone(obligation)) return obligation;
      const next = { ...obligation, parts: { ...obligation.parts, [round]: { measure, asked, missing } } };
      out.obligations.push(rowOf(state, next));
      return next;
    });
  } else if (fact.type === 'calendarChanged') {
    state.spec = { ...state.spec, calendar: fact.calendar };
    state.obligations = state.obligations.map((obligation) => {
      if (!isOwing(obligation, state.spec) || currentDeadline(obligation).because !== 'plan') return obligation;
      const next = moveDay(state, obligation, fact.days, at, out);
      if (next !== obligation) out.obligations.push(rowOf(state, next));
      return next;
    });
  }
}

/** No message reached the agency: its rungs are held. One did again: they go on, later by the working days held. */
function reach(
  state: RoundState,
  obligation: Obligation,
  fact: RoundFact & { type: 'reach' },
  at: Instant,
  out: Effects,
): Obligation {
  const voice = new ObligationVoice(obligation, state.spec, at, out);
  const today = dayOf(at);
  if (!fact.reached) {
    if (obligation.unreachedSince !== null) return obligation;
    voice.record('unreached', `unreached-${fact.notice}`, null, { notice: fact.notice });
    voice.toCoordinator('unreachable', `unreached-${fact.notice}`);
    return { ...obligation, unreachedSince: today };
  }
  if (obligation.unreachedSince === null) return obligation;
  const deadline = currentDeadline(obligation);
  const heldFrom =
    obligation.unreachedSince > deadline.overdueAfter ? obligation.unreachedSince : deadline.overdueAfter;
  const held = today > heldFrom ? workingDaysBetween(state.spec.calendar, heldFrom, today) : 0;
  voice.record('reachedAgain', `reached-${fact.notice}`, null, { held });
  const items = deadlineItems(state.spec, deadline, held).filter(
    (item) => item.kind !== 'rung' || item.n > deadline.rungsSent,
  );
  return {
    ...obligation,
    unreachedSince: null,
    deadlines: obligation.deadlines.map((each) => (each === deadline ? { ...each, items } : each)),
  };
}

function moveDay(state: RoundState, obligation: Obligation, days: DeadlineDays, at: Instant, out: Effects): Obligation {
  const present = currentDeadline(obligation);
  // A day that has passed stays as it was judged, and none is moved into the past.
  if (dayOf(at) > present.overdueAfter || dayOf(at) > days.overdueAfter) return obligation;
  if (
    present.lastDayOn === days.lastDayOn &&
    present.overdueAfter === days.overdueAfter &&
    present.aimOn === days.aimOn
  ) {
    return obligation;
  }
  const voice = new ObligationVoice(obligation, state.spec, at, out);
  voice.record('dueMoved', 'due-moved', null, { from: present.lastDayOn, dueOn: days.lastDayOn });
  voice.toAgency('dueMoved', 'due-moved', { facts: { from: present.lastDayOn, dueOn: days.lastDayOn } });
  const next = openDeadline(state.spec, present.number + 1, 'calendar', days, at);
  return { ...obligation, deadlines: [...obligation.deadlines, next], leadership: null };
}

function close(state: RoundState, at: Instant, out: Effects): void {
  const { spec } = state;
  state.closed = true;
  out.journal.push({
    key: `${spec.key}/closed`,
    at,
    kind: 'roundClosed',
    plan: spec.plan,
    round: spec.id,
    agency: null,
    by: null,
    facts: {},
    ref: null,
  });
  if (spec.cycle === null) return;
  const key = `closed:${spec.id}`;
  const body: RoundClosed = {
    type: 'roundClosed',
    round: spec.id,
    requirement: spec.requirement,
    period: spec.period,
    counts: countsOf(state),
    measures: measuresOf(state),
  };
  out.agenda.push({ key, workflow: spec.cycle, at, rank: 0, message: { kind: 'fact', key, at, body } });
}

function measuresOf(state: RoundState): Record<string, Record<string, string>> {
  const measures: Record<string, Record<string, string>> = {};
  for (const obligation of state.obligations) {
    for (const [measure, answer] of Object.entries(lastSubmission(obligation)?.measures ?? {})) {
      measures[measure] = { ...measures[measure], [obligation.agency]: answer };
    }
  }
  return measures;
}
