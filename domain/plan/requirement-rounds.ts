import { distinct } from './inputs.ts';
import { liveMeasures } from './live-measures.ts';
import type { MeasureFacts } from './measure-year.ts';
import { occasionsIn } from './occasions.ts';
import type { AgencyRef, Plan, Requirement, RequirementKind } from './plan.ts';
import { type RuleContext, requirementDay } from './requirement-day.ts';
import type { RoundDraft } from './round-draft.ts';
import type { Phase } from './schedule-types.ts';

const PHASES: Record<RequirementKind, Phase> = {
  budgetEstimate: 'budgeting',
  budgetConsolidation: 'budgeting',
  investmentBudget: 'budgeting',
  allocation: 'budgeting',
  settlement: 'budgeting',
  annualPlan: 'budgeting',
  progress: 'execution',
  integrationPlan: 'execution',
  report: 'reporting',
  consolidation: 'reporting',
  statistics: 'reporting',
};

/** The rounds of one requirement that fall due around a calendar year; none where nobody is left to owe it. */
export function requirementRounds(context: RuleContext, requirement: Requirement, year: number): RoundDraft[] {
  const { plan, facts } = context;
  if (requirement.kind === 'progress' && plan.policy.midYearProgress === false) return [];
  const agencies = owersOf(plan, requirement, year, facts);
  if (agencies.length === 0) return [];
  return occasionsIn(requirement, plan.period, year).flatMap((occasion) => {
    const day = requirementDay(context, requirement, occasion, year);
    if (day === null) return [];
    const { period, covers } = occasion;
    return [{ requirement: requirement.id, phase: PHASES[requirement.kind], period, covers, agencies, ...day }];
  });
}

/**
 * Who owes a requirement in a year. A general clause keeps only those that the special clause repeating it does not
 * name; mid-year progress is owed by the leads whose measures live in that year.
 */
function owersOf(plan: Plan, requirement: Requirement, year: number, facts: MeasureFacts): AgencyRef[] {
  if (requirement.kind === 'progress') {
    const live = liveMeasures(plan, year, facts);
    const leads = live.flatMap(({ leads, leadKind }) => (leadKind === 'proposed' ? [] : leads));
    const assigned = live.flatMap(({ no }) => facts[no]?.assigned ?? []).map((id) => ({ id, name: id }));
    if (requirement.owedBy.length === 0) return distinct([...leads, ...assigned]);
    return distinct([...requirement.owedBy.filter(({ id }) => leads.some((lead) => lead.id === id)), ...assigned]);
  }
  const special = plan.requirements.find(({ id }) => id === requirement.coveredBy);
  return requirement.owedBy.filter(({ id }) => !special?.owedBy.some((other) => other.id === id));
}
