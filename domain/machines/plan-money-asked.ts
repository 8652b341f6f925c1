import { type Day, dayOf, type Instant, instantOn } from '../calendar/instant.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Effects } from '../engine/effects.ts';
import { type MoneyQuestion, moneyQuestions, moneyRounds } from '../plan/money-question.ts';
import { standingDuties } from '../plan/standing-duties.ts';
import { openAskedRound } from './asked-round.ts';
import type { PlanState } from './plan-state.ts';
import { receiverOf } from './round-spec.ts';

/** An hour before reminders are decided, as every round opens. */
const OPEN_AT = '06:00';

/** Working days that an agency has where its money is recorded after the year's own day. */
const LATE_DAYS = 10;

/** When the money of an open year is asked about; null where it has been, or was over before the plan or its start. */
export function moneyAskedAt(state: PlanState, year: number): Instant | null {
  const { plan, calendar, importedUntil } = state.spec;
  if (unasked(state, year).length === 0) return null;
  const [round] = moneyRounds(plan, calendar, year);
  if (round === undefined || round.overdueAfter < importedUntil || round.lastDayOn < (plan.issuedOn ?? '')) return null;
  return instantOn(round.opensOn, OPEN_AT);
}

/** Opens the rounds that ask about the money of the years whose day has come. */
export function askMoney(state: PlanState, now: Instant, out: Effects): void {
  const { plan, calendar } = state.spec;
  for (const year of state.opened) {
    const at = moneyAskedAt(state, year);
    if (at === null || at > now) continue;
    const rounds = moneyRounds(plan, calendar, year);
    for (const question of unasked(state, year)) {
      state.moneyAsked = [...(state.moneyAsked ?? []), `${year}/${question.requirement}`];
      const round = rounds.find(({ requirement }) => requirement === question.requirement);
      if (round === undefined) continue;
      const late = round.lastDayOn <= dayOf(now);
      const to = late ? addWorkingDays(calendar, dayOf(now), LATE_DAYS) : round.lastDayOn;
      ask(state, year, question, to, now, out);
    }
  }
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
  to: Day,
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
      key: `${plan.id}/${year}/${requirement}/${year}`,
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
      to,
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
