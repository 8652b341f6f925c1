import type { Instant } from '../calendar/instant.ts';
import type { MoneySource } from '../form/form.ts';

/** The steps of a budget year, in their order: estimate, consolidation, allocation, settlement. */
export const BUDGET_STEPS = ['estimated', 'consolidated', 'allocated', 'settled'] as const;
export type BudgetStep = (typeof BUDGET_STEPS)[number];

/** One amount that somebody stated, in whole đồng, with what proves it. */
export interface BudgetRow {
  step: BudgetStep;
  agency: string;
  source: MoneySource;
  /** Group of measures an estimate is for; null = the agency's part as a whole. */
  group: string | null;
  /** Measure that money was given to or spent on; null as above. */
  measure: string | null;
  amount: number;
  /** A receipt's number, or the number and day of the document that says so. */
  receipt: string;
  at: Instant;
}

/** A sum with its parts, in the order in which they were stated. */
export interface BudgetFigure {
  amount: number;
  parts: BudgetRow[];
}

/** The newest statement for each step, agency, source, group and measure; a later one replaces the earlier. */
export function latestRows(rows: BudgetRow[]): BudgetRow[] {
  const latest = new Map<string, BudgetRow>();
  for (const row of rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    latest.set([row.step, row.agency, row.source, row.group ?? '', row.measure ?? ''].join('|'), row);
  }
  return [...latest.values()];
}

/** Rows added up by step, each sum with its parts; null where nobody stated that step: nothing is not zero. */
export function budgetFigures(rows: BudgetRow[]): Record<BudgetStep, BudgetFigure | null> {
  const figures: Record<BudgetStep, BudgetFigure | null> = {
    estimated: null,
    consolidated: null,
    allocated: null,
    settled: null,
  };
  for (const row of rows) {
    const before = figures[row.step];
    figures[row.step] = { amount: (before?.amount ?? 0) + row.amount, parts: [...(before?.parts ?? []), row] };
  }
  return figures;
}
