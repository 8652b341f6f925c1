import { dayOf, type Instant, instantOn } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Effects } from '../engine/effects.ts';
import type { Machine } from '../engine/machine.ts';
import type { Message, Reply } from '../engine/message.ts';
import { cycleWorkflow, planWorkflow } from '../plan/keys.ts';
import type { MeasureFacts } from '../plan/measure-year.ts';
import { schedule } from '../plan/schedule.ts';
import type { ScheduledRound } from '../plan/schedule-types.ts';
import type { CycleSpec } from './cycle-spec.ts';
import { nextWeekAt, tellWeek } from './cycle-week.ts';
import type { ReviewClosed } from './plan-reviews.ts';
import type { RoundClosed } from './round.ts';
import { roundSpec } from './round-spec.ts';

export interface CycleState {
  v: 1;
  spec: CycleSpec;
  processedUntil: Instant;
  opened: string[];
  results: RoundClosed[];
  closed: boolean;
}

export type CycleFact =
  | RoundClosed
  | { type: 'calendarChanged'; calendar: WorkCalendar }
  /** What other years' answers and people's requests say about the measures of this one. */
  | { type: 'measuresLearnt'; measures: MeasureFacts };

/** What a closed round lets the plan learn, before the year is over: the next year asks by it. */
export interface MeasuresReported {
  type: 'measuresReported';
  year: number;
  measures: CycleClosed['measures'];
}

/** What a closed cycle tells its plan. */
export interface CycleClosed {
  type: 'cycleClosed';
  year: number;
  /** Last reported state of each measure of the year: measure → agency → answer. */
  measures: Record<string, Record<string, string>>;
}

/** Rounds open an hour before reminders are decided, so that the first one is not already past. */
const OPEN_AT = '06:00';

export const cycleMachine: Machine<CycleState, CycleSpec> = {
  type: 'cycle',

  open(spec, at, out) {
    const state: CycleState = { v: 1, spec, processedUntil: at, opened: [], results: [], closed: false };
    openRounds(state, at, out);
    return state;
  },

  wake(state) {
    if (state.closed) return null;
    let next: Instant | null = null;
    for (const round of pending(state)) {
      const at = instantOn(round.opensOn, OPEN_AT);
      if (at > state.processedUntil && (next === null || at < next)) next = at;
    }
    const yearEnd = instantOn(`${state.spec.year + 1}-01-01`, OPEN_AT);
    const rest = next ?? (yearEnd > state.processedUntil ? yearEnd : null);
    const week = weekAt(state);
    return rest === null || (week !== null && week < rest) ? week : rest;
  },

  due(state, planned, _now, out) {
    if (weekAt(state) === planned) tellWeek(state.spec, openIn(state), planned, out);
    state.processedUntil = planned;
    openRounds(state, planned, out);
    closeIfOver(state, planned, out);
  },

  check: () => null,

  apply(state, message, out): Reply {
    if (message.kind === 'fact') applyFact(state, message, out);
    if (message.at > state.processedUntil) state.processedUntil = message.at;
    closeIfOver(state, message.at, out);
    return { ok: true };
  },

  closed: (state) => state.closed,
  renew: () => false,

  row: (state) => ({
    workflow: cycleWorkflow(state.spec.province, state.spec.plan.id, state.spec.year),
    type: 'cycle',
    province: state.spec.province,
    plan: state.spec.plan.id,
    phase: phaseOf(state),
    closed: state.closed,
    state: { year: state.spec.year, opened: state.opened, closed: state.results.map(({ round }) => round) },
  }),

  answer: (state) => ({
    phase: phaseOf(state),
    nextWake: cycleMachine.wake(state),
    obligations: null,
    ladder: [],
    phases: {},
  }),
};

function scheduled(state: CycleState): ScheduledRound[] {
  const { plan, parent, calendar, year, importedUntil, measures } = state.spec;
  return schedule(plan, calendar, year, { parent, facts: measures }).rounds.filter(
    ({ overdueAfter }) => overdueAfter >= importedUntil,
  );
}

function pending(state: CycleState): ScheduledRound[] {
  return scheduled(state).filter(({ id }) => !state.opened.includes(id));
}

/** Rounds that are open. */
function openIn({ opened, results }: CycleState): string[] {
  const done = new Set(results.map(({ round }) => round));
  return opened.filter((round) => !done.has(round));
}

/** When leadership is next told of the week; null while no round is open. */
function weekAt(state: CycleState): Instant | null {
  const { calendar, policy } = state.spec;
  return openIn(state).length === 0 ? null : nextWeekAt(calendar, policy, state.processedUntil);
}

function openRounds(state: CycleState, at: Instant, out: Effects): void {
  const { spec } = state;
  for (const round of pending(state)) {
    if (instantOn(round.opensOn, OPEN_AT) > at) continue;
    state.opened.push(round.id);
    const key = `open:${round.id}`;
    const body = roundSpec(spec, round);
    out.agenda.push({ key, workflow: round.id, at, rank: 0, message: { kind: 'open', key, at, body } });
  }
}

/** The phase of the year: that of the latest round opened and not yet closed. */
function phaseOf(state: CycleState): string {
  if (state.closed) return 'closed';
  const done = new Set(state.results.map(({ round }) => round));
  const open = scheduled(state).filter(({ id }) => state.opened.includes(id) && !done.has(id));
  return open.at(-1)?.phase ?? 'waiting';
}

function applyFact(state: CycleState, message: Message, out: Effects): void {
  const fact = message.body as CycleFact;
  if (fact.type === 'roundClosed') {
    state.results.push(fact);
    if (Object.keys(fact.measures).length > 0) reportMeasures(state, message, out);
    if (state.spec.plan.reviews.some(({ id }) => id === fact.requirement)) reportReview(state, fact, message, out);
    return;
  }
  if (fact.type === 'measuresLearnt') {
    state.spec = { ...state.spec, measures: fact.measures };
    return;
  }
  state.spec = { ...state.spec, calendar: fact.calendar };
  const done = new Set(state.results.map(({ round }) => round));
  for (const round of scheduled(state)) {
    if (!state.opened.includes(round.id) || done.has(round.id)) continue;
    const { namedOn, lastDayOn, aimOn, overdueAfter } = round;
    const key = `${message.key}:${round.id}`;
    const body = {
      type: 'calendarChanged',
      calendar: fact.calendar,
      days: { namedOn, lastDayOn, aimOn, overdueAfter },
    };
    out.agenda.push({
      key,
      workflow: round.id,
      at: message.at,
      rank: 0,
      message: { kind: 'fact', key, at: message.at, body },
    });
  }
}

function reportReview(state: CycleState, { requirement, round }: RoundClosed, message: Message, out: Effects): void {
  const { province, plan } = state.spec;
  const key = `${message.key}:review`;
  const body: ReviewClosed = { type: 'reviewClosed', review: requirement, round };
  out.agenda.push({
    key,
    workflow: planWorkflow(province, plan.id),
    at: message.at,
    rank: 0,
    message: { kind: 'fact', key, at: message.at, body },
  });
}

function closeIfOver(state: CycleState, at: Instant, out: Effects): void {
  const { spec } = state;
  if (state.closed || dayOf(at) <= `${spec.year}-12-31`) return;
  if (pending(state).length > 0 || state.results.length < state.opened.length) return;
  state.closed = true;
  const workflow = cycleWorkflow(spec.province, spec.plan.id, spec.year);
  const key = `closed:${workflow}`;
  const body: CycleClosed = { type: 'cycleClosed', year: spec.year, measures: measuresOf(state) };
  out.agenda.push({
    key,
    workflow: planWorkflow(spec.province, spec.plan.id),
    at,
    rank: 0,
    message: { kind: 'fact', key, at, body },
  });
}

/** Last reported state of each measure so far: measure → agency → answer. */
function measuresOf(state: CycleState): CycleClosed['measures'] {
  const measures: CycleClosed['measures'] = {};
  for (const result of state.results) {
    for (const [measure, answers] of Object.entries(result.measures))
      measures[measure] = { ...measures[measure], ...answers };
  }
  return measures;
}

function reportMeasures(state: CycleState, message: Message, out: Effects): void {
  const { province, plan, year } = state.spec;
  const key = `${message.key}:measures`;
  const body: MeasuresReported = { type: 'measuresReported', year, measures: measuresOf(state) };
  out.agenda.push({
    key,
    workflow: planWorkflow(province, plan.id),
    at: message.at,
    rank: 0,
    message: { kind: 'fact', key, at: message.at, body },
  });
}
