import type { Target, TargetRule } from './plan.ts';

/** What of a target the rules look at. */
export type CountedTarget = Pick<Target, 'quantities' | 'contribution' | 'everyYear' | 'rule'>;

/** What nobody printed and a coordinator has to say. */
export interface TargetBasis {
  /** The figure that growth is measured against, in the reporters' unit. */
  base?: number;
  /** First year that a running total counts. */
  from?: number;
}

/** One reported figure. */
export interface TargetPart {
  agency: string;
  year: number;
  value: number;
  receipt: string;
  /** Official figures count; a draft is shown beside them. */
  official: boolean;
}

/** A part as it stands in a sum; `sameAs` is the receipt under which it is counted already. */
export interface CountedPart extends TargetPart {
  counted: boolean;
  sameAs: string | null;
}

export type TargetProgress =
  /** No figure is asked. */
  | { state: 'noFigure'; rule: TargetRule }
  /** Measured by the statistics office: shown as that office states it, never as what the agencies have reached. */
  | { state: 'statistic'; rule: TargetRule; parts: CountedPart[] }
  /** Base or starting year is a question to the coordinator: until then no figure is shown as progress. */
  | { state: 'needsBase'; rule: TargetRule; missing: 'base' | 'from'; parts: CountedPart[] }
  | { state: 'shown'; rule: TargetRule; value: number | null; reached: boolean | null; parts: CountedPart[] };

/**
 * The rule of a target that the plan file does not name: no quantity → text; a contribution → statistics; growth in
 * percent → against a base; what is aimed at each year, or in a plan of one year → sum of the year; else a running total.
 */
export function targetRule(target: CountedTarget, period: { from: number; to: number }): TargetRule {
  if (target.rule !== undefined) return target.rule;
  const [quantity] = target.quantities;
  if (quantity === undefined) return 'text';
  if (target.contribution) return 'statistics';
  if (quantity.unit.startsWith('%')) return 'percentOfBase';
  return target.everyYear || period.from === period.to ? 'sumOfYear' : 'runningTotal';
}

/**
 * What a target has come to at the end of `year`. Sums list their parts, each with its receipt; of parts marked as the
 * same (`same`: groups of receipts) the largest counts once.
 * Example: 60 + 45 enterprises, 45 of them marked as the same → 60; aim at least 100 → not reached.
 */
export function targetProgress(
  target: CountedTarget,
  period: { from: number; to: number },
  year: number,
  reported: TargetPart[],
  basis: TargetBasis = {},
  same: string[][] = [],
): TargetProgress {
  const rule = targetRule(target, period);
  const [quantity] = target.quantities;
  if (quantity === undefined || rule === 'text') return { state: 'noFigure', rule };
  if (rule === 'statistics') {
    const parts = reported.filter((part) => part.year >= period.from && part.year <= year);
    return { state: 'statistic', rule, parts: counted(parts, same) };
  }
  const first = rule === 'runningTotal' ? (basis.from ?? period.from) : year;
  const parts = counted(
    reported.filter((part) => part.year >= (rule === 'latest' ? period.from : first) && part.year <= year),
    same,
  );
  if (rule === 'runningTotal' && basis.from === undefined) return { state: 'needsBase', rule, missing: 'from', parts };
  const missesBase = rule === 'percentOfBase' && (basis.base === undefined || basis.base === 0);
  if (missesBase) return { state: 'needsBase', rule, missing: 'base', parts };
  const value = figureOf(rule, parts, basis);
  return { state: 'shown', rule, value, reached: value === null ? null : reaches(value, quantity), parts };
}

function counted(parts: TargetPart[], same: string[][]): CountedPart[] {
  return parts.map((part) => {
    const group = same.find((receipts) => receipts.includes(part.receipt)) ?? [];
    const rivals = parts.filter(({ receipt, official }) => official && group.includes(receipt));
    const chosen = rivals.reduce<TargetPart | null>(
      (best, each) => (best && best.value >= each.value ? best : each),
      null,
    );
    const sameAs = part.official && chosen !== null && chosen !== part ? chosen.receipt : null;
    return { ...part, counted: part.official && sameAs === null, sameAs };
  });
}

/** Null while nobody has officially reported a figure: nothing is not zero. */
function figureOf(rule: TargetRule, parts: CountedPart[], { base }: TargetBasis): number | null {
  const official = parts.filter((part) => part.counted);
  if (official.length === 0) return null;
  const year = Math.max(...official.map((part) => part.year));
  const summed = rule === 'latest' ? official.filter((part) => part.year === year) : official;
  const sum = summed.reduce((total, { value }) => total + value, 0);
  if (rule !== 'percentOfBase') return sum;
  return base === undefined ? null : Math.round(((sum - base) / base) * 1000) / 10;
}

function reaches(value: number, { comparator, value: aim }: Target['quantities'][number]): boolean {
  return comparator === 'moreThan' ? value > aim : value >= aim;
}
