import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Policy } from '../obligation/policy.ts';
import type { MeasureFacts } from '../plan/measure-year.ts';
import type { Plan } from '../plan/plan.ts';

/** One calendar year of one plan: opens its rounds on their days and gathers what they bring. */
export interface CycleSpec {
  province: string;
  plan: Plan;
  parent: Plan | null;
  year: number;
  calendar: WorkCalendar;
  policy: Policy;
  /** Rounds that were over before this day are not opened: they were listed when the plan was brought in. */
  importedUntil: Day;
  measures: MeasureFacts;
}
