import { describe, expect, it } from 'vitest';
import { draw, drawNumber, drawOf } from '../../../domain/rehearsal/draw.ts';

describe('what chance decides depends on the seed and the words alone', () => {
  it('gives the same number again, whatever was drawn between', () => {
    const first = draw(7, 'late', 'brvt-kh54-2022/2024/IV.2.đ/2024/so-yt');
    for (let other = 0; other < 100; other += 1) draw(other, 'late', 'x');
    expect(draw(7, 'late', 'brvt-kh54-2022/2024/IV.2.đ/2024/so-yt')).toBe(first);
  });

  it('gives other numbers for another seed, other words or words joined otherwise', () => {
    const drawn = [draw(7, 'a', 'bc'), draw(8, 'a', 'bc'), draw(7, 'ab', 'c'), draw(7, 'abc')];
    expect(new Set(drawn).size).toBe(4);
  });

  it('is even enough: each tenth of 10,000 draws holds 900 to 1,100', () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (let n = 0; n < 10_000; n += 1) {
      const tenth = Math.floor(draw(1, 'even', n) * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const many of tenths) expect(many).toBeGreaterThan(900);
    for (const many of tenths) expect(many).toBeLessThan(1_100);
  });

  it('keeps to both ends of a range, and never takes what has no weight', () => {
    const drawn = Array.from({ length: 500 }, (_, n) => drawNumber(-1, 2, 3, n));
    expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
    const chosen = Array.from({ length: 500 }, (_, n) => drawOf({ yes: 1, never: 0, no: 3 }, 3, n));
    expect([...new Set(chosen)].sort()).toEqual(['no', 'yes']);
  });
});
