import { TypeOverrides } from 'pg';
import { type Instant, instantFromMs } from '../domain/calendar/instant.ts';

/**
 * How the two engines hand over the types that they would otherwise read differently: whole numbers and counts as
 * numbers, days and durations as PostgreSQL writes them, moments as {@link Instant}.
 *
 * For `date` 2026-02-17 the plain drivers give a JavaScript date that is the 16th or the 17th, by engine and time zone;
 * here it is the text `2026-02-17` on both. `timestamp` without zone is not used in the schema.
 */
export const columnParsers: Record<number, (text: string) => unknown> = {
  20: readInt8,
  1082: (text) => text,
  1114: (text) => text,
  1184: readInstant,
  1186: (text) => text,
};

/** The same parsers in the shape of node-postgres. */
export function columnTypesForPg(): TypeOverrides {
  const types = new TypeOverrides();
  for (const [oid, parse] of Object.entries(columnParsers)) types.setTypeParser(Number(oid), parse);
  return types;
}

/** @throws when the number is beyond 2^53, where JavaScript would lose digits without a word. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`int8 value ${text} does not fit a safe number`);
  return value;
}

/** PostgreSQL's `2024-10-07 00:30:00.5+00` → 2024-10-07T07:30:00.500+07:00. */
function readInstant(text: string): Instant {
  const iso = text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
  const ms = Date.parse(iso);
  if (Number.isNaN(ms)) throw new RangeError(`timestamptz value ${text} is not a moment`);
  return instantFromMs(ms);
}
