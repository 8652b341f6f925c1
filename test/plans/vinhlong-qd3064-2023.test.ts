import { describe, expect, it } from 'vitest';
import { idsOf, measureOf, planNamed, requirementOf } from './plan-named.ts';

const plan = planNamed('vinhlong-qd3064-2023');
const NINE = [...['so-ct', 'so-nnptnt', 'so-xd', 'so-gtvt', 'so-vhttdl', 'so-tttt', 'so-yt', 'so-gddt', 'so-ldtbxh']];

describe('Quyết định 3064/QĐ-UBND của Vĩnh Long, 2021–2030', () => {
  it('is a decision of the chairman; the Prime Minister’s decision is a basis, not a mother plan', () => {
    expect(plan).toMatchObject({
      documentKind: 'quyetDinh',
      number: '3064/QĐ-UBND',
      issuedOn: '2023-12-29',
      signatory: 'Nguyễn Thị Quyên Thanh',
      period: { from: 2021, to: 2030 },
      parent: null,
      difficultyClause: null,
    });
    expect(plan.issuer).toMatch(/^Chủ tịch /);
    expect(plan.legalBases).toHaveLength(2);
    expect(plan.legalBases[1]).toMatch(/^Quyết định số 36\/QĐ-TTg/);
    expect(plan.goals).toHaveLength(2);
    expect(plan.recipients).toEqual([
      'Như Điều 3',
      'Bộ KH&CN (thay báo cáo)',
      'TT.TU, TT. HĐND tỉnh',
      'CT, các PCT UBND tỉnh',
      'Lưu: VT, 3.19.02',
    ]);
  });

  it.each([
    ['a.1', 2025, true, 'exactly', 8.3, '%/năm'],
    ['a.2', 2025, true, 'about', 50, '%'],
    ['a.3', 2025, false, 'atLeast', 30, 'lượt'],
    ['b.1', 2030, true, 'moreThan', 8.3, '%/năm'],
    ['b.2', 2030, true, 'moreThan', 50, '%'],
    ['b.3', 2030, false, 'atLeast', 40, 'lượt'],
  ])('target %s', (id, year, contribution, comparator, value, unit) => {
    const target = plan.targets.find((each) => each.id === id);
    expect(target).toMatchObject({ year, yearDefault: false, everyYear: false, contribution });
    expect(target?.quantities).toEqual([{ comparator, value, max: null, unit }]);
  });

  it('keeps the footnote mark of a.1 out of the figure', () => {
    expect(plan.targets[0]?.printed).toMatch(/8,3%\/năm1\.$/);
    expect(plan.targets[0]?.text).toMatch(/8,3%\/năm\.$/);
  });

  it.each([
    ['II.1.-1', 'onEvent', 'so-khcn', 'Điều 2'],
    ['II.1.-2', 'none', 'so-khcn', 'Điều 2'],
    ['II.1.-3', 'everyFiveYears', 'so-khcn', 'IV.1'],
    ['II.2.-1', 'none', 'so-khcn', 'Điều 2'],
    ['II.2.-2', 'none', 'so-khcn', 'Điều 2'],
    ['II.2.-3', 'none', 'so-khcn', 'Điều 2'],
    ['II.3.-1', 'none', 'so-khcn', 'Điều 2'],
    ['II.4.-1', 'none', 'so-tttt', 'IV.5'],
    ['II.5.-1', 'none', 'so-khcn', 'Điều 2'],
  ])('measure %s names no lead: %s, %s by %s', (no, timing, lead, basis) => {
    const measure = measureOf(plan, no);
    expect(measure).toMatchObject({ source: 'body', lead: null, leadKind: 'one', leadBasis: basis, cooperating: null });
    expect(measure.timing.kind).toBe(timing);
    expect(idsOf(measure.leads)).toEqual([lead]);
    expect(plan.measures).toHaveLength(9);
  });

  it('waits with II.1.-1 for the ministry', () => {
    expect(measureOf(plan, 'II.1.-1').timing.condition).toBe('khi được Bộ Khoa học và Công nghệ công bố áp dụng');
    expect(measureOf(plan, 'II.1.-3').timing.phrase).toBe('định kỳ 5 năm 01 lần');
  });

  it('gives sixteen duties', () => {
    expect(plan.duties.map(({ clause }) => clause)).toEqual([
      ...['IV.1.-1', 'IV.1.-2', 'IV.1.-3', 'IV.1.-4', 'IV.1.-5', 'IV.2.-1', 'IV.2.-2', 'IV.3'],
      ...['IV.4.-1', 'IV.4.-2', 'IV.5', 'IV.6', 'IV.7', 'IV.8.-1', 'IV.8.-2', 'IV.8.-3'],
    ]);
    expect(idsOf(plan.duties.find(({ clause }) => clause === 'IV.5')?.by ?? [])).toEqual([
      'so-tttt',
      'cac-co-quan-ttdc',
      'dai-ptth',
      'bao-tinh',
    ]);
  });

  it.each([
    ['III.2', 'III.2', 'budgetEstimate', 'yearly', ['so-khcn', ...NINE, 'ubnd-cap-huyen'], 'so-tc'],
    ['IV.2.-2', 'IV.2.-2', 'report', 'periodic', NINE, 'so-khcn'],
    ['IV.2.-2-consolidation', 'IV.2.-2', 'consolidation', 'periodic', ['so-khcn'], 'ubnd-tinh'],
    ['IV.3', 'IV.3', 'budgetConsolidation', 'yearly', ['so-khdt'], 'ubnd-tinh'],
    ['IV.4.-1', 'IV.4.-1', 'allocation', 'yearly', ['so-tc'], 'ubnd-tinh'],
    ['IV.4.-2', 'IV.4.-2', 'settlement', 'yearly', ['so-tc'], 'ubnd-tinh'],
    ['IV.6', 'IV.6', 'statistics', 'yearly', ['cuc-tk'], 'so-khcn'],
    ['IV.6-everyFiveYears', 'IV.6', 'statistics', 'everyFiveYears', ['cuc-tk'], 'so-khcn'],
    ['progress', null, 'progress', 'yearly', ['so-khcn', 'so-tttt'], 'so-khcn'],
  ])('requirement %s prints no day', (id, clause, kind, frequency, owedBy, reviewer) => {
    const requirement = requirementOf(plan, id);
    expect(requirement).toMatchObject({ clause, kind, frequency, due: null, duePhrase: null, default: true });
    expect(idsOf(requirement.owedBy)).toEqual(owedBy);
    expect(requirement.reviewer?.id).toBe(reviewer);
    expect(plan.requirements).toHaveLength(9);
  });

  it('reviews in 2025 and 2030', () => {
    expect(plan.reviews.map(({ kind, clause, year, by }) => [kind, clause, year, idsOf(by)])).toEqual([
      ['midTerm', 'IV.1.-5', 2025, ['so-khcn']],
      ['final', 'IV.1.-5', 2030, ['so-khcn']],
    ]);
  });
});
