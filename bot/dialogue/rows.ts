import { answerTo } from '../../domain/form/answers.ts';
import type { Answer, Form } from '../../domain/form/form.ts';
import { answerText, fieldName, previousNote } from '../../wording/dialogue/field.ts';
import type { PreviousFigure, Reply } from './types.ts';

/** The answers of a form as numbered lines, with last period's figure beside each figure. */
export function answerRows(
  form: Form,
  answers: Answer[],
  previous: Record<string, PreviousFigure>,
): NonNullable<Reply['rows']> {
  return form.fields.map((field, index) => {
    const before = previous[field.id];
    return {
      n: index + 1,
      label: fieldName(field),
      value: answerText(field, answerTo(answers, field.id)),
      ...(before === undefined ? {} : { note: previousNote(before) }),
    };
  });
}
