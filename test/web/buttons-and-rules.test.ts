import { describe, expect, it } from 'vitest';
import { instantOn } from '../../domain/calendar/instant.ts';
import { noEffects } from '../../domain/engine/effects.ts';
import type { Actor } from '../../domain/engine/message.ts';
import { checkAsking } from '../../domain/machines/plan-asking.ts';
import type { PlanState } from '../../domain/machines/plan-state.ts';
import { type RoundState, roundMachine } from '../../domain/machines/round.ts';
import { checkPartsAsked } from '../../domain/obligation/ask-parts.ts';
import type { ObligationCommand } from '../../domain/obligation/command.ts';
import { deadlineOn } from '../../domain/obligation/deadline.ts';
import { closingOf, type RoundContext } from '../../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { receivingPost } from '../../domain/obligation/receiving-post.ts';
import { cooperatingAgencies } from '../../domain/plan/cooperating.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Role } from '../../domain/roster/roster.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { loadTrial } from '../../plans/load-trial.ts';
import type { WebActor } from '../../web/access.ts';
import { obligationButtons } from '../../web/forms/obligation-buttons.ts';
import type { ObligationAct } from '../../web/pages/obligation-facts.ts';
import { contextOf, type Desk, type Live, subjectOf } from '../../web/views/desk.ts';
import { dutyActs } from '../../web/views/duty-acts.ts';

const NOW = instantOn('2024-11-01', '10:00');
const calendar = loadCalendar();

const plan = loadPlans().find(({ id }) => id === 'brvt-kh54-2022') as Plan;
const desk = { now: NOW, today: '2024-11-01', calendar, roster: { posts: [], standIns: [] } } as unknown as Desk;

/** What an agency owes to the coordinator, to finance, by letter, to itself, and to a lead. */
const DUTIES = {
  report: { agency: 'so-dl', reviewer: 'so-khcn', closesByLetter: false, kind: 'report' },
  estimate: { agency: 'so-dl', reviewer: 'so-tc', closesByLetter: false, kind: 'budgetEstimate' },
  'own estimate of finance': { agency: 'so-tc', reviewer: 'so-tc', closesByLetter: false, kind: 'budgetEstimate' },
  'estimate of the coordinator': {
    agency: 'so-khcn',
    reviewer: 'so-tc',
    closesByLetter: false,
    kind: 'budgetEstimate',
  },
  consolidation: { agency: 'so-khcn', reviewer: 'ubnd-tinh', closesByLetter: true, kind: 'consolidation' },
  'own report': { agency: 'so-khcn', reviewer: 'so-khcn', closesByLetter: false, kind: 'progress' },
  contribution: { agency: 'so-yt', reviewer: 'so-dl', closesByLetter: false, kind: 'contribution' },
  'part of the coordinator': { agency: 'so-khcn', reviewer: 'so-dl', closesByLetter: false, kind: 'contribution' },
  'part for the coordinator': { agency: 'so-yt', reviewer: 'so-khcn', closesByLetter: false, kind: 'contribution' },
};

const ROLES: Role[][] = [
  ['focalPoint'],
  ['head'],
  ['reviewer'],
  ['coordinator'],
  ['coordinator', 'reviewer'],
  ['leadership'],
  ['admin'],
];
const AGENCIES = ['so-khcn', 'so-dl', 'so-yt', 'so-tc', 'so-xd', 'ubnd-tinh'];
const READERS: WebActor[] = AGENCIES.flatMap((agency) =>
  ROLES.map((roles) => ({ person: 'p', agency, roles, name: '', title: '', agencyName: '' })),
);

function measureOf(no: string): Plan['measures'][number] {
  const found = plan.measures.find((measure) => measure.no === no);
  if (found === undefined) throw new Error(`no measure ${no}`);
  return found;
}

type Do = Record<string, unknown>;
const submit = { do: 'submit', receipt: 'BN', source: 'chat', actedOn: '2024-11-01', measures: {}, ref: 'text' };

/** What happened before, by whom; each is done by somebody who may. */
const STATES: Record<string, (agency: string) => { by: Actor; what: Do }[]> = {
  'nothing yet': () => [],
  'a draft': (agency) => [by(agency, 'focalPoint', { ...submit, signed: false })],
  'an official version': (agency) => [by(agency, 'head', { ...submit, signed: true })],
  'recorded on behalf': () => [by('so-khcn', 'coordinator', { ...submit, source: 'phone', signed: false })],
  returned: (agency) => [by(agency, 'head', { ...submit, signed: true }), by('*', '*', { do: 'return', ref: 'text' })],
  'time asked for': (agency) => [by(agency, 'focalPoint', { do: 'requestExtension', to: '2024-11-12', ref: 'text' })],
  'standing still': () => [by('ubnd-tinh', 'leadership', { do: 'suspend', ref: 'text' })],
  waived: () => [by('ubnd-tinh', 'leadership', { do: 'waive', ref: 'text' })],
  accepted: (agency) => [by(agency, 'head', { ...submit, signed: true }), by('*', '*', { do: 'accept', ref: null })],
};

function by(agency: string, role: string, what: Do): { by: Actor; what: Do } {
  return { by: { person: 'p', agency, roles: [role as Role] }, what };
}

function roundIn(duty: (typeof DUTIES)[keyof typeof DUTIES], before: { by: Actor; what: Do }[]): RoundState {
  const { agency, reviewer, closesByLetter, kind } = duty;
  const context: RoundContext = {
    id: `round/brvt/${plan.id}/2024/r/2024`,
    key: `${plan.id}/2024/r/2024`,
    province: 'brvt',
    plan: plan.id,
    requirement: 'r',
    kind,
    year: 2024,
    period: '2024',
    reviewer,
    reviewerRole: receivingPost(kind),
    closesByLetter,
    coordinator: 'so-khcn',
    leadership: 'ubnd-tinh',
    policy: DEFAULT_POLICY,
    calendar,
  };
  const asks = { measures: [], endingMeasures: [], targets: [] };
  const agencies = [{ agency, asks }];
  const rest = { deadline: deadlineOn('2024-11-05'), lockOn: '2024-11-12', cycle: null, announced: false, ref: null };
  const state = roundMachine.open({ ...context, ...rest, agencies }, instantOn('2024-10-01', '06:00'), noEffects());
  for (const each of before) {
    const receiver: Actor = { person: 'p', agency: reviewer, roles: ['reviewer', 'head'] };
    const body = { agency, by: each.by.agency === '*' ? receiver : each.by, ...each.what };
    roundMachine.apply(state, { kind: 'command', key: 'k', at: instantOn('2024-10-31', '09:00'), body }, noEffects());
  }
  return state;
}

function rowOf(state: RoundState): Live {
  const { spec, obligations } = state;
  const [obligation] = obligations;
  if (obligation === undefined) throw new Error('a round has a duty');
  const { plan: planId, requirement, kind, year, period, reviewer } = spec;
  const closing = closingOf(spec, obligation.agency);
  const named = {
    key: obligation.key,
    round: spec.id,
    plan: planId,
    requirement,
    kind,
    year,
    period,
    reviewer,
    closing,
  };
  return { ...named, agency: obligation.agency, phase: obligation.phase, state: obligation } as unknown as Live;
}

/** What a button asks of the round; the day is one that nobody could refuse. */
const COMMANDS: Partial<Record<ObligationAct, Do>> = {
  accept: { do: 'accept', ref: null },
  return: { do: 'return', ref: 'text' },
  confirm: { do: 'confirm' },
  recordLetter: { do: 'recordLetter', ref: 'text' },
  recordSent: { do: 'recordSent', ref: 'text', sentOn: '2024-11-01' },
  extend: { do: 'extend', to: '2024-11-20', ref: 'text' },
  refuseExtension: { do: 'refuseExtension', ref: 'text' },
  requestExtension: { do: 'requestExtension', to: '2024-11-20', ref: 'text' },
  object: { do: 'object', ref: 'text' },
  waive: { do: 'waive', ref: 'text' },
  suspend: { do: 'suspend', ref: 'text' },
  resume: { do: 'resume', ref: null },
};

function accepted(state: RoundState, reader: WebActor, what: Do): boolean {
  const { person, agency, roles } = reader;
  const owing = state.obligations[0]?.agency ?? '';
  const body = { agency: owing, by: { person, agency, roles }, ...what } as ObligationCommand;
  return roundMachine.check(state, { kind: 'command', key: 'k', at: NOW, body }) === null;
}

describe('a button is shown exactly where the rules accept the act', () => {
  const duties = Object.keys(DUTIES) as (keyof typeof DUTIES)[];
  it.each(duties.flatMap((duty) => Object.keys(STATES).map((name) => ({ duty, name }))))(
    '$duty, $name',
    ({ duty, name }) => {
      const { agency } = DUTIES[duty];
      const state = roundIn(DUTIES[duty], STATES[name]?.(agency) ?? []);
      const row = rowOf(state);
      const differences: string[] = [];
      for (const reader of READERS) {
        const view = {
          key: row.key,
          subject: subjectOf(desk, plan, row),
          acts: dutyActs(desk, reader, plan, row, false),
        };
        const shown = obligationButtons(reader, view).buttons.map(({ act }) => act);
        const compare = (what: string, isShown: boolean, isAccepted: boolean): void => {
          if (isShown !== isAccepted)
            differences.push(
              `${reader.agency} ${reader.roles}: ${what} ${isShown ? 'shown, refused' : 'accepted, hidden'}`,
            );
        };
        for (const [act, what] of Object.entries(COMMANDS)) {
          compare(act, shown.includes(act as ObligationAct), accepted(state, reader, what));
        }
        const answers = shown.filter((act) => act === 'answer' || act === 'recordOnBehalf');
        compare('submit', answers.length > 0, accepted(state, reader, { ...submit, signed: false }));
        expect(answers.length, 'one way to answer').toBeLessThan(2);
      }
      expect(differences).toEqual([]);
    },
  );

  it.each([
    { label: 'a report', agency: 'so-dl', measures: ['IV.1'], today: '2024-10-21' },
    { label: 'a report of nobody’s measure', agency: 'so-dl', measures: [], today: '2024-10-21' },
    { label: 'a report whose measure another leads', agency: 'so-dl', measures: ['I.3'], today: '2024-10-21' },
    { label: 'a report due in two days', agency: 'so-dl', measures: ['IV.1'], today: '2024-11-01' },
    { label: 'a report of the coordinator', agency: 'so-khcn', measures: ['I.3'], today: '2024-10-21' },
  ])('parts are asked exactly where the plan accepts it: $label', ({ agency, measures, today }) => {
    const now = instantOn(today, '10:00');
    const { agencies } = loadTrial().roster;
    const here = { ...desk, now, today, roster: { agencies, posts: [], standIns: [] } } as unknown as Desk;
    const state = roundIn({ ...DUTIES.report, agency, kind: 'report' }, []);
    const [obligation] = state.obligations;
    if (obligation === undefined) throw new Error('a round has a duty');
    obligation.asks.measures = measures;
    const row = rowOf(state);
    const [measure = 'IV.1'] = measures;
    const cooperating = cooperatingAgencies(measureOf(measure), agencies).filter((id) => id !== agency);
    const asked = { measure, agencies: cooperating.slice(0, 1), to: '2024-11-04', obligation: row.key };
    for (const reader of READERS) {
      const view = {
        key: row.key,
        subject: subjectOf(here, plan, row),
        acts: dutyActs(here, reader, plan, row, false),
      };
      const shown = obligationButtons(reader, view).buttons.some(({ act }) => act === 'askParts');
      const { person, roles } = reader;
      const by: Actor = { person, agency: reader.agency, roles };
      const command = { ...asked, do: 'contribute' as const, by, id: 'a', ref: 'text', ownLastDayOn: '2024-11-05' };
      const planState = { spec: { plan, calendar }, measures: {} } as unknown as PlanState;
      const refusal =
        checkPartsAsked({ phase: row.state.phase, agency, parts: {}, cooperating }, asked) ??
        checkAsking(planState, command, now);
      expect([reader.agency, reader.roles, shown]).toEqual([
        reader.agency,
        reader.roles,
        refusal === null && measures.length > 0 && reader.agency === agency,
      ]);
    }
  });

  it('what the page tells the rules of a round is what the round was opened with', () => {
    for (const duty of Object.values(DUTIES)) {
      const state = roundIn(duty, []);
      const { reviewer, reviewerRole, closesByLetter, coordinator, leadership } = contextOf(desk, plan, rowOf(state));
      expect({ reviewer, reviewerRole, closesByLetter, coordinator, leadership }).toEqual({
        reviewer: state.spec.reviewer,
        reviewerRole: state.spec.reviewerRole,
        closesByLetter: state.spec.closesByLetter,
        coordinator: state.spec.coordinator,
        leadership: state.spec.leadership,
      });
    }
  });
});
