import type { Measure, Plan, Requirement } from '../../domain/plan/plan.ts';
import { loadPlans } from '../../plans/load-plans.ts';

/** A plan that comes with the program. */
export function planNamed(id: string): Plan {
  const plan = loadPlans().find((each) => each.id === id);
  if (!plan) throw new Error(`no plan ${id}`);
  return plan;
}

/** A measure of a plan, by its printed path. */
export function measureOf(plan: Plan, no: string): Measure {
  const measure = plan.measures.find((each) => each.no === no);
  if (!measure) throw new Error(`no measure ${no} in ${plan.id}`);
  return measure;
}

/** A requirement of a plan, by its id. */
export function requirementOf(plan: Plan, id: string): Requirement {
  const requirement = plan.requirements.find((each) => each.id === id);
  if (!requirement) throw new Error(`no requirement ${id} in ${plan.id}`);
  return requirement;
}

export function idsOf(agencies: { id: string }[]): string[] {
  return agencies.map(({ id }) => id);
}
