import type { Answer, AnswerValue, Field, Form, MeasureEnd, MeasureStatus } from '../form/form.ts';
import { draw, drawNumber } from './draw.ts';

/** Figures are drawn from the act they come with, whose key holds all that matters. */
const SEED = 0;
/** Sums that the cast names, in đồng: a number of these. */
const SUM_VND = 50_000_000;
/** Optional figures that are left out. */
const LEFT_OUT = 0.2;

/**
 * What the cast answers to a form: the states of the measures as given, figures near what the plan aims at, `text` where
 * words are asked. Every required field is answered.
 */
export function castAnswers(
  form: Form,
  given: { key: string; measures: Record<string, string>; text: string },
): Answer[] {
  return form.fields.flatMap((field) => {
    const value = answerTo(field, given);
    return value === null ? [] : [{ field: field.id, value }];
  });
}

function answerTo(field: Field, { key, measures, text }: Parameters<typeof castAnswers>[1]): AnswerValue | null {
  const state = measures[field.about.measure ?? ''];
  switch (field.kind) {
    case 'measureStatus':
      return { kind: 'status', status: (state ?? 'underWay') as MeasureStatus };
    case 'measureEnd':
      return { kind: 'end', end: (state ?? 'completed') as MeasureEnd };
    case 'figure': {
      if (field.optional && draw(SEED, 'leftOut', key, field.id) < LEFT_OUT) return { kind: 'skipped' };
      return { kind: 'figure', value: figure(field, key), unit: field.unit ?? '' };
    }
    case 'choice': {
      const [first] = field.choices ?? [];
      return first === undefined ? { kind: 'nothing' } : { kind: 'choice', choice: first.id };
    }
    case 'text':
      return field.optional ? { kind: 'skipped' } : { kind: 'text', text };
    case 'obstacle':
      return { kind: 'nothing' };
  }
}

/** Between three and eleven tenths of the aim, to three digits. */
function figure({ id, unit, aim }: Field, key: string): number {
  if (unit === 'VND') return drawNumber(2, 60, SEED, 'sum', key, id) * SUM_VND;
  if (aim === undefined) return drawNumber(1, 50, SEED, 'figure', key, id);
  const value = aim * (0.3 + draw(SEED, 'figure', key, id) * 0.8);
  return aim >= 10 ? Math.round(value) : Math.round(value * 100) / 100;
}
