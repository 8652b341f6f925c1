import { dayFrom } from '../calendar/day.ts';
import { dueDays } from '../calendar/due.ts';
import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { MoneySource } from '../form/form.ts';
import { cutOffBasis } from './basis.ts';
import { AFTER_CUT_OFF, CUT_OFF_DAY } from './defaults.ts';
import { distinct } from './inputs.ts';
import { roundWorkflow } from './keys.ts';
import type { AgencyRef, Plan, Requirement } from './plan.ts';
import { roundDays } from './round-days.ts';
import type { ScheduledRound } from './schedule-types.ts';

/** Money of one budget year that was recorded as given to an agency, or as settled. */
export interface RecordedMoney {
  year: number;
  step: 'allocation' | 'settlement';
  agency: string;
  measure: string | null;
  source: MoneySource;
  /** The day it was recorded, where its year's question had opened by then: asked about on the next (late-money.ts). */
  lateOn?: Day;
}

/** One round in which agencies are asked about a year's money. */
export interface MoneyQuestion {
  /** The clause's requirement; `settlement` where an agency is asked only because it was given money. */
  requirement: string;
  kind: 'allocation' | 'settlement';
  agencies: { agency: string; settles: Pick<RecordedMoney, 'measure' | 'source'>[] }[];
}

/** Requirement of the round that asks those who were given money. */
export const SETTLEMENT = 'settlement';

/** Forms in which, once a year, an agency is asked about what no day dates. */
const YEARLY_FORMS = new Set(['report', 'consolidation', 'statistics']);

/**
 * Who is asked about the money of a year in a round of its own. Allocation and settlement have no day, and are asked in
 * their owner's yearly report; an owner without such a report would never be asked. Whoever was given money tells here
 * what he settled, even if he reports yearly: that report closes before the year's money is spent. Nobody is asked about
 * what is recorded already.
 */
export function moneyQuestions(plan: Plan, year: number, recorded: RecordedMoney[]): MoneyQuestion[] {
  const own = recorded.filter((each) => each.year === year);
  const owners = undated(plan).flatMap((requirement): MoneyQuestion[] => {
    const kind = requirement.kind === 'allocation' ? 'allocation' : 'settlement';
    const silent = requirement.owedBy.filter(({ id }) => !reportsYearly(plan, id));
    if (silent.length === 0 || own.some(({ step }) => step === kind)) return [];
    if (requirement.frequency === 'once' && year !== plan.period.to) return [];
    return [{ requirement: requirement.id, kind, agencies: silent.map(({ id }) => ({ agency: id, settles: [] })) }];
  });
  const agencies = settlementsAsked(recorded, year, null);
  return agencies.length === 0 ? owners : [...owners, { requirement: SETTLEMENT, kind: 'settlement', agencies }];
}

/** Each agency with the money of a year that it was given and has not settled: of the usual question, or of one late day. */
export function settlementsAsked(
  recorded: RecordedMoney[],
  year: number,
  lateOn: Day | null,
): MoneyQuestion['agencies'] {
  const own = recorded.filter((each) => each.year === year);
  const given = own.filter(
    (money, index) =>
      money.step === 'allocation' &&
      (money.lateOn ?? null) === lateOn &&
      own.findIndex((other) => other.step === money.step && samePlace(other, money)) === index &&
      !own.some((other) => other.step === 'settlement' && samePlace(other, money)),
  );
  return [...new Set(given.map(({ agency }) => agency))].map((agency) => ({
    agency,
    settles: given.filter((each) => each.agency === agency).map(({ measure, source }) => ({ measure, source })),
  }));
}

/**
 * The days of such a round: two working days after the year's data close on 14/12, as for a yearly report without a day.
 * `agencies` is who might be asked: the owners by the plan. Throws `CalendarYearMissing`.
 */
export function moneyRounds(plan: Plan, calendar: WorkCalendar, year: number): ScheduledRound[] {
  const owned = undated(plan).map(({ id, owedBy }) => moneyRound(plan, calendar, year, id, owedBy));
  return [...owned, settlementRound(plan, calendar, year)];
}

/** The round among them that asks whoever was given money. Throws `CalendarYearMissing`. */
export function settlementRound(plan: Plan, calendar: WorkCalendar, year: number): ScheduledRound {
  const leads = plan.measures.flatMap(({ leads: ids, leadKind }) => (leadKind === 'proposed' ? [] : ids));
  return moneyRound(plan, calendar, year, SETTLEMENT, distinct(leads));
}

function moneyRound(
  plan: Plan,
  calendar: WorkCalendar,
  year: number,
  requirement: string,
  agencies: AgencyRef[],
): ScheduledRound {
  const cutOffOn = dayFrom(year, 12, CUT_OFF_DAY);
  const lastDayOn = addWorkingDays(calendar, cutOffOn, AFTER_CUT_OFF);
  return {
    ...roundDays(calendar, { lastDayOn, namedOn: null }, plan.policy),
    ...dueDays(calendar, lastDayOn),
    id: roundWorkflow(plan.province, `${plan.id}/${year}/${requirement}/${year}`),
    requirement,
    phase: 'budgeting',
    period: String(year),
    cutOffOn,
    agencies,
    default: true,
    basis: cutOffBasis(AFTER_CUT_OFF, cutOffOn),
  };
}

function undated({ requirements }: Plan): Requirement[] {
  return requirements.filter(({ kind }) => kind === 'allocation' || kind === 'settlement');
}

function reportsYearly({ requirements }: Plan, agency: string): boolean {
  return requirements.some(
    ({ kind, frequency, owedBy }) =>
      YEARLY_FORMS.has(kind) && frequency !== 'everyFiveYears' && owedBy.some(({ id }) => id === agency),
  );
}

/** True where both are about the same agency, measure and source of one year. */
export function samePlace(a: RecordedMoney, b: RecordedMoney): boolean {
  return a.year === b.year && a.agency === b.agency && a.measure === b.measure && a.source === b.source;
}
