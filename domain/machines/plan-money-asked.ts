import { type Day, dayOf, type Instant, instantOn } from '../calendar/instant.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Effects } from '../engine/effects.ts';
import { roundKey } from '../plan/keys.ts';
import { lateAskedOn, lateMoneyRound } from '../plan/late-money.ts';
import {
  type MoneyQuestion,
  moneyQuestions,
  moneyRounds,
  SETTLEMENT,
  settlementRound,
  settlementsAsked,
} from '../plan/money-question.ts';
import type { ScheduledRound } from '../plan/schedule-types.ts';
import { standingDuties } from '../plan/standing-duties.ts';
import { openAskedRound } from './asked-round.ts';
import type { PlanState } from './plan-state.ts';
import { receiverOf } from './round-spec.ts';

/** An hour before reminders are decided, as every round opens. */
const OPEN_AT = '06:00';

/** Working days that an agency has where the year's own day has passed when it is asked. */
const LATE_DAYS = 10;

/** When the money of open years is asked about: each year's own instant, and the mornings after money that came late. */
export function moneyAskedAt(state: PlanState): Instant[] {
  const usual = state.opened.filter((year) => unasked(state, year).length > 0).map((year) => opensAt(state, year));
  return [...usual, ...lateDays(state).map(({ day }) => lateAt(day))].filter((at) => at !== null);
}

/** Opens the rounds that ask about money whose day has come. */
export function askMoney(state: PlanState, now: Instant, out: Effects): void {
  const { plan, calendar } = state.spec;
  for (const year of state.opened) {
    const at = unasked(state, year).length === 0 ? null : opensAt(state, year);
    if (at === null || at > now) continue;
    const rounds = moneyRounds(plan, calendar, year);
    for (const question of unasked(state, year)) {
      remember(state, `${year}/${question.requirement}`);
      const round = rounds.find(({ requirement }) => requirement === question.requirement);
      if (round === undefined) continue;
      const late = round.lastDayOn <= dayOf(now);
      const to = late ? addWorkingDays(calendar, dayOf(now), LATE_DAYS) : round.lastDayOn;
      ask(state, year, question, { id: round.id, lastDayOn: to }, now, out);
    }
  }
  for (const { year, day } of lateDays(state)) {
    if (lateAt(day) > now) continue;
    const agencies = settlementsAsked(state.money ?? [], year, day);
    remember(state, lateName(year, day));
    const question: MoneyQuestion = { requirement: SETTLEMENT, kind: 'settlement', agencies };
    if (agencies.length > 0) ask(state, year, question, lateMoneyRound(plan, calendar, year, day), now, out);
  }
}

/** The day that money recorded now is marked with: null before its year's question opens, or where none ever does. */
export function lateOn(state: PlanState, year: number, at: Instant): Day | null {
  if (!state.opened.includes(year)) return null;
  const opened = opensAt(state, year);
  return opened !== null && opened <= at ? dayOf(at) : null;
}

/** True while money that came late has not been asked about: the plan stays. */
export function awaitsMoney(state: PlanState): boolean {
  return lateDays(state).length > 0;
}

/** When a year's money is asked about; null for one that was over before the plan or its start. */
function opensAt({ spec: { plan, calendar, importedUntil } }: PlanState, year: number): Instant | null {
  const { opensOn, lastDayOn, overdueAfter } = settlementRound(plan, calendar, year);
  return overdueAfter < importedUntil || lastDayOn < (plan.issuedOn ?? '') ? null : instantOn(opensOn, OPEN_AT);
}

/** Days on which money came late and that have not been asked about. */
function lateDays({ money = [], moneyAsked = [] }: PlanState): { year: number; day: Day }[] {
  const days = new Map<string, { year: number; day: Day }>();
  for (const { year, lateOn: day } of money)
    if (day !== undefined && !moneyAsked.includes(lateName(year, day))) days.set(lateName(year, day), { year, day });
  return [...days.values()];
}

function lateName(year: number, day: Day): string {
  return `${year}/${SETTLEMENT}/${day}`;
}

function lateAt(day: Day): Instant {
  return instantOn(lateAskedOn(day), OPEN_AT);
}

function remember(state: PlanState, name: string): void {
  state.moneyAsked = [...(state.moneyAsked ?? []), name];
}

function unasked({ spec, money, moneyAsked }: PlanState, year: number): MoneyQuestion[] {
  return moneyQuestions(spec.plan, year, money ?? []).filter(
    ({ requirement }) => !moneyAsked?.includes(`${year}/${requirement}`),
  );
}

function ask(
  state: PlanState,
  year: number,
  { requirement, kind, agencies }: MoneyQuestion,
  round: Pick<ScheduledRound, 'id' | 'lastDayOn'>,
  at: Instant,
  out: Effects,
): void {
  const { plan } = state.spec;
  const known = plan.requirements.some(({ id }) => id === requirement);
  const { reviewer, closesByLetter } = known
    ? receiverOf(plan, requirement)
    : { reviewer: receiverOfSettlement(state), closesByLetter: false };
  openAskedRound(
    state,
    { at },
    {
      key: roundKey(round.id),
      requirement,
      kind,
      year,
      period: String(year),
      reviewer,
      closesByLetter,
      agencies: agencies.map(({ agency }) => agency),
      asks: (agency) => ({
        measures: [],
        endingMeasures: [],
        targets: [],
        ...(known ? { duties: standingDuties(plan, agency) } : {}),
        ...settledBy(agencies, agency),
      }),
      to: round.lastDayOn,
      ref: null,
      announced: false,
    },
    out,
  );
}

function settledBy(
  agencies: MoneyQuestion['agencies'],
  agency: string,
): { settles?: MoneyQuestion['agencies'][number]['settles'] } {
  const found = agencies.find((each) => each.agency === agency)?.settles ?? [];
  return found.length === 0 ? {} : { settles: found };
}

/** Who sees to settlement by the plan, else who allocates, else the coordinator. */
function receiverOfSettlement({ spec: { plan } }: PlanState): string {
  const owner = (kind: 'allocation' | 'settlement'): string | undefined =>
    plan.requirements.find((each) => each.kind === kind)?.owedBy[0]?.id;
  return owner('settlement') ?? owner('allocation') ?? plan.coordinator.id;
}
