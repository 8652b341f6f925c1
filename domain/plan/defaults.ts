import type { PrintedDue } from './plan.ts';

/*
 * What the product decides where a plan is silent (domain.md A.9). Every day that comes from here is shown as
 * "mặc định", never as if the plan had said so, and a plan may override it (PlanPolicy).
 */

/** Working days between the agencies' last day and the aim day of what is made of it: reports and budget estimates. */
export const INPUT_LEAD = 10;

/** Working days after a data cut-off (Nghị định 09/2019/NĐ-CP Điều 8 asks at least 1; localities give 2). */
export const AFTER_CUT_OFF = 2;

/** Working days between undated inputs and the consolidation of them. */
export const CONSOLIDATION_AFTER_INPUTS = 5;

/** Working days after `overdueAfter` on which closing is proposed to the coordinator; never automatic. */
export const LOCK_AFTER = 5;

/** Day on which data close in the last month of a quarter, a half-year and a year (Nghị định 09/2019/NĐ-CP Điều 12). */
export const CUT_OFF_DAY = 14;

/** Years that a five-yearly figure covers, the plan's last year included. */
export const FIVE_YEARS = 5;

interface ProvinceBudgetDay {
  /** First budget year it holds for. */
  from: number;
  due: PrintedDue;
  law: string;
}

const PROVINCE_BUDGET_DAYS: ProvinceBudgetDay[] = [
  { from: 2027, due: { rule: 'before', month: 7, day: 10 }, law: 'Thông tư 26/2026/TT-BTC Điều 12' },
  { from: 0, due: { rule: 'before', month: 7, day: 20 }, law: 'Thông tư 342/2016/TT-BTC Điều 11' },
];

/**
 * The day before which a province sends the estimate of a budget year to the centre; it stands in the year before.
 * Example: budget year 2026 → before 20/07/2025; budget year 2027 → before 10/07/2026.
 */
export function provinceBudgetDay(budgetYear: number): ProvinceBudgetDay {
  const found = PROVINCE_BUDGET_DAYS.find(({ from }) => budgetYear >= from);
  if (found === undefined) throw new Error(`no budget day for ${budgetYear}`);
  return found;
}
