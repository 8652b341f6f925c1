import { type MeasureFacts, measureYear } from './measure-year.ts';
import type { Measure, Plan } from './plan.ts';

/**
 * The measures about which a plan asks in a year: those whose time covers a part of it. What runs every year or all the
 * time, and what prints no time, lives through the whole period. What waits for a request or an event is never asked
 * about by the calendar (domain.md A.8.4), only in a year in which `facts` say that somebody triggered it.
 * Example: "Giai đoạn 2022-2025" lives in 2025, not in 2026.
 */
export function liveMeasures(plan: Plan, year: number, facts: MeasureFacts = {}): Measure[] {
  if (year < plan.period.from || year > plan.period.to) return [];
  return plan.measures.filter((measure) => ['underWay', 'lastYear'].includes(measureYear(measure, year, facts)));
}
