import { fold } from '../../wording/fold.ts';

/** What a typed number can mean. `ask` carries the readings to offer, possibly none. */
export type NumberReading = { kind: 'value'; value: number; unit?: '%' } | { kind: 'ask'; readings: number[] };

const SIZES: Record<string, number> = {
  k: 1e3,
  nghin: 1e3,
  ngan: 1e3,
  tr: 1e6,
  trieu: 1e6,
  ty: 1e9,
  ti: 1e9,
  'nghin ty': 1e12,
  'ngan ty': 1e12,
};
const SIZE = 'nghin ty|ngan ty|nghin|ngan|trieu|tr|ty|ti|k';
const NUMBER = '\\d[\\d.,]*';

/**
 * Reads a number as officials type it: a dot for thousands, a comma for decimals, tỷ, triệu, nghìn.
 * Whatever has two readings is asked back, never guessed. Example: "1.000" → 1000; "1,5 tỷ" → 1 500 000 000;
 * "1,250" → ask 1,25 or 1.250; "khoảng 5 tỷ" → ask.
 *
 * @param unit the unit of the field; typed behind the number it is accepted and left out
 */
export function parseNumber(text: string, unit = ''): NumberReading {
  const folded = withoutUnit(fold(text), unit);
  const percent = new RegExp(`^(${NUMBER}) ?(?:%|phan tram)$`).exec(folded);
  if (percent) return withPercent(plain(percent[1] ?? ''));
  const sign = /^- ?(.*)$/.exec(folded);
  if (sign) return negative(plain(sign[1] ?? ''));
  if (new RegExp(`^${NUMBER}$`).test(folded)) return plain(folded);
  return sized(folded);
}

function withoutUnit(folded: string, unit: string): string {
  const names = unit === 'VND' ? ['dong', 'vnd', 'd'] : [fold(unit), ...fold(unit).split(' ').slice(0, 1)];
  for (const name of names) {
    if (
      name !== '' &&
      name !== '%' &&
      folded.endsWith(name) &&
      /[\d ]|trieu|ty|tr|nghin|k/.test(folded.slice(0, -name.length).slice(-1))
    ) {
      return folded.slice(0, -name.length).trim();
    }
  }
  return folded;
}

/** Digits with dots and commas, no words. */
function plain(digits: string): NumberReading {
  if (/^\d+$/.test(digits)) return value(Number(digits));
  if (/^\d{1,3}(\.\d{3})+$/.test(digits)) return value(Number(digits.replaceAll('.', '')));
  if (/^[1-9]\d{0,2},\d{3}$/.test(digits)) return ask(decimal(digits), Number(digits.replace(',', '')));
  if (/^(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(digits)) return value(decimal(digits));
  if (/^\d{1,3}(,\d{3}){2,}$/.test(digits)) return ask(Number(digits.replaceAll(',', '')));
  if (/^\d+\.\d+$/.test(digits)) return ask(Number(digits));
  if (/^\d{1,3}(,\d{3})+\.\d+$/.test(digits)) return ask(Number(digits.replaceAll(',', '')));
  return ask();
}

/** Numbers with words of size. */
function sized(folded: string): NumberReading {
  const one = new RegExp(`^(${NUMBER}) ?(${SIZE})( ruoi)?$`).exec(folded);
  if (one) return times(plainBeforeSize(one[1] ?? ''), SIZES[one[2] ?? ''] ?? 1, one[3] !== undefined);
  const parts = [...folded.matchAll(new RegExp(`(${NUMBER}) ?(${SIZE})(?: |$)`, 'g'))];
  if (parts.length > 1 && parts.map((part) => part[0]).join('') === folded) return sum(parts);
  const open = new RegExp(`^(${NUMBER}) ?(ty|ti|trieu|tr) ?(\\d{1,3})$`).exec(folded);
  if (!open) return ask();
  const size = SIZES[open[2] ?? ''] ?? 1;
  const head = times(plainBeforeSize(open[1] ?? ''), size, false);
  const rest = Number((open[3] ?? '').padEnd(3, '0')) * (size / 1000);
  return head.kind === 'value' ? ask(head.value + rest) : ask();
}

/** Before a word of size a single dot with one or two digits behind is a decimal point: "1.5 tỷ". */
function plainBeforeSize(digits: string): NumberReading {
  return /^\d+\.\d{1,2}$/.test(digits) ? value(Number(digits)) : plain(digits);
}

function sum(parts: RegExpMatchArray[]): NumberReading {
  let total = 0;
  let smallest = Number.POSITIVE_INFINITY;
  for (const part of parts) {
    const size = SIZES[part[2] ?? ''] ?? 1;
    const reading = times(plainBeforeSize(part[1] ?? ''), size, false);
    if (reading.kind === 'ask' || size >= smallest || reading.value >= smallest) return ask();
    smallest = size;
    total += reading.value;
  }
  return value(total);
}

function times(reading: NumberReading, size: number, andHalf: boolean): NumberReading {
  const scaled = (number: number): number => Number(((number + (andHalf ? 0.5 : 0)) * size).toPrecision(15));
  if (reading.kind === 'ask') return ask(...reading.readings.map(scaled));
  return value(scaled(reading.value));
}

function withPercent(reading: NumberReading): NumberReading {
  return reading.kind === 'value' ? { ...reading, unit: '%' } : reading;
}

function negative(reading: NumberReading): NumberReading {
  return reading.kind === 'value' ? value(-reading.value) : ask();
}

function decimal(digits: string): number {
  return Number(digits.replaceAll('.', '').replace(',', '.'));
}

/** Beyond what a number can hold exactly nothing is recorded. */
function value(number: number): NumberReading {
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? { kind: 'value', value: number } : ask();
}

function ask(...readings: number[]): NumberReading {
  return { kind: 'ask', readings };
}
