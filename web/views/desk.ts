import type { StoredClock } from '../../client/ports.ts';
import { CalendarYearMissing } from '../../domain/calendar/calendar-year.ts';
import { type Day, dayOf, type Instant } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { workingDaysBetween } from '../../domain/calendar/working-days.ts';
import { planPolicy } from '../../domain/machines/round-spec.ts';
import type { Obligation, RoundContext } from '../../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { receivingPost } from '../../domain/obligation/receiving-post.ts';
import type { MeasureFacts } from '../../domain/plan/measure-year.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { schedule } from '../../domain/plan/schedule.ts';
import type { ScheduledRound } from '../../domain/plan/schedule-types.ts';
import { agencyNameOn } from '../../domain/roster/agency-name.ts';
import { holdersOf, type Role, type Roster, rolesOf } from '../../domain/roster/roster.ts';
import type { DeskReader, ObligationRecord } from '../../store/desk-reader.ts';
import { postName } from '../../wording/role-name.ts';
import type { Subject } from '../access.ts';

/** What every view is made from. */
export interface DeskSources {
  reader: DeskReader;
  clock: StoredClock;
  plans(): Promise<Plan[]>;
  roster(): Promise<Roster>;
  /** The tables in force. */
  calendar(): WorkCalendar;
  /** The machine's clock: the domain's now where the stored clock is the wall. */
  machineNow(): Instant;
}

/** An obligation that a round holds; those from before the start have no state. */
export type Live = ObligationRecord & { state: Obligation };

/** The facts of one request, read once: now, calendar, directory and plans. */
export interface Desk {
  now: Instant;
  today: Day;
  calendar: WorkCalendar;
  roster: Roster;
  plans: Map<string, Plan>;
  reader: DeskReader;
  /** Full name of an agency as of today; an id that nobody knows stays an id. */
  agencyName(id: string): string;
  personName(id: string): string;
  /** "Ông/Bà"-free: name and post of the day, "Phạm Thí Dụ, chuyên viên đầu mối". */
  personWithPost(id: string): string;
  /** Rounds of a plan's year as its calendar lays them out; empty where the year has no table. */
  year(plan: Plan, year: number, facts?: MeasureFacts): ScheduledRound[];
  /** The same by other tables. */
  yearBy(calendar: WorkCalendar, plan: Plan, year: number): ScheduledRound[];
}

export async function openDesk(sources: DeskSources): Promise<Desk> {
  const { reader, clock } = sources;
  const [{ now: stored }, plans, roster] = await Promise.all([clock.read(), sources.plans(), sources.roster()]);
  const now = stored ?? sources.machineNow();
  const today = dayOf(now);
  const calendar = sources.calendar();
  const known = new Map(plans.map((plan) => [plan.id, plan]));
  const laidOut = new Map<string, ScheduledRound[]>();
  return {
    now,
    today,
    calendar,
    roster,
    plans: known,
    reader,
    agencyName: (id) => nameOf(roster, plans, id, today),
    personName: (id) => roster.people.find((person) => person.id === id)?.name ?? id,
    personWithPost: (id) => withPost(roster, id, today),
    year(plan, year, facts = {}) {
      const key = `${plan.id}/${year}/${JSON.stringify(facts)}`;
      const found = laidOut.get(key) ?? layOut(plan, known, calendar, year, facts);
      laidOut.set(key, found);
      return found;
    },
    yearBy: (tables, plan, year) => layOut(plan, known, tables, year, {}),
  };
}

function layOut(
  plan: Plan,
  plans: Map<string, Plan>,
  calendar: WorkCalendar,
  year: number,
  facts: MeasureFacts,
): ScheduledRound[] {
  try {
    return schedule(plan, calendar, year, { parent: plans.get(plan.parent?.planId ?? '') ?? null, facts }).rounds;
  } catch (error) {
    if (error instanceof CalendarYearMissing) return [];
    throw error;
  }
}

function nameOf(roster: Roster, plans: Plan[], id: string, today: Day): string {
  const agency = roster.agencies.find((each) => each.id === id);
  if (agency !== undefined) return agencyNameOn(agency, today);
  const named = plans.flatMap(({ requirements, coordinator, leadership }) => [
    coordinator,
    leadership,
    ...requirements.flatMap(({ owedBy, owedTo }) => [...owedBy, ...owedTo]),
  ]);
  return named.find((each) => each.id === id)?.name ?? id;
}

function withPost(roster: Roster, id: string, today: Day): string {
  const person = roster.people.find((each) => each.id === id);
  if (person === undefined) return id;
  const held = rolesOf(roster, id, today);
  const roles = held.filter(({ agency }) => agency === held[0]?.agency).map(({ role }) => role);
  const post = postName(person.title, roles);
  return post === '' ? person.name : `${person.name}, ${post}`;
}

/** Those who act in a role of an agency today. */
export function holders(desk: Desk, agency: string, role: Role): string[] {
  return holdersOf(desk.roster, agency, role, desk.today).map(({ person }) => person);
}

export function isLive(row: ObligationRecord): row is Live {
  return row.state !== null;
}

/** What the rules of an obligation need to know of its round, made from its row and its plan. */
export function contextOf(desk: Desk, plan: Plan, row: ObligationRecord): RoundContext {
  return {
    id: row.round,
    key: row.key.slice(0, row.key.lastIndexOf('/')),
    province: plan.province,
    plan: plan.id,
    requirement: row.requirement,
    kind: row.kind,
    year: row.year,
    period: row.period,
    reviewer: row.reviewer,
    reviewerRole: receivingPost(row.kind),
    closesByLetter: row.closing === 'letter',
    coordinator: plan.coordinator.id,
    leadership: plan.leadership.id,
    policy: planPolicy(plan, DEFAULT_POLICY),
    calendar: desk.calendar,
  };
}

/** Who may see and decide a duty: the owing agency, the receiver, the coordinator, and the leaders asked by name. */
export function subjectOf(desk: Desk, plan: Plan, row: ObligationRecord): Subject {
  return {
    owing: [row.agency],
    reviewer: row.reviewer,
    coordinator: plan.coordinator.id,
    receivingPost: receivingPost(row.kind),
    ownJudge: row.closing === 'head',
    leadership: plan.leadership.id,
    asked: askedLeaders(desk, plan, row),
  };
}

/** The leaders whom the open question has reached so far, by rank. */
export function askedLeaders(desk: Desk, plan: Plan, row: ObligationRecord): string[] {
  const rank = row.state?.leadership?.rank;
  if (rank === undefined) return [];
  const leaders = holdersOf(desk.roster, plan.leadership.id, 'leadership', desk.today);
  const reached = leaders.filter((leader) => leader.rank <= rank);
  return (reached.length > 0 ? reached : leaders.slice(0, 1)).map(({ person }) => person);
}

/** Working days until a day, 0 on the day itself, negative once it is past. */
export function daysTo(desk: Desk, day: Day): number {
  return day >= desk.today
    ? workingDaysBetween(desk.calendar, desk.today, day)
    : -workingDaysBetween(desk.calendar, day, desk.today);
}
