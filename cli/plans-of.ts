import type { Plan } from '../domain/plan/plan.ts';
import { BUILT_IN_PLANS } from '../plans/load-agencies.ts';
import { loadPlans } from '../plans/load-plans.ts';
import type { CommandIo } from './command.ts';
import { unknownValue } from './failure.ts';

/** The folder of plans a command works on: DONDOC_PLANS, or the plans that come with the program. */
export function plansDirectory({ env }: Pick<CommandIo, 'env'>): string {
  return env.DONDOC_PLANS || BUILT_IN_PLANS;
}

/** All plans of that folder. Throws `PlanFileError`. */
export function plansOf(io: Pick<CommandIo, 'env'>): Plan[] {
  return loadPlans(plansDirectory(io));
}

/** One of the plans. Throws `CommandFailure` 1 naming those that exist. */
export function planCalled(id: string, plans: Plan[]): Plan {
  const found = plans.find((plan) => plan.id === id);
  if (found) return found;
  throw unknownValue(
    'kế hoạch',
    id,
    plans.map((plan) => plan.id),
  );
}
