import { describe, expect, it } from 'vitest';
import { idsOf, measureOf, planNamed, requirementOf } from './plan-named.ts';

const plan = planNamed('brvt-kh57-2022');
const SIX = ['so-ct', 'so-nnptnt', 'so-yt', 'so-gtvt', 'so-tttt', 'so-dl'];

describe('Kế hoạch 57/KH-UBND của Bà Rịa – Vũng Tàu, 2022–2025', () => {
  it('is the plan signed on 18/11/2022', () => {
    expect(plan).toMatchObject({
      number: '57/KH-UBND',
      issuedOn: '2022-11-18',
      signatory: 'Trần Văn Tuấn',
      period: { from: 2022, to: 2025 },
      parent: null,
    });
    expect(plan.title).toMatch(/^Triển khai Quyết định số 1322\/QĐ-TTg/);
    expect(plan.legalBases).toHaveLength(3);
    expect(plan.goals).toHaveLength(1);
    expect(plan.recipients).toHaveLength(10);
  });

  it('prints no year for its targets: the last year stands in, marked', () => {
    expect(plan.targets).toMatchObject([
      { id: 'b.1', year: 2025, yearDefault: true, everyYear: false },
      { id: 'b.2', year: 2025, yearDefault: true, everyYear: true },
    ]);
    expect(plan.targets[0]?.quantities).toEqual([{ comparator: 'moreThan', value: 1000, max: null, unit: 'lượt' }]);
    expect(plan.targets[1]?.quantities).toEqual([{ comparator: 'exactly', value: 10, max: null, unit: '%' }]);
    expect(plan.targets[1]?.text).toContain('mô hình điểm');
    expect(plan.targets[1]?.printed).toContain('mô hình điểu');
  });

  it.each([
    ['1.1', 'window', 'one', ['so-khcn']],
    ['1.2', 'quarter', 'one', ['so-khcn']],
    ['1.3', 'window', 'one', ['cuc-tk']],
    ['1.4', 'continuous', 'one', ['so-khcn']],
    ['2.1', 'yearly', 'group', SIX],
    ['2.2', 'yearly', 'group', SIX],
    ['2.3', 'yearly', 'group', SIX],
    ['2.4', 'window', 'one', ['so-khcn']],
    ['3.1', 'window', 'one', ['so-khcn']],
    ['3.2', 'yearly', 'one', ['so-khcn']],
    ['3.3', 'yearly', 'one', ['so-khcn']],
    ['4.1', 'window', 'joint', ['so-khcn']],
    ['4.2', 'yearly', 'one', ['so-khcn']],
  ])('measure %s: %s, %s', (no, kind, leadKind, leads) => {
    const measure = measureOf(plan, no);
    expect(measure).toMatchObject({ leadKind, path: no.split('.'), source: 'appendix' });
    expect(measure.timing.kind).toBe(kind);
    expect(idsOf(measure.leads)).toEqual(leads);
  });

  it('has these thirteen measures and no other', () => {
    expect(plan.measures).toHaveLength(13);
    expect(measureOf(plan, '1.2').timing).toMatchObject({ from: '2022-04-01', to: '2022-06-30' });
    expect(measureOf(plan, '2.4').cooperators).toEqual(['Sở Nội vụ', 'các sở, ngành có liên quan']);
    expect(measureOf(plan, '4.1').unassigned).toEqual(['cơ quan, tổ chức liên quan']);
  });

  it.each([
    ['III.2', 'III.2', 'budgetEstimate', ['so-khcn', ...SIX], ['so-tc'], 'so-tc'],
    ['III.2-budgetConsolidation', 'III.2', 'budgetConsolidation', ['so-tc'], ['ubnd-tinh'], 'ubnd-tinh'],
    ['IV.1.-1', 'IV.1.-1', 'annualPlan', ['so-khcn'], ['ubnd-tinh'], 'ubnd-tinh'],
    ['IV.1.-3', 'IV.1.-3', 'consolidation', ['so-khcn'], ['ubnd-tinh', 'bo-khcn'], 'ubnd-tinh'],
    ['IV.2.-2', 'IV.2.-2', 'report', SIX, ['so-khcn'], 'so-khcn'],
    ['IV.3', 'IV.3', 'allocation', ['so-tc'], ['ubnd-tinh'], 'ubnd-tinh'],
  ])('requirement %s of clause %s asks for %s', (id, clause, kind, owedBy, owedTo, reviewer) => {
    const requirement = requirementOf(plan, id);
    expect(requirement).toMatchObject({ clause, kind });
    expect(idsOf(requirement.owedBy)).toEqual(owedBy);
    expect(idsOf(requirement.owedTo)).toEqual(owedTo);
    expect(requirement.reviewer?.id).toBe(reviewer);
  });

  it('is consolidated before 15/11, also on request', () => {
    expect(requirementOf(plan, 'IV.1.-3')).toMatchObject({
      due: { rule: 'before', month: 11, day: 15 },
      alsoOnRequest: true,
      default: false,
    });
    expect(idsOf(requirementOf(plan, 'progress').owedBy).sort()).toEqual(['so-khcn', 'cuc-tk', ...SIX].sort());
  });

  it('is reviewed without a year: 2025 by default', () => {
    expect(plan.reviews).toMatchObject([
      { id: 'IV.1.-4-midTerm', kind: 'midTerm', year: null, plannedYear: 2025, default: true },
    ]);
  });

  it('warns of what the text leaves open', () => {
    expect(plan.warnings.map(({ code, about }) => [code, ...about])).toEqual([
      ['INPUT_UNDATED', 'IV.2.-2', 'IV.1.-3'],
      ['LEAD_VAGUE', '4.1'],
      ['PAST_AT_ISSUE', '1.2'],
      ['PAST_AT_ISSUE', 'IV.1.-3'],
      ['REVIEW_UNDATED', 'IV.1.-4-midTerm'],
    ]);
  });
});
