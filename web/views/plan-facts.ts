import type { PlanState, ReviewState, TargetAnswer } from '../../domain/machines/plan-state.ts';
import { roundWorkflow } from '../../domain/plan/keys.ts';
import type { Plan, Review, Target } from '../../domain/plan/plan.ts';
import { targetProgress } from '../../domain/plan/target-progress.ts';
import type { WorkflowRecord } from '../../store/desk-reader.ts';
import { formatPeriod } from '../../wording/format.ts';

/** What the projection keeps of a plan that has started. */
export interface PlanFacts extends Pick<PlanState, 'measures'> {
  importedUntil: string;
  reviews: Record<string, ReviewState>;
  targets: Record<string, TargetAnswer>;
}

export function planFacts({ state }: WorkflowRecord): PlanFacts {
  const { importedUntil, measures = {}, reviews = {}, targets = {} } = state as unknown as Partial<PlanFacts>;
  return { importedUntil: importedUntil ?? '', measures, reviews, targets };
}

/** Targets whose figures wait for a word of the coordinator: a base, or the first year. */
export function unsettledTargets(plan: Plan, facts: PlanFacts): { target: Target; missing: 'base' | 'from' }[] {
  return plan.targets.flatMap((target) => {
    const progress = targetProgress(target, plan.period, plan.period.from, [], facts.targets[target.id]);
    return progress.state === 'needsBase' ? [{ target, missing: progress.missing }] : [];
  });
}

/** "sơ kết giai đoạn 2022–2025". */
export function reviewName(plan: Plan, { kind, plannedYear }: Review): string {
  const period = formatPeriod(`${plan.period.from}-${plannedYear}`);
  return `${kind === 'final' ? 'tổng kết' : 'sơ kết'} ${period}`;
}

/** The round in which a review's report is made. */
export function reviewRound(plan: Plan, { id, plannedYear }: Review): string {
  return roundWorkflow(plan.province, `${plan.id}/${plannedYear}/${id}/${plan.period.from}-${plannedYear}`);
}

/** Reviews whose report is sent and whose outcome has not come. */
export function openReviews(plan: Plan, facts: PlanFacts): { review: Review; state: ReviewState }[] {
  return plan.reviews.flatMap((review) => {
    const state = facts.reviews[review.id];
    return state !== undefined && state.askedAt !== null && state.outcome === null ? [{ review, state }] : [];
  });
}
