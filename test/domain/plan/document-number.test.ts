import { describe, expect, it } from 'vitest';
import { documentIn } from '../../../domain/plan/document-number.ts';

describe('the document that a text names', () => {
  it.each([
    { text: 'số 1234/UBND-VP, ngày 5/11/2024', number: '1234/UBND-VP', day: '2024-11-05' },
    { text: 'Công văn số 812/STC-HCSN ngày 29/10/2021: chưa có kinh phí.', number: '812/STC-HCSN', day: '2021-10-29' },
    { text: 'Quyết định 12/2024/QĐ-UBND', number: '12/2024/QĐ-UBND', day: null },
    { text: '12/BC-SCT', number: '12/BC-SCT', day: null },
    { text: 'Số: 45 ngày 31/02/2024', number: '45', day: null },
  ])('$text', ({ text, number, day }) => {
    expect(documentIn(text)).toEqual({ number, day });
  });

  it.each(['', 'theo chỉ đạo của lãnh đạo', 'ngày 05/11/2024', 'số liệu chưa đủ', 'đã làm 5/10 lớp'])(
    'none in "%s"',
    (text) => {
      expect(documentIn(text)).toBeNull();
    },
  );
});
