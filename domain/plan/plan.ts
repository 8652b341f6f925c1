import type { Day } from '../calendar/instant.ts';

/** An agency as a plan names it on its day. `id` is stable for life; `name` is the name of that day. */
export interface AgencyRef {
  id: string;
  name: string;
}

/** How a printed day binds: `before` = the calendar day before `namedOn` is the last; `onOrBefore` = `namedOn` is. */
export interface PrintedDue {
  rule: 'before' | 'onOrBefore';
  month: number;
  day: number;
}

export interface Quantity {
  comparator: 'atLeast' | 'moreThan' | 'about' | 'exactly';
  value: number;
  max: number | null;
  unit: string;
}

export interface Target {
  id: string;
  year: number | null;
  everyYear: boolean;
  yearDefault: boolean;
  text: string;
  printed: string;
  contribution: boolean;
  quantities: Quantity[];
  /** How its figures become one number; absent: as its quantities say (domain/plan/target-progress.ts). */
  rule?: TargetRule;
  /** Unit of the figures that agencies report, where it is not the quantity's: growth of 10% is told in enterprises. */
  reportedIn?: string;
}

/**
 * `sumOfYear`, `runningTotal` from a year, `latest` value, growth as `percentOfBase`; `statistics`: measured by the
 * statistics office alone; `text`: no figure.
 */
export const TARGET_RULES = ['sumOfYear', 'runningTotal', 'latest', 'percentOfBase', 'statistics', 'text'] as const;
export type TargetRule = (typeof TARGET_RULES)[number];

export type TimingKind =
  | 'yearly'
  | 'window'
  | 'quarter'
  | 'continuous'
  | 'onRequest'
  | 'onEvent'
  | 'everyFiveYears'
  | 'none';

export interface Timing {
  phrase: string | null;
  condition: string | null;
  from: Day | null;
  to: Day | null;
  kind: TimingKind;
}

export interface Measure {
  no: string;
  path: string[];
  section: string;
  source: 'appendix' | 'body';
  text: string;
  printed: string;
  timing: Timing;
  quantity: { phrase: string; min: number; max: number | null; unit: string | null } | null;
  lead: string | null;
  leads: AgencyRef[];
  leadKind: 'one' | 'joint' | 'group' | 'proposed' | 'none';
  leadBasis: string | null;
  unassigned: string[];
  cooperating: string | null;
  cooperators: string[];
  holder: string | null;
  notes: string[];
}

export type RequirementKind =
  | 'report'
  | 'consolidation'
  | 'statistics'
  | 'budgetEstimate'
  | 'budgetConsolidation'
  | 'investmentBudget'
  | 'allocation'
  | 'settlement'
  | 'annualPlan'
  | 'integrationPlan'
  | 'progress';

export interface Requirement {
  id: string;
  clause: string | null;
  kind: RequirementKind;
  /** The words of the clause, as printed; quoted in every message about this requirement. Null where a default asks. */
  quote: string | null;
  owedBy: AgencyRef[];
  owedTo: AgencyRef[];
  reviewer: AgencyRef | null;
  duePhrase: string | null;
  due: PrintedDue | null;
  frequency: 'yearly' | 'quarterly' | 'everyFiveYears' | 'periodic' | 'once';
  alsoOnRequest: boolean;
  coveredBy: string | null;
  default: boolean;
  defaultBasis: string | null;
}

export interface Review {
  id: string;
  kind: 'midTerm' | 'final';
  clause: string;
  quote: string | null;
  by: AgencyRef[];
  year: number | null;
  plannedYear: number;
  default: boolean;
}

export interface SourceNote {
  where: string;
  printed: string;
  read: string;
  why: string;
}

export interface PlanWarning {
  code:
    | 'CONSOLIDATION_HAS_NO_DAY'
    | 'INPUT_UNDATED'
    | 'LEAD_VAGUE'
    | 'PAST_AT_ISSUE'
    | 'BASIS_ENDS_EARLIER'
    | 'REVIEW_UNDATED'
    | (string & {});
  about: string[];
  text: string;
}

/** One signed plan, every duty with its clause. The same shape `dondoc plan show --json` prints (docs/plan-file.md). */
export interface Plan {
  schema: 1;
  id: string;
  province: string;
  documentKind: 'keHoach' | 'quyetDinh';
  title: string | null;
  number: string | null;
  issuedOn: Day | null;
  issuer: string;
  signatory: string;
  period: { from: number; to: number };
  parent: { planId: string | null; document: string | null } | null;
  legalBases: string[];
  goals: string[];
  targets: Target[];
  measures: Measure[];
  duties: { clause: string; text: string; by: AgencyRef[] }[];
  requirements: Requirement[];
  reviews: Review[];
  difficultyClause: { text: string; to: AgencyRef; inWriting: boolean } | null;
  recipients: string[];
  sourceNotes: SourceNote[];
  warnings: PlanWarning[];
  /** Who coordinates the plan: reviews what it receives, and is told when others do not answer. */
  coordinator: AgencyRef;
  /** The body whose leadership the third rung reaches. */
  leadership: AgencyRef;
  /** Short form for tables, such as "KH 54". */
  shortName: string;
  /** Rule settings of this plan, each overriding a product default (docs/plan-file.md). */
  policy: PlanPolicy;
}

/** Settings that a plan may override; absent = the product's default. All are working days unless said. */
export interface PlanPolicy {
  /** Reminders, working days before `aimOn`. Default 30, 14, 7, 3, 1, 0. */
  reminders?: number[];
  /** Rungs, working days after `overdueAfter`. Default 1 head, 3 coordinator, 5 leadership. */
  escalations?: { workingDaysAfter: number; to: 'head' | 'coordinator' | 'leadership' }[];
  /** Mid-year progress of measures; default true. */
  midYearProgress?: boolean;
  /**
   * Days given instead of a default rule, by requirement id, review id or "<review id>-inputs": the last day, `MM-DD`.
   * For a quarterly requirement MM is the month of the quarter, 01–03, or 04 for the month after it. A printed day wins.
   */
  dueDays?: Record<string, string>;
}
