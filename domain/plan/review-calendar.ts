import { dueDays } from '../calendar/due.ts';
import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Plan, Review } from './plan.ts';
import { reviewRounds } from './review-rounds.ts';

/** The days of a review, planned backwards from its two last days. */
export interface ReviewDays {
  /** The letter that asks the agencies for their part leaves. */
  requestOn: Day;
  /** Last day of the agencies' parts. */
  inputsOn: Day;
  /** The draft lies on the coordinator's desk. */
  draftOn: Day;
  /** The review goes to leadership. */
  reportOn: Day;
  /** Leadership has decided what becomes of the plan. */
  decideOn: Day;
}

/** Working days: the letter before the parts, the draft before the report, the decision after it. Defaults of the product. */
const REQUEST_LEAD = 30;
const DRAFT_LEAD = 15;
const DECISION_AFTER = 10;

/**
 * The back-planned calendar of a review in its planned year; every day of it is a default.
 * Example: parts until 30/09/2025, report until 28/11/2025 → letter 15/08, draft 07/11, decision 12/12/2025.
 */
export function reviewDays(plan: Plan, calendar: WorkCalendar, review: Review): ReviewDays | null {
  const rounds = reviewRounds(plan, calendar, review, review.plannedYear);
  const report = rounds.find(({ requirement }) => requirement === review.id);
  if (report === undefined) return null;
  const inputs = rounds.find(({ requirement }) => requirement !== review.id) ?? report;
  const days = dueDays(calendar, report.lastDayOn);
  return {
    requestOn: addWorkingDays(calendar, dueDays(calendar, inputs.lastDayOn).aimOn, -REQUEST_LEAD),
    inputsOn: inputs.lastDayOn,
    draftOn: addWorkingDays(calendar, days.aimOn, -DRAFT_LEAD),
    reportOn: report.lastDayOn,
    decideOn: addWorkingDays(calendar, days.overdueAfter, DECISION_AFTER),
  };
}
