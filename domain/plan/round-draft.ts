import type { Day } from '../calendar/instant.ts';
import type { AgencyRef } from './plan.ts';
import type { Phase } from './schedule-types.ts';

/** A round before its ladder is laid out: what a rule says of one requirement or review in one period. */
export interface RoundDraft {
  /** Requirement or review id; a review's inputs "<review id>-inputs". */
  requirement: string;
  phase: Phase;
  period: string;
  /** Calendar years the period covers; a round whose period leaves the plan does not exist. */
  covers: { from: number; to: number };
  namedOn: Day | null;
  lastDayOn: Day;
  cutOffOn: Day;
  agencies: AgencyRef[];
  /** True where the day is not printed in the plan. */
  default: boolean;
  basis: string;
}

/** What a rule gives: the day and why. */
export type DraftDay = Pick<RoundDraft, 'namedOn' | 'lastDayOn' | 'cutOffOn' | 'default' | 'basis'>;
