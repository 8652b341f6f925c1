import { expect, it } from 'vitest';
import { moneyInWords } from '../../wording/money-words.ts';

it.each([
  [0, 'không đồng'],
  [5, 'năm đồng'],
  [15, 'mười lăm đồng'],
  [21, 'hai mươi mốt đồng'],
  [24, 'hai mươi tư đồng'],
  [105_000, 'một trăm linh năm nghìn đồng'],
  [1_000_000, 'một triệu đồng'],
  [150_000_000, 'một trăm năm mươi triệu đồng'],
  [1_250_000_000, 'một tỷ hai trăm năm mươi triệu đồng'],
  [1_000_500_000, 'một tỷ năm trăm nghìn đồng'],
  [2_000_000_011, 'hai tỷ không trăm mười một đồng'],
  [12_034_000_000, 'mười hai tỷ không trăm ba mươi tư triệu đồng'],
  [3_000_000_000_000, 'ba nghìn tỷ đồng'],
])('%i is read %s', (dong, words) => {
  expect(moneyInWords(dong)).toBe(words);
});
