import type { MoneySource } from '../form/form.ts';
import {
  BUDGET_STEPS,
  type BudgetFigure,
  type BudgetRow,
  type BudgetStep,
  budgetFigures,
  latestRows,
} from '../plan/budget-year.ts';
import { measureGroups } from '../plan/measure-groups.ts';
import type { Plan } from '../plan/plan.ts';
import type { Told, ToldVersion } from './told.ts';

/** The money of one measure, or of one group where it was estimated together, from one source. */
export interface BudgetPlaceLine {
  /** Null: the group, or the plan as a whole. */
  measure: string | null;
  group: string | null;
  /** The heading's words, for a group. */
  title: string | null;
  source: MoneySource;
  figures: Record<BudgetStep, BudgetFigure | null>;
}

/** What of a budget year nobody has stated yet. */
export interface BudgetGap {
  step: BudgetStep;
  /** Whose money it is. */
  agency: string;
  measure: string | null;
  /** Who owes the figure. */
  owedBy: string[];
  why: 'nothing' | 'draft' | 'returned';
}

export interface BudgetReport {
  year: number;
  lines: BudgetPlaceLine[];
  /** One line a source, then all sources together; null where nobody stated that step: nothing is not zero. */
  totals: { source: MoneySource | null; amounts: Record<BudgetStep, number | null> }[];
  gaps: BudgetGap[];
}

const STEP_OF_KIND: Record<string, BudgetStep> = {
  budgetEstimate: 'estimated',
  budgetConsolidation: 'consolidated',
  investmentBudget: 'consolidated',
};
const SOURCES: MoneySource[] = ['recurrent', 'investment', 'other'];

/**
 * A budget year from estimate to settlement, by measure and source. `told` are the duties of that budget year,
 * `recorded` what was entered as allocated or settled. Null where the plan asks for no money and nobody stated any.
 */
export function budgetReport(plan: Plan, year: number, told: Told[], recorded: BudgetRow[]): BudgetReport | null {
  const ofYear = told.filter(({ period }) => period === String(year));
  const duties = ofYear.filter(({ kind }) => STEP_OF_KIND[kind] !== undefined);
  const rows = latestRows([...duties.flatMap(statedRows), ...ofYear.flatMap(settledRows), ...recorded]);
  if (rows.length === 0 && duties.length === 0) return null;
  return { year, lines: linesOf(plan, rows), totals: totalsOf(rows), gaps: gapsOf(plan, duties, rows) };
}

/** The amounts in what an agency officially stated. */
function statedRows({ kind, agency, counted }: Told): BudgetRow[] {
  return counted === null ? [] : amountsIn(STEP_OF_KIND[kind] ?? 'estimated', agency, counted);
}

function amountsIn(step: BudgetStep, agency: string, { answers, receipt, at }: ToldVersion): BudgetRow[] {
  return answers.flatMap(({ field, value }): BudgetRow[] => {
    const [, group, source] = /^money\/(?:(.+)\/)?(recurrent|investment|other)$/.exec(field) ?? [];
    if (source === undefined || value.kind !== 'figure') return [];
    const of = { agency, source: source as MoneySource, group: group ?? null, measure: null };
    return [{ step, ...of, amount: value.value, receipt, at }];
  });
}

/** What agencies told of the settlement of money they were given. */
function settledRows({ agency, counted }: Told): BudgetRow[] {
  if (counted === null) return [];
  const { answers, receipt, at } = counted;
  return answers.flatMap(({ field, value }): BudgetRow[] => {
    const [, measure, source] = /^settled\/(.*)\/(recurrent|investment|other)$/.exec(field) ?? [];
    if (source === undefined || value.kind !== 'figure') return [];
    const of = { agency, source: source as MoneySource, group: null, measure: measure || null };
    return [{ step: 'settled', ...of, amount: value.value, receipt, at }];
  });
}

/** In the plan's order: each group, then its measures; what is for the plan as a whole comes last. */
function linesOf(plan: Plan, rows: BudgetRow[]): BudgetPlaceLine[] {
  const titles = measureGroups(plan);
  const places = new Map<string, BudgetPlaceLine & { rows: BudgetRow[] }>();
  for (const row of rows) {
    const { measure, group, source } = row;
    const key = [measure ?? '', group ?? '', source].join('|');
    const title = titles.find(({ id }) => id === group)?.title ?? null;
    const known = places.get(key) ?? { measure, group, title, source, figures: budgetFigures([]), rows: [] };
    places.set(key, { ...known, rows: [...known.rows, row] });
  }
  const order = plan.measures.flatMap(({ no, path }) => [path.slice(0, -1).join('.'), no]);
  const rank = ({ measure, group }: BudgetPlaceLine): number => {
    const place = order.indexOf(measure ?? group ?? '');
    return place === -1 ? order.length : place;
  };
  return [...places.values()]
    .map(({ rows: own, ...line }) => ({ ...line, figures: budgetFigures(own) }))
    .sort((a, b) => rank(a) - rank(b) || SOURCES.indexOf(a.source) - SOURCES.indexOf(b.source));
}

function totalsOf(rows: BudgetRow[]): BudgetReport['totals'] {
  const sums = (source: MoneySource | null): BudgetReport['totals'][number] => {
    const own = budgetFigures(rows.filter((row) => source === null || row.source === source));
    const amounts = Object.fromEntries(BUDGET_STEPS.map((step) => [step, own[step]?.amount ?? null]));
    return { source, amounts: amounts as Record<BudgetStep, number | null> };
  };
  return [...SOURCES.filter((source) => rows.some((row) => row.source === source)), null].map(sums);
}

/**
 * Estimates and their consolidation that have not come, then agencies whose estimate is there and no allocation, then
 * allocations that are not settled. Who allocates and settles is said by the plan; where no clause names who settles,
 * the agency that got the money does.
 */
function gapsOf(plan: Plan, duties: Told[], rows: BudgetRow[]): BudgetGap[] {
  const owners = (kind: 'allocation' | 'settlement'): string[] => [
    ...new Set(
      plan.requirements.filter((each) => each.kind === kind).flatMap(({ owedBy }) => owedBy.map(({ id }) => id)),
    ),
  ];
  const allocates = owners('allocation');
  const settles = owners('settlement');
  const unstated = duties
    .filter(({ waived, counted }) => !waived && counted === null)
    .map(({ kind, agency, pending }): BudgetGap => {
      const step = STEP_OF_KIND[kind] ?? 'estimated';
      return { step, agency, measure: null, owedBy: [agency], why: pending?.why ?? 'nothing' };
    });
  const given = rows.filter(({ step }) => step === 'allocated');
  const estimated = [...new Set(rows.filter(({ step, amount }) => step === 'estimated' && amount > 0).map(agencyOf))];
  const unallocated = estimated
    .filter((agency) => !given.some((row) => row.agency === agency))
    .map((agency): BudgetGap => {
      const owedBy = allocates.length > 0 ? allocates : [plan.coordinator.id];
      return { step: 'allocated', agency, measure: null, owedBy, why: 'nothing' };
    });
  const unsettled = given
    .filter((row) => !rows.some((other) => other.step === 'settled' && samePlace(other, row)))
    .map(({ agency, measure }): BudgetGap => {
      return { step: 'settled', agency, measure, owedBy: settles.length > 0 ? settles : [agency], why: 'nothing' };
    });
  return [...unstated, ...unallocated, ...distinct(unsettled)];
}

function samePlace(a: BudgetRow, b: BudgetRow): boolean {
  return a.agency === b.agency && a.measure === b.measure && a.source === b.source;
}

function distinct(gaps: BudgetGap[]): BudgetGap[] {
  return gaps.filter(
    ({ agency, measure }, index) =>
      gaps.findIndex((other) => other.agency === agency && other.measure === measure) === index,
  );
}

function agencyOf({ agency }: BudgetRow): string {
  return agency;
}
