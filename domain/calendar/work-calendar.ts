import type { Day } from './instant.ts';

/**
 * What a province works by: the weekdays off and the Saturdays worked, as one table per year.
 * Plain JSON, small enough to travel in a workflow's input, so that a replay sees the table the decision was made with.
 */
export interface WorkCalendar {
  /** Changes whenever a table changes; quoted in journal entries. */
  version: string;
  years: Record<string, CalendarYear>;
}

export interface CalendarYear {
  /** False: computed by the rules of domain.md B.6, not yet announced. */
  announced: boolean;
  /** The announcement's number, or the rule it was computed by; null when neither is known. */
  basis: string | null;
  /** Monday-to-Friday days off, ascending, with the reason in Vietnamese. */
  daysOff: { day: Day; why: string }[];
  /** Saturdays (or Sundays) worked in exchange, ascending. */
  workedDays: { day: Day; why: string }[];
}
