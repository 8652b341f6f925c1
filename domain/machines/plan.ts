import { CalendarYearMissing } from '../calendar/calendar-year.ts';
import { type Instant, instantOn } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Effects, ObligationRow } from '../engine/effects.ts';
import type { Machine } from '../engine/machine.ts';
import type { Actor, Message, Reply } from '../engine/message.ts';
import { cycleWorkflow, planWorkflow, roundKey } from '../plan/keys.ts';
import { learnMeasures, triggerMeasure } from '../plan/measure-year.ts';
import { schedule } from '../plan/schedule.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkAskedDay } from './asked-day.ts';
import { openAskedRound } from './asked-round.ts';
import type { CycleClosed, MeasuresReported } from './cycle.ts';
import type { CycleSpec } from './cycle-spec.ts';
import { applyAsking, checkAsking } from './plan-asking.ts';
import { applyAssigning, checkAssigning } from './plan-assigning.ts';
import type { DeskCommand, PlanCommand } from './plan-command.ts';
import { applyMoney, checkMoney } from './plan-money.ts';
import { askMoney, awaitsMoney, moneyAskedAt } from './plan-money-asked.ts';
import {
  applyReviewDecision,
  askOutcome,
  awaitsOutcome,
  checkReviewDecision,
  planReviews,
  type ReviewClosed,
  reviewItems,
  reviewsDue,
} from './plan-reviews.ts';
import type { PlanSpec, PlanState } from './plan-state.ts';
import { applyTarget, checkTarget } from './plan-targets.ts';
import type { RoundClosed } from './round.ts';
import { receiverOf } from './round-spec.ts';

/** Cycles open before their first round does. */
const OPEN_AT = '05:00';

export const planMachine: Machine<PlanState, PlanSpec> = {
  type: 'plan',

  open(spec, at, out) {
    const state: PlanState = {
      v: 1,
      spec,
      processedUntil: at,
      opened: [],
      closedYears: [],
      measures: {},
      settled: {},
      asked: [],
      renewing: false,
      closed: false,
    };
    listImported(state, at, out);
    openCycles(state, at, out);
    askMoney(state, at, out);
    return state;
  },

  wake(state) {
    if (state.closed) return null;
    let next: Instant | null = null;
    for (const year of pendingYears(state)) {
      const at = lookedAt(state, year);
      if (at > state.processedUntil && (next === null || at < next)) next = at;
    }
    const review = reviewItems(state).find(({ at }) => at > state.processedUntil)?.at ?? null;
    const planned = [next, review, ...moneyAskedAt(state)]
      .filter((at) => at !== null)
      .filter((at) => at > state.processedUntil);
    return planned.sort()[0] ?? null;
  },

  due(state, planned, _now, out) {
    state.processedUntil = planned;
    reviewsDue(state, planned, out);
    askMoney(state, planned, out);
    if (openCycles(state, planned, out) > 0) state.renewing = true;
  },

  check(state, message) {
    return message.kind === 'command' ? checkPlanCommand(state, message.body as PlanCommand, message.at) : null;
  },

  apply(state, message, out): Reply {
    const refusal = this.check(state, message);
    if (refusal) return refusal;
    if (message.kind === 'command') applyPlanCommand(state, message.body as PlanCommand, message, out);
    else if (message.kind === 'fact') applyFact(state, message, out);
    if (message.at > state.processedUntil) state.processedUntil = message.at;
    const last = state.endsAfter ?? state.spec.plan.period.to;
    state.closed =
      pendingYears(state).length === 0 &&
      state.closedYears.includes(last) &&
      state.asked.length === 0 &&
      !awaitsOutcome(state) &&
      !awaitsMoney(state);
    return { ok: true };
  },

  closed: (state) => state.closed,
  renew: (state) => state.renewing,
  carry: (state) => ({ ...state, renewing: false }),

  row: (state) => ({
    workflow: planWorkflow(state.spec.province, state.spec.plan.id),
    type: 'plan',
    province: state.spec.province,
    plan: state.spec.plan.id,
    phase: state.closed ? 'closed' : 'running',
    closed: state.closed,
    state: {
      importedUntil: state.spec.importedUntil,
      opened: state.opened,
      closedYears: state.closedYears,
      settled: state.settled,
      measures: state.measures,
      reviews: state.reviews ?? {},
      targets: state.targets ?? {},
      calendarVersion: state.spec.calendar.version,
    },
  }),

  answer: (state) => ({
    phase: state.closed ? 'closed' : 'running',
    nextWake: planMachine.wake(state),
    obligations: null,
    ladder: [],
    phases: {},
  }),
};

function yearsOf({ plan }: PlanSpec): number[] {
  return Array.from({ length: plan.period.to - plan.period.from + 1 }, (_, index) => plan.period.from + index);
}

function pendingYears(state: PlanState): number[] {
  const first = Number(state.spec.importedUntil.slice(0, 4));
  const last = state.endsAfter ?? state.spec.plan.period.to;
  return yearsOf(state.spec).filter((year) => year >= first && year <= last && !state.opened.includes(year));
}

/** A year's cycle opens on 1 January, or before it if a round of that year opens earlier. Throws `CalendarYearMissing`. */
function cycleOpensAt({ spec }: PlanState, year: number): Instant {
  const rounds = schedule(spec.plan, spec.calendar, year, { parent: spec.parent }).rounds;
  const first = rounds.map(({ opensOn }) => opensOn).sort()[0];
  const newYear = `${year}-01-01`;
  return instantOn(first !== undefined && first < newYear ? first : newYear, OPEN_AT);
}

/** A year that cannot be laid out yet, for want of a table, is looked at when it begins. */
function lookedAt(state: PlanState, year: number): Instant {
  try {
    return cycleOpensAt(state, year);
  } catch (error) {
    if (!(error instanceof CalendarYearMissing)) throw error;
    return instantOn(`${year}-01-01`, OPEN_AT);
  }
}

function openCycles(state: PlanState, at: Instant, out: Effects): number {
  const { spec } = state;
  const years = pendingYears(state).filter((year) => lookedAt(state, year) <= at && cycleOpensAt(state, year) <= at);
  for (const year of years) {
    state.opened.push(year);
    planReviews(state, year, at, out);
    const workflow = cycleWorkflow(spec.province, spec.plan.id, year);
    const key = `open:${workflow}`;
    const body: CycleSpec = { ...spec, year, measures: state.measures };
    out.agenda.push({ key, workflow, at, rank: 0, message: { kind: 'open', key, at, body } });
  }
  return years.length;
}

/** Every duty that was over before the start: kept as a row without evidence until somebody says what became of it. */
function importedRows(state: PlanState): ObligationRow[] {
  const { plan, parent, calendar, importedUntil } = state.spec;
  return yearsOf(state.spec)
    .filter((year) => `${year}-01-01` < importedUntil)
    .flatMap((year) => schedule(plan, calendar, year, { parent }).rounds)
    .filter(({ overdueAfter }) => overdueAfter < importedUntil)
    .flatMap((round) =>
      round.agencies.map(({ id }): ObligationRow => {
        const key = `${roundKey(round.id)}/${id}`;
        const { kind, reviewer, closesByLetter } = receiverOf(plan, round.requirement);
        return {
          key,
          round: round.id,
          plan: plan.id,
          requirement: round.requirement,
          kind,
          year: Number(round.lastDayOn.slice(0, 4)),
          period: round.period,
          agency: id,
          reviewer,
          closing: closesByLetter ? 'letter' : 'review',
          phase: 'imported',
          standing: 'none',
          deadline: 1,
          namedOn: round.namedOn,
          lastDayOn: round.lastDayOn,
          aimOn: round.aimOn,
          overdueAfter: round.overdueAfter,
          rung: 0,
          state: { settled: state.settled[key] ?? 'noEvidence', ref: null },
        };
      }),
    );
}

function listImported(state: PlanState, at: Instant, out: Effects): void {
  const { spec } = state;
  const rows = importedRows(state);
  out.obligations.push(...rows);
  out.journal.push({
    key: `${spec.plan.id}/started`,
    at,
    kind: 'planStarted',
    plan: spec.plan.id,
    round: null,
    agency: null,
    by: null,
    facts: { importedUntil: spec.importedUntil, imported: rows.length },
    ref: null,
  });
}

function checkPlanCommand(state: PlanState, command: PlanCommand, at: Instant): Refusal | null {
  switch (command.do) {
    case 'trigger':
    case 'contribute':
      return command.ref === '' ? refuse('REASON_MISSING') : checkAsking(state, command, at);
    case 'decideReview':
      return checkReviewDecision(state, command);
    case 'recordMoney':
      return checkMoney(state, command);
    case 'settleTarget':
      return checkTarget(state, command);
    case 'assignMeasure':
      return checkAssigning(state, command);
    default:
      return checkDesk(state, command, at);
  }
}

function checkDesk(state: PlanState, command: DeskCommand, at: Instant): Refusal | null {
  const { by } = command;
  const { plan, calendar } = state.spec;
  const allowed =
    command.do === 'changeCalendar'
      ? by.roles.includes('admin') || by.roles.includes('coordinator')
      : by.agency === plan.coordinator.id && by.roles.some((role) => role === 'coordinator' || role === 'head');
  if (!allowed) return refuse('NOT_YOURS');
  if (command.do === 'changeCalendar') return null;
  if (command.ref === '') return refuse('REASON_MISSING');
  if (command.do !== 'request') {
    if (!importedRows(state).some(({ key }) => key === command.obligation)) return refuse('IMPORT_UNKNOWN');
    if (state.settled[command.obligation] === 'reopened') return refuse('IMPORT_UNKNOWN');
  }
  if (command.do === 'settleImported') return null;
  if (command.do === 'reopenImported') return checkAskedDay(calendar, command.to, at, true);
  if (command.document !== undefined && command.document.trim() === '') return refuse('DOCUMENT_MISSING');
  return checkAskedDay(calendar, command.to, at, command.urgent);
}

function applyPlanCommand(state: PlanState, command: PlanCommand, message: Message, out: Effects): void {
  const { spec } = state;
  switch (command.do) {
    case 'settleImported': {
      state.settled[command.obligation] = command.as;
      const row = importedRows(state).find(({ key }) => key === command.obligation);
      if (row) out.obligations.push({ ...row, state: { settled: command.as, ref: command.ref } });
      journal(state, message, 'importedSettled', command.obligation, { as: command.as }, command, out);
      return;
    }
    case 'reopenImported': {
      const row = importedRows(state).find(({ key }) => key === command.obligation);
      if (!row) return;
      state.settled[command.obligation] = 'reopened';
      out.obligations.push({ ...row, state: { settled: 'reopened', ref: command.ref } });
      journal(state, message, 'importedReopened', command.obligation, { to: command.to }, command, out);
      const key = `${roundKey(row.round)}/reopened-${row.agency}`;
      const { requirement, kind, year, period, reviewer } = row;
      const named = { key, requirement, kind, year, period, reviewer, closesByLetter: row.closing === 'letter' };
      openAskedRound(state, message, { ...named, agencies: [row.agency], to: command.to, ref: command.ref }, out);
      return;
    }
    case 'request': {
      const { id, agencies, to, ref, measure, urgent } = command;
      const year = Number(to.slice(0, 4));
      const key = `${spec.plan.id}/${year}/request/${id}`;
      const named = { key, requirement: 'request', kind: 'request', year, period: id, closesByLetter: false };
      const asked = { ...named, reviewer: spec.plan.coordinator.id, agencies, to, ref, urgent };
      journal(state, message, 'requested', key, { to, urgent, document: command.document ?? null }, command, out);
      openAskedRound(state, message, { ...asked, ...(measure === null ? {} : { measure }) }, out);
      if (measure !== null) {
        state.measures = triggerMeasure(state.measures, measure, year);
        tellCycles(state, message, year, out);
      }
      return;
    }
    case 'changeCalendar':
      changeCalendar(state, command.calendar, message, out);
      return;
    case 'trigger':
    case 'contribute':
      applyAsking(state, command, message, out);
      if (command.do === 'trigger') tellCycles(state, message, Number(message.at.slice(0, 4)), out);
      return;
    case 'decideReview':
      applyReviewDecision(state, command, message, out);
      return;
    case 'recordMoney':
      applyMoney(state, command, message, out);
      askMoney(state, message.at, out);
      return;
    case 'settleTarget':
      applyTarget(state, command, message, out);
      return;
    case 'assignMeasure':
      applyAssigning(state, command, message, out);
      tellCycles(state, message, Number(message.at.slice(0, 4)), out);
  }
}

function changeCalendar(state: PlanState, calendar: WorkCalendar, message: Message, out: Effects): void {
  const { spec } = state;
  state.spec = { ...spec, calendar };
  for (const year of state.opened.filter((each) => !state.closedYears.includes(each))) {
    const workflow = cycleWorkflow(spec.province, spec.plan.id, year);
    const key = `${message.key}:${workflow}`;
    const body = { type: 'calendarChanged', calendar };
    out.agenda.push({ key, workflow, at: message.at, rank: 0, message: { kind: 'fact', key, at: message.at, body } });
  }
}

function applyFact(state: PlanState, message: Message, out: Effects): void {
  const fact = message.body as CycleClosed | MeasuresReported | ReviewClosed | RoundClosed;
  if (fact.type === 'reviewClosed') {
    askOutcome(state, fact, message.at, out);
    return;
  }
  if (fact.type === 'roundClosed') {
    state.asked = state.asked.filter((round) => round !== fact.round);
    if (state.parts?.[fact.round] !== undefined) {
      const { [fact.round]: _closed, ...open } = state.parts;
      state.parts = open;
    }
    return;
  }
  if (fact.type === 'cycleClosed') state.closedYears.push(fact.year);
  state.measures = learnMeasures(state.measures, fact.year, fact.measures);
  tellCycles(state, message, fact.year + 1, out);
}

/** The years from `first` on that are open already ask by what has been learnt since they began. */
function tellCycles(state: PlanState, message: Message, first: number, out: Effects): void {
  const { spec, measures } = state;
  for (const year of state.opened.filter((each) => each >= first && !state.closedYears.includes(each))) {
    const workflow = cycleWorkflow(spec.province, spec.plan.id, year);
    const key = `${message.key}:${workflow}`;
    const body = { type: 'measuresLearnt', measures };
    out.agenda.push({ key, workflow, at: message.at, rank: 0, message: { kind: 'fact', key, at: message.at, body } });
  }
}

function journal(
  state: PlanState,
  message: Message,
  kind: string,
  key: string,
  facts: Record<string, string | boolean | null>,
  command: { by: Actor; ref: string },
  out: Effects,
): void {
  out.journal.push({
    key: `${key}/${kind}/${message.key}`,
    at: message.at,
    kind,
    plan: state.spec.plan.id,
    round: null,
    agency: key.split('/').at(-1) ?? null,
    by: command.by,
    facts,
    ref: command.ref,
  });
}
