import { CalendarYearMissing } from '../domain/calendar/calendar-year.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { lateMoneyRoundNamed } from '../domain/plan/late-money.ts';
import { moneyRounds } from '../domain/plan/money-question.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { schedule } from '../domain/plan/schedule.ts';
import type { ScheduledRound } from '../domain/plan/schedule-types.ts';
import type { Roster } from '../domain/roster/roster.ts';
import type { DeliverPorts, ObstacleRecord, RoundRecord, StoredNotice, StoredWords } from './ports.ts';
import { roundsOfWeek } from './week-of.ts';

/** Everything that the notices of one run quote, read once. */
export interface FactBundle {
  roster: Roster;
  calendar: WorkCalendar;
  plans: Map<string, Plan>;
  rounds: Map<string, RoundRecord>;
  words: Map<string, StoredWords>;
  obstacles: Map<string, ObstacleRecord>;
  /** The rounds of a plan's year as its calendar lays them out, those about money included; empty where the year has no table. */
  scheduled(plan: Plan, year: number): ScheduledRound[];
  /** One round by its id, laid out as above; null for one that a person asked for. */
  round(plan: Plan, year: number, id: string): ScheduledRound | null;
}

export async function readFacts(
  { facts, calendar }: DeliverPorts,
  province: string,
  notices: StoredNotice[],
): Promise<FactBundle> {
  const roster = await facts.roster(province);
  const plans = new Map<string, Plan>();
  for (const id of distinct(notices.map(({ plan }) => plan))) await addPlan(plans, id, facts.plan);
  for (const { parent } of [...plans.values()]) if (parent?.planId) await addPlan(plans, parent.planId, facts.plan);
  const rounds = await facts.rounds(distinct(notices.flatMap((notice) => [notice.round, ...roundsOfWeek(notice)])));
  const obstacles = await facts.obstacles(province, distinct(notices.map((notice) => obstacleOf(notice))));
  const refs = [
    ...notices.map(({ ref }) => ref),
    ...[...rounds.values()].flatMap(({ facts: { ref }, acts }) => [ref, ...acts.map((act) => act.ref)]),
    ...[...obstacles.values()].map(({ ref }) => ref),
  ];
  const words = await facts.words(distinct(refs));
  const tables = calendar();
  const known = new Map<string, ScheduledRound[]>();
  const scheduled = (plan: Plan, year: number): ScheduledRound[] => {
    const key = `${plan.id}/${year}`;
    const found = known.get(key) ?? laidOut(plan, plans.get(plan.parent?.planId ?? '') ?? null, tables, year);
    known.set(key, found);
    return found;
  };
  const round = (plan: Plan, year: number, id: string): ScheduledRound | null =>
    scheduled(plan, year).find((each) => each.id === id) ?? lateMoney(plan, tables, year, id);
  return { roster, calendar: tables, plans, rounds, words, obstacles, scheduled, round };
}

/** The obstacle a notice is about, by id. */
export function obstacleOf({ facts }: StoredNotice): string | null {
  return typeof facts.obstacle === 'string' ? facts.obstacle : null;
}

function laidOut(plan: Plan, parent: Plan | null, calendar: WorkCalendar, year: number): ScheduledRound[] {
  return orWithoutTable([], () => [
    ...schedule(plan, calendar, year, { parent }).rounds,
    ...moneyRounds(plan, calendar, year),
  ]);
}

function lateMoney(plan: Plan, calendar: WorkCalendar, year: number, id: string): ScheduledRound | null {
  return orWithoutTable(null, () => lateMoneyRoundNamed(plan, calendar, year, id));
}

function orWithoutTable<T>(without: T, dated: () => T): T {
  try {
    return dated();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return without;
    throw error;
  }
}

async function addPlan(
  plans: Map<string, Plan>,
  id: string,
  load: (id: string) => Promise<Plan | null>,
): Promise<void> {
  const plan = plans.has(id) ? null : await load(id);
  if (plan) plans.set(id, plan);
}

function distinct(values: (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].sort();
}
