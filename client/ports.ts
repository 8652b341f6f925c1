import type { Instant } from '../domain/calendar/instant.ts';
import type { AgendaItem } from '../domain/engine/effects.ts';
import type { Message } from '../domain/engine/message.ts';
import type { Refusal } from '../domain/refusal.ts';

/** What became of a message: taken by its workflow, refused by the rules, or its workflow has ended. */
export type Outcome = { taken: true } | Refusal | { gone: true };

/** The agenda as drivers and relay see it. */
export interface Agenda {
  /** The smallest row or due wake at or before `until`, by (instant, rank, workflow, key); null when nothing is due. */
  smallest(until: Instant): Promise<AgendaItem | null>;
  /** Rows waiting to be carried, oldest first, without what they carry: a burst may leave thousands of large ones. */
  waiting(limit: number): Promise<WaitingRow[]>;
  /** A row with what it carries, looked at again just before it is carried; null when it is there no more. */
  row(key: string): Promise<AgendaItem | null>;
  /** The next instant at which anything is due, or null. */
  nextInstant(): Promise<Instant | null>;
  /**
   * Records what became of a message and takes it off the agenda: not sooner, for the server may forget a message whose
   * effects are written until the workflow's task has ended too; carried again under its key, it changes nothing else.
   */
  settle(item: AgendaItem, outcome: Outcome): Promise<void>;
}

export interface WaitingRow {
  key: string;
  workflow: string;
  /** True where it starts its workflow. */
  opens: boolean;
}

export interface StoredClock {
  read(): Promise<ClockState>;
  setNow(now: Instant): Promise<void>;
  setTarget(target: Instant | null): Promise<void>;
}

export interface ClockState {
  mode: 'wall' | 'stepped';
  now: Instant | null;
  target: Instant | null;
  running: boolean;
}

/** A person's command on its way: its row is written before anything else happens. */
export interface PostedCommand {
  key: string;
  channel: string;
  person: string;
  workflow: string;
  message: Message;
}

/** The inbox: what people sent, each with its answer for ever. */
export interface Inbox {
  /** Writes the command and its agenda row in one transaction; a known key is not written again. */
  post(command: PostedCommand): Promise<void>;
  /** The answers that there are by now; a key that is not in them is not known. */
  answers(keys: string[]): Promise<Map<string, CommandAnswer>>;
}

export type CommandAnswer = { status: 'done' } | { status: 'refused'; refusal: Refusal } | { status: 'waiting' };

/** All that a new run of a workflow needs to go on from where its last write left it. */
export interface Memory {
  workflow: string;
  carried: { state: unknown; n: number; seen: string[] };
}

/** What the database remembers of workflows that have not ended. */
export interface Memories {
  open(): Promise<Memory[]>;
  /** Null where the workflow has ended, or was never there. */
  of(workflow: string): Promise<Memory | null>;
  /** The one that is due next, or overdue longest; null when none is open. */
  next(): Promise<string | null>;
}
