import type { Day } from './instant.ts';

const DAY_MS = 86_400_000;

/** Days since 01/01/1970, so that days can be counted. Example: 1970-01-02 → 1. */
export function serialOf(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / DAY_MS;
}

/** The day of a serial number, `YYYY-MM-DD`. Example: 1 → 1970-01-02. */
export function dayOfSerial(serial: number): Day {
  return new Date(serial * DAY_MS).toISOString().slice(0, 10);
}

/** A day moved by `n` calendar days; `n` may be negative. Example: 2026-03-01, -1 → 2026-02-28. */
export function addDays(day: Day, n: number): Day {
  return dayOfSerial(serialOf(day) + n);
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** The last calendar day of a month, 1–12. Example: 2024, 2 → 2024-02-29. */
export function lastDayOfMonth(year: number, month: number): Day {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** A day from its parts. A day that the month lacks becomes the month's last one: 2026, 2, 29 → 2026-02-28. */
export function dayFrom(year: number, month: number, day: number): Day {
  const written = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  const last = lastDayOfMonth(year, month);
  return written < last ? written : last;
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. Example: 2026-02-30 → false. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(serialOf(text)) && dayOfSerial(serialOf(text)) === text;
}

/** A day as officials write it. Example: 2026-11-19 → 19/11/2026. */
export function writtenDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
