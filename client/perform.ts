import { dayOf, type Instant } from '../domain/calendar/instant.ts';
import type { Actor } from '../domain/engine/message.ts';
import type { ObstacleCommand, ObstacleSpec } from '../domain/machines/obstacle.ts';
import type { PlanCommand } from '../domain/machines/plan-command.ts';
import { checkPartsAsked } from '../domain/obligation/ask-parts.ts';
import type { ObligationCommand, RoundCommand } from '../domain/obligation/command.ts';
import { DEFAULT_POLICY } from '../domain/obligation/policy.ts';
import { documentIn } from '../domain/plan/document-number.ts';
import { obstacleWorkflow, planWorkflow } from '../domain/plan/keys.ts';
import { type Refusal, type RefusalCode, refuse } from '../domain/refusal.ts';
import type { Act, ActContext, ActOutcome, KeptFacts, LetterFacts, Perform, Records } from './act.ts';
import type { Counter } from './counter.ts';

interface Step {
  context: ActContext;
  at: Instant;
  records: Records;
  counter: Counter;
  about: Omit<KeptFacts, 'receipt'>;
}

export function createPerform(records: Records, counter: Counter): Perform {
  return async (context, act) => {
    const step: Step = { context, at: await counter.now(), records, counter, about: aboutOf(act) };
    switch (act.do) {
      case 'lock':
      case 'unlock': {
        const command: RoundCommand = { do: act.do, by: context.actor, ref: await words(step, act.text) };
        return hand(step, act.round, command);
      }
      case 'raiseObstacle':
        return raise(step, act);
      case 'answerObstacle':
      case 'forwardObstacle':
      case 'reopenObstacle':
      case 'settleObstacle':
        return onObstacle(step, act);
      case 'settleImported':
      case 'reopenImported':
      case 'request':
      case 'trigger':
      case 'contribute':
      case 'decideReview':
      case 'recordMoney':
      case 'settleTarget':
      case 'assignMeasure':
      case 'changeCalendar':
        return onPlan(step, act);
      default:
        return onObligation(step, act);
    }
  };
}

type ObligationAct = Exclude<Act, PlanAct | ObstacleAct | { do: 'lock' | 'unlock' } | { do: 'raiseObstacle' }>;
type PlanAct = Extract<
  Act,
  {
    do:
      | 'settleImported'
      | 'reopenImported'
      | 'request'
      | 'trigger'
      | 'contribute'
      | 'decideReview'
      | 'recordMoney'
      | 'settleTarget'
      | 'assignMeasure'
      | 'changeCalendar';
  }
>;
type ObstacleAct = Extract<Act, { obstacle: string }>;

function refused(code: RefusalCode): ActOutcome {
  return { kind: 'refused', refusal: refuse(code) };
}

async function hand(
  step: Step,
  workflow: string,
  body: unknown,
  receipt: string | null = null,
  kind: 'command' | 'open' = 'command',
): Promise<ActOutcome> {
  const { context, counter, at, records, about } = step;
  const { key, channel, actor } = context;
  const first = await counter.hand({ key, channel, person: actor.person, workflow, kind, body });
  const answer = first.status === 'waiting' ? await records.keepAct(key, { ...about, receipt }) : first;
  if (answer.status === 'refused') return { kind: 'refused', refusal: answer.refusal };
  return { kind: answer.status === 'done' ? 'done' : 'kept', at, receipt };
}

const LEADER = { seen: 'leaderSeen', direct: 'leaderDirect', extend: 'leaderExtend', waive: 'leaderWaive' } as const;

function aboutOf(act: Act): Step['about'] {
  return {
    act: act.do === 'lead' ? LEADER[act.answer] : act.do,
    obligation: 'obligation' in act ? act.obligation : null,
    obstacle: 'obstacle' in act ? act.obstacle : null,
    to: 'to' in act ? act.to : null,
  };
}

/** Keeps words (and a letter's facts) and gives the key that workflows know them by. */
async function words(step: Step, text: string, facts: Record<string, unknown> = {}): Promise<string> {
  const ref = `text:${step.context.key}`;
  await step.records.keepText({ ref, at: step.at, person: step.context.actor.person, text, facts });
  return ref;
}

const letterFacts = (letter: LetterFacts): Record<string, unknown> => ({ ...letter });

async function onObligation(step: Step, act: ObligationAct): Promise<ActOutcome> {
  const found = await step.records.obligation(act.obligation);
  if (found === null || found.imported) return refused('UNKNOWN_OBLIGATION');
  if (
    'text' in act &&
    act.do !== 'submit' &&
    act.do !== 'accept' &&
    act.do !== 'lead' &&
    (act.text ?? '').trim() === ''
  ) {
    return refused('REASON_MISSING');
  }
  let receipt: string | null = null;
  if (act.do === 'submit') {
    const { obligation, form, answers } = act;
    receipt = await step.records.keepSubmission({
      key: step.context.key,
      obligation,
      person: step.context.actor.person,
      at: step.at,
      form,
      answers,
    });
  }
  const command = await obligationCommand(step, act, found.agency, receipt);
  return hand(step, found.round, command, receipt);
}

async function obligationCommand(
  step: Step,
  act: ObligationAct,
  agency: string,
  receipt: string | null,
): Promise<ObligationCommand> {
  const base = { agency, by: step.context.actor };
  switch (act.do) {
    case 'submit':
      return {
        ...base,
        do: 'submit',
        receipt: receipt ?? '',
        source: act.source,
        actedOn: act.actedOn ?? dayOf(step.at),
        signed: act.letter !== null,
        measures: act.measures,
        ref: await words(step, act.text, act.letter ? letterFacts(act.letter) : {}),
      };
    case 'confirm':
      return { ...base, do: 'confirm' };
    case 'recordLetter':
      return { ...base, do: 'recordLetter', ref: await words(step, '', letterFacts(act.letter)) };
    case 'recordSent':
      return { ...base, do: 'recordSent', sentOn: act.letter.day, ref: await words(step, '', letterFacts(act.letter)) };
    case 'accept':
      return { ...base, do: 'accept', ref: act.text ? await words(step, act.text) : null };
    case 'resume':
      return { ...base, do: 'resume', ref: null };
    case 'lead':
      return {
        ...base,
        do: 'lead',
        answer: act.answer,
        to: act.to,
        ref: act.text ? await words(step, act.text) : null,
      };
    case 'requestExtension':
    case 'extend':
      return { ...base, do: act.do, to: act.to, ref: await words(step, act.text) };
    case 'return':
    case 'object':
    case 'refuseExtension':
    case 'waive':
    case 'suspend':
      return { ...base, do: act.do, ref: await words(step, act.text) };
  }
}

async function raise(step: Step, act: Extract<Act, { do: 'raiseObstacle' }>): Promise<ActOutcome> {
  if (act.text.trim() === '') return refused('REASON_MISSING');
  const planId =
    act.plan ?? (act.obligation === null ? null : ((await step.records.obligation(act.obligation))?.plan ?? null));
  const plan = planId === null ? null : await step.records.plan(planId);
  if (planId === null || plan === null) return refused('UNKNOWN_OBLIGATION');
  if (plan.obstaclesInWriting && documentIn(act.text) === null) return refused('WRITING_REQUIRED');
  const id = step.context.key.replaceAll('/', '-');
  const body: ObstacleSpec = {
    id,
    province: plan.province,
    plan: planId,
    obligation: act.obligation,
    measure: act.measure,
    raisedBy: step.context.actor,
    ref: await words(step, act.text),
    coordinator: plan.coordinator,
    leadership: plan.leadership,
    calendar: plan.calendar,
    policy: DEFAULT_POLICY,
  };
  return hand(step, obstacleWorkflow(plan.province, id), body, null, 'open');
}

async function onObstacle(step: Step, act: ObstacleAct): Promise<ActOutcome> {
  const found = await step.records.obstacle(act.obstacle);
  if (found === null) return refused('OBSTACLE_CLOSED');
  if ('text' in act && act.text.trim() === '') return refused('REASON_MISSING');
  const by = step.context.actor;
  if (act.do === 'settleObstacle')
    return hand(step, found.workflow, { do: 'settle', by, ref: null } satisfies ObstacleCommand);
  const verbs = { answerObstacle: 'answer', forwardObstacle: 'forward', reopenObstacle: 'reopen' } as const;
  return hand(step, found.workflow, {
    do: verbs[act.do],
    by,
    ref: await words(step, act.text),
  } satisfies ObstacleCommand);
}

async function onPlan(step: Step, act: PlanAct): Promise<ActOutcome> {
  const planId = 'plan' in act ? act.plan : ((await step.records.obligation(act.obligation))?.plan ?? '');
  const plan = await step.records.plan(planId);
  if (plan === null) return refused('IMPORT_UNKNOWN');
  const by = step.context.actor;
  const workflow = planWorkflow(plan.province, planId);
  const command = await planCommand(step, act, by);
  return 'refused' in command ? { kind: 'refused', refusal: command } : hand(step, workflow, command);
}

async function planCommand(step: Step, act: PlanAct, by: Actor): Promise<PlanCommand | Refusal> {
  switch (act.do) {
    case 'settleImported': {
      const ref = await words(step, act.text, act.letter ? letterFacts(act.letter) : {});
      return { do: 'settleImported', by, obligation: act.obligation, as: act.as, ref };
    }
    case 'reopenImported':
      if (act.text.trim() === '') return refuse('REASON_MISSING');
      return { do: 'reopenImported', by, obligation: act.obligation, to: act.to, ref: await words(step, act.text) };
    case 'request': {
      if (act.agencies.length === 0) return refuse('NOBODY_ASKED');
      if (documentIn(act.document) === null) return refuse('DOCUMENT_MISSING');
      const ref = await words(step, act.text, { document: act.document });
      return {
        do: 'request',
        by,
        id: nameOf(step),
        document: act.document,
        agencies: act.agencies,
        to: act.to,
        urgent: act.urgent,
        ref,
        measure: act.measure,
      };
    }
    case 'trigger': {
      if (documentIn(act.document) === null) return refuse('DOCUMENT_MISSING');
      const { measure, to, urgent, document } = act;
      const ref = await words(step, act.text.trim() === '' ? document : act.text, { document });
      return { do: 'trigger', by, id: nameOf(step), measure, to, urgent, document, ref };
    }
    case 'contribute': {
      const own = await step.records.obligation(act.obligation);
      if (own === null || own.imported) return refuse('UNKNOWN_OBLIGATION');
      if (act.text.trim() === '') return refuse('REASON_MISSING');
      const { measure, to, agencies, obligation } = act;
      const parts = await step.records.partsAsked(obligation, measure);
      const refusal = parts && checkPartsAsked(parts, { measure, agencies });
      if (refusal) return refusal;
      const ref = await words(step, act.text);
      const known = Object.keys(parts?.parts ?? {});
      const asked = { measure, to, agencies, obligation, ownLastDayOn: own.lastDayOn, known, ref };
      return { do: 'contribute', by, id: nameOf(step), ...asked };
    }
    case 'decideReview': {
      const { review, outcome, feeds, document } = act;
      if (document !== null && documentIn(document) === null) return refuse('DOCUMENT_MISSING');
      const unknown = outcome === 'feed' ? await unknownPlan(step, act.plan, feeds ?? '') : null;
      if (unknown !== null) return unknown;
      const ref = await words(step, act.text, { document });
      return { do: 'decideReview', by, review, outcome, feeds, document, ref };
    }
    case 'settleTarget': {
      if (act.text.trim() === '') return refuse('REASON_MISSING');
      const { target, base, from, same, apart } = act;
      return { do: 'settleTarget', by, target, base, from, same, apart, ref: await words(step, act.text) };
    }
    case 'assignMeasure': {
      if (act.text.trim() === '') return refuse('REASON_MISSING');
      const { measure, agencies } = act;
      return { do: 'assignMeasure', by, measure, agencies, ref: await words(step, act.text) };
    }
    case 'recordMoney': {
      const { do: _, plan: __, text, ...money } = act;
      if (documentIn(money.document) === null) return refuse('DOCUMENT_MISSING');
      return { do: 'recordMoney', by, ...money, ref: await words(step, text, { ...money }) };
    }
    case 'changeCalendar':
      return { do: 'changeCalendar', by, calendar: act.calendar };
  }
}

/** A review feeds another plan that the house knows; an empty id is for the rules to refuse. */
async function unknownPlan({ records }: Step, own: string, feeds: string): Promise<Refusal | null> {
  if (feeds.trim() === '') return null;
  const others = (await records.plans()).filter((id) => id !== own);
  return others.includes(feeds) ? null : refuse('PLAN_UNKNOWN', { plan: feeds, known: others.join(', ') });
}

/** The name of what an act brings into being, as part of a workflow's id. */
function nameOf({ context }: Step): string {
  return context.key.replaceAll('/', '-');
}
