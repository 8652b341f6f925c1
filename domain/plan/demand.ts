import type { Plan } from './plan.ts';

/** Where in the plan a round comes from. */
export interface Demand {
  /** Null where a default asks. */
  clause: string | null;
  /** The words of the clause, as printed; null where a default asks. */
  quote: string | null;
  /** Set where the round is a review, or what agencies contribute to one. */
  review: 'midTerm' | 'final' | null;
}

/**
 * The clause behind a round's requirement, which may be a review's id or "<review id>-inputs". What no clause asks for
 * rests on the words of the one measure it is about, where there is one.
 */
export function demandOf(plan: Plan, requirement: string, measure: string | null = null): Demand {
  const found = plan.requirements.find(({ id }) => id === requirement);
  if (found) return { clause: found.clause, quote: found.quote, review: null };
  const review = plan.reviews.find(({ id }) => id === requirement || `${id}-inputs` === requirement);
  if (review) return { clause: review.clause, quote: review.quote, review: review.kind };
  const quote = plan.measures.find(({ no }) => no === measure)?.text ?? null;
  return { clause: null, quote, review: null };
}
