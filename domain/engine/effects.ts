import type { Day, Instant } from '../calendar/instant.ts';
import type { Notice } from '../notice/notice.ts';
import type { Actor, Message } from './message.ts';

/** One line of the append-only journal: every human act, every decision of a workflow. */
export interface JournalEntry {
  /** Domain key; a second entry under the same key is the same entry. */
  key: string;
  at: Instant;
  kind: string;
  plan: string | null;
  round: string | null;
  agency: string | null;
  by: Actor | null;
  facts: Record<string, string | number | boolean | null>;
  /** Where the words are, if somebody wrote some: the key of a stored text. Words never enter a history. */
  ref: string | null;
}

/** A start or a fact on its way to another workflow: a row of the agenda, carried by the relay. */
export interface AgendaItem {
  key: string;
  workflow: string;
  at: Instant;
  rank: AgendaRank;
  message: Message;
}

/** Order among items of one instant: starts and facts, then ticks, then commands, then the ticks of digests. */
export type AgendaRank = 0 | 1 | 2 | 3;

/** What pages show of one obligation. Derived states (due soon, overdue) are computed from the days, never stored. */
export interface ObligationRow {
  key: string;
  round: string;
  plan: string;
  requirement: string;
  kind: string;
  year: number;
  period: string;
  agency: string;
  reviewer: string | null;
  closing: 'review' | 'head' | 'letter';
  phase: ObligationPhase;
  standing: 'none' | 'draft' | 'official';
  deadline: number;
  namedOn: Day | null;
  lastDayOn: Day;
  aimOn: Day;
  overdueAfter: Day;
  /** Newest rung sent for the present deadline; 0 = none. */
  rung: number;
  /** Whole state of the obligation as the workflow holds it, for its page. */
  state: unknown;
}

export type ObligationPhase = 'open' | 'submitted' | 'accepted' | 'waived' | 'sent' | 'imported';

/** What pages show of one workflow that is not an obligation: plan, cycle, round, obstacle, digest. */
export interface WorkflowRow {
  workflow: string;
  type: 'plan' | 'cycle' | 'round' | 'obstacle' | 'digest';
  province: string;
  plan: string | null;
  phase: string;
  closed: boolean;
  state: unknown;
}

/** Work that only an activity can do; its outcome comes back as a `result` message. */
export interface Call {
  name: 'deliver';
  input: { province: string; slot: Instant; at: Instant; attempt: number };
}

/** Everything one step of a workflow wants done, written in one transaction. */
export interface Effects {
  acks: string[];
  journal: JournalEntry[];
  notices: Notice[];
  agenda: AgendaItem[];
  obligations: ObligationRow[];
  calls: Call[];
}

export function noEffects(): Effects {
  return { acks: [], journal: [], notices: [], agenda: [], obligations: [], calls: [] };
}

/** Adds what one message brought to what the step has so far. */
export function addEffects(to: Effects, more: Effects): void {
  to.acks.push(...more.acks);
  to.journal.push(...more.journal);
  to.notices.push(...more.notices);
  to.agenda.push(...more.agenda);
  to.obligations.push(...more.obligations);
  to.calls.push(...more.calls);
}

/** One transaction of one workflow. `n` counts its writes; `wake` replaces the stored one where stored n ≤ n. */
export interface Batch extends Effects {
  workflow: WorkflowRow;
  /** All that a new run needs to go on from here, should the server lose the workflow; left out, the stored one stays. */
  memory?: unknown;
  n: number;
  at: Instant;
  wake: Instant | null;
}
