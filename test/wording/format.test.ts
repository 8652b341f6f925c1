import { describe, expect, it } from 'vitest';
import {
  formatDaysLeft,
  formatDayWithWeekday,
  formatFigure,
  formatInstant,
  formatMoney,
  formatMoneyFull,
  formatNumber,
  formatPeriod,
} from '../../wording/format.ts';

describe('numbers and money', () => {
  it.each([
    ['a thousand', 1250, '1.250'],
    ['decimal comma', 1234.5, '1.234,5'],
    ['small', 0.75, '0,75'],
    ['zero', 0, '0'],
    ['negative', -1200, '-1.200'],
    ['binary rest is not shown', 0.1 + 0.2, '0,3'],
  ])('%s', (_, value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    ['tỷ', 1_500_000_000, '1,5 tỷ đồng', '1.500.000.000 đồng (1,5 tỷ)'],
    ['triệu', 200_000_000, '200 triệu đồng', '200.000.000 đồng (200 triệu)'],
    ['under a million', 950_000, '950.000 đồng', '950.000 đồng'],
    ['three decimals of a tỷ', 2_350_000_000, '2,35 tỷ đồng', '2.350.000.000 đồng (2,35 tỷ)'],
    ['not a round thousandth', 1_234_567_890, '1.234.567.890 đồng', '1.234.567.890 đồng'],
    ['nothing', 0, '0 đồng', '0 đồng'],
  ])('%s', (_, dong, short, full) => {
    expect(formatMoney(dong)).toBe(short);
    expect(formatMoneyFull(dong)).toBe(full);
  });

  it('writes a figure with its unit', () => {
    expect(formatFigure(1200, 'lượt người')).toBe('1.200 lượt người');
    expect(formatFigure(8.3, '%')).toBe('8,3%');
    expect(formatFigure(1_500_000_000, 'VND')).toBe('1,5 tỷ đồng');
  });
});

describe('days', () => {
  it.each([
    ['Thursday', '2024-11-07', 'Thứ Năm 07/11/2024'],
    ['Sunday', '2024-11-10', 'Chủ nhật 10/11/2024'],
    ['leap day', '2024-02-29', 'Thứ Năm 29/02/2024'],
    ['year end', '2030-12-31', 'Thứ Ba 31/12/2030'],
  ])('%s', (_, day, text) => {
    expect(formatDayWithWeekday(day)).toBe(text);
  });

  it('writes a moment with its day', () => {
    expect(formatInstant('2024-11-07T09:14:00.000+07:00')).toBe('09:14, Thứ Năm 07/11/2024');
  });

  it.each([
    ['left', 3, 'còn 3 ngày làm việc'],
    ['today', 0, 'đến hạn hôm nay'],
    ['past', -2, 'đã qua hạn 2 ngày làm việc'],
  ])('%s', (_, days, text) => {
    expect(formatDaysLeft(days)).toBe(text);
  });

  it.each([
    ['year', '2024', 'năm 2024'],
    ['half', '2024-H1', '6 tháng đầu năm 2024'],
    ['quarter', '2024-Q4', 'quý IV năm 2024'],
    ['span', '2022-2025', 'giai đoạn 2022–2025'],
    ['other words stay', 'đột xuất', 'đột xuất'],
  ])('%s', (_, period, text) => {
    expect(formatPeriod(period)).toBe(text);
  });
});
