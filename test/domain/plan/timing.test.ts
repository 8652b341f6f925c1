import { describe, expect, test } from 'vitest';
import { parseTiming } from '../../../domain/plan/timing.ts';

describe('phrases of the five plans and their like', () => {
  test.each([
    ['Thực hiện khi có yêu cầu', 'onRequest', null, null, null],
    ['thực hiện khi có yêu cầu', 'onRequest', null, null, null],
    ['đột xuất khi có yêu cầu', 'onRequest', null, null, null],
    ['khi được Bộ KH&CN công bố áp dụng', 'onEvent', 'khi được Bộ KH&CN công bố áp dụng', null, null],
    ['Thực hiện khi được phê duyệt', 'onEvent', 'khi được phê duyệt', null, null],
    ['Thường xuyên', 'continuous', null, null, null],
    ['Thường xuyên hàng năm', 'continuous', null, null, null],
    ['Thường xuyên, hằng năm', 'continuous', null, null, null],
    ['Hàng năm', 'yearly', null, null, null],
    ['Hằng năm', 'yearly', null, null, null],
    ['Định kỳ hàng năm', 'yearly', null, null, null],
    ['Hàng năm theo hướng dẫn của Bộ KH&CN', 'yearly', 'theo hướng dẫn của Bộ KH&CN', null, null],
    ['Năm 2022-2026', 'window', null, '2022-01-01', '2026-12-31'],
    ['Giai đoạn 2022-2025', 'window', null, '2022-01-01', '2025-12-31'],
    ['Giai đoạn 2022 – 2030', 'window', null, '2022-01-01', '2030-12-31'],
    ['Từ năm 2024 đến năm 2026', 'window', null, '2024-01-01', '2026-12-31'],
    ['trong năm 2023', 'window', null, '2023-01-01', '2023-12-31'],
    ['Năm 2024', 'window', null, '2024-01-01', '2024-12-31'],
    ['Quý II/2022', 'quarter', null, '2022-04-01', '2022-06-30'],
    ['Quý I năm 2024', 'quarter', null, '2024-01-01', '2024-03-31'],
    ['Quý IV/2025', 'quarter', null, '2025-10-01', '2025-12-31'],
    ['định kỳ 5 năm 01 lần', 'everyFiveYears', null, null, null],
    [null, 'none', null, null, null],
  ])('%s → %s', (phrase, kind, condition, from, to) => {
    expect(parseTiming(phrase)).toEqual({ phrase, kind, condition, from, to });
  });

  test('blanks and decomposed letters do not matter, and the phrase is kept as written', () => {
    const phrase = 'Hàng  năm '.normalize('NFD');
    expect(parseTiming(phrase)).toMatchObject({ phrase, kind: 'yearly' });
  });

  test.each(['Giai đoạn 2025-2022', 'Quý V/2022', 'Quý II', 'Lúc thuận lợi', 'Hàng quý', ''])(
    '“%s” is not guessed',
    (phrase) => {
      expect(parseTiming(phrase)).toBeNull();
    },
  );
});
