/**
 * A moment, written `YYYY-MM-DDTHH:mm:ss.SSS+07:00`: fixed width and fixed offset, so text order is time order.
 * Vietnam has had UTC+7 without summer time since 1975; no time-zone data is needed (docs/decisions/0004).
 */
export type Instant = string;

/** A calendar day in Vietnam, written `YYYY-MM-DD`. */
export type Day = string;

/** A time of day in Vietnam, written `HH:mm` or `HH:mm:ss.SSS`. */
export type TimeOfDay = string;

const OFFSET_MS = 7 * 3_600_000;

/** The instant of `ms` milliseconds since 1970. Example: 0 → 1970-01-01T07:00:00.000+07:00. */
export function instantFromMs(ms: number): Instant {
  return `${new Date(ms + OFFSET_MS).toISOString().slice(0, -1)}+07:00`;
}

/** True for a text of that form; the numbers in it are not looked at. */
export function isInstant(text: unknown): text is Instant {
  return typeof text === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+07:00$/.test(text);
}

/** Milliseconds since 1970 of an instant. */
export function msOf(at: Instant): number {
  return Date.UTC(
    Number(at.slice(0, 4)),
    Number(at.slice(5, 7)) - 1,
    Number(at.slice(8, 10)),
    Number(at.slice(11, 13)) - 7,
    Number(at.slice(14, 16)),
    Number(at.slice(17, 19)),
    Number(at.slice(20, 23)),
  );
}

/** The instant of a time on a day. Example: 2024-11-07, 08:00 → 2024-11-07T08:00:00.000+07:00. */
export function instantOn(day: Day, time: TimeOfDay): Instant {
  return `${day}T${time}${'00:00:00.000'.slice(time.length)}+07:00`;
}

/** The day in Vietnam on which an instant falls. */
export function dayOf(at: Instant): Day {
  return at.slice(0, 10);
}

/** The time of day, `HH:mm`, of an instant. */
export function timeOf(at: Instant): TimeOfDay {
  return at.slice(11, 16);
}

/** An instant moved by milliseconds, which may be negative. */
export function plusMs(at: Instant, ms: number): Instant {
  return instantFromMs(msOf(at) + ms);
}
