import { timeOf } from '../../domain/calendar/instant.ts';
import { withAnswer } from '../../domain/form/answers.ts';
import type { Refusal, RefusalCode } from '../../domain/refusal.ts';
import { keptLine } from '../../wording/dialogue/common.ts';
import { answerText } from '../../wording/dialogue/field.ts';
import { keptAnswerLine, savedLine } from '../../wording/dialogue/report.ts';
import { refusalText } from '../../wording/refusal.ts';
import { fieldOf, numberOf, withDraft, withoutDraft } from './draft.ts';
import { itemOfRequest } from './items.ts';
import { receiptReply } from './receipt-reply.ts';
import { goOn } from './report-flow.ts';
import { askAgain, say, turnTo, turnToMenu } from './turn.ts';
import type { DayPurpose, DialogueContext, DialogueState, Outcome, Reply, Request, Step } from './types.ts';

type Saving = Extract<Request, { kind: 'saveAnswer' }>;

/** What became of a request: told to the person, and the dialogue goes on. */
export function takeResult(state: DialogueState, of: Request, outcome: Outcome, context: DialogueContext): Step {
  if (outcome.kind === 'refused') return refused(state, of, outcome.refusal, context);
  if (of.kind === 'saveAnswer') return saved(state, of, outcome, context);
  const reply =
    outcome.kind === 'kept' ? say('info', keptLine(timeOf(outcome.at))) : receiptReply(state, of, outcome, context);
  if (state.open.kind === 'raiseNow' && of.kind === 'raiseObstacle') {
    const draft = state.drafts[state.open.obligation];
    if (draft !== undefined) return goOn(state, draft, context, [reply]);
  }
  if (of.kind === 'submit') {
    return turnToMenu({ ...withoutDraft(state, of.obligation), lastSent: of.obligation }, context, [reply]);
  }
  return turnToMenu(state, context, [reply]);
}

/** An answer is in the database: said, and the next question leaves. A late result disturbs no other question. */
function saved(
  state: DialogueState,
  of: Saving,
  outcome: Exclude<Outcome, { kind: 'refused' }>,
  context: DialogueContext,
): Step {
  const begun = state.drafts[of.obligation];
  const field = begun === undefined ? null : fieldOf(begun.form, of.answer.field);
  if (begun === undefined || field === null) return { state, replies: [], requests: [] };
  const deferred = begun.deferred.filter((id) => id !== field.id);
  const draft = { ...begun, answers: withAnswer(begun.answers, of.answer), deferred };
  const next = withDraft(state, draft);
  const told: Reply[] = [
    { kind: 'saved', title: savedLine(numberOf(draft.form, field.id), answerText(field, of.answer)), lines: [] },
    ...(outcome.kind === 'kept' ? [say('info', keptAnswerLine(timeOf(outcome.at)))] : []),
  ];
  const { open } = state;
  const isHere = 'field' in open && open.obligation === of.obligation && open.field === field.id;
  if (!isHere) return askAgain(next, context, told);
  const difficulty = difficultyIn(of.answer);
  if (difficulty === null) return goOn(next, draft, context, told);
  const { obligation } = of;
  return turnTo(next, { kind: 'raiseNow', obligation, field: field.id, text: difficulty }, context, told);
}

/** The difficulty that an answer tells, offered to be sent at once; null when it tells none. */
function difficultyIn({ value, remark, field }: Saving['answer']): string | null {
  if (value.kind === 'status' && value.status === 'hindered') return remark ?? null;
  return value.kind === 'text' && field === 'obstacles' ? value.text : null;
}

/** A refusal keeps every answer. A day that was refused is asked again; anything else goes to what waits. */
function refused(state: DialogueState, of: Request, refusal: Refusal, context: DialogueContext): Step {
  const told = [say('error', refusalText(refusal))];
  const { open } = state;
  if (of.kind === 'saveAnswer') return askAgain(state, context, told);
  const draft = open.kind === 'raiseNow' ? state.drafts[open.obligation] : undefined;
  if (draft !== undefined) return goOn(state, draft, context, told);
  const item = itemOfRequest(context, of);
  if (of.kind === 'askParts' && item !== null && ABOUT_DAY.includes(refusal.refused)) {
    const { measure, agencies } = of;
    return turnTo(state, { kind: 'partDay', key: item.key, measure, agencies }, context, told);
  }
  if (refusal.refused.startsWith('DAY_') && item !== null && isDayRequest(of)) {
    const { nearest } = refusal.facts;
    const proposed = nearest === undefined ? [] : [nearest];
    return turnTo(state, { kind: 'day', key: item.key, purpose: of.kind, proposed }, context, told);
  }
  return turnToMenu(state, context, told);
}

/** Refusals of asking for parts that another day mends. */
const ABOUT_DAY: RefusalCode[] = ['DAY_PAST', 'DAY_NOT_WORKING', 'TOO_SHORT', 'NOT_BEFORE_OWN'];

function isDayRequest(of: Request): of is Extract<Request, { kind: DayPurpose }> {
  return of.kind === 'requestExtension' || of.kind === 'extend' || of.kind === 'leaderExtend';
}
