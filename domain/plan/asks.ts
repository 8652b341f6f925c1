import type { Asks } from '../obligation/obligation.ts';
import { type MeasureFacts, measureYear } from './measure-year.ts';
import type { Plan } from './plan.ts';

/** Kinds in which an agency tells how its measures stand. */
const ABOUT_MEASURES = new Set(['report', 'consolidation', 'progress', 'statistics', 'review', 'reviewInputs']);
/** Kinds in which figures for targets are asked. */
const ABOUT_TARGETS = new Set(['report', 'consolidation', 'review', 'reviewInputs']);

/**
 * What one agency is asked in one round: the measures it leads that live in that year (nothing outside its window,
 * nothing untriggered), those in the last year of their window, and the targets of the nearest target year.
 */
export function asksOf(plan: Plan, kind: string, agency: string, year: number, facts: MeasureFacts): Asks {
  const asks: Asks = { measures: [], endingMeasures: [], targets: [] };
  if (ABOUT_MEASURES.has(kind)) {
    for (const measure of plan.measures) {
      if (!measure.leads.some(({ id }) => id === agency) || measure.leadKind === 'proposed') continue;
      const state = measureYear(measure, year, facts);
      if (state === 'underWay') asks.measures.push(measure.no);
      else if (state === 'lastYear') asks.endingMeasures.push(measure.no);
    }
  }
  if (ABOUT_TARGETS.has(kind)) asks.targets = targetsOf(plan, year);
  return asks;
}

/** Targets with a figure whose year is the nearest not yet past, and those of every year. */
function targetsOf(plan: Plan, year: number): string[] {
  const counted = plan.targets.filter(({ quantities, contribution }) => quantities.length > 0 && !contribution);
  const years = counted.map((target) => target.year ?? plan.period.to).filter((each) => each >= year);
  const nearest = Math.min(...years);
  return counted
    .filter((target) => target.everyYear || (target.year ?? plan.period.to) === nearest)
    .map(({ id }) => id);
}
