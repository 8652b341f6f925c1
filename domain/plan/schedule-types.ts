import type { Day } from '../calendar/instant.ts';
import type { AgencyRef, PlanWarning } from './plan.ts';

export type Phase = 'budgeting' | 'execution' | 'reporting' | 'midTermReview' | 'finalReview';

/** One round as the calendar of a plan's year lays it out. Meaning of the days: docs/plan-file.md, "Ngày". */
export interface ScheduledRound {
  id: string;
  requirement: string;
  phase: Phase;
  period: string;
  opensOn: Day;
  cutOffOn: Day;
  namedOn: Day | null;
  lastDayOn: Day;
  aimOn: Day;
  overdueAfter: Day;
  lockOn: Day;
  reminders: { on: Day; workingDaysBefore: number }[];
  escalations: { on: Day; workingDaysAfter: number; to: 'head' | 'coordinator' | 'leadership' }[];
  agencies: AgencyRef[];
  default: boolean;
  basis: string;
}

export interface YearSchedule {
  schema: 1;
  plan: string;
  year: number;
  calendar: { announced: boolean; basis: string | null };
  rounds: ScheduledRound[];
  warnings: PlanWarning[];
}
