import { describe, expect, it } from 'vitest';
import { obligationForm } from '../../../domain/form/obligation-form.ts';
import { asksOf } from '../../../domain/plan/asks.ts';
import { reviewDays } from '../../../domain/plan/review-calendar.ts';
import { slimPlan } from '../../../domain/plan/slim-plan.ts';
import { standingDuties } from '../../../domain/plan/standing-duties.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';
import { planNamed } from '../../plans/plan-named.ts';

const KH54 = planNamed('brvt-kh54-2022');
const QD3064 = planNamed('vinhlong-qd3064-2023');

describe('standing duties without a day', () => {
  it.each([
    { plan: KH54, agency: 'so-ct', clauses: ['IV.2.a', 'IV.2.b'] },
    { plan: KH54, agency: 'so-khcn', clauses: ['IV.1.a', 'IV.1.b'] },
    { plan: KH54, agency: 'so-tc', clauses: ['IV.4'] },
    { plan: QD3064, agency: 'so-tc', clauses: ['IV.4.-1', 'IV.4.-2'] },
  ])('$plan.id, $agency: $clauses', ({ plan, agency, clauses }) => {
    expect(standingDuties(plan, agency)).toEqual(clauses);
  });

  it('are asked once, in the yearly report, also by the plan that workflows carry', () => {
    const slim = slimPlan(KH54);
    expect(asksOf(slim, 'report', 'so-ct', 2024, {}).duties).toEqual(['IV.2.a', 'IV.2.b']);
    expect(asksOf(slim, 'progress', 'so-ct', 2024, {}).duties).toBeUndefined();
    const asks = asksOf(KH54, 'report', 'so-ct', 2024, {});
    const form = obligationForm(KH54, { requirement: 'IV.2.đ', kind: 'report', period: '2024' }, asks);
    const fields = form.fields.filter(({ about }) => about.duty !== undefined);
    expect(fields.map(({ id, kind, optional }) => [id, kind, optional])).toEqual([
      ['duty/IV.2.a', 'text', true],
      ['duty/IV.2.b', 'text', true],
    ]);
  });
});

describe('a review looks back over the whole period', () => {
  it('asks every measure that has lived, every counted target since the start, causes and proposals', () => {
    const asks = asksOf(KH54, 'reviewInputs', 'so-gddt', 2025, { 'II.1.3': { triggered: [2023] } });
    expect(asks.measures).toEqual(['II.1.3', 'II.2.1', 'II.2.2', 'II.2.3', 'IV.1', 'IV.2']);
    const duty = { requirement: 'IV.1.d-midTerm-inputs', kind: 'reviewInputs', period: '2022-2025' };
    const { fields } = obligationForm(KH54, duty, asks);
    expect(fields.find(({ id }) => id === 'target/a.1/1')).toMatchObject({ since: 2022 });
    expect(fields.some(({ kind }) => kind === 'measureStatus' || kind === 'measureEnd')).toBe(false);
    expect(fields.slice(-3).map(({ id }) => id)).toEqual(['causes', 'obstacles', 'proposals']);
  });

  it.each([
    { id: 'IV.1.d-midTerm', decideOn: '2025-12-12' },
    { id: 'IV.1.d-final', decideOn: '2030-12-13' },
  ])('$id is decided by $decideOn', ({ id, decideOn }) => {
    const review = KH54.reviews.find((each) => each.id === id);
    expect(review && reviewDays(KH54, loadCalendar(), review)?.decideOn).toBe(decideOn);
  });
});

describe('an estimate', () => {
  it('asks by the groups whose measures live in the budget year', () => {
    expect(asksOf(KH54, 'budgetEstimate', 'so-gddt', 2024, {}).groups).toEqual(['II.2', 'IV']);
    expect(asksOf(KH54, 'budgetEstimate', 'so-dl', 2024, {}).groups).toEqual(['IV']);
  });
});
