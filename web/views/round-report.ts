import type { RoundFacts } from '../../domain/machines/round.ts';
import { BUDGET_STEPS, type BudgetStep } from '../../domain/plan/budget-year.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { BudgetReport } from '../../domain/report/budget-lines.ts';
import { type PlanReport, reviewReport, yearReport } from '../../domain/report/plan-report.ts';
import type { TargetLine } from '../../domain/report/target-lines.ts';
import { documentText } from '../../wording/basis.ts';
import { formatPeriod } from '../../wording/format.ts';
import {
  amountParts,
  amountWords,
  gapWords,
  placeWords,
  SOURCE_NAMES,
  STEP_HEADS,
} from '../../wording/report/budget-words.ts';
import { reportText } from '../../wording/report/report-text.ts';
import {
  partLines,
  progressWords,
  quantityWords,
  silenceLines,
  targetYearWords,
  textLines,
} from '../../wording/report/target-words.ts';
import type { WebActor } from '../access.ts';
import type { BudgetFact, RoundReportView, TargetFact } from '../pages/round-report.tsx';
import type { Desk } from './desk.ts';
import { reportSources } from './report-sources.ts';
import { oversees } from './sight.ts';

const YEARLY = ['report', 'consolidation', 'statistics'];
const REVIEWS = ['review', 'reviewInputs'];
const BUDGET = ['budgetEstimate', 'budgetConsolidation', 'investmentBudget', 'allocation', 'settlement'];

/**
 * What the answers of a round add up to: the plan's year for a yearly report, the time since the start for a review, the
 * budget year for an estimate. Null for other rounds, and for whoever does not watch over the plan; the receiver of a
 * round of money sees the money.
 */
export async function roundReport(
  desk: Desk,
  actor: WebActor,
  plan: Plan,
  { kind, year, period, reviewer }: RoundFacts,
): Promise<RoundReportView | null> {
  const whole = oversees(actor, plan);
  const money = BUDGET.includes(kind);
  const yearly = YEARLY.includes(kind) && period === String(year);
  const review = REVIEWS.includes(kind);
  if (!(yearly || review || money) || !(whole || (money && actor.agency === reviewer))) return null;
  const sources = await reportSources(desk.reader, plan);
  const report = review ? reviewReport(sources, year) : yearReport(sources, money ? Number(period) : year);
  const shown = money ? { ...report, targets: [], measures: [], sayings: [] } : report;
  return viewOf(desk, plan, shown, money);
}

function viewOf(desk: Desk, plan: Plan, report: PlanReport, money: boolean): RoundReportView {
  const nameOf = desk.agencyName;
  const { year, since, reports } = report;
  const time = formatPeriod(since === null ? String(year) : `${since}-${year}`);
  const frame = { document: documentText(plan), lastYear: plan.period.to, at: desk.now, nameOf };
  return {
    title: money ? `Kinh phí ${time}` : `Số liệu tổng hợp ${time}`,
    note: money ? null : `${reports.official}/${reports.asked} báo cáo chính thức`,
    targets: report.targets.map((line) => targetFact(desk, plan, line, year)),
    budget: report.budget === null ? null : budgetFact(desk, report.budget),
    text: money ? null : reportText(report, frame),
  };
}

function targetFact(desk: Desk, plan: Plan, line: TargetLine, year: number): TargetFact {
  const { target, quantity, index, silent } = line;
  const several = target.quantities.length > 1;
  return {
    id: several ? `${target.id} (${index})` : target.id,
    text: target.text,
    aim: quantity === null ? null : quantityWords(quantity),
    when: targetYearWords(line, plan.period.to),
    progress: progressWords(line, year),
    asksCoordinator: line.progress.state === 'needsBase',
    parts: [...textLines(line, desk.agencyName), ...partLines(line, year, desk.agencyName)],
    silent: silenceLines(silent, desk.agencyName),
  };
}

/** A budget year in words and digits. */
export function budgetFact(desk: Desk, { year, lines, totals, gaps }: BudgetReport): BudgetFact {
  return {
    year,
    heads: BUDGET_STEPS.map((step) => STEP_HEADS[step]),
    lines: lines.map((line) => ({
      place: placeWords(line),
      source: SOURCE_NAMES[line.source],
      amounts: BUDGET_STEPS.map((step) => amountWords(line.figures[step]?.amount ?? null)),
      parts: BUDGET_STEPS.flatMap((step) => partsOf(desk, step, line.figures[step])),
    })),
    totals: totals.map(({ source, amounts }) => ({
      label: source === null ? 'Tổng cộng' : `Cộng nguồn ${SOURCE_NAMES[source]}`,
      amounts: BUDGET_STEPS.map((step) => amountWords(amounts[step])),
    })),
    gaps: gaps.map((gap) => gapWords(gap, desk.agencyName)),
  };
}

function partsOf(desk: Desk, step: BudgetStep, figure: BudgetReport['lines'][number]['figures'][BudgetStep]): string[] {
  return figure === null ? [] : [`${STEP_HEADS[step]}: ${amountParts(figure, desk.agencyName)}`];
}
