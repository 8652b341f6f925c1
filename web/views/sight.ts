import type { Notice } from '../../domain/notice/notice.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ObligationRecord } from '../../store/desk-reader.ts';
import { may, NO_SUBJECT, type WebActor } from '../access.ts';
import { type Desk, subjectOf } from './desk.ts';
import { planFacts } from './plan-facts.ts';

/** Whether a reader may know of a duty at all. */
export function sees(desk: Desk, actor: WebActor, row: ObligationRecord): boolean {
  const plan = desk.plans.get(row.plan);
  return plan !== undefined && may(actor, 'seeObligation', subjectOf(desk, plan, row));
}

/** Whether a reader watches over a whole plan: its coordinator's office, leadership, administrator. */
export function oversees(actor: WebActor, plan: Plan): boolean {
  return may(actor, 'seeRound', { ...NO_SUBJECT, coordinator: plan.coordinator.id });
}

/** What need not be read for somebody who watches over no plan: duties that his agency neither owes nor reviews. */
export function nearOnly(desk: Desk, actor: WebActor): { near?: string } {
  const wide = actor.roles.includes('leadership') || [...desk.plans.values()].some((plan) => oversees(actor, plan));
  return wide ? {} : { near: actor.agency };
}

/**
 * Plans of which a reader may see anything: those he watches over, those in which his agency has a part, those in which
 * the coordinator named it for a measure whose lead the plan leaves vague, and those out of which somebody asked it.
 */
export async function plansOf(desk: Desk, actor: WebActor): Promise<Plan[]> {
  const plans = [...desk.plans.values()];
  const known = plans.filter((plan) => oversees(actor, plan) || hasPart(plan, actor.agency));
  if (known.length === plans.length) return plans;
  const named = await plansNaming(desk, actor.agency);
  const asked = await desk.reader.plansAsking(actor.agency);
  return plans.filter((plan) => known.includes(plan) || named.has(plan.id) || asked.includes(plan.id));
}

/** Ids of the plans in which a coordinator named an agency as a lead. */
async function plansNaming({ reader }: Desk, agency: string): Promise<Set<string | null>> {
  const rows = await reader.workflows({ type: 'plan' });
  const naming = rows.filter((row) =>
    Object.values(planFacts(row).measures).some(({ assigned }) => assigned?.includes(agency)),
  );
  return new Set(naming.map(({ plan }) => plan));
}

/** Whether an agency owes, leads or reviews something of a plan. */
export function hasPart(plan: Plan, agency: string): boolean {
  const holds = (refs: { id: string }[]): boolean => refs.some(({ id }) => id === agency);
  return (
    plan.requirements.some(({ owedBy, reviewer }) => holds(owedBy) || reviewer?.id === agency) ||
    plan.measures.some(({ leads }) => holds(leads)) ||
    plan.reviews.some(({ by }) => holds(by))
  );
}

/** Whether a reader may know that a notice leaves: it goes to his agency, is about it, or he watches over the plan. */
export function seesNotice(desk: Desk, actor: WebActor, notice: Notice): boolean {
  if (notice.to.agency === actor.agency || notice.about === actor.agency) return true;
  const plan = desk.plans.get(notice.plan ?? '');
  return plan !== undefined && oversees(actor, plan);
}
