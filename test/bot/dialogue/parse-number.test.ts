import '../../harness/property-seed.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../../bot/dialogue/parse-number.ts';
import { formatMoney, formatNumber } from '../../../wording/format.ts';

const asked = (...readings: number[]): unknown => ({ kind: 'ask', readings });
const read = (value: number): unknown => ({ kind: 'value', value });

describe('a number as officials type it', () => {
  it.each([
    ['1.000', read(1000)],
    ['1000', read(1000)],
    ['1.234.567', read(1_234_567)],
    ['1,5 tỷ', read(1_500_000_000)],
    ['1.5 tỷ', read(1_500_000_000)],
    ['1,5 ty', read(1_500_000_000)],
    ['200 triệu', read(200_000_000)],
    ['200tr', read(200_000_000)],
    ['500k', read(500_000)],
    ['0,75', read(0.75)],
    ['12.5', asked(12.5)],
    ['2 tỷ 350', asked(2_350_000_000)],
    ['2 tỷ 350 triệu', read(2_350_000_000)],
    ['1tr2', asked(1_200_000)],
    ['1 tỷ rưỡi', read(1_500_000_000)],
    ['3 nghìn tỷ', read(3_000_000_000_000)],
    ['1,250', asked(1.25, 1250)],
    ['1,234,567', asked(1_234_567)],
    ['khoảng 5 tỷ', asked()],
    ['5-6 tỷ', asked()],
    ['hai trăm triệu', asked()],
    ['85%', { kind: 'value', value: 85, unit: '%' }],
    ['85 phần trăm', { kind: 'value', value: 85, unit: '%' }],
    ['1,5 tỷ đồng', read(1_500_000_000)],
    ['1.500.000.000 đ', read(1_500_000_000)],
    ['1.500.000.000đ', read(1_500_000_000)],
    ['1.500 triệu', read(1_500_000_000)],
    ['1,250 tỷ', asked(1_250_000_000, 1_250_000_000_000)],
    ['2 tỷ 350 triệu 500 nghìn', read(2_350_500_000)],
    ['350 triệu 2 tỷ', asked()],
    ['-5', read(-5)],
    ['1.2345.678', asked()],
    ['99999999999999999999', asked()],
    ['', asked()],
    ['120 lượt', asked()],
  ])('%s', (text, expected) => {
    expect(parseNumber(text, 'VND')).toEqual(expected);
  });

  it.each([
    ['the whole unit', '120 lượt người', read(120)],
    ['its first word', '120 lượt', read(120)],
    ['without marks', '1.200 luot nguoi', read(1200)],
    ['another unit', '120 doanh nghiệp', asked()],
  ])('%s behind the number', (_, text, expected) => {
    expect(parseNumber(text, 'lượt người')).toEqual(expected);
  });

  it('reads back every whole number and amount that we write', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), (number) => {
        expect(parseNumber(formatNumber(number), 'VND')).toEqual(read(number));
      }),
      { numRuns: 200 },
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), (tens) => {
        const reading = parseNumber(formatMoney(tens * 10_000_000), 'VND');
        expect(reading.kind === 'value' ? [reading.value] : reading.readings).toContain(tens * 10_000_000);
      }),
      { numRuns: 200 },
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => parseNumber(text, 'VND') !== undefined));
  });
});
