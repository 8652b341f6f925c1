import type { Day, Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { ObligationPhase } from '../engine/effects.ts';
import type { Role } from '../engine/message.ts';
import type { MoneySource } from '../form/form.ts';
import type { Policy, Rung } from './policy.ts';

/** One agency's duty in one round, as the round holds it: human acts and dates, no words and no names. */
export interface Obligation {
  key: string;
  agency: string;
  phase: ObligationPhase;
  /** What the form asks this agency: measure numbers and target ids of the plan. */
  asks: Asks;
  /** Numbered from 1; the last one is in force. */
  deadlines: Deadline[];
  submissions: Submission[];
  /** How many human acts there were: names those that may be repeated, so that each leaves its own line and notice. */
  acts: number;
  /** Since when the reviewer's clock runs, and his last day. */
  review: { since: Instant; dueOn: Day } | null;
  /** Since when a draft waits for its head. */
  draftSince: Instant | null;
  extensionRequest: { act: number; to: Day; ref: string; since: Instant; dueOn: Day } | null;
  suspendedSince: Day | null;
  /** Set while no message reaches the agency: the ladder does not climb over somebody whom nothing reached. */
  unreachedSince: Day | null;
  leadership: LeadershipQuestion | null;
  /** Parts that others owe for it, by the round that asks for them. */
  parts?: Record<string, AskedParts>;
}

/** Contributions that a lead asked for: of whom, and whose are still missing. */
export interface AskedParts {
  measure: string;
  asked: string[];
  missing: string[];
}

export interface Asks {
  measures: string[];
  /** Measures in the last year of their window: completion is confirmed or prolongation asked. */
  endingMeasures: string[];
  targets: string[];
  /** Money that was given to the agency, whose settlement is asked. */
  settles?: { measure: string | null; source: MoneySource }[];
  /** Clauses of standing duties without a day: asked once, "đã làm gì". */
  duties?: string[];
  /** Groups of measures that an estimate is made for; absent: one sum for all. */
  groups?: string[];
}

export interface Deadline {
  number: number;
  because: 'plan' | 'extension' | 'return' | 'resumed' | 'calendar' | 'leadership' | 'reopened';
  namedOn: Day | null;
  lastDayOn: Day;
  aimOn: Day;
  overdueAfter: Day;
  openedAt: Instant;
  /** Reminders and rungs of this deadline, by instant. */
  items: PlannedItem[];
  /** Keys of the rungs that were sent. */
  rungsSent: number;
  /** Only in stories on seconds: the instant from which steps are counted. */
  overdueAt?: Instant;
}

/** Something that will be decided at an instant unless a human act comes first. */
export interface PlannedItem {
  at: Instant;
  kind:
    | 'reminder'
    | 'rung'
    | 'leadershipRepeat'
    | 'leadershipHandover'
    | 'confirmReminder'
    | 'reviewReminder'
    | 'extensionReminder';
  /** Working days before or after; for a rung its step 1, 2, 3. */
  n: number;
  after?: number;
  to?: Rung;
  /** Last of its series: also told one post higher. */
  last?: boolean;
}

export interface Submission {
  number: number;
  receipt: string;
  standing: 'draft' | 'official';
  source: 'chat' | 'page' | 'letter' | 'phone' | 'paper';
  /** The day the agency acted; `at` is when it was entered. */
  actedOn: Day;
  at: Instant;
  by: string;
  onBehalf: boolean;
  measures: Record<string, string>;
  decision: 'accepted' | 'returned' | null;
}

export interface LeadershipQuestion {
  deadline: number;
  askedOn: Day;
  askedAt: Instant;
  rank: number;
  answered: boolean;
}

/** What every rule about an obligation needs to know of its round. */
export interface RoundContext {
  id: string;
  key: string;
  province: string;
  plan: string;
  requirement: string;
  kind: string;
  year: number;
  period: string;
  reviewer: string | null;
  /** Post of the reviewing agency that reviews; default `reviewer`. A contribution goes to the lead's focal point. */
  reviewerRole?: Role;
  /** True where the receiver is UBND tỉnh or a central body: it does not accept, a letter closes. */
  closesByLetter: boolean;
  coordinator: string;
  leadership: string;
  policy: Policy;
  calendar: WorkCalendar;
}

/** How an obligation ends: by the reviewer, by its own head (what an agency owes to itself), or by a letter sent. */
export function closingOf(context: RoundContext, agency: string): 'review' | 'head' | 'letter' {
  if (context.closesByLetter) return 'letter';
  return context.reviewer === null || context.reviewer === agency ? 'head' : 'review';
}

export function currentDeadline(obligation: Obligation): Deadline {
  const deadline = obligation.deadlines.at(-1);
  if (deadline === undefined) throw new Error(`obligation ${obligation.key} has no deadline`);
  return deadline;
}

export function lastSubmission(obligation: Obligation): Submission | null {
  return obligation.submissions.at(-1) ?? null;
}

/** True while the agency still owes an act: open, or, where a letter closes, not yet sent. */
export function isOwing(obligation: Obligation, context: RoundContext): boolean {
  if (obligation.phase === 'open') return true;
  return obligation.phase === 'submitted' && closingOf(context, obligation.agency) === 'letter';
}

export function isDone(obligation: Obligation): boolean {
  return obligation.phase === 'accepted' || obligation.phase === 'waived' || obligation.phase === 'sent';
}
