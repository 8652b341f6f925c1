import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../bot/dialogue/parse-day.ts';

const span = { from: '2024-11-07', to: '2024-12-31' };
const day = (value: string): unknown => ({ kind: 'day', day: value });

describe('a day as officials type it, on 07/11/2024', () => {
  it.each([
    ['15/11', day('2024-11-15')],
    ['15/11/2024', day('2024-11-15')],
    ['5/12', day('2024-12-05')],
    ['15-11', day('2024-11-15')],
    ['15.11.2024', day('2024-11-15')],
    ['ngày 15 tháng 11', day('2024-11-15')],
    ['ngay 15 thang 11 nam 2024', day('2024-11-15')],
    ['Thứ Sáu, 15/11/2024', day('2024-11-15')],
    ['đến ngày 15/11.', day('2024-11-15')],
    ['2024-11-15', day('2024-11-15')],
    ['hôm nay là ngày đầu: 07/11', { kind: 'ask', why: 'notDay' }],
    ['07/11', day('2024-11-07')],
    ['31/12', day('2024-12-31')],
    ['06/11', { kind: 'ask', why: 'past', day: '2024-11-06' }],
    ['15/11/2023', { kind: 'ask', why: 'past', day: '2023-11-15' }],
    ['02/01/2025', { kind: 'ask', why: 'beyond', day: '2025-01-02' }],
    ['31/11', { kind: 'ask', why: 'noSuchDay' }],
    ['29/02/2025', { kind: 'ask', why: 'noSuchDay' }],
    ['15/13', { kind: 'ask', why: 'noSuchDay' }],
    ['cuối tháng', { kind: 'ask', why: 'notDay' }],
    ['ngày mai', { kind: 'ask', why: 'notDay' }],
    ['15/11-2024', { kind: 'ask', why: 'notDay' }],
    ['', { kind: 'ask', why: 'notDay' }],
  ])('%s', (text, expected) => {
    expect(parseDay(text, span)).toEqual(expected);
  });

  it('takes the next year when the span reaches into it', () => {
    expect(parseDay('10/01', { from: '2024-11-07', to: '2025-01-31' })).toEqual(day('2025-01-10'));
  });
});
