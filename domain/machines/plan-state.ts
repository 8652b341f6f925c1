import type { Day, Instant } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Actor } from '../engine/message.ts';
import type { Policy } from '../obligation/policy.ts';
import type { MeasureFacts } from '../plan/measure-year.ts';
import type { RecordedMoney } from '../plan/money-question.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReviewDays } from '../plan/review-calendar.ts';
import type { TargetBasis } from '../plan/target-progress.ts';

/** One plan for its whole period: starts its years, holds what the years brought, answers for the time before the start. */
export interface PlanSpec {
  province: string;
  plan: Plan;
  parent: Plan | null;
  calendar: WorkCalendar;
  policy: Policy;
  /** Duties over before this day are listed once and nobody is written to about them. Default: the day of the start. */
  importedUntil: Day;
}

export interface PlanState {
  v: 1;
  spec: PlanSpec;
  processedUntil: Instant;
  opened: number[];
  closedYears: number[];
  measures: MeasureFacts;
  /** Duties before the start that were settled otherwise than "no evidence", by obligation key. */
  settled: Record<string, ImportedSettlement>;
  /** Rounds opened by a person: on request, on an event, or reopened from before the start. */
  asked: string[];
  /** Of those, the open ones in which a lead asks for parts of one measure for one obligation of his, by round. */
  parts?: Record<string, { obligation: string; measure: string; agencies: string[] }>;
  /** Reviews of the years opened so far, by id. */
  reviews?: Record<string, ReviewState>;
  /** What the coordinator said about the figures of targets, by target id. */
  targets?: Record<string, TargetAnswer>;
  /** What was recorded as given or settled, as far as the rules look at it. */
  money?: RecordedMoney[];
  /** Questions about money that were asked: `<year>/<requirement>`, and `<year>/settlement/<day>` for what came late. */
  moneyAsked?: string[];
  /** Last year that runs, where leadership closed the plan early. */
  endsAfter?: number;
  renewing: boolean;
  closed: boolean;
}

export type ImportedSettlement = 'document' | 'notApplicable' | 'noEvidence' | 'reopened';

/** What leadership makes of a plan after its review; `feed`: it goes into another plan. */
export const REVIEW_OUTCOMES = ['continue', 'amend', 'close', 'feed'] as const;
export type ReviewOutcome = (typeof REVIEW_OUTCOMES)[number];

/** One review as the plan holds it, from the year in which it is due. */
export interface ReviewState {
  days: ReviewDays;
  /** When the review's round closed and the outcome was asked for. */
  askedAt: Instant | null;
  outcome: { as: ReviewOutcome; feeds: string | null; at: Instant; by: Actor; ref: string } | null;
}

/** What the plan keeps about the figures of a target. */
export interface TargetAnswer extends TargetBasis {
  /** Groups of receipts under which the same thing was counted more than once. */
  same?: string[][];
}
