import type { Asks } from '../obligation/obligation.ts';
import { groupOf, measureGroups } from './measure-groups.ts';
import { leadsOf } from './measure-leads.ts';
import { type MeasureFacts, measureYear } from './measure-year.ts';
import type { Measure, Plan } from './plan.ts';
import { standingDuties } from './standing-duties.ts';
import { targetRule } from './target-progress.ts';

/** Kinds in which an agency tells how its measures stand. */
const ABOUT_MEASURES = new Set(['report', 'consolidation', 'progress', 'statistics']);
/** Kinds that look back over the whole period. */
const REVIEWS = new Set(['review', 'reviewInputs']);
/** Kinds in which standing duties are asked, once a year. */
const ABOUT_DUTIES = new Set(['report', 'consolidation', 'statistics']);

/**
 * What one agency is asked in one round: the measures it leads that live in that year (nothing outside its window,
 * nothing untriggered), those in the last year of their window, the targets of the nearest target year (those that only
 * statistics measure, of the statistics office alone), and once a year its standing duties. A review asks for every measure that has lived since the start and every target with a figure; an
 * estimate for the groups of measures that live in the budget year.
 */
export function asksOf(plan: Plan, kind: string, agency: string, year: number, facts: MeasureFacts): Asks {
  const asks: Asks = { measures: [], endingMeasures: [], targets: [] };
  const led = plan.measures.filter((measure) => leadsOf(measure, facts).includes(agency));
  if (REVIEWS.has(kind)) {
    const years = Array.from({ length: year - plan.period.from + 1 }, (_, index) => plan.period.from + index);
    const lived = led.filter((measure) => years.some((each) => isAsked(measure, each, facts)));
    return { ...asks, measures: lived.map(({ no }) => no), targets: toldTargets(plan, agency).map(({ id }) => id) };
  }
  if (ABOUT_MEASURES.has(kind)) {
    for (const measure of led) {
      const state = measureYear(measure, year, facts);
      if (state === 'underWay') asks.measures.push(measure.no);
      else if (state === 'lastYear') asks.endingMeasures.push(measure.no);
    }
  }
  if (kind === 'report' || kind === 'consolidation') asks.targets = targetsOf(toldTargets(plan, agency), plan, year);
  if (kind === 'statistics') asks.targets = targetsOf(statisticTargets(plan), plan, year);
  const duties = ABOUT_DUTIES.has(kind) ? standingDuties(plan, agency) : [];
  if (duties.length > 0) asks.duties = duties;
  if (kind === 'budgetEstimate') {
    const groups = new Set(led.filter((measure) => isAsked(measure, year + 1, facts)).map(groupOf));
    const ids = measureGroups(plan).flatMap(({ id }) => (id !== '' && groups.has(id) ? [id] : []));
    if (ids.length > 0) asks.groups = ids;
  }
  return asks;
}

function isAsked(measure: Measure, year: number, facts: MeasureFacts): boolean {
  const state = measureYear(measure, year, facts);
  return state === 'underWay' || state === 'lastYear';
}

function countedTargets({ targets }: Plan): Plan['targets'] {
  return targets.filter(({ quantities, contribution }) => quantities.length > 0 && !contribution);
}

/** Figures of everybody; what no figure measures is told by the coordinator alone. */
function toldTargets(plan: Plan, agency: string): Plan['targets'] {
  const counted = countedTargets(plan);
  return plan.targets.filter(
    (target) => counted.includes(target) || (agency === plan.coordinator.id && isText(target)),
  );
}

function isText({ quantities, contribution }: Plan['targets'][number]): boolean {
  return quantities.length === 0 && !contribution;
}

function statisticTargets(plan: Plan): Plan['targets'] {
  return plan.targets.filter((target) => targetRule(target, plan.period) === 'statistics');
}

/** Of some targets those whose year is the nearest not yet past, and those of every year. */
function targetsOf(targets: Plan['targets'], plan: Plan, year: number): string[] {
  const years = targets.map((target) => target.year ?? plan.period.to).filter((each) => each >= year);
  const nearest = Math.min(...years);
  return targets
    .filter((target) => target.everyYear || (target.year ?? plan.period.to) === nearest)
    .map(({ id }) => id);
}
