import type { MeasureFacts } from './measure-year.ts';
import type { Measure } from './plan.ts';

/** What the rules of leading look at. */
export type LedMeasure = Pick<Measure, 'no' | 'leads' | 'leadKind' | 'unassigned'>;

/**
 * Ids of the agencies that lead a measure: those the plan names, and those the coordinator named for its vague part.
 * Whom the plan only proposes has no duty.
 */
export function leadsOf({ no, leads, leadKind }: LedMeasure, facts: MeasureFacts): string[] {
  const named = leadKind === 'proposed' ? [] : leads.map(({ id }) => id);
  return [...new Set([...named, ...(facts[no]?.assigned ?? [])])];
}

/** Whether part of a measure's lead names nobody, and no coordinator has settled it. */
export function isUnassigned({ no, unassigned }: LedMeasure, facts: MeasureFacts): boolean {
  return unassigned.length > 0 && facts[no]?.assigned === undefined;
}
