import { instantOn } from '../../../domain/calendar/instant.ts';
import { noEffects } from '../../../domain/engine/effects.ts';
import { planMachine } from '../../../domain/machines/plan.ts';
import type { PlanState } from '../../../domain/machines/plan-state.ts';
import { DEFAULT_POLICY } from '../../../domain/obligation/policy.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';
import { aPlan } from '../plan/plan-fixture.ts';

/** A made-up plan at work since a day of its first year; nothing before that day is listed. */
export function aPlanStarted(parts: Partial<Plan>, startedOn = '2024-02-01'): PlanState {
  const plan = aPlan(parts);
  return planMachine.open(
    {
      province: plan.province,
      plan,
      parent: null,
      calendar: loadCalendar(),
      policy: DEFAULT_POLICY,
      importedUntil: startedOn,
    },
    instantOn(startedOn, '08:00'),
    noEffects(),
  );
}
