import { addDays, dayFrom } from '../calendar/day.ts';
import { dueDays, lastDayOf, namedDay } from '../calendar/due.ts';
import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays, lastWorkingDayOfMonth } from '../calendar/working-days.ts';
import * as basis from './basis.ts';
import { AFTER_CUT_OFF, CONSOLIDATION_AFTER_INPUTS, CUT_OFF_DAY, INPUT_LEAD, provinceBudgetDay } from './defaults.ts';
import { consolidationOf, inputsOf, motherConsolidation } from './inputs.ts';
import type { MeasureFacts } from './measure-year.ts';
import type { Occasion } from './occasions.ts';
import type { Plan, PrintedDue, Requirement } from './plan.ts';
import type { DraftDay } from './round-draft.ts';

/** What the rules look at. */
export interface RuleContext {
  plan: Plan;
  /** The mother plan of a yearly plan; its day holds where the yearly plan prints none. */
  parent: Plan | null;
  calendar: WorkCalendar;
  /** What closed years have taught about measures. */
  facts: MeasureFacts;
}

/**
 * The day on which a requirement falls due in `year`, and why: the day printed, else the mother plan's, else the plan's
 * own setting, else the product's default (domain.md A.9). Null where nothing dates it: allocation, settlement and
 * integration plans are recorded when they happen. Throws `CalendarYearMissing`.
 */
export function requirementDay(
  context: RuleContext,
  requirement: Requirement,
  occasion: Occasion,
  year: number,
): DraftDay | null {
  if (occasion.quarter !== undefined) return quarterDay(context, requirement, occasion.quarter, year);
  return fixedDay(context, requirement, year) ?? defaultDay(context, requirement, year);
}

/** A day that does not depend on other requirements of the plan. */
function fixedDay({ plan, parent }: RuleContext, requirement: Requirement, year: number): DraftDay | null {
  const { due, duePhrase, clause, kind, id } = requirement;
  if (due) return { ...ruleDay(due, year), default: false, basis: basis.printedBasis(duePhrase, clause) };
  const setting = plan.policy.dueDays?.[id];
  const settingOn = setting === undefined ? null : monthDay(year, setting);
  const mother = kind === 'consolidation' ? motherConsolidation(parent, requirement) : null;
  if (mother?.due) {
    const day = ruleDay(mother.due, year);
    if (settingOn === null || settingOn === day.lastDayOn) {
      return { ...day, default: true, basis: basis.motherBasis(mother.duePhrase, mother.clause) };
    }
  }
  return settingOn === null ? null : { ...plainDay(settingOn), default: true, basis: basis.settingBasis(settingOn) };
}

function defaultDay(context: RuleContext, requirement: Requirement, year: number): DraftDay | null {
  switch (requirement.kind) {
    case 'budgetEstimate':
      return estimateDay(context, year + 1);
    case 'budgetConsolidation':
    case 'investmentBudget':
      return provinceDay(year + 1);
    case 'annualPlan': {
      const lastDayOn = lastWorkingDayOfMonth(context.calendar, year, 12);
      return { ...plainDay(lastDayOn), default: true, basis: basis.annualPlanBasis(year + 1) };
    }
    case 'progress':
      return afterCutOff(context, dayFrom(year, 6, CUT_OFF_DAY));
    case 'statistics':
      return afterCutOff(context, dayFrom(year, 12, CUT_OFF_DAY));
    case 'report':
      return reportDay(context, requirement, year);
    case 'consolidation':
      return consolidationDay(context, requirement, year);
    case 'allocation':
    case 'settlement':
    case 'integrationPlan':
      return null;
  }
}

/** Example: consolidation before 20/11/2026, aim 19/11/2026 → inputs until 05/11/2026. */
function reportDay(context: RuleContext, requirement: Requirement, year: number): DraftDay {
  const consolidation = consolidationOf(context.plan, requirement);
  const fed = consolidation && fixedDay(context, consolidation, year);
  if (consolidation === null || fed === null) return afterCutOff(context, dayFrom(year, 12, CUT_OFF_DAY));
  const { aimOn } = dueDays(context.calendar, fed.lastDayOn);
  return {
    ...plainDay(addWorkingDays(context.calendar, aimOn, -INPUT_LEAD)),
    default: true,
    basis: basis.inputBasis(INPUT_LEAD, aimOn, consolidation.clause),
  };
}

/** Example: inputs until 17/12/2024 → consolidation until 24/12/2024, of data closed on 14/12/2024. */
function consolidationDay(context: RuleContext, requirement: Requirement, year: number): DraftDay {
  const inputs = inputsOf(context.plan, requirement.owedBy)
    .map((input) => fixedDay(context, input, year) ?? reportDay(context, input, year))
    .sort((a, b) => (a.lastDayOn < b.lastDayOn ? -1 : 1));
  const last = inputs.at(-1);
  if (last === undefined) return afterCutOff(context, dayFrom(year, 12, CUT_OFF_DAY));
  const lastDayOn = addWorkingDays(context.calendar, last.lastDayOn, CONSOLIDATION_AFTER_INPUTS);
  return {
    ...plainDay(lastDayOn),
    cutOffOn: last.cutOffOn,
    default: true,
    basis: basis.afterInputsBasis(CONSOLIDATION_AFTER_INPUTS, last.lastDayOn),
  };
}

/** Example: budget year 2026 → before 20/07/2025, a Sunday: last day 19/07, aim 18/07; departments until 04/07/2025. */
function estimateDay({ calendar }: RuleContext, budgetYear: number): DraftDay {
  const { due, law } = provinceBudgetDay(budgetYear);
  const { aimOn } = dueDays(calendar, lastDayOf(due, budgetYear - 1));
  return {
    ...plainDay(addWorkingDays(calendar, aimOn, -INPUT_LEAD)),
    default: true,
    basis: basis.estimateBasis(INPUT_LEAD, aimOn, law, budgetYear),
  };
}

function provinceDay(budgetYear: number): DraftDay {
  const { due, law } = provinceBudgetDay(budgetYear);
  const day = ruleDay(due, budgetYear - 1);
  return { ...day, default: true, basis: basis.provinceBudgetBasis(day.namedOn, law, budgetYear) };
}

/** Example: quarter III of 2023 → data closed on 14/09/2023, report until 18/09/2023. */
function quarterDay(context: RuleContext, { id }: Requirement, quarter: number, year: number): DraftDay {
  const cutOffOn = dayFrom(year, quarter * 3, CUT_OFF_DAY);
  const setting = context.plan.policy.dueDays?.[id];
  if (setting === undefined) return afterCutOff(context, cutOffOn);
  const month = (quarter - 1) * 3 + Number(setting.slice(0, 2));
  const lastDayOn = dayFrom(month > 12 ? year + 1 : year, ((month - 1) % 12) + 1, Number(setting.slice(3)));
  return { namedOn: null, lastDayOn, cutOffOn, default: true, basis: basis.settingBasis(lastDayOn) };
}

function afterCutOff({ calendar }: RuleContext, cutOffOn: Day): DraftDay {
  const lastDayOn = addWorkingDays(calendar, cutOffOn, AFTER_CUT_OFF);
  return { namedOn: null, lastDayOn, cutOffOn, default: true, basis: basis.cutOffBasis(AFTER_CUT_OFF, cutOffOn) };
}

/** "Before 1 January" ends in the year before the day named, and belongs to it. */
function ruleDay(due: PrintedDue, year: number): { namedOn: Day; lastDayOn: Day; cutOffOn: Day } {
  const namedYear = due.rule === 'before' && due.month === 1 && due.day === 1 ? year + 1 : year;
  const lastDayOn = lastDayOf(due, namedYear);
  return { ...plainDay(lastDayOn), namedOn: namedDay(due, namedYear) };
}

/** A day that no text names; data close at the end of the month before it. */
export function plainDay(lastDayOn: Day): { namedOn: null; lastDayOn: Day; cutOffOn: Day } {
  return { namedOn: null, lastDayOn, cutOffOn: addDays(`${lastDayOn.slice(0, 7)}-01`, -1) };
}

function monthDay(year: number, monthAndDay: string): Day {
  return dayFrom(year, Number(monthAndDay.slice(0, 2)), Number(monthAndDay.slice(3)));
}
