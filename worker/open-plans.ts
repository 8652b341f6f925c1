import { type Day, dayOf, type Instant } from '../domain/calendar/instant.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { AgendaItem } from '../domain/engine/effects.ts';
import type { PlanSpec } from '../domain/machines/plan-state.ts';
import { DEFAULT_POLICY } from '../domain/obligation/policy.ts';
import { planWorkflow } from '../domain/plan/keys.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { slimPlan } from '../domain/plan/slim-plan.ts';

/**
 * The start of a plan as an agenda row. Putting it twice starts the plan once: the row's key is remembered for ever.
 * `importedUntil` defaults to the day of the start.
 */
export function planStart(
  plan: Plan,
  all: Plan[],
  calendar: WorkCalendar,
  at: Instant,
  importedUntil: Day = dayOf(at),
): AgendaItem {
  const workflow = planWorkflow(plan.province, plan.id);
  const parent = all.find(({ id }) => id === plan.parent?.planId);
  const body: PlanSpec = {
    province: plan.province,
    plan: slimPlan(plan),
    parent: parent ? slimPlan(parent) : null,
    calendar,
    policy: DEFAULT_POLICY,
    importedUntil,
  };
  const key = `open:${workflow}`;
  return { key, workflow, at, rank: 0, message: { kind: 'open', key, at, body } };
}
