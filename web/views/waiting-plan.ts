import type { Plan } from '../../domain/plan/plan.ts';
import type { WorkflowRecord } from '../../store/desk-reader.ts';
import { clauseShort } from '../../wording/basis.ts';
import { may, NO_SUBJECT, type WebActor } from '../access.ts';
import type { WaitingFact } from '../pages/today.tsx';
import type { Desk } from './desk.ts';
import { openReviews, type PlanFacts, planFacts, reviewName, unsettledTargets } from './plan-facts.ts';
import { clock } from './waiting.ts';

/** Kinds of rounds in which figures of targets are told. */
const TELLING = ['report', 'consolidation', 'statistics'];

/** What a plan as a whole asks of a reader: the outcome of a review, the basis of its targets. */
export function waitingPlan(desk: Desk, actor: WebActor, row: WorkflowRecord): WaitingFact[] {
  const plan = desk.plans.get(row.plan ?? '');
  if (plan === undefined) return [];
  const facts = planFacts(row);
  const agency = desk.agencyName(plan.coordinator.id);
  const subject = { ...NO_SUBJECT, coordinator: plan.coordinator.id, reviewer: plan.leadership.id };
  const basis = (clause: string | null): WaitingFact['basis'] => ({
    plan: plan.shortName,
    clause: clause === null ? null : clauseShort(clause),
  });
  const outcomes = may(actor, 'concludeReview', subject) ? openReviews(plan, facts) : [];
  const targets = may(actor, 'settleTarget', subject) ? unsettledTargets(plan, facts) : [];
  return [
    ...outcomes.map(
      ({ review, state }): WaitingFact => ({
        act: { is: 'conclusion', plan: plan.id, review: review.id, name: reviewName(plan, review) },
        key: `${plan.id}/${review.id}`,
        agency,
        basis: basis(review.clause),
        mine: clock(desk, state.days.decideOn),
      }),
    ),
    ...(targets.length === 0
      ? []
      : [
          {
            act: { is: 'targetBasis' as const, plan: plan.id, targets: targets.map(({ target }) => target.id) },
            key: `${plan.id}/targets`,
            agency,
            basis: basis(null),
            mine: clock(desk, neededOn(desk, plan, facts)),
          },
        ]),
  ];
}

/** The next day on which figures are told; without one, the last day of the year. */
function neededOn(desk: Desk, plan: Plan, facts: PlanFacts): string {
  const year = Number(desk.today.slice(0, 4));
  const days = [year, year + 1]
    .flatMap((each) => desk.year(plan, each, facts.measures))
    .filter(({ requirement }) => {
      const found = plan.requirements.find(({ id }) => id === requirement);
      return found !== undefined && TELLING.includes(found.kind);
    })
    .map(({ lastDayOn }) => lastDayOn)
    .filter((day) => day >= desk.today)
    .sort();
  return days[0] ?? `${year}-12-31`;
}
