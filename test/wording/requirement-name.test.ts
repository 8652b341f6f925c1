import { describe, expect, it } from 'vitest';
import { documentShort, documentText } from '../../wording/basis.ts';
import { requirementName, requirementTitle } from '../../wording/requirement-name.ts';

describe('requirementName', () => {
  it.each([
    ['report', '2024', 'báo cáo năm 2024'],
    ['report', '2023-Q3', 'báo cáo quý III năm 2023'],
    ['consolidation', '2024', 'báo cáo tổng hợp năm 2024'],
    ['statistics', '2024', 'số liệu thống kê năm 2024'],
    ['budgetEstimate', '2025', 'dự toán ngân sách năm 2025'],
    ['budgetConsolidation', '2025', 'tổng hợp dự toán ngân sách năm 2025'],
    ['investmentBudget', '2025', 'đề xuất vốn đầu tư phát triển năm 2025'],
    ['annualPlan', '2025', 'kế hoạch năm 2025'],
    ['progress', '2024-H1', 'tiến độ nhiệm vụ 6 tháng đầu năm 2024'],
    ['something new', '2024', 'báo cáo năm 2024'],
  ])('%s of %s is called %s', (kind, period, name) => {
    expect(requirementName({ kind, period })).toBe(name);
  });

  it('tells a mid-term review from a final one', () => {
    expect(requirementName({ kind: 'review', period: '2022-2030', review: 'final' })).toBe(
      'báo cáo tổng kết giai đoạn 2022–2030',
    );
    expect(requirementName({ kind: 'reviewInputs', period: '2022-2025', review: 'midTerm' })).toBe(
      'báo cáo phục vụ sơ kết giai đoạn 2022–2025',
    );
  });

  it('begins a line with a capital, stacked marks included', () => {
    expect(requirementTitle({ kind: 'investmentBudget', period: '2025' })).toBe(
      'Đề xuất vốn đầu tư phát triển năm 2025',
    );
  });
});

describe('the plan and its clause', () => {
  const plan = {
    documentKind: 'keHoach' as const,
    number: '12/KH-UBND',
    issuedOn: '2022-04-07',
    issuer: 'Ủy ban nhân dân tỉnh Thí Dụ',
    shortName: 'KH 12',
  };

  it('is named in full in sentences and briefly in subjects', () => {
    expect(documentText(plan)).toBe('Kế hoạch số 12/KH-UBND ngày 07/04/2022 của Ủy ban nhân dân tỉnh Thí Dụ');
    expect(documentShort(plan)).toBe('KH 12/KH-UBND');
    expect(documentShort({ ...plan, number: null })).toBe('KH 12');
  });
});
