import type { Measure, Plan } from './plan.ts';

/**
 * The measures about which a plan asks in a year: those whose time covers a part of it. What runs every year or all the
 * time, and what prints no time, lives through the whole period; a five-yearly one in its last year. What waits for a
 * request or an event is never asked about by the calendar (domain.md A.8.4).
 */
export function liveMeasures(plan: Plan, year: number): Measure[] {
  return plan.measures.filter((measure) => isLiveIn(measure, plan.period, year));
}

/** Whether one measure lives in a year. Example: window 2022–2025 → 2025 yes, 2026 no. */
export function isLiveIn({ timing }: Measure, period: Plan['period'], year: number): boolean {
  if (year < period.from || year > period.to) return false;
  switch (timing.kind) {
    case 'onRequest':
    case 'onEvent':
      return false;
    case 'everyFiveYears':
      return year === period.to;
    case 'window':
    case 'quarter':
      return (timing.from ?? '') <= `${year}-12-31` && (timing.to ?? '9999') >= `${year}-01-01`;
    default:
      return true;
  }
}
