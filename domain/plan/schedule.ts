import { yearOf } from '../calendar/day.ts';
import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import { roundWorkflow } from './keys.ts';
import type { MeasureFacts } from './measure-year.ts';
import type { Plan } from './plan.ts';
import type { RuleContext } from './requirement-day.ts';
import { requirementRounds } from './requirement-rounds.ts';
import { reviewRounds } from './review-rounds.ts';
import { roundDays } from './round-days.ts';
import type { RoundDraft } from './round-draft.ts';
import type { ScheduledRound, YearSchedule } from './schedule-types.ts';
import { scheduleWarnings } from './schedule-warnings.ts';
import { type Succession, successorsOn } from './succession.ts';

export interface ScheduleOptions {
  /** The mother plan, whose day holds where a yearly plan prints none. Default none. */
  parent?: Plan | null;
  /** Agencies of the plan's day instead of those after the reorganisations. Default false. */
  asPrinted?: boolean;
  /** The reorganisations, applied as of each round's last day. Default none. */
  successions?: Succession[];
  /** What closed years have taught about measures: who owes mid-year progress follows it. Default none. */
  facts?: MeasureFacts;
}

/**
 * Lays out one calendar year of a plan: every round whose last day lies in it, earliest first. A round that would have
 * ended before the plan was signed, or whose period leaves the plan, does not exist; a year without rounds is empty.
 * Throws `CalendarYearMissing` where a round must be counted in a year without table.
 */
export function schedule(
  plan: Plan,
  calendar: WorkCalendar,
  year: number,
  options: ScheduleOptions = {},
): YearSchedule {
  const table = calendar.years[String(year)];
  const issuedOn = plan.issuedOn ?? `${plan.period.from}-01-01`;
  const context = { plan, parent: options.parent ?? null, calendar, facts: options.facts ?? {} };
  const due = draftsDueIn(context, year, yearOf(issuedOn));
  const drafts = due.filter(({ lastDayOn }) => lastDayOn >= issuedOn).sort(byLastDay);
  const successions = options.asPrinted === true ? [] : (options.successions ?? []);
  return {
    schema: 1,
    plan: plan.id,
    year,
    calendar: { announced: table?.announced ?? false, basis: table?.basis ?? null },
    rounds: drafts.map((draft) => roundOf(plan, calendar, year, draft, successions)),
    warnings: scheduleWarnings(plan, calendar, year, {
      drafts,
      dropped: due.filter((draft) => !drafts.includes(draft)),
    }),
  };
}

/** Every draft whose last day lies in the year; a rule of the year before may reach over its end. */
function draftsDueIn(context: RuleContext, year: number, issuedIn: number): RoundDraft[] {
  const { plan, calendar } = context;
  return [year - 1, year]
    .filter((each) => each >= issuedIn && each <= plan.period.to)
    .flatMap((each) => [
      ...plan.requirements.flatMap((requirement) => requirementRounds(context, requirement, each)),
      ...plan.reviews.flatMap((review) => reviewRounds(plan, calendar, review, each)),
    ])
    .filter(({ lastDayOn }) => yearOf(lastDayOn) === year);
}

function roundOf(
  plan: Plan,
  calendar: WorkCalendar,
  year: number,
  draft: RoundDraft,
  successions: Succession[],
): ScheduledRound {
  const { requirement, period, phase, cutOffOn, lastDayOn } = draft;
  const { opensOn, ...days } = roundDays(calendar, draft, plan.policy);
  return {
    id: roundWorkflow(plan.province, `${plan.id}/${year}/${requirement}/${period}`),
    requirement,
    phase,
    period,
    opensOn,
    cutOffOn: apart(calendar, cutOffOn, days.aimOn),
    ...days,
    agencies: successorsOn(draft.agencies, lastDayOn, { plan: plan.id, requirement }, successions),
    default: draft.default,
    basis: draft.basis,
  };
}

/**
 * Data close at least one working day before the aim day (Nghị định 09/2019/NĐ-CP Điều 8).
 * Example: last day Monday 03/11/2025 leaves the end of October; last day Saturday 01/11/2025, aim Friday 31/10, closes
 * data on Thursday 30/10.
 */
function apart(calendar: WorkCalendar, cutOffOn: Day, aimOn: Day): Day {
  const latest = addWorkingDays(calendar, aimOn, -1);
  return cutOffOn < latest ? cutOffOn : latest;
}

function byLastDay(a: RoundDraft, b: RoundDraft): number {
  return compare(a.lastDayOn, b.lastDayOn) || compare(a.requirement, b.requirement) || compare(a.period, b.period);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
