import { describe, expect, it } from 'vitest';
import { idsOf, measureOf, planNamed, requirementOf } from './plan-named.ts';

const plan = planNamed('brvt-kh-2023');
const SEVEN = ['so-khcn', 'so-ct', 'so-nnptnt', 'so-yt', 'so-gtvt', 'so-tttt', 'so-dl'];
const SIX = SEVEN.slice(1);

describe('Kế hoạch năm 2023 của Bà Rịa – Vũng Tàu, mất các trang đầu', () => {
  it('owns up to what the lost pages said', () => {
    expect(plan).toMatchObject({ title: null, number: null, issuedOn: null, legalBases: [], goals: [], targets: [] });
    expect(plan.period).toEqual({ from: 2023, to: 2023 });
    expect(plan.parent?.planId).toBe('brvt-kh57-2022');
    expect(plan.signatory).toBe('Đặng Minh Thông');
    expect(plan.sourceNotes.find(({ printed }) => printed === 'Dặng Minh Thông')?.read).toBe('Đặng Minh Thông');
  });

  it.each([
    ['II.1.?', 'one', ['cuc-tk']],
    ['II.2.a', 'group', SEVEN],
    ['II.2.b', 'group', SEVEN],
    ['II.2.c', 'group', SEVEN],
    ['II.3.-1', 'one', ['so-khcn']],
    ['II.4.-1', 'one', ['so-khcn']],
    ['II.4.-2', 'one', ['so-khcn']],
  ])('measure %s: %s lead', (no, leadKind, leads) => {
    const measure = measureOf(plan, no);
    expect(measure.source).toBe('body');
    expect(measure.path).toEqual(no.split('.'));
    expect(measure.leadKind).toBe(leadKind);
    expect(idsOf(measure.leads)).toEqual(leads);
    expect(measure.timing).toEqual({ phrase: null, condition: null, from: null, to: null, kind: 'none' });
    expect(measure.text).toBe(measure.printed);
  });

  it('has these seven measures in the order of the paper, the first without its lost heading', () => {
    expect(plan.measures.map(({ no }) => no)).toEqual([
      'II.1.?',
      'II.2.a',
      'II.2.b',
      'II.2.c',
      'II.3.-1',
      'II.4.-1',
      'II.4.-2',
    ]);
    expect(plan.measures[0]).toMatchObject({
      section: '',
      printed: 'đóng góp của năng suất các nhân tố tổng hợp (TFP) vào tăng trưởng kinh tế của tỉnh.',
      lead: 'Cục Thống kê',
      cooperating: 'các sở, ngành, cơ quan, tổ chức có liên quan',
    });
    expect(measureOf(plan, 'II.2.b').cooperators).toEqual([
      'Đài Phát thanh và Truyền hình tỉnh',
      'Phòng Thương mại và Công nghiệp Việt Nam chi nhánh Vũng Tàu',
      'Hội, Hiệp hội doanh nghiệp',
      'Liên minh Hợp tác xã',
    ]);
  });

  it('gives four duties', () => {
    expect(plan.duties.map(({ clause, by }) => [clause, idsOf(by)])).toEqual([
      ['IV.1', ['so-khcn']],
      ['IV.2', ['so-ct']],
      ['IV.3', [...SIX, 'cuc-tk', 'cac-co-quan-lien-quan']],
      ['IV.4', ['ubnd-cap-huyen', 'lien-minh-htx', 'vcci-vt', 'hoi-hiep-hoi-dn']],
    ]);
  });

  it('asks Sở Công Thương for a report to UBND tỉnh every quarter', () => {
    const report = requirementOf(plan, 'IV.2');
    expect(report).toMatchObject({ kind: 'report', frequency: 'quarterly', due: null, duePhrase: null, default: true });
    expect(idsOf(report.owedBy)).toEqual(['so-ct']);
    expect(report.reviewer?.id).toBe('ubnd-tinh');
  });

  it('asks the six departments, the statistics office and others before 15/11 or on request', () => {
    const report = requirementOf(plan, 'IV.3');
    expect(report).toMatchObject({
      kind: 'report',
      frequency: 'yearly',
      duePhrase: 'trước ngày 15 tháng 11',
      due: { rule: 'before', month: 11, day: 15 },
      alsoOnRequest: true,
      default: false,
      defaultBasis: null,
    });
    expect(idsOf(report.owedBy)).toEqual([...SIX, 'cuc-tk', 'cac-co-quan-lien-quan']);
    expect(idsOf(report.owedTo)).toEqual(['so-khcn']);
  });

  it('asks for a consolidation without a day, dated by the mother plan, and warns that no working day is left', () => {
    const consolidation = requirementOf(plan, 'IV.1');
    expect(consolidation).toMatchObject({ kind: 'consolidation', due: null, default: true });
    expect(idsOf(consolidation.owedTo)).toEqual(['ubnd-tinh', 'bo-khcn']);
    expect(consolidation.reviewer?.id).toBe('ubnd-tinh');
    expect(plan.warnings).toContainEqual(
      expect.objectContaining({ code: 'CONSOLIDATION_HAS_NO_DAY', about: ['IV.3', 'IV.1'] }),
    );
  });

  it('has the mid-year progress of the eight leads, and no review', () => {
    expect(plan.requirements.map(({ id }) => id)).toEqual(['IV.1', 'IV.2', 'IV.3', 'progress']);
    expect(idsOf(requirementOf(plan, 'progress').owedBy)).toEqual(['cuc-tk', ...SEVEN]);
    expect(plan.reviews).toEqual([]);
  });

  it('sends difficulties to the coordinator, by any way, and the plan to nine lines of recipients', () => {
    expect(plan.difficultyClause).toMatchObject({ to: { id: 'so-khcn' }, inWriting: false });
    expect(plan.recipients).toHaveLength(9);
    expect(plan.recipients[0]).toBe('CT, các PCT UBND tỉnh (b/c)');
    expect(plan.recipients.at(-1)).toBe('Lưu: VT, VX5. (5)');
  });
});
