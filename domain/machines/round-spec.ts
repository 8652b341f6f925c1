import type { Policy } from '../obligation/policy.ts';
import { asksOf } from '../plan/asks.ts';
import { cycleWorkflow, roundKey } from '../plan/keys.ts';
import type { Plan } from '../plan/plan.ts';
import type { ScheduledRound } from '../plan/schedule-types.ts';
import type { CycleSpec } from './cycle-spec.ts';
import type { RoundSpec } from './round.ts';

/** Freezes what a round is run by when it opens: days, owing agencies and what each is asked, receiver, policy, calendar. */
export function roundSpec(cycle: CycleSpec, round: ScheduledRound): RoundSpec {
  const { plan, year } = cycle;
  const { kind, reviewer, closesByLetter } = receiverOf(plan, round.requirement);
  const { namedOn, lastDayOn, aimOn, overdueAfter } = round;
  return {
    id: round.id,
    key: roundKey(round.id),
    province: cycle.province,
    plan: plan.id,
    requirement: round.requirement,
    kind,
    year,
    period: round.period,
    reviewer,
    closesByLetter,
    coordinator: plan.coordinator.id,
    leadership: plan.leadership.id,
    policy: planPolicy(plan, cycle.policy),
    calendar: calendarAround(cycle, year),
    deadline: { namedOn, lastDayOn, aimOn, overdueAfter },
    lockOn: round.lockOn,
    agencies: round.agencies.map(({ id }) => ({ agency: id, asks: asksOf(plan, kind, id, year, cycle.measures) })),
    cycle: cycleWorkflow(cycle.province, plan.id, year),
    announced: false,
    ref: null,
  };
}

/** Who receives a requirement, and whether he accepts or a letter closes it (UBND tỉnh and central bodies do not accept). */
export function receiverOf(
  plan: Plan,
  requirement: string,
): { kind: string; reviewer: string | null; closesByLetter: boolean } {
  const found = plan.requirements.find(({ id }) => id === requirement);
  if (found) {
    const reviewer = found.reviewer?.id ?? null;
    return {
      kind: found.kind,
      reviewer,
      closesByLetter: reviewer === plan.leadership.id || (reviewer === null && found.owedTo.length > 0),
    };
  }
  const inputs = requirement.endsWith('-inputs');
  return inputs
    ? { kind: 'reviewInputs', reviewer: plan.coordinator.id, closesByLetter: false }
    : { kind: 'review', reviewer: plan.leadership.id, closesByLetter: true };
}

/** The product's policy with the plan's own overrides. */
export function planPolicy(plan: Plan, policy: Policy): Policy {
  const { reminders, escalations } = plan.policy;
  return {
    ...policy,
    ...(reminders ? { reminders } : {}),
    ...(escalations ? { rungs: escalations.map(({ workingDaysAfter, to }) => ({ after: workingDaysAfter, to })) } : {}),
  };
}

/** Only the years that a round touches travel with it; one that drags on is given the tables it then lacks. */
function calendarAround({ calendar }: CycleSpec, year: number): CycleSpec['calendar'] {
  const near = Object.entries(calendar.years).filter(([each]) => Math.abs(Number(each) - year) <= 1);
  return { version: calendar.version, years: Object.fromEntries(near) };
}
