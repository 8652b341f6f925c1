import type { AgencyRef, Plan } from './plan.ts';

/**
 * A plan without its words: what the workflows decide by. The clause's text, the measures' wording and the agencies'
 * names stay in the database and are quoted when a message is written.
 */
export function slimPlan(plan: Plan): Plan {
  const bare = (refs: AgencyRef[]): AgencyRef[] => refs.map(({ id }) => ({ id, name: '' }));
  return {
    ...plan,
    title: null,
    signatory: '',
    legalBases: [],
    goals: [],
    targets: plan.targets.map((target) => ({ ...target, text: '', printed: '' })),
    measures: plan.measures.map((measure) => ({
      ...measure,
      section: '',
      text: '',
      printed: '',
      lead: null,
      leads: bare(measure.leads),
      cooperating: null,
      cooperators: [],
      holder: null,
      notes: [],
      unassigned: measure.unassigned.map(() => ''),
      quantity: null,
    })),
    duties: plan.duties.map(({ clause, by }) => ({ clause, text: '', by: bare(by) })),
    requirements: plan.requirements.map((requirement) => ({
      ...requirement,
      quote: null,
      owedBy: bare(requirement.owedBy),
      owedTo: bare(requirement.owedTo),
      reviewer: requirement.reviewer && { id: requirement.reviewer.id, name: '' },
    })),
    reviews: plan.reviews.map((review) => ({ ...review, quote: null, by: bare(review.by) })),
    difficultyClause: null,
    recipients: [],
    sourceNotes: [],
    warnings: [],
    coordinator: { id: plan.coordinator.id, name: '' },
    leadership: { id: plan.leadership.id, name: '' },
  };
}
