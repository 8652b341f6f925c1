import { expect, test } from 'vitest';
import { parseQuantity } from '../../../domain/plan/quantity-phrase.ts';

test.each([
  ['01 dự án', 1, null, 'dự án'],
  ['01-02 dự án', 1, 2, 'dự án'],
  ['02 chuyên mục', 2, null, 'chuyên mục'],
  ['04', 4, null, null],
  ['1.000 lượt', 1000, null, 'lượt'],
  ['8,3 %', 8.3, null, '%'],
  ['1.250,5 triệu đồng', 1250.5, null, 'triệu đồng'],
])('%s', (phrase, min, max, unit) => {
  expect(parseQuantity(phrase)).toEqual({ phrase, min, max, unit });
});

test('words without a number are no quantity', () => {
  expect(parseQuantity('vài dự án')).toBeNull();
});
