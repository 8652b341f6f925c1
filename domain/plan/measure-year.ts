import { yearOf } from '../calendar/day.ts';
import type { Day } from '../calendar/instant.ts';
import type { Measure } from './plan.ts';

/** What became known of measures after the plan was signed. Plain JSON: it travels in a workflow's input. */
export interface MeasureFacts {
  /** Days on which the request or the event of a measure came: measure number → days. */
  triggered: Record<string, Day[]>;
  /** Year in which a measure was reported as finished for good: measure number → year. */
  finished: Record<string, number>;
}

/** Facts of a plan just signed. */
export const NO_MEASURE_FACTS: MeasureFacts = { triggered: {}, finished: {} };

/** How a measure stands in one year; only `underWay` and `lastYear` are asked about. */
export type MeasureYear = 'notInWindow' | 'waiting' | 'underWay' | 'lastYear' | 'finished';

/**
 * How a measure stands in a calendar year of its plan. A window or a quarter lives from the year of `from` to the year
 * of `to`, which is `lastYear`. On request: alive in each year that brought a request. On an event: alive from the
 * event's year on. A measure never becomes overdue by waiting.
 * Example: Giai đoạn 2022-2025 → 2024 underWay, 2025 lastYear, 2026 notInWindow.
 */
export function measureYear(measure: Measure, year: number, facts: MeasureFacts): MeasureYear {
  const { kind, from, to } = measure.timing;
  const finishedIn = facts.finished[measure.no];
  if (finishedIn !== undefined && finishedIn < year) return 'finished';
  if (kind === 'window' || kind === 'quarter') return inWindow(from, to, year);
  const triggers = (facts.triggered[measure.no] ?? []).map(yearOf);
  if (kind === 'onRequest') return triggers.includes(year) ? 'underWay' : 'waiting';
  if (kind === 'onEvent') return triggers.some((trigger) => trigger <= year) ? 'underWay' : 'waiting';
  return 'underWay';
}

function inWindow(from: Day | null, to: Day | null, year: number): MeasureYear {
  if (from !== null && year < yearOf(from)) return 'notInWindow';
  if (to !== null && year > yearOf(to)) return 'notInWindow';
  return to !== null && year === yearOf(to) ? 'lastYear' : 'underWay';
}
