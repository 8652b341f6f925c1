import type { Measure } from './plan.ts';

/**
 * The numbers in a printed quantity, or null when none is printed. A dot divides thousands, a comma decimals.
 * `max` is null unless a range is printed; `unit` is null where only a number stands.
 * Examples: "01-02 dự án" → 1 to 2 dự án; "1.000 lượt" → 1000 lượt; "04" → 4.
 */
export function parseQuantity(phrase: string): Measure['quantity'] {
  const words = phrase.normalize('NFC').trim().replace(/\s+/g, ' ');
  const [, min, max, unit] = /^([\d.,]+)(?: ?[-–] ?([\d.,]+))?(?: (.+))?$/.exec(words) ?? [];
  if (min === undefined) return null;
  return { phrase, min: numberOf(min), max: max === undefined ? null : numberOf(max), unit: unit ?? null };
}

function numberOf(printed: string): number {
  return Number(printed.replace(/\.(?=\d{3}(?!\d))/g, '').replace(',', '.'));
}
