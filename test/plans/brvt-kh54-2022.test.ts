import { describe, expect, it } from 'vitest';
import { idsOf, measureOf, planNamed, requirementOf } from './plan-named.ts';

const plan = planNamed('brvt-kh54-2022');
const TEN = [
  ...['so-ct', 'so-nnptnt', 'so-xd', 'so-gtvt', 'so-vhtt', 'so-dl', 'so-tttt', 'so-yt', 'so-gddt', 'so-ldtbxh'],
];

describe('Kế hoạch 54/KH-UBND của Bà Rịa – Vũng Tàu, 2022–2030', () => {
  it('is the plan signed on 07/4/2022, its number read through the misprint', () => {
    expect(plan).toMatchObject({
      documentKind: 'keHoach',
      number: '54/KH-UBND',
      issuedOn: '2022-04-07',
      issuer: 'Ủy ban nhân dân tỉnh Bà Rịa – Vũng Tàu',
      signatory: 'Trần Văn Tuấn',
      period: { from: 2022, to: 2030 },
      parent: null,
    });
    expect(plan.sourceNotes[0]).toMatchObject({ printed: '5H /KH-UBND', read: '54/KH-UBND' });
    expect(plan.legalBases).toHaveLength(1);
    expect(plan.goals).toHaveLength(2);
    expect(plan.recipients).toHaveLength(7);
  });

  it.each([
    ['a.1', 2025, 'atLeast', 100],
    ['a.2', 2025, 'moreThan', 1000],
    ['b.1', 2030, 'atLeast', 200],
    ['b.2', 2030, 'moreThan', 2000],
  ])('target %s of %i: %s %i', (id, year, comparator, value) => {
    const target = plan.targets.find((each) => each.id === id);
    expect(target).toMatchObject({ year, yearDefault: false, everyYear: false, contribution: false });
    expect(target?.quantities).toMatchObject([{ comparator, value, max: null }]);
  });

  it.each(['a.3', 'b.3'])('target %s has no figure', (id) => {
    expect(plan.targets.find((each) => each.id === id)?.quantities).toEqual([]);
  });

  it('has the eighteen rows of the appendix, in its order', () => {
    expect(plan.measures.map(({ no }) => no)).toEqual([
      ...['I.1', 'I.2', 'I.3', 'I.4', 'II.1.1', 'II.1.2', 'II.1.3', 'II.2.1', 'II.2.2', 'II.2.3', 'II.2.4', 'II.3.-1'],
      ...['III.1', 'III.2', 'IV.1', 'IV.2', 'V.1', 'V.2'],
    ]);
    expect(plan.measures.every(({ source }) => source === 'appendix')).toBe(true);
    expect(measureOf(plan, 'II.3.-1').path).toEqual(['II', '3', '-1']);
    expect(measureOf(plan, 'II.2.1').section).toMatch(/^Triển khai các hoạt động đào tạo/);
  });

  it.each([
    ['I.1', 'onRequest', 'one', ['so-khcn']],
    ['I.2', 'onRequest', 'one', ['so-khcn']],
    ['I.3', 'continuous', 'one', ['so-khcn']],
    ['I.4', 'window', 'one', ['so-khcn']],
    ['II.1.1', 'yearly', 'one', ['so-khcn']],
    ['II.1.3', 'onRequest', 'group', TEN],
    ['II.2.1', 'yearly', 'joint', ['so-ldtbxh', 'so-gddt']],
    ['II.2.2', 'window', 'joint', ['so-ldtbxh', 'so-gddt']],
    ['II.2.3', 'window', 'joint', ['so-ldtbxh', 'so-gddt']],
    ['II.2.4', 'yearly', 'joint', ['so-khcn']],
    ['IV.1', 'yearly', 'group', TEN],
    ['IV.2', 'yearly', 'group', TEN],
    ['V.2', 'yearly', 'one', ['so-khcn']],
  ])('measure %s: %s, %s', (no, kind, leadKind, leads) => {
    const measure = measureOf(plan, no);
    expect(measure.timing.kind).toBe(kind);
    expect(measure.leadKind).toBe(leadKind);
    expect(idsOf(measure.leads)).toEqual(leads);
  });

  it('knows the windows, the condition, the vague lead and the torn cells', () => {
    expect(measureOf(plan, 'I.4').timing).toMatchObject({ from: '2022-01-01', to: '2026-12-31' });
    expect(measureOf(plan, 'II.1.1').timing.condition).toBe('theo hướng dẫn của Bộ KH&CN');
    expect(measureOf(plan, 'II.2.4').unassigned).toEqual(['các cơ quan, tổ chức liên quan']);
    expect(measureOf(plan, 'II.2.2').printed).toContain('nghề ngiệp (cuộc thi');
    expect(measureOf(plan, 'II.2.2').text).toContain('nghề nghiệp (cuộc thi');
    expect(measureOf(plan, 'V.2')).toMatchObject({ lead: 'Sở Khoa học và Công nghệ' });
    expect(measureOf(plan, 'V.2').cooperators[0]).toBe('Các sở, ngành có liên quan');
  });

  it.each([
    ['III.2', 'budgetEstimate', ['so-khcn', ...TEN], ['so-tc'], 'so-tc'],
    ['IV.1.c', 'consolidation', ['so-khcn'], ['ubnd-tinh', 'bo-khcn'], 'ubnd-tinh'],
    ['IV.2.b', 'integrationPlan', TEN, [], undefined],
    ['IV.2.d', 'budgetEstimate', TEN, ['so-tc'], 'so-tc'],
    ['IV.2.đ', 'report', TEN, ['so-khcn'], 'so-khcn'],
    ['IV.3', 'investmentBudget', ['so-khdt'], ['ubnd-tinh'], 'ubnd-tinh'],
    ['IV.4', 'allocation', ['so-tc'], ['ubnd-tinh'], 'ubnd-tinh'],
  ])('clause %s asks for %s', (id, kind, owedBy, owedTo, reviewer) => {
    const requirement = requirementOf(plan, id);
    expect(requirement).toMatchObject({ clause: id, kind });
    expect(idsOf(requirement.owedBy)).toEqual(owedBy);
    expect(idsOf(requirement.owedTo)).toEqual(owedTo);
    expect(requirement.reviewer?.id).toBe(reviewer);
  });

  it('prints one day, before 20/11; all else is a default with its reason', () => {
    expect(requirementOf(plan, 'IV.1.c')).toMatchObject({
      due: { rule: 'before', month: 11, day: 20 },
      duePhrase: 'Trước ngày 20 tháng 11 hàng năm',
      alsoOnRequest: true,
      default: false,
      defaultBasis: null,
    });
    const others = plan.requirements.filter(({ id }) => id !== 'IV.1.c');
    expect(others.every((each) => each.default && each.due === null && each.defaultBasis !== null)).toBe(true);
    expect(requirementOf(plan, 'III.2').coveredBy).toBe('IV.2.d');
  });

  it('asks every lead for mid-year progress, though no clause does', () => {
    const progress = requirementOf(plan, 'progress');
    expect(progress).toMatchObject({ clause: null, kind: 'progress', quote: null, default: true });
    expect(idsOf(progress.owedBy).sort()).toEqual(['so-khcn', ...TEN].sort());
  });

  it('is reviewed in 2025 and in 2030', () => {
    expect(plan.reviews).toMatchObject([
      { id: 'IV.1.d-midTerm', kind: 'midTerm', clause: 'IV.1.d', year: 2025, plannedYear: 2025, default: false },
      { id: 'IV.1.d-final', kind: 'final', clause: 'IV.1.d', year: 2030, plannedYear: 2030, default: false },
    ]);
  });

  it('lists each point of the organisation section as printed: there is no point c under IV.2', () => {
    expect(plan.duties.map(({ clause }) => clause)).toEqual([
      ...['IV.1.a', 'IV.1.b', 'IV.1.c', 'IV.1.d', 'IV.2.a', 'IV.2.b', 'IV.2.d', 'IV.2.đ', 'IV.3', 'IV.4', 'IV.5'],
    ]);
    expect(idsOf(plan.duties.at(-1)?.by ?? [])).toEqual(['ubnd-cap-huyen', 'vcci-vt', 'hhdnnvv', 'hoi-hiep-hoi-dn']);
    expect(plan.difficultyClause).toMatchObject({ to: { id: 'so-khcn' }, inWriting: false });
  });

  it('warns of what the text leaves open', () => {
    expect(plan.warnings.map(({ code, about }) => [code, ...about])).toEqual([
      ['INPUT_UNDATED', 'IV.2.đ', 'IV.1.c'],
      ['LEAD_VAGUE', 'II.2.4'],
      ['BASIS_ENDS_EARLIER', 'I.3'],
    ]);
  });
});
