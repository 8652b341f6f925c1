import type { Instant } from '../calendar/instant.ts';
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

/** Answer to a message: given only after the rows it caused are in the database. */
export type Reply = { ok: true; again?: boolean } | Refusal;
