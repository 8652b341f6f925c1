import type { Answer, Field, Form } from './form.ts';

/** The answer stored under a field; null while there is none. */
export function answerTo(answers: Answer[], field: string): Answer | null {
  return answers.find((answer) => answer.field === field) ?? null;
}

/** The answers with one more; an earlier answer to the same field is replaced where it stands. */
export function withAnswer(answers: Answer[], answer: Answer): Answer[] {
  const known = answers.some((each) => each.field === answer.field);
  return known ? answers.map((each) => (each.field === answer.field ? answer : each)) : [...answers, answer];
}

/** True when both say the same to the same field, in whatever order their facts were stored. */
export function isSameAnswer(one: Answer, other: Answer): boolean {
  const told = ({ field, value, remark }: Answer): string =>
    JSON.stringify([field, Object.entries(value).sort(), remark ?? null]);
  return told(one) === told(other);
}

/** Required fields without an answer, in the form's order. */
export function missingFields(form: Form, answers: Answer[]): Field[] {
  return form.fields.filter((field) => {
    const answer = answerTo(answers, field.id);
    return !field.optional && (answer === null || answer.value.kind === 'skipped');
  });
}

/** Answers to fields that the form has, in the form's order; answers to fields of another form are left out. */
export function answersOf(form: Form, answers: Answer[]): Answer[] {
  return form.fields.flatMap((field) => answerTo(answers, field.id) ?? []);
}

/** What each measure was said to be, by its number: the part of a submission that the engine needs to know. */
export function measureStates(form: Form, answers: Answer[]): Record<string, string> {
  const states: Record<string, string> = {};
  for (const field of form.fields) {
    const value = answerTo(answers, field.id)?.value;
    if (field.about.measure === undefined || value === undefined) continue;
    if (value.kind === 'status') states[field.about.measure] = value.status;
    if (value.kind === 'end') states[field.about.measure] = value.end;
  }
  return states;
}

/** True when a value stands ten times or more away from a known one, in either direction; a zero is near everything. */
export function isTenfold(value: number, known: number): boolean {
  if (value <= 0 || known <= 0) return false;
  return value >= known * 10 || value * 10 <= known;
}
