import type { Asks } from '../obligation/obligation.ts';
import { measureGroups } from '../plan/measure-groups.ts';
import type { Plan } from '../plan/plan.ts';
import { buildForm } from './build-form.ts';
import type { Form, MoneySource } from './form.ts';

/** Kinds in which money is asked, and from which sources. */
const MONEY: Record<string, MoneySource[]> = {
  budgetEstimate: ['recurrent', 'investment', 'other'],
  budgetConsolidation: ['recurrent', 'investment', 'other'],
  investmentBudget: ['investment'],
};

/** Reviews look back to the plan's first year. */
const REVIEWS = new Set(['review', 'reviewInputs']);

/** The form of one obligation, the same on every channel and page: what its round asks, in the plan's words. */
export function obligationForm(
  plan: Plan,
  duty: { requirement: string; kind: string; period: string },
  asks: Asks,
): Form {
  return buildForm({
    requirement: duty.requirement,
    period: duty.period,
    plan,
    measures: asks.measures,
    endingMeasures: asks.endingMeasures,
    targets: asks.targets,
    duties: asks.duties ?? [],
    settles: asks.settles ?? [],
    groups: measureGroups(plan).filter(({ id }) => asks.groups?.includes(id)),
    reviewSince: REVIEWS.has(duty.kind) ? plan.period.from : null,
    parts: duty.kind === 'contribution',
    ownPart: duty.kind === 'consolidation' || duty.kind === 'review',
    money: MONEY[duty.kind] ?? [],
    freeText: true,
  });
}
