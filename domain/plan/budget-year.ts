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

export interface BudgetLine {
  agency: string;
  source: MoneySource;
  /** Null where nobody stated that step: nothing is not zero. */
  figures: Record<BudgetStep, BudgetFigure | null>;
}

/**
 * A budget year by agency and source, each figure with its parts and their receipts. A later row for the same step,
 * agency, source, group and measure replaces the earlier one.
 */
export function budgetYear(rows: BudgetRow[]): BudgetLine[] {
  const latest = new Map<string, BudgetRow>();
  for (const row of rows.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    latest.set([row.step, row.agency, row.source, row.group ?? '', row.measure ?? ''].join('|'), row);
  }
  const lines = new Map<string, BudgetLine>();
  for (const row of latest.values()) {
    const key = `${row.agency}|${row.source}`;
    const line = lines.get(key) ?? { agency: row.agency, source: row.source, figures: noFigures() };
    const before = line.figures[row.step];
    const figures = {
      ...line.figures,
      [row.step]: { amount: (before?.amount ?? 0) + row.amount, parts: [...(before?.parts ?? []), row] },
    };
    lines.set(key, { ...line, figures });
  }
  return [...lines.values()];
}

/** All agencies together, by step; null where nobody stated it. */
export function budgetTotal(lines: BudgetLine[], step: BudgetStep, source?: MoneySource): number | null {
  const figures = lines.flatMap((line) => {
    const figure = source === undefined || line.source === source ? line.figures[step] : null;
    return figure === null ? [] : [figure.amount];
  });
  return figures.length === 0 ? null : figures.reduce((sum, amount) => sum + amount, 0);
}

function noFigures(): BudgetLine['figures'] {
  return { estimated: null, consolidated: null, allocated: null, settled: null };
}
