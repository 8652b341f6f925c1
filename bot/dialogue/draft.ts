import { answersOf, answerTo, missingFields, withAnswer } from '../../domain/form/answers.ts';
import type { Answer, Field, Form } from '../../domain/form/form.ts';
import { type ReportItem, submittedVersion } from './items.ts';
import type { DialogueState, ReportDraft } from './types.ts';

/** The answers an item's report begins with: those of the last version, and over them what was stored since. */
function storedAnswers(item: ReportItem, form: Form): Answer[] {
  const submitted = item.report.submitted ?? (item.kind === 'confirm' ? item.answers : []);
  return answersOf(form, item.report.saved.reduce(withAnswer, submitted));
}

/**
 * The report in hand for an item. One that was begun goes on with its own form, even when a newer one exists; answers
 * stored meanwhile from elsewhere join it. One begun before another version was submitted is begun anew.
 */
export function draftFor(state: DialogueState, item: ReportItem): ReportDraft {
  const begun = state.drafts[item.obligation];
  const basedOn = submittedVersion(item);
  if (begun === undefined || begun.basedOn !== basedOn) {
    const { form } = item.report;
    return {
      obligation: item.obligation,
      deadline: item.deadline.number,
      basedOn,
      title: item.title,
      basis: item.basis,
      form,
      answers: storedAnswers(item, form),
      deferred: [],
    };
  }
  const joined = storedAnswers(item, begun.form).filter((answer) => answerTo(begun.answers, answer.field) === null);
  return { ...begun, deadline: item.deadline.number, answers: [...begun.answers, ...joined] };
}

export function withDraft(state: DialogueState, draft: ReportDraft): DialogueState {
  return { ...state, drafts: { ...state.drafts, [draft.obligation]: draft } };
}

export function withoutDraft(state: DialogueState, obligation: string): DialogueState {
  const { [obligation]: _gone, ...drafts } = state.drafts;
  return { ...state, drafts };
}

/** The next field to ask: the first without an answer that was not put off; null when the summary is next. */
export function nextField(draft: ReportDraft): Field | null {
  return (
    draft.form.fields.find(
      (field) => answerTo(draft.answers, field.id) === null && !draft.deferred.includes(field.id),
    ) ?? null
  );
}

export function fieldOf(form: Form, id: string): Field | null {
  return form.fields.find((field) => field.id === id) ?? null;
}

/** Number of a field in its form, counted from 1; 0 when the form has no such field. */
export function numberOf(form: Form, id: string): number {
  return form.fields.findIndex((field) => field.id === id) + 1;
}

/** Numbers of the required questions without an answer. */
export function missingNumbers(draft: ReportDraft): number[] {
  return missingFields(draft.form, draft.answers).map((field) => numberOf(draft.form, field.id));
}
