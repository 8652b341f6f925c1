import { answerTo, isSameAnswer, withAnswer } from '../../domain/form/answers.ts';
import type { Answer, AnswerValue, Field } from '../../domain/form/form.ts';
import { CLOSED_ITEM, closedQuestion } from '../../wording/dialogue/common.ts';
import { answerText } from '../../wording/dialogue/field.ts';
import { shortBasis } from '../../wording/dialogue/item.ts';
import {
  answeredMeanwhileLine,
  deferredLine,
  missingLine,
  noSuchLine,
  reportIntro,
  resumeLine,
  resumeSummaryLine,
  returnedLine,
} from '../../wording/dialogue/report.ts';
import { draftFor, fieldOf, missingNumbers, nextField, numberOf, withDraft } from './draft.ts';
import { type ReportItem, reportItemOf } from './items.ts';
import { complain, request, say, turnTo, turnToMenu } from './turn.ts';
import type { DialogueContext, DialogueState, OpenQuestion, Reply, ReportDraft, Step } from './types.ts';

/** Begins a report, or goes on where it stands. */
export function startReport(state: DialogueState, item: ReportItem, context: DialogueContext): Step {
  const draft = draftFor(state, item);
  const next = nextField(draft);
  const basis = shortBasis(item.basis);
  const returned = item.kind === 'owed' && item.state === 'returned' && item.returnReason !== undefined;
  const before: Reply[] = returned ? [say('info', returnedLine(item.returnReason ?? ''))] : [];
  if (next !== null) {
    const { fields } = draft.form;
    const begun = draft.answers.length > 0;
    before.push(
      begun
        ? say('info', resumeLine(numberOf(draft.form, next.id), fields.length, item.title, basis))
        : say('info', ...reportIntro(item.title, basis, fields.length)),
    );
  }
  return goOn(withDraft(state, draft), draft, context, before);
}

/** The next open question of a report, or its summary. */
export function goOn(state: DialogueState, draft: ReportDraft, context: DialogueContext, before: Reply[] = []): Step {
  const next = nextField(draft);
  return next === null
    ? turnTo(state, { kind: 'summary', obligation: draft.obligation }, context, before)
    : turnToField(state, draft, next, context, before);
}

export function turnToField(
  state: DialogueState,
  draft: ReportDraft,
  field: Field,
  context: DialogueContext,
  before: Reply[] = [],
): Step {
  const open: OpenQuestion = { kind: 'field', obligation: draft.obligation, field: field.id, misses: 0 };
  return turnTo(state, open, context, before);
}

/** The draft that a report question belongs to, with its item; null when either is gone. */
export function inHand(
  state: DialogueState,
  obligation: string,
  context: DialogueContext,
): { draft: ReportDraft; item: ReportItem } | null {
  const item = reportItemOf(context, obligation);
  const draft = state.drafts[obligation];
  return item === null || draft === undefined ? null : { draft, item };
}

/**
 * Hands an answer to be stored. When somebody else answered the same question since it was asked, nothing is stored
 * and the present value is shown.
 */
export function save(
  state: DialogueState,
  obligation: string,
  field: Field,
  value: AnswerValue,
  context: DialogueContext,
  remark?: string,
): Step {
  const hand = inHand(state, obligation, context);
  if (hand === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  const { draft, item } = hand;
  const answer: Answer = { field: field.id, value, ...(remark === undefined ? {} : { remark }) };
  const elsewhere = answerTo(item.report.saved, field.id);
  const known = answerTo(draft.answers, field.id);
  if (elsewhere !== null && known === null && !isSameAnswer(elsewhere, answer)) {
    const joined = { ...draft, answers: withAnswer(draft.answers, elsewhere) };
    const line = answeredMeanwhileLine(numberOf(draft.form, field.id), answerText(field, elsewhere));
    return goOn(withDraft(state, joined), joined, context, [say('info', line)]);
  }
  const form = { id: draft.form.id, version: draft.form.version };
  return request(state, { kind: 'saveAnswer', obligation, deadline: draft.deadline, form, answer });
}

/** Leaves a question empty: an optional one is stored as skipped, a required one is asked again before sending. */
export function skip(state: DialogueState, obligation: string, field: Field, context: DialogueContext): Step {
  if (field.optional) return save(state, obligation, field, { kind: 'skipped' }, context);
  const hand = inHand(state, obligation, context);
  if (hand === null) return turnToMenu(state, context, [say('error', CLOSED_ITEM)]);
  const { draft } = hand;
  if (answerTo(draft.answers, field.id) !== null) return goOn(state, draft, context);
  const deferred = { ...draft, deferred: [...draft.deferred.filter((id) => id !== field.id), field.id] };
  const line = deferredLine(numberOf(draft.form, field.id));
  return goOn(withDraft(state, deferred), deferred, context, [say('info', line)]);
}

/** Goes to a numbered question of a report. */
export function fixLine(state: DialogueState, draft: ReportDraft, line: number | null, context: DialogueContext): Step {
  const of = draft.form.fields.length;
  if (line === null) return turnTo(state, { kind: 'whichLine', obligation: draft.obligation }, context);
  const field = draft.form.fields[line - 1];
  return field === undefined
    ? complain(state, context, noSuchLine(line, of))
    : turnToField(state, draft, field, context);
}

/** The question before the open one, in the form's order; null at the first. */
export function fieldBefore(draft: ReportDraft, field: string): Field | null {
  const index = draft.form.fields.findIndex(({ id }) => id === field);
  return draft.form.fields[index - 1] ?? null;
}

/** Sends a report: from its summary at once, else by way of the summary; required questions come first. */
export function sendReport(state: DialogueState, draft: ReportDraft, context: DialogueContext): Step {
  const missing = missingNumbers(draft);
  const first = draft.form.fields[(missing[0] ?? 0) - 1];
  if (first !== undefined) {
    const asked = { ...draft, deferred: [] };
    return turnToField(withDraft(state, asked), asked, first, context, [say('error', missingLine(missing))]);
  }
  if (state.open.kind !== 'summary') return turnTo(state, { kind: 'summary', obligation: draft.obligation }, context);
  const { obligation, deadline, answers, form } = draft;
  return request(state, {
    kind: 'submit',
    obligation,
    deadline,
    form: { id: form.id, version: form.version },
    answers,
  });
}

/** Said before the open question when a person comes back in the middle of a report. */
export function resumeReply(state: DialogueState): Reply[] {
  const { open } = state;
  if (!('obligation' in open)) return [];
  const draft = state.drafts[open.obligation];
  if (draft === undefined) return [];
  const basis = shortBasis(draft.basis);
  if (!('field' in open)) return [say('info', resumeSummaryLine(draft.title, basis))];
  const n = numberOf(draft.form, open.field);
  return [say('info', resumeLine(n, draft.form.fields.length, draft.title, basis))];
}

/** What an old question is told: its present value, and that nothing changed. */
export function closedReply(state: DialogueState, question: number, context: DialogueContext): Reply {
  const asked = state.asked.find((each) => each.question === question);
  if (asked === undefined) return say('error', closedQuestion(null));
  const item = reportItemOf(context, asked.obligation);
  const draft = state.drafts[asked.obligation];
  const form = draft?.form ?? item?.report.form;
  const field = form === undefined ? null : fieldOf(form, asked.field);
  if (form === undefined || field === null) return say('error', closedQuestion(null));
  const answer = answerTo(draft?.answers ?? item?.report.saved ?? [], field.id);
  return say('error', closedQuestion({ n: numberOf(form, field.id), answer: answerText(field, answer) }));
}
