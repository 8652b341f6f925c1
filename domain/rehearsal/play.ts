import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Plan } from '../plan/plan.ts';
import type { Roster } from '../roster/roster.ts';

/** What is to be rehearsed. */
export interface Play {
  /** The plans asked for, in the order in which they were asked for. */
  plans: Plan[];
  /** All known plans, by which links between plans are followed. */
  all: Plan[];
  /** Both days included. */
  from: Day;
  to: Day;
  seed: number;
  calendar: WorkCalendar;
  /** The directory of each province that has a plan in the play, every needed post filled. */
  rosters: Record<string, Roster>;
}

/** A province is played by itself, as it would be run by itself. */
export function provincesOf({ plans }: Play): string[] {
  return [...new Set(plans.map(({ province }) => province))].sort();
}
