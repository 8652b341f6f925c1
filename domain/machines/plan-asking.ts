import { type Day, dayOf, type Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Effects } from '../engine/effects.ts';
import type { Actor, Message } from '../engine/message.ts';
import { receivingPost } from '../obligation/receiving-post.ts';
import { planWorkflow, roundWorkflow } from '../plan/keys.ts';
import { leadsOf } from '../plan/measure-leads.ts';
import { triggerMeasure } from '../plan/measure-year.ts';
import type { Measure } from '../plan/plan.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { checkAskedDay } from './asked-day.ts';
import { openAskedRound } from './asked-round.ts';
import type { PlanState } from './plan-state.ts';

/** Duties about one measure that a person calls into being. `id` names the round for ever; `document` is a number and a day. */
export type AskingCommand = { by: Actor; id: string; measure: string; ref: string } & (
  | { do: 'trigger'; to: Day | null; urgent: boolean; document: string }
  /**
   * A lead asks for parts of his own work; `ownLastDayOn` is the last day of his waiting obligation, `known` the rounds
   * of parts that he knew of when he asked. A command without `known` is not compared with what is open.
   */
  | { do: 'contribute'; to: Day; agencies: string[]; obligation: string; ownLastDayOn: Day; known?: string[] }
);

/** Working days a triggered measure has where nobody names a day (product decision, shown as a default). */
const TRIGGER_DAYS = 10;

/** Why it cannot be asked, or null. */
export function checkAsking(state: PlanState, command: AskingCommand, at: Instant): Refusal | null {
  const { plan, calendar } = state.spec;
  const { by } = command;
  const measure = measureOf(state, command.measure);
  if (command.do === 'trigger') {
    const coordinates = by.roles.some((role) => role === 'coordinator' || role === 'head');
    if (by.agency !== plan.coordinator.id || !coordinates) return refuse('NOT_YOURS');
    if (command.document.trim() === '') return refuse('DOCUMENT_MISSING');
    if (measure === null) return refuse('UNKNOWN_MEASURE', { measure: command.measure });
    const { kind } = measure.timing;
    if (kind !== 'onRequest' && kind !== 'onEvent') return refuse('MEASURE_NOT_WAITING', { measure: measure.no });
    if (leadsOf(measure, state.measures).length === 0) return refuse('MEASURE_WITHOUT_LEAD', { measure: measure.no });
    return checkAskedDay(calendar, triggerDay(state, command.to, at), at, command.urgent);
  }
  if (measure === null) return refuse('UNKNOWN_MEASURE', { measure: command.measure });
  const own = by.roles.some((role) => role === 'focalPoint' || role === 'head');
  if (!own || !leadsOf(measure, state.measures).includes(by.agency)) return refuse('NOT_YOURS');
  if (command.agencies.every((agency) => agency === by.agency)) return refuse('NOBODY_ASKED');
  const { obligation, to, ownLastDayOn } = command;
  if (!obligation.startsWith(`${plan.id}/`) || !obligation.endsWith(`/${by.agency}`))
    return refuse('UNKNOWN_OBLIGATION', { agency: by.agency });
  const twice = askedMeanwhile(state, command);
  if (twice !== null) return refuse('PART_ASKED', { measure: measure.no, agency: twice });
  if (to >= ownLastDayOn) return refuse('NOT_BEFORE_OWN', { day: to, lastDayOn: ownLastDayOn });
  return checkAskedDay(calendar, to, at, false);
}

/** An agency whose part of the same was asked for in a round that the lead could not know of when he asked; or null. */
function askedMeanwhile(
  { parts = {} }: PlanState,
  { measure, obligation, agencies, known }: Extract<AskingCommand, { do: 'contribute' }>,
): string | null {
  if (known === undefined) return null;
  const unseen = Object.entries(parts).filter(
    ([round, part]) => !known.includes(round) && part.obligation === obligation && part.measure === measure,
  );
  return agencies.find((agency) => unseen.some(([, part]) => part.agencies.includes(agency))) ?? null;
}

/** Opens the round: of the measure's leads where it is set going, of the cooperating agencies where a lead asks. */
export function applyAsking(state: PlanState, command: AskingCommand, message: Message, out: Effects): void {
  const { plan, province } = state.spec;
  const measure = measureOf(state, command.measure);
  if (measure === null) return;
  const to = command.do === 'trigger' ? triggerDay(state, command.to, message.at) : command.to;
  const year = Number(to.slice(0, 4));
  const key = `${plan.id}/${year}/${command.do === 'trigger' ? 'trigger' : 'contribution'}/${command.id}`;
  const named = { key, year, period: command.id, to, ref: command.ref, measure: measure.no, closesByLetter: false };
  const kind = command.do === 'trigger' ? 'triggered' : 'contributionAsked';
  if (command.do === 'trigger') {
    state.measures = triggerMeasure(state.measures, measure.no, year);
    const asked = {
      requirement: 'trigger',
      kind: 'trigger',
      reviewer: plan.coordinator.id,
      agencies: leadsOf(measure, state.measures),
      urgent: command.urgent,
    };
    openAskedRound(state, message, { ...named, ...asked }, out);
  } else {
    const { by, obligation } = command;
    const round = roundWorkflow(province, obligation.split('/').slice(0, -1).join('/'));
    const agencies = command.agencies.filter((agency) => agency !== by.agency);
    const asked = {
      requirement: 'contribution',
      kind: 'contribution',
      reviewer: by.agency,
      reviewerRole: receivingPost('contribution'),
      agencies,
      waiting: { round, agency: by.agency, measure: measure.no },
    };
    state.parts = { ...state.parts, [roundWorkflow(province, key)]: { obligation, measure: measure.no, agencies } };
    openAskedRound(state, message, { ...named, ...asked }, out);
  }
  out.journal.push({
    key: `${planWorkflow(province, plan.id)}/${kind}/${command.id}`,
    at: message.at,
    kind,
    plan: plan.id,
    round: roundWorkflow(province, key),
    agency: command.by.agency,
    by: command.by,
    facts: { measure: measure.no, to, ...(command.do === 'trigger' ? { document: command.document } : {}) },
    ref: command.ref,
  });
}

function measureOf(state: PlanState, no: string): Measure | null {
  return state.spec.plan.measures.find((measure) => measure.no === no) ?? null;
}

/** The last day of a triggered measure where nobody names one. Example: triggered 05/11/2024 → 19/11/2024. */
export function defaultTriggerDay(calendar: WorkCalendar, today: Day): Day {
  return addWorkingDays(calendar, today, TRIGGER_DAYS);
}

function triggerDay({ spec }: PlanState, to: Day | null, at: Instant): Day {
  return to ?? defaultTriggerDay(spec.calendar, dayOf(at));
}
