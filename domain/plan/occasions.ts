import { FIVE_YEARS } from './defaults.ts';
import type { Plan, Requirement } from './plan.ts';
import type { RoundDraft } from './round-draft.ts';

/** One time a requirement falls due. */
export interface Occasion extends Pick<RoundDraft, 'period' | 'covers'> {
  /** 1–4 for a quarterly requirement. */
  quarter?: number;
}

/**
 * The times a requirement falls due in a calendar year. A budget estimate and a yearly plan are made in the year before
 * the one they are for; a five-yearly figure and what is owed once fall in the plan's last year.
 * Example: year 2026 → estimate of budget year "2027", report "2026", quarterly report "2026-Q1" to "2026-Q4".
 */
export function occasionsIn(requirement: Requirement, period: Plan['period'], year: number): Occasion[] {
  return candidates(requirement, period, year).filter(
    ({ covers }) => covers.from >= period.from && covers.to <= period.to,
  );
}

function candidates({ kind, frequency }: Requirement, period: Plan['period'], year: number): Occasion[] {
  if (isAheadOfItsYear(kind)) {
    return frequency === 'once' && year + 1 !== period.from ? [] : [oneYear(year + 1)];
  }
  if (kind === 'progress') return [{ ...oneYear(year), period: `${year}-H1` }];
  if (frequency === 'quarterly') {
    return [1, 2, 3, 4].map((quarter) => ({ ...oneYear(year), period: `${year}-Q${quarter}`, quarter }));
  }
  if (frequency !== 'everyFiveYears' && frequency !== 'once') return [oneYear(year)];
  if (year !== period.to) return [];
  if (frequency === 'once') return [oneYear(year)];
  const from = Math.max(period.from, year - FIVE_YEARS + 1);
  return [{ period: `${from}-${year}`, covers: { from, to: year } }];
}

function isAheadOfItsYear(kind: Requirement['kind']): boolean {
  return ['budgetEstimate', 'budgetConsolidation', 'investmentBudget', 'annualPlan'].includes(kind);
}

function oneYear(year: number): Occasion {
  return { period: String(year), covers: { from: year, to: year } };
}
