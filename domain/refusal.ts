/** A command that the rules do not allow: a value, never an exception. The wording for each code is in wording/refusal.ts. */
export interface Refusal {
  refused: RefusalCode;
  /** Facts the sentence needs, such as the present state or the nearest right day. Ids and days only, never a name. */
  facts: Record<string, string>;
}

export type RefusalCode =
  | 'NOT_YOURS'
  | 'UNKNOWN_OBLIGATION'
  | 'ROUND_CLOSED'
  | 'ROUND_LOCKED'
  | 'ALREADY_ACCEPTED'
  | 'ALREADY_WAIVED'
  | 'ALREADY_SUBMITTED'
  | 'NOTHING_SUBMITTED'
  | 'NOT_OFFICIAL'
  | 'ALREADY_OFFICIAL'
  | 'OWN_REPORT'
  | 'NEEDS_LETTER'
  | 'NO_REQUEST_OPEN'
  | 'REQUEST_OPEN'
  | 'DAY_NOT_WORKING'
  | 'DAY_NOT_LATER'
  | 'DAY_PAST'
  | 'REASON_MISSING'
  | 'SUSPENDED'
  | 'NOT_SUSPENDED'
  | 'NOT_LOCKED'
  | 'LOCK_TOO_EARLY'
  | 'NOT_ASKED'
  | 'OBSTACLE_CLOSED'
  | 'OBSTACLE_STEP'
  | 'IMPORT_UNKNOWN'
  /** Fewer than two working days; facts: day, least. */
  | 'TOO_SHORT'
  | 'DOCUMENT_MISSING'
  | 'UNKNOWN_MEASURE'
  | 'MEASURE_NOT_WAITING'
  | 'MEASURE_WITHOUT_LEAD'
  /** The plan names every lead of the measure; facts: measure. */
  | 'MEASURE_ASSIGNED'
  | 'NOBODY_ASKED'
  | 'NOT_BEFORE_OWN'
  /** The plan does not name the agency as cooperating in the measure; facts: measure, agency. */
  | 'NOT_COOPERATING'
  /** Its part of the measure was asked for and has not come; facts: measure, agency. */
  | 'PART_ASKED'
  | 'REVIEW_DECIDED'
  | 'PLAN_MISSING'
  /** Facts: plan, and known: ids of the plans that could be meant. */
  | 'PLAN_UNKNOWN'
  | 'UNKNOWN_TARGET'
  /** The figure is not marked as counted elsewhere; facts: target, receipt. */
  | 'NOT_MARKED_SAME'
  | 'AMOUNT_WRONG'
  | 'YEAR_OUTSIDE'
  /** The plan takes difficulties only in writing. */
  | 'WRITING_REQUIRED'
  /** A fault of ours or an unreadable message: the rule itself broke. */
  | 'COMMAND_FAILED'
  /** Facts: year. Its table of days off is missing, so nothing can be dated. */
  | 'CALENDAR_MISSING'
  | 'CLOCK_IS_WALL'
  | 'CLOCK_IS_STEPPED'
  | 'BEHIND_THE_CLOCK';

export function refuse(code: RefusalCode, facts: Record<string, string> = {}): Refusal {
  return { refused: code, facts };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}
