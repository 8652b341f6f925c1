import type { Asks } from '../obligation/obligation.ts';
import type { Plan } from '../plan/plan.ts';
import { buildForm } from './build-form.ts';
import type { Form, MoneySource } from './form.ts';

/** Kinds in which money is asked, and from which sources. */
const MONEY: Record<string, MoneySource[]> = {
  budgetEstimate: ['recurrent', 'investment', 'other'],
  budgetConsolidation: ['recurrent', 'investment', 'other'],
  investmentBudget: ['investment'],
};

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
    ...asks,
    money: MONEY[duty.kind] ?? [],
    freeText: true,
  });
}
