import type { Instant } from '../calendar/instant.ts';
import type { Refusal } from '../refusal.ts';
import type { Effects, WorkflowRow } from './effects.ts';
import type { Message, Reply } from './message.ts';

/**
 * What a workflow decides by: pure, synchronous, without a clock of its own. The loop in workflows/actor.ts asks it
 * when to look again (`wake`), what was then due (`due`), whether a command is allowed (`check`) and what it does (`apply`).
 * Law: after `due(s, w)` the next `wake(s)` is later than `w`.
 */
export interface Machine<State extends { processedUntil: Instant }, Open> {
  type: WorkflowRow['type'];
  open(body: Open, at: Instant, out: Effects): State;
  /** When something is next due, or null. */
  wake(state: State): Instant | null;
  /** Does what was due at `planned`; `now` is later than `planned` only after a real outage. */
  due(state: State, planned: Instant, now: Instant, out: Effects): void;
  check(state: State, message: Message): Refusal | null;
  apply(state: State, message: Message, out: Effects): Reply;
  closed(state: State): boolean;
  /** True when the history has grown old and the next quiet moment should continue as new. */
  renew(state: State): boolean;
  /** The state that the next run begins with. */
  carry?(state: State): State;
  row(state: State): WorkflowRow;
  /** What a Query answers: small, absolute instants only. */
  answer(state: State): WorkflowAnswer;
}

/** The running workflow's own account of itself (cli.md, `dondoc state`). */
export interface WorkflowAnswer {
  phase: string;
  nextWake: Instant | null;
  obligations: ObligationCounts | null;
  ladder: { obligation: string; deadline: number; rung: number }[];
  /** Phase by agency, for the comparison on the page of a round. */
  phases: Record<string, string>;
}

export interface ObligationCounts {
  total: number;
  open: number;
  submitted: number;
  accepted: number;
  waived: number;
  overdue: number;
}
