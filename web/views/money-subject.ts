import type { Plan, RequirementKind } from '../../domain/plan/plan.ts';
import { NO_SUBJECT, type Subject } from '../access.ts';

const STATED: RequirementKind[] = ['budgetEstimate', 'budgetConsolidation', 'investmentBudget'];
const RECORDED: RequirementKind[] = ['allocation', 'settlement'];

/** Whether amounts are stated as answers to a round of this kind. */
export function isStated(kind: string): boolean {
  return STATED.some((each) => each === kind);
}

/** Whether amounts of this kind are recorded when they happen. */
export function isRecorded(kind: string): boolean {
  return RECORDED.some((each) => each === kind);
}

/** Those who owe a step of the money by the plan. */
export function owners(plan: Plan, kinds: RequirementKind[]): string[] {
  const owed = plan.requirements.filter(({ kind }) => kinds.includes(kind)).flatMap(({ owedBy }) => owedBy);
  return [...new Set(owed.map(({ id }) => id))];
}

/** Whom a plan's money concerns beside its coordinator: who adds it up, receives, allocates or settles it; null without any. */
export function moneySubject(plan: Plan): Subject | null {
  if (owners(plan, [...STATED, ...RECORDED]).length === 0) return null;
  const receivers = plan.requirements.filter(({ kind }) => isStated(kind)).flatMap(({ reviewer }) => reviewer ?? []);
  const owing = [
    ...owners(plan, ['budgetConsolidation', 'investmentBudget', ...RECORDED]),
    ...receivers.map(({ id }) => id),
  ];
  return { ...NO_SUBJECT, coordinator: plan.coordinator.id, owing: [...new Set(owing)] };
}
