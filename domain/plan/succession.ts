import type { Day } from '../calendar/instant.ts';
import { distinct } from './inputs.ts';
import type { AgencyRef } from './plan.ts';

/**
 * From a day on, what one agency owes is owed by others: a rename keeps the id, a merger names the successor, a split
 * names several. `only` limits it to some requirements, for a function that went elsewhere than the rest.
 */
export interface Succession {
  agency: string;
  on: Day;
  becomes: AgencyRef[];
  only?: { plan: string; requirements: string[] };
}

/** The agencies that owe on a day, after every succession up to it, in order of its day. Each stands once. */
export function successorsOn(
  agencies: AgencyRef[],
  on: Day,
  duty: { plan: string; requirement: string },
  successions: Succession[],
): AgencyRef[] {
  const past = successions
    .filter((succession) => succession.on <= on && concerns(succession, duty))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let current = agencies;
  for (const { agency, becomes } of past) {
    current = current.flatMap((each) => (each.id === agency ? becomes : [each]));
  }
  return distinct(current);
}

function concerns({ only }: Succession, duty: { plan: string; requirement: string }): boolean {
  return only === undefined || (only.plan === duty.plan && only.requirements.includes(duty.requirement));
}
