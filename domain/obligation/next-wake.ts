import type { Instant } from '../calendar/instant.ts';
import type { Obligation, PlannedItem, RoundContext } from './obligation.ts';
import { plannedItems } from './planned.ts';

/** When to look at an obligation again: its earliest planned item strictly after `processedUntil`, or null. */
export function nextWake(obligation: Obligation, context: RoundContext, processedUntil: Instant): Instant | null {
  let next: Instant | null = null;
  for (const { at } of plannedItems(obligation, context)) {
    if (at > processedUntil && (next === null || at < next)) next = at;
  }
  return next;
}

/** What is due at exactly `planned`. */
export function itemsDueAt(obligation: Obligation, context: RoundContext, planned: Instant): PlannedItem[] {
  return plannedItems(obligation, context).filter(({ at }) => at === planned);
}
