import { describe, expect, test } from 'vitest';
import type { Plan } from '../../domain/plan/plan.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { holds, sourceTexts } from './source-text.ts';

/** What a plan claims to be printed: where it stands, and the words. */
function printedIn(plan: Plan): [string, string][] {
  return [
    ...plan.targets.map(({ id, printed }): [string, string] => [`chỉ tiêu ${id}`, printed]),
    ...plan.measures.map(({ no, printed }): [string, string] => [`nhiệm vụ ${no}`, printed]),
    ...plan.measures.flatMap(({ no, timing }): [string, string][] =>
      timing.phrase === null ? [] : [[`thời gian của ${no}`, timing.phrase]],
    ),
    ...plan.duties.map(({ clause, text }): [string, string] => [`mục ${clause}`, text]),
    ...plan.requirements.flatMap(({ id, quote }): [string, string][] => (quote === null ? [] : [[id, quote]])),
    ...plan.requirements.flatMap(({ id, duePhrase }): [string, string][] =>
      duePhrase === null ? [] : [[id, duePhrase]],
    ),
    ...plan.reviews.flatMap(({ id, quote }): [string, string][] => (quote === null ? [] : [[id, quote]])),
    ...plan.sourceNotes.map(({ where, printed }): [string, string] => [`ghi chú ${where}`, printed]),
    ...plan.recipients.map((recipient, index): [string, string] => [`nơi nhận ${index + 1}`, recipient]),
  ];
}

describe.each(loadPlans().map((plan) => [plan.id, plan] as const))('%s', (id, plan) => {
  const texts = sourceTexts(id);

  test('every text said to be printed stands in the published plan', () => {
    const missing = printedIn(plan).filter(([, words]) => !holds(texts, words));
    expect(missing).toEqual([]);
  });

  test('a text that differs from the print has its note', () => {
    const corrected = [
      ...plan.targets.filter(({ text, printed }) => text !== printed).map(({ id: target }) => `chỉ tiêu ${target}`),
      ...plan.measures.filter(({ text, printed }) => text !== printed).map(({ no }) => `nhiệm vụ ${no}`),
    ];
    expect(plan.sourceNotes.map(({ where }) => where)).toEqual(expect.arrayContaining(corrected));
  });

  test('every text is composed (NFC)', () => {
    const whole = JSON.stringify(plan);
    expect(whole).toBe(whole.normalize('NFC'));
  });
});
