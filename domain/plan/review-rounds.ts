import { dayFrom } from '../calendar/day.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { lastWorkingDayOfMonth, lastWorkingDayOfQuarter } from '../calendar/working-days.ts';
import { reviewBasis, reviewInputsBasis, settingBasis } from './basis.ts';
import { distinct, inputsOf } from './inputs.ts';
import type { AgencyRef, Plan, Review } from './plan.ts';
import { plainDay } from './requirement-day.ts';
import type { RoundDraft } from './round-draft.ts';

/**
 * The rounds of a review: what the agencies contribute, until the last working day of the third quarter, and the review
 * itself, until the last working day of November. Those who report to the reviewing body contribute.
 * Example: mid-term review 2025 → inputs 30/09/2025, review 28/11/2025, period "2022-2025" of a plan from 2022.
 */
export function reviewRounds(plan: Plan, calendar: WorkCalendar, review: Review, year: number): RoundDraft[] {
  if (review.plannedYear !== year) return [];
  const covers = { from: plan.period.from, to: year };
  const printed = review.year !== null;
  const draft = (requirement: string, agencies: AgencyRef[], lastDayOn: string, basis: string): RoundDraft => {
    const setting = plan.policy.dueDays?.[requirement];
    const on = setting ? dayFrom(year, Number(setting.slice(0, 2)), Number(setting.slice(3))) : lastDayOn;
    return {
      requirement,
      phase: review.kind === 'midTerm' ? 'midTermReview' : 'finalReview',
      period: `${covers.from}-${covers.to}`,
      covers,
      ...plainDay(on),
      agencies,
      default: true,
      basis: setting ? settingBasis(on) : basis,
    };
  };
  const inputsOn = lastWorkingDayOfQuarter(calendar, year, 3);
  const reviewOn = lastWorkingDayOfMonth(calendar, year, 11);
  return [
    draft(`${review.id}-inputs`, contributors(plan, review), inputsOn, reviewInputsBasis(inputsOn, printed)),
    draft(review.id, review.by, reviewOn, reviewBasis(reviewOn, printed)),
  ].filter(({ agencies }) => agencies.length > 0);
}

function contributors(plan: Plan, { by }: Review): AgencyRef[] {
  const owers = inputsOf(plan, by).flatMap(({ owedBy }) => owedBy);
  return distinct(owers).filter(({ id }) => !by.some((reviewer) => reviewer.id === id));
}
