import type { Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Refusal } from '../refusal.ts';

/** Who acts: opaque ids and the posts held on the day of the act. Names, addresses and chat ids never come here. */
export interface Actor {
  person: string;
  agency: string;
  roles: Role[];
}

export type Role = 'focalPoint' | 'head' | 'reviewer' | 'coordinator' | 'leadership' | 'admin';

/**
 * All that a workflow is ever told, always as an Update.
 * `open` is inside the start; `fact` comes from another workflow; `tick` is the clock; `command` is a person's act;
 * `result` is the outcome of an activity that the workflow itself asked for.
 */
export interface Message<Body = unknown> {
  kind: 'open' | 'fact' | 'tick' | 'command' | 'result';
  /** Names the message for ever; the same key twice is one message. */
  key: string;
  at: Instant;
  body: Body;
}

/** A fact for a workflow that stands still for want of a table of days off: the tables in force, with the one it lacks. */
export interface CalendarGiven {
  type: 'calendarGiven';
  calendar: WorkCalendar;
}

/** The tables that a message brings to whom lacks one, or null. */
export function calendarGiven({ kind, body }: Message): WorkCalendar | null {
  if (kind !== 'fact' || (body as Partial<CalendarGiven> | null)?.type !== 'calendarGiven') return null;
  return (body as CalendarGiven).calendar;
}

/** Answer to a message: given only after the rows it caused are in the database. */
export type Reply = { ok: true; again?: boolean } | Refusal;
