import { describe, expect, it } from 'vitest';
import { clauseText, measureText } from '../../../domain/plan/clause-text.ts';
import { loadPlans } from '../../../plans/load-plans.ts';

describe('a printed mark, read aloud', () => {
  it.each([
    ['IV.3', 'mục IV.3'],
    ['IV.2.đ', 'mục IV.2 điểm đ'],
    ['IV.1.-3', 'mục IV.1, gạch đầu dòng thứ 3'],
    ['II.2.a.-2.+4', 'mục II.2 điểm a, gạch đầu dòng thứ 2, dấu cộng thứ 4'],
    ['II.1.?', 'mục II.1, mốc ở trang bị mất'],
    ['Điều 2', 'Điều 2'],
  ])('%s reads %s', (clause, text) => {
    expect(clauseText(clause)).toBe(text);
  });

  it.each([
    ['2.1', 'nhiệm vụ 2.1'],
    ['II.2.b', 'nhiệm vụ II.2.b'],
    ['II.3.-1', 'nhiệm vụ ở mục II.3, gạch đầu dòng thứ 1'],
  ])('measure %s reads %s', (no, text) => {
    expect(measureText(no)).toBe(text);
  });

  it('leaves no raw dash, plus or question mark in any of the five plans', () => {
    const marks = loadPlans().flatMap((plan) => [
      ...plan.measures.map(({ no }) => measureText(no)),
      ...plan.duties.map(({ clause }) => clauseText(clause)),
      ...plan.requirements.flatMap(({ clause }) => (clause === null ? [] : clauseText(clause))),
      ...plan.reviews.map(({ clause }) => clauseText(clause)),
    ]);
    expect(marks.filter((mark) => /\.[-+?]|null|undefined/.test(mark))).toEqual([]);
  });
});
