import { describe, expect, it } from 'vitest';
import { idsOf, measureOf, planNamed, requirementOf } from './plan-named.ts';

const plan = planNamed('tthue-kh149-2021');

describe('Kế hoạch 149/KH-UBND của Thừa Thiên Huế, năm 2021', () => {
  it('names itself as on its first page, not as its appendix misprints', () => {
    expect(plan).toMatchObject({
      number: '149/KH-UBND',
      issuedOn: '2021-04-14',
      signatory: 'Nguyễn Thanh Bình',
      period: { from: 2021, to: 2021 },
      title:
        'Tổng thể nâng cao năng suất dựa trên nền tảng khoa học, công nghệ và đổi mới sáng tạo trên địa bàn tỉnh Thừa Thiên Huế, năm 2021',
    });
    expect(plan.parent).toMatchObject({ planId: null, document: expect.stringContaining('556/QĐ-UBND') });
    expect(plan.sourceNotes.find(({ printed }) => printed === '449/KH-UBND')?.read).toBe('149/KH-UBND');
    expect(plan.legalBases).toHaveLength(4);
    expect(plan.goals).toHaveLength(2);
  });

  it.each([
    ['a', true, [['moreThan', 7, null, '%/năm']]],
    ['b', false, [['exactly', 2, null, 'doanh nghiệp']]],
    ['c', false, [['about', 30, null, 'thành viên']]],
    [
      'd',
      false,
      [
        ['exactly', 2, null, 'doanh nghiệp'],
        ['exactly', 1, null, 'lớp tập huấn'],
      ],
    ],
    ['đ', false, [['atLeast', 1, 2, 'doanh nghiệp']]],
    ['e', false, [['atLeast', 1, null, 'doanh nghiệp']]],
    ['g', false, []],
  ])('target %s, for the plan’s only year', (id, contribution, quantities) => {
    const target = plan.targets.find((each) => each.id === id);
    expect(target).toMatchObject({ year: 2021, yearDefault: true, everyYear: false, contribution });
    expect(target?.quantities.map((each) => [each.comparator, each.value, each.max, each.unit])).toEqual(quantities);
  });

  it('has the twenty body items that no appendix row speaks of, then the sixteen rows of the appendix', () => {
    const body = plan.measures.filter(({ source }) => source === 'body').map(({ no }) => no);
    const appendix = plan.measures.filter(({ source }) => source === 'appendix').map(({ no }) => no);
    expect(body).toEqual([
      ...['II.1.-1', 'II.1.-2'],
      ...[1, 2, 3, 4, 5].map((plus) => `II.2.a.-2.+${plus}`),
      ...['II.2.b.-4', 'II.2.b.-5'],
      ...[2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((dash) => `II.3.a.-${dash}`),
      'II.5.a',
    ]);
    expect(appendix).toEqual([
      'I.-1',
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((row) => `II.${row}`),
      ...['III.1', 'III.2', 'IV.1', 'IV.2', 'IV.3', 'V.-1'],
    ]);
    expect(plan.measures.map(({ no }) => no)).toEqual([...body, ...appendix]);
  });

  it('keeps the two systems of marks apart: row II.1 stands under group II, item II.1.-1 under heading 1', () => {
    expect(measureOf(plan, 'II.1').section).toMatch(/^Phát triển các hoạt động nghiên cứu/);
    expect(measureOf(plan, 'II.1.-1').section).toMatch(/^Hoàn thiện cơ chế, chính sách/);
    expect(measureOf(plan, 'V.-1').section).toBe('Tăng cường các hoạt động hợp tác quốc tế');
  });

  it.each([
    ['I.-1', null],
    ['II.1', ['01 dự án', 1, null, 'dự án']],
    ['II.2', ['01 dự án', 1, null, 'dự án']],
    ['II.3', ['01 nhiệm vụ', 1, null, 'nhiệm vụ']],
    ['II.4', ['02 dự án', 2, null, 'dự án']],
    ['II.5', ['01-02 dự án', 1, 2, 'dự án']],
    ['II.6', ['02 doanh nghiệp', 2, null, 'doanh nghiệp']],
    ['II.7', ['02 lớp', 2, null, 'lớp']],
    ['II.8', ['01 lớp', 1, null, 'lớp']],
    ['II.9', null],
    ['III.1', ['01 lớp', 1, null, 'lớp']],
    ['III.2', null],
    ['IV.1', ['02 số', 2, null, 'số']],
    ['IV.2', ['02 chuyên mục', 2, null, 'chuyên mục']],
    ['IV.3', ['01 Hội thảo', 1, null, 'Hội thảo']],
    ['V.-1', ['04', 4, null, null]],
  ])('row %s has the quantity %j', (no, expected) => {
    const { quantity } = measureOf(plan, no);
    expect(quantity && [quantity.phrase, quantity.min, quantity.max, quantity.unit]).toEqual(expected);
  });

  it('has no timing anywhere, and Sở KH&CN leads everything but the proposed row', () => {
    for (const measure of plan.measures) {
      expect(measure.timing.kind).toBe('none');
      if (measure.no === 'II.9') continue;
      expect([measure.leadKind, idsOf(measure.leads)]).toEqual(['one', ['so-khcn']]);
      expect([measure.lead, measure.leadBasis]).toEqual(
        measure.source === 'body' ? [null, 'IV.1'] : ['Sở Khoa học và Công nghệ', null],
      );
    }
  });

  it('makes a proposed central lead nobody’s duty', () => {
    const row = measureOf(plan, 'II.9');
    expect(row.lead).toBe('Nhiệm vụ đề nghị Tổng cục Tiêu chuẩn Đo lường Chất lượng chủ trì');
    expect(row.leadKind).toBe('proposed');
    expect(row.leads).toEqual([{ id: 'tong-cuc-tcdlcl', name: 'Tổng cục Tiêu chuẩn Đo lường Chất lượng' }]);
    expect(row.cooperators).toEqual(['Đại học Huế', 'các trường đại học liên quan']);
    expect(idsOf(requirementOf(plan, 'progress').owedBy)).toEqual(['so-khcn']);
  });

  it.each([
    [
      'II.2.a.-2.+1',
      'Trường Đại học Nông lâm, Đại học Huế phối hợp với Công ty TNHH MTV sản xuất thương mại và dịch vụ Hichagol',
    ],
    ['II.2.a.-2.+2', 'Công ty TNHH MTV Nông nghiệp Organic Quế Lâm'],
    ['II.2.a.-2.+3', 'Công ty Cổ phần Đầu tư và Dịch vụ YesHue Eco'],
    ['II.2.a.-2.+4', 'Công ty TNHH MTV Hữu cơ Huế Việt'],
    ['II.2.a.-2.+5', 'Công ty TNHH MTV Nông Lâm Nghiệp Hương Cát'],
    ['II.1', 'Công ty Cổ phần Đầu tư và Phát triển Công Thành'],
    ['II.2', 'Công ty TNHH Nông nghiệp MTV Lâm nghiệp Tiên Phong'],
  ])('project %s is held by %s, which does not lead it', (no, holder) => {
    expect(measureOf(plan, no).holder).toBe(holder);
    expect(plan.measures.filter((each) => each.holder !== null)).toHaveLength(7);
  });

  it('corrects a text only where a note says so', () => {
    for (const { no, printed, text } of plan.measures) {
      const notes = plan.sourceNotes.filter(({ where }) => where === `nhiệm vụ ${no}`);
      expect(notes.reduce((words, note) => words.replace(note.printed, note.read), printed)).toBe(text);
    }
    expect(plan.measures.filter(({ printed, text }) => printed !== text).map(({ no }) => no)).toEqual([
      'II.2.a.-2.+4',
      'II.3.a.-2',
      'I.-1',
      'II.1',
      'II.4',
      'II.7',
    ]);
  });

  it('asks for an estimate and an allocation; the yearly report nobody asks for is a default', () => {
    expect(plan.duties.map(({ clause }) => clause)).toEqual(['IV.1', 'IV.1.-1', 'IV.2']);
    expect(plan.requirements.map(({ id, clause, kind }) => [id, clause, kind])).toEqual([
      ['IV.1.-1', 'IV.1.-1', 'budgetEstimate'],
      ['IV.2', 'IV.2', 'allocation'],
      ['report', null, 'report'],
      ['progress', null, 'progress'],
    ]);
    const report = requirementOf(plan, 'report');
    expect(report).toMatchObject({ frequency: 'yearly', quote: null, due: null, default: true });
    expect([idsOf(report.owedBy), idsOf(report.owedTo), report.reviewer?.id]).toEqual([
      ['so-khcn'],
      ['ubnd-tinh'],
      'ubnd-tinh',
    ]);
    expect(requirementOf(plan, 'IV.1.-1').reviewer?.id).toBe('so-tc');
    expect(plan.reviews).toEqual([]);
  });

  it('wants difficulties in writing, and lists eleven recipients', () => {
    expect(plan.difficultyClause).toMatchObject({ to: { id: 'so-khcn' }, inWriting: true });
    expect(plan.recipients).toHaveLength(11);
    expect(plan.recipients.at(-1)).toBe('Lưu: VT, CN');
  });
});
