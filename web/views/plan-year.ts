import type { RoundFacts } from '../../domain/machines/round.ts';
import { isUnassigned, leadsOf } from '../../domain/plan/measure-leads.ts';
import { type MeasureFacts, measureYear } from '../../domain/plan/measure-year.ts';
import type { Measure, Plan } from '../../domain/plan/plan.ts';
import type { Phase, ScheduledRound } from '../../domain/plan/schedule-types.ts';
import type { ObligationRecord, TextRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { may, NO_SUBJECT, type WebActor } from '../access.ts';
import type { MeasureFact, MeasureStanding, PlanRoundFact, PlanYearView } from '../pages/plan-year.tsx';
import { askedBy } from './asked-by.ts';
import { type Desk, isLive, openDesk } from './desk.ts';
import { scheduledBasis } from './due-basis.ts';
import { clauseWords, planName, roundTitle } from './duty-words.ts';
import { moneySubject } from './money-subject.ts';
import { type PlanFacts, planFacts, reviewName, unsettledTargets } from './plan-facts.ts';
import { oversees, plansOf, sees } from './sight.ts';
import { sharesOf, stateOf } from './state-fact.ts';
import type { ViewSources } from './view-sources.ts';

const PHASES: Phase[] = ['budgeting', 'execution', 'reporting', 'midTermReview', 'finalReview'];

/** A plan with the rounds and measures of one year; an agency sees the rounds and measures in which it has a part. */
export async function planYearView(
  sources: ViewSources,
  actor: WebActor,
  id: string,
  asked: number | null,
): Promise<PlanYearView | null> {
  const desk = await openDesk(sources);
  const plan = desk.plans.get(id);
  if (plan === undefined || !(await plansOf(desk, actor)).includes(plan)) return null;
  const years = yearsOf(plan);
  const year = nearestYear(plan, asked ?? Number(desk.today.slice(0, 4)));
  const [workflow] = await desk.reader.workflows({ type: 'plan', plan: id });
  const facts = workflow === undefined ? null : planFacts(workflow);
  const rows = (await desk.reader.obligations({ plan: id, year })).filter((row) => sees(desk, actor, row));
  const whole = oversees(actor, plan);
  const subject = { ...NO_SUBJECT, coordinator: plan.coordinator.id };
  const imported = (await desk.reader.obligations({ plan: id, imported: true })).filter((row) =>
    sees(desk, actor, row),
  );
  return {
    id,
    subject,
    name: planName(plan),
    title: plan.title,
    issuer: plan.issuer,
    signatory: plan.signatory,
    issuedOn: plan.issuedOn,
    period: plan.period,
    started: workflow !== undefined,
    year,
    years,
    calendarAnnounced: desk.calendar.years[String(year)]?.announced ?? false,
    phases: await phasesOf(desk, actor, { plan, year, facts, rows, whole }),
    measures: plan.measures
      .filter((measure) => whole || leadsOf(measure, facts?.measures ?? {}).includes(actor.agency))
      .map((measure) => measureFact(desk, measure, year, facts?.measures ?? {}, rows)),
    conclusions: facts !== null && may(actor, 'seeTargets', subject) ? conclusionsOf(plan, facts) : [],
    unsettled: facts !== null && whole ? unsettledTargets(plan, facts).map(({ target }) => target.id) : [],
    money: moneySubject(plan),
    imported:
      imported.length === 0 || !may(actor, 'seeImported', subject)
        ? null
        : {
            total: imported.length,
            noEvidence: imported.filter((row) => row.imported?.settled === 'noEvidence').length,
          },
    warnings: whole ? openWarnings(plan, facts?.measures ?? {}) : [],
  };
}

function conclusionsOf(plan: Plan, facts: PlanFacts): PlanYearView['conclusions'] {
  return plan.reviews.flatMap((review) => {
    const state = facts.reviews[review.id];
    if (state === undefined || state.askedAt === null) return [];
    return [{ review: review.id, name: reviewName(plan, review), decided: state.outcome !== null }];
  });
}

/** What the plan leaves open, without the vague leads that the coordinator has settled. */
function openWarnings({ warnings, measures }: Plan, facts: MeasureFacts): string[] {
  const settled = measures.filter((measure) => !isUnassigned(measure, facts)).map(({ no }) => no);
  return warnings
    .filter(({ code, about }) => code !== 'LEAD_VAGUE' || !about.every((no) => settled.includes(no)))
    .map(({ text }) => text);
}

export function yearsOf({ period }: Plan): number[] {
  return Array.from({ length: period.to - period.from + 1 }, (_, index) => period.from + index);
}

/** A year of the plan: the given one, or the nearest. */
export function nearestYear({ period }: Plan, year: number): number {
  return Math.min(Math.max(year, period.from), period.to);
}

interface YearSources {
  plan: Plan;
  year: number;
  facts: PlanFacts | null;
  rows: ObligationRecord[];
  whole: boolean;
}

async function phasesOf(desk: Desk, actor: WebActor, of: YearSources): Promise<PlanYearView['phases']> {
  const { plan, year, facts, rows, whole } = of;
  const open = await desk.reader.workflows({ type: 'round', plan: plan.id });
  const scheduled = desk.year(plan, year, facts?.measures ?? {});
  const planned = scheduled
    .filter(
      (round) =>
        whole || round.agencies.some(({ id }) => id === actor.agency) || rows.some((row) => row.round === round.id),
    )
    .map((round) => ({ phase: round.phase, fact: roundFact(desk, actor, of, round, open) }));
  const texts = await desk.reader.texts(open.map(({ state }) => roundFacts(state).ref));
  const asked = open
    .filter(({ workflow, state }) => !scheduled.some(({ id }) => id === workflow) && roundFacts(state).year === year)
    .filter(({ workflow }) => rows.some((row) => row.round === workflow))
    .map((workflow) => ({ phase: 'reporting' as Phase, fact: askedFact(desk, actor, of, workflow, texts) }));
  const all = [...planned, ...asked];
  return PHASES.map((phase) => ({
    phase,
    rounds: all.filter((each) => each.phase === phase).map(({ fact }) => fact),
  })).filter(({ rounds }) => rounds.length > 0);
}

function roundFacts(state: WorkflowRecord['state']): RoundFacts {
  return state as unknown as RoundFacts;
}

function roundFact(
  desk: Desk,
  actor: WebActor,
  of: YearSources,
  round: ScheduledRound,
  open: WorkflowRecord[],
): PlanRoundFact {
  const { plan, facts, rows, whole } = of;
  const workflow = open.find((each) => each.workflow === round.id);
  const owed = rows.filter((row) => row.round === round.id);
  const kind = owed[0]?.kind ?? kindOf(plan, round.requirement);
  const agencies = round.agencies.map(({ id }) => id);
  return {
    round: round.id,
    title: roundTitle(desk, plan, { requirement: round.requirement, kind, period: round.period }, agencies),
    clause: clauseWords(plan, round.requirement),
    opensOn: round.opensOn,
    lastDay: round.lastDayOn,
    isDefault: round.default,
    calculation: scheduledBasis(desk, plan, round).steps,
    agencies: agencies.length,
    standing:
      workflow !== undefined
        ? workflow.closed
          ? 'closed'
          : 'open'
        : facts !== null && round.overdueAfter < facts.importedUntil
          ? 'imported'
          : 'notOpen',
    shares: whole ? sharesOf(desk, owed.filter(isLive)) : [],
    mine: mineOf(desk, actor, owed),
  };
}

/** A round that a person asked for stands in no calendar. */
function askedFact(
  desk: Desk,
  actor: WebActor,
  of: YearSources,
  workflow: WorkflowRecord,
  texts: Map<string, TextRecord>,
): PlanRoundFact {
  const { plan, rows, whole } = of;
  const facts = roundFacts(workflow.state);
  const owed = rows.filter((row) => row.round === workflow.workflow);
  const agencies = owed.map(({ agency }) => agency);
  return {
    round: workflow.workflow,
    title: roundTitle(desk, plan, facts, agencies),
    clause: askedBy(facts, texts) ?? clauseWords(plan, facts.requirement),
    opensOn: facts.deadline.lastDayOn,
    lastDay: facts.deadline.lastDayOn,
    isDefault: false,
    calculation: [],
    agencies: agencies.length,
    standing: workflow.closed ? 'closed' : 'open',
    shares: whole ? sharesOf(desk, owed.filter(isLive)) : [],
    mine: mineOf(desk, actor, owed),
  };
}

function mineOf(desk: Desk, actor: WebActor, owed: ObligationRecord[]): PlanRoundFact['mine'] {
  return owed
    .filter(isLive)
    .filter(({ agency }) => agency === actor.agency)
    .map((row) => ({ key: row.key, agency: desk.agencyName(row.agency), state: stateOf(desk, row) }));
}

function kindOf(plan: Plan, requirement: string): string {
  const found = plan.requirements.find(({ id }) => id === requirement);
  return found?.kind ?? (requirement.endsWith('-inputs') ? 'reviewInputs' : 'review');
}

function measureFact(
  desk: Desk,
  measure: Measure,
  year: number,
  facts: MeasureFacts,
  rows: ObligationRecord[],
): MeasureFact {
  return {
    no: measure.no,
    text: measure.text,
    timing: measure.timing.phrase,
    lead: measure.lead,
    vague:
      measure.unassigned.length === 0
        ? null
        : { parts: measure.unassigned, assigned: (facts[measure.no]?.assigned ?? []).map(desk.agencyName) },
    standing: standingOf(measure, year, facts, rows),
    triggered: measure.timing.kind === 'onRequest' || measure.timing.kind === 'onEvent',
  };
}

/** What its leads last said of a measure in the year, else where the calendar puts it. */
function standingOf(measure: Measure, year: number, facts: MeasureFacts, rows: ObligationRecord[]): MeasureStanding {
  const state = measureYear(measure, year, facts);
  switch (state) {
    case 'notInWindow':
      return 'outsideWindow';
    case 'waiting':
      return 'waitingEvent';
    case 'ended':
      return 'ended';
    default: {
      const said = rows
        .filter(isLive)
        .filter((row) => row.year === year)
        .flatMap((row) => row.state.submissions.at(-1)?.measures[measure.no] ?? []);
      if (said.length > 0 && said.every((each) => each === 'done' || each === 'completed')) return 'done';
      if (said.length > 0 && said.every((each) => each === 'notDone' || each === 'notCompleted')) return 'notDone';
      return 'underWay';
    }
  }
}
