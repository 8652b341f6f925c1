import { answerTo } from '../form/answers.ts';
import type { BudgetRow } from '../plan/budget-year.ts';
import type { Plan } from '../plan/plan.ts';
import { type BudgetReport, budgetReport } from './budget-lines.ts';
import { type MeasureLine, measureLines } from './measure-lines.ts';
import { reviewTargets, type TargetLine, type TargetSaid, yearTargets } from './target-lines.ts';
import type { Told } from './told.ts';

/** What a consolidated report is made of. */
export interface ReportSources {
  plan: Plan;
  /** What every agency told in every round of the plan, in the order of their days. */
  told: Told[];
  /** What the coordinator said about targets, by id. */
  targets: Record<string, TargetSaid>;
  /** Money recorded as allocated or settled, of all budget years, with the year of each. */
  recorded: (BudgetRow & { year: number })[];
}

/** Somebody's own words in a report. */
export interface Saying {
  about: 'obstacle' | 'cause' | 'proposal' | 'content' | 'duty';
  /** Clause of a standing duty. */
  clause: string | null;
  agency: string;
  receipt: string;
  text: string;
}

/** A consolidated report: each figure with the receipt it came from. */
export interface PlanReport {
  year: number;
  /** First year, for a review; null for the report of one year. */
  since: number | null;
  /** Agencies asked, and those of them whose official version is there. */
  reports: { asked: number; official: number };
  measures: MeasureLine[];
  targets: TargetLine[];
  budget: BudgetReport | null;
  sayings: Saying[];
}

/** Rounds in which a figure is that of its year; quarterly ones stand for themselves. */
const YEARLY = ['report', 'consolidation', 'statistics'];
/** Rounds that a person asked for: what they tell about measures belongs into the year's report. */
const ASKED = ['trigger', 'request'];
const REVIEWS = ['review', 'reviewInputs'];

/** The report of one year: targets against what they are measured by, results per measure, the year's money. */
export function yearReport({ plan, told, targets, recorded }: ReportSources, year: number): PlanReport {
  const yearly = told.filter(({ kind, period, year: of }) => YEARLY.includes(kind) && period === String(of));
  const own = yearly.filter((each) => each.year === year);
  const asked = told.filter((each) => ASKED.includes(each.kind) && each.year === year);
  return {
    year,
    since: null,
    reports: counts(own),
    measures: measureLines(plan, [...own, ...asked]),
    targets: yearTargets(plan, year, yearly, targets),
    budget: budgetReport(
      plan,
      year,
      told,
      recorded.filter((row) => row.year === year),
    ),
    sayings: sayingsOf([...own, ...asked]),
  };
}

/** The report of a review: figures per target since the start, the result of each measure over its window. */
export function reviewReport({ plan, told, targets }: ReportSources, year: number): PlanReport {
  const own = told.filter((each) => REVIEWS.includes(each.kind) && each.year === year);
  return {
    year,
    since: plan.period.from,
    reports: counts(own),
    measures: measureLines(plan, own),
    targets: reviewTargets(plan, year, own, targets),
    budget: null,
    sayings: sayingsOf(own),
  };
}

function counts(told: Told[]): PlanReport['reports'] {
  const owed = told.filter(({ waived }) => !waived);
  return { asked: owed.length, official: owed.filter(({ counted }) => counted !== null).length };
}

const FIELDS = { obstacles: 'obstacle', causes: 'cause', proposals: 'proposal', content: 'content' } as const;

/** Words of official versions; "không có" is not said again. */
function sayingsOf(told: Told[]): Saying[] {
  return told.flatMap(({ agency, counted, asks }) => {
    if (counted === null) return [];
    const { receipt, answers } = counted;
    const said = (field: string, about: Saying['about'], clause: string | null = null): Saying[] => {
      const value = answerTo(answers, field)?.value;
      return value?.kind === 'text' ? [{ about, clause, agency, receipt, text: value.text }] : [];
    };
    return [
      ...Object.entries(FIELDS).flatMap(([field, about]) => said(field, about)),
      ...(asks.duties ?? []).flatMap((clause) => said(`duty/${clause}`, 'duty', clause)),
    ];
  });
}
