import type { Plan } from './plan.ts';

/** Requirements that no day dates: recorded when they happen, and asked once a year. */
const UNDATED = new Set(['allocation', 'settlement', 'integrationPlan']);

/**
 * Clauses of the standing duties of an agency that have no day of their own, in the plan's order: allocation, settlement,
 * integration plans, and the points of the organisation section that neither a dated requirement nor a review takes up.
 */
export function standingDuties(plan: Plan, agency: string): string[] {
  const taken = new Set([
    ...plan.requirements.filter(({ kind }) => !UNDATED.has(kind)).map(({ clause }) => clause),
    ...plan.reviews.map(({ clause }) => clause),
  ]);
  const own = plan.duties.filter(({ by }) => by.some(({ id }) => id === agency)).map(({ clause }) => clause);
  return own.filter((clause, index) => !taken.has(clause) && own.indexOf(clause) === index);
}
