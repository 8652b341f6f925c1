import { expect, test } from 'vitest';
import { splitCooperators } from '../../plans/split-cooperators.ts';

test.each([
  [
    'Các sở, ngành có liên quan; UBND các huyện, thị xã, thành phố; Liên minh các Hợp tác xã, VCCI CN Vũng Tàu, Hội, Hiệp hội doanh nghiệp',
    [
      'Các sở, ngành có liên quan',
      'UBND các huyện, thị xã, thành phố',
      'Liên minh các Hợp tác xã',
      'VCCI CN Vũng Tàu',
      'Hội, Hiệp hội doanh nghiệp',
    ],
  ],
  ['Sở Nội vụ và các sở, ngành có liên quan.', ['Sở Nội vụ', 'các sở, ngành có liên quan']],
  ['Các cơ quan, tổ chức có liên quan', ['Các cơ quan, tổ chức có liên quan']],
  ['', []],
])('%s', (printed, parts) => {
  expect(splitCooperators(printed)).toEqual(parts);
});
