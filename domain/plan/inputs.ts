import type { AgencyRef, Plan, Requirement } from './plan.ts';

/** The reports a body turns into one: owed to it, whichever clause asks for them. Quarterly ones stand for themselves. */
export function inputsOf(plan: Plan, owner: AgencyRef[]): Requirement[] {
  return plan.requirements.filter(
    ({ kind, frequency, owedTo }) => kind === 'report' && frequency !== 'quarterly' && share(owedTo, owner),
  );
}

/** The consolidation that a report feeds: made by a body the report is owed to. Null where nothing is made of it. */
export function consolidationOf(plan: Plan, report: Requirement): Requirement | null {
  return plan.requirements.find(({ kind, owedBy }) => kind === 'consolidation' && share(owedBy, report.owedTo)) ?? null;
}

/** The consolidation in the mother plan made by the same body and dated there. Null where there is none. */
export function motherConsolidation(parent: Plan | null, consolidation: Requirement): Requirement | null {
  const candidates = parent?.requirements ?? [];
  return (
    candidates.find(
      ({ kind, due, owedBy }) => kind === 'consolidation' && due !== null && share(owedBy, consolidation.owedBy),
    ) ?? null
  );
}

/** Agencies of several lists, each once, in the order of their first mention. */
export function distinct(agencies: AgencyRef[]): AgencyRef[] {
  return agencies.filter(({ id }, index) => agencies.findIndex((other) => other.id === id) === index);
}

function share(some: AgencyRef[], others: AgencyRef[]): boolean {
  return some.some(({ id }) => others.some((other) => other.id === id));
}
