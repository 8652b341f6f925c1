import { expect, test } from 'vitest';
import { parseDuePhrase } from '../../../domain/plan/due-phrase.ts';

test.each([
  ['Trước ngày 20 tháng 11 hàng năm', { rule: 'before', month: 11, day: 20 }],
  ['trước ngày 15 tháng 11', { rule: 'before', month: 11, day: 15 }],
  ['kết quả thực hiện năm trước ngày 15/11', { rule: 'before', month: 11, day: 15 }],
  ['chậm nhất là ngày 10 tháng 3', { rule: 'onOrBefore', month: 3, day: 10 }],
  ['đến hết ngày 28/02', { rule: 'onOrBefore', month: 2, day: 28 }],
  ['không quá ngày 29 tháng 2', { rule: 'onOrBefore', month: 2, day: 29 }],
  ['trước ngày 31 tháng 4', null],
  ['trước ngày 5 tháng 13', null],
  ['hàng quý', null],
  ['trước mùa lũ', null],
])('%s', (phrase, due) => {
  expect(parseDuePhrase(phrase)).toEqual(due);
  expect(parseDuePhrase(phrase.normalize('NFD'))).toEqual(due);
});
