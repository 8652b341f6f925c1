import { lastDayOf } from '../../domain/calendar/due.ts';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dealtWith } from '../../domain/obligation/dealt-with.ts';
import { currentDeadline, isOwing } from '../../domain/obligation/obligation.ts';
import { inputsOf } from '../../domain/plan/inputs.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { WorkflowRecord } from '../../store/desk-reader.ts';
import { formatDayShort } from '../../wording/format.ts';
import type { WebActor } from '../access.ts';
import type { DueFact, OverdueFact, PlanShareFact, TodayView, UnreachableFact } from '../pages/today.tsx';
import { contextOf, type Desk, holders, isLive, type Live, openDesk } from './desk.ts';
import { dutyBasis, dutyTitle, planName } from './duty-words.ts';
import { telephone } from './frame.ts';
import { keptActs, keptFact } from './kept-acts.ts';
import { ladderOf, newestRungKey } from './ladder-fact.ts';
import { messageLine, messagesOf } from './message-lines.ts';
import { partRows } from './parts.ts';
import { nextMilestone } from './planned-notices.ts';
import { loadReach, type Reach } from './reach.ts';
import { nearOnly, oversees, plansOf, sees, seesNotice } from './sight.ts';
import { sinceVisit } from './since-visit.ts';
import { daysLeft, daysOver, isAwaited, sharesOf, stateOf } from './state-fact.ts';
import type { ViewSources } from './view-sources.ts';
import { byOwnDeadline, waitingObstacle, waitingOf, waitingRefs } from './waiting.ts';
import { waitingPlan } from './waiting-plan.ts';

/** The page Hôm nay of one person. */
export async function todayView(
  sources: ViewSources,
  actor: WebActor,
  days: number,
  visited: Instant | null = null,
): Promise<TodayView> {
  const desk = await openDesk(sources);
  const rounds = await desk.reader.workflows({ type: 'round', closed: false });
  const near = nearOnly(desk, actor);
  const read = (await desk.reader.obligations({ rounds: rounds.map(({ workflow }) => workflow), ...near })).filter(
    isLive,
  );
  const all = read.filter((row) => sees(desk, actor, row));
  const rows = all.filter(({ phase }) => phase === 'open' || phase === 'submitted');
  const obstacles = await desk.reader.workflows({ type: 'obstacle', closed: false });
  const running = await desk.reader.workflows({ type: 'plan', closed: false });
  const texts = await desk.reader.texts(waitingRefs(rows, obstacles));
  const parts = await partRows(
    desk,
    rows.filter(({ agency }) => agency === actor.agency),
  );
  const reach = await loadReach(desk);
  const kept = await keptActs(desk, actor);
  const done = dealtWith(kept);
  const waiting = [
    ...rows.flatMap((row) => waitingOf(desk, actor, row, texts, parts)),
    ...obstacles.flatMap((row) => waitingObstacle(desk, actor, row, texts)),
    ...running.flatMap((row) => waitingPlan(desk, actor, row)),
  ]
    .filter(({ key }) => !done.includes(key))
    .sort(byOwnDeadline);
  return {
    at: desk.now,
    kept: await Promise.all(kept.map((act) => keptFact(desk, act))),
    morning: await morningOf(desk, actor),
    since: await sinceVisit(desk, actor, visited, { waiting, rows, obstacles, texts }),
    days,
    waiting,
    overdue: await overdueFacts(desk, rows, reach),
    due: dueFacts(desk, rows, days),
    unreachable: unreachableFacts(desk, actor, rows, reach),
    plans: await planShares(desk, actor, rounds, all),
    next: await nextOf(sources, desk, actor, near.near === undefined ? read : []),
  };
}

/** The last slot in which something left: to everybody for those who watch over a plan, else to the reader himself. */
async function morningOf(desk: Desk, actor: WebActor): Promise<TodayView['morning']> {
  const all = [...desk.plans.values()].some((plan) => oversees(actor, plan));
  const own = all ? [] : (await desk.reader.messages({ person: actor.person })).filter(({ slot }) => slot <= desk.now);
  const at = all ? await desk.reader.lastSlot(desk.now) : (own.at(-1)?.slot ?? null);
  if (at === null) return null;
  const messages = all ? await desk.reader.messages({ slot: at }) : own.filter(({ slot }) => slot === at);
  const people = new Set(messages.map(({ person }) => person));
  const reached = new Set(
    messages.filter(({ status }) => status === 'sent' || status === 'delivered').map(({ person }) => person),
  );
  return { at, people: people.size, reached: reached.size };
}

async function overdueFacts(desk: Desk, rows: Live[], reach: Reach): Promise<OverdueFact[]> {
  const over = rows
    .map((row) => ({ row, days: daysOver(desk, row) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || compare(a.row.key, b.row.key));
  const keys = over.flatMap(({ row }) => newestRungKey(row) ?? []);
  const rungs = new Map((await desk.reader.notices({ keys })).map((notice) => [notice.key, notice]));
  return over.flatMap(({ row, days }) => {
    const plan = desk.plans.get(row.plan);
    if (plan === undefined) return [];
    const unreachable = row.state.unreachedSince !== null;
    return [
      {
        key: row.key,
        agency: desk.agencyName(row.agency),
        basis: dutyBasis(plan, row),
        lastDay: currentDeadline(row.state).lastDayOn,
        days,
        note: row.state.extensionRequest === null ? null : 'có đề nghị gia hạn',
        unreachable,
        call: unreachable ? callOf(desk, row.agency) : null,
        ladder: ladderOf(desk, row, rungs.get(newestRungKey(row) ?? '') ?? null, reach),
      },
    ];
  });
}

function callOf(desk: Desk, agency: string): { phone: string | null; person: string | null } {
  const [person] = holders(desk, agency, 'focalPoint');
  const phone = desk.roster.people.find(({ id }) => id === person)?.phone ?? null;
  return { phone: phone === null ? null : telephone(phone).phone, person: person ?? null };
}

function dueFacts(desk: Desk, rows: Live[], days: number): DueFact[] {
  return rows
    .filter((row) => isAwaited(desk, row) && daysOver(desk, row) === 0)
    .map((row) => ({ row, left: daysLeft(desk, row) }))
    .filter(({ left }) => left <= days)
    .sort((a, b) => compare(a.row.lastDayOn, b.row.lastDayOn) || compare(a.row.key, b.row.key))
    .flatMap(({ row, left }) => {
      const plan = desk.plans.get(row.plan);
      if (plan === undefined) return [];
      const state = stateOf(desk, row);
      const { number, lastDayOn } = currentDeadline(row.state);
      return [
        {
          key: row.key,
          on: lastDayOn,
          days: left,
          title: dutyTitle(plan, row),
          deadline: number,
          agency: desk.agencyName(row.agency),
          basis: dutyBasis(plan, row),
          state: state.is === 'notDue' ? { is: 'due' as const, days: left } : state,
        },
      ];
    });
}

/** Specialists of agencies that nothing reached, and everybody else of the directory whom nothing reaches. */
export function unreachableFacts(desk: Desk, actor: WebActor, rows: Live[], reach: Reach): UnreachableFact[] {
  const { roster, today } = desk;
  const all = [...desk.plans.values()].some((plan) => oversees(actor, plan));
  const flagged = [...new Set(rows.filter(({ state }) => state.unreachedSince !== null).map(({ agency }) => agency))];
  const facts = new Map<string, UnreachableFact>();
  for (const agency of flagged) {
    if (holders(desk, agency, 'focalPoint').length > 0) continue;
    facts.set(agency, {
      person: null,
      name: 'Vị trí chuyên viên đầu mối',
      agency: desk.agencyName(agency),
      why: 'chưa có người',
      phone: null,
    });
  }
  for (const { person, agency, from, to } of roster.posts) {
    if (from > today || (to !== null && to < today) || facts.has(person)) continue;
    if (!all && agency !== actor.agency) continue;
    const why = reach.why(person);
    if (why === null) continue;
    const phone = roster.people.find(({ id }) => id === person)?.phone ?? null;
    facts.set(person, {
      person,
      name: desk.personName(person),
      agency: desk.agencyName(agency),
      why,
      phone: phone === null ? null : telephone(phone).phone,
    });
  }
  return [...facts.values()];
}

async function planShares(desk: Desk, actor: WebActor, open: WorkflowRecord[], all: Live[]): Promise<PlanShareFact[]> {
  const started = new Set((await desk.reader.workflows({ type: 'plan' })).map(({ plan }) => plan));
  const shares: PlanShareFact[] = [];
  for (const plan of await plansOf(desk, actor)) {
    if (!started.has(plan.id)) continue;
    const rows = all.filter((row) => row.plan === plan.id);
    shares.push({
      plan: plan.id,
      name: planName(plan),
      issuedOn: plan.issuedOn,
      rounds: roundShares(desk, plan, open, rows),
      consolidation: await consolidationOf(desk, actor, plan, rows),
    });
  }
  return shares;
}

function roundShares(desk: Desk, plan: Plan, open: WorkflowRecord[], rows: Live[]): PlanShareFact['rounds'] {
  return open
    .filter((round) => round.plan === plan.id)
    .flatMap((round) => {
      const owed = rows.filter((row) => row.round === round.workflow && row.kind !== 'consolidation');
      const [first] = owed;
      if (first === undefined) return [];
      const shares = sharesOf(desk, owed);
      const agencies = shares.reduce((sum, { count }) => sum + count, 0);
      const { lastDayOn } = first.state.deadlines[0] ?? currentDeadline(first.state);
      return [{ round: round.workflow, title: dutyTitle(plan, first), agencies, lastDay: lastDayOn, shares }];
    })
    .sort((a, b) => compare(a.lastDay, b.lastDay) || compare(a.round, b.round));
}

/** The consolidation that is being made, with how many agencies have told anything for it. */
async function consolidationOf(
  desk: Desk,
  actor: WebActor,
  plan: Plan,
  rows: Live[],
): Promise<PlanShareFact['consolidation']> {
  const row = rows
    .filter((each) => each.kind === 'consolidation' && isOwing(each.state, contextOf(desk, plan, each)))
    .sort((a, b) => compare(a.lastDayOn, b.lastDayOn))[0];
  const requirement = plan.requirements.find(({ id }) => id === row?.requirement);
  if (row === undefined || requirement === undefined) return null;
  const inputs = inputsOf(plan, requirement.owedBy).map(({ id }) => id);
  const owed = await desk.reader.obligations({ plan: plan.id, requirements: inputs, period: row.period });
  const fed = owed.filter(isLive).filter((each) => each.phase !== 'waived' && sees(desk, actor, each));
  const { lastDayOn } = currentDeadline(row.state);
  return {
    key: row.key,
    to: receivers(desk, requirement.owedTo),
    printed: printedWords(requirement, row.year),
    lastDay: lastDayOn,
    daysLeft: daysLeft(desk, row),
    received: fed.filter(({ state }) => state.submissions.length > 0).length,
    of: fed.length,
  };
}

function receivers(desk: Desk, owedTo: { id: string; name: string }[]): string {
  const names = owedTo.map(
    ({ id, name }) => desk.roster.agencies.find((agency) => agency.id === id)?.shortName ?? name,
  );
  return names.join(', ');
}

/** "trước ngày 20/11"; null where the plan prints no day. */
function printedWords({ due }: Plan['requirements'][number], year: number): string | null {
  if (due === null) return null;
  const named: Day = `${year}-${String(due.month).padStart(2, '0')}-${String(due.day).padStart(2, '0')}`;
  return due.rule === 'before'
    ? `trước ngày ${formatDayShort(named)}`
    : `chậm nhất ngày ${formatDayShort(lastDayOf(due, year))}`;
}

async function nextOf(sources: ViewSources, desk: Desk, actor: WebActor, read: Live[]): Promise<TodayView['next']> {
  const milestone = await nextMilestone(desk, read);
  if (milestone === null) return null;
  const seen = { ...milestone, notices: milestone.notices.filter((notice) => seesNotice(desk, actor, notice)) };
  const messages = messagesOf(desk, seen, sources.recipients).filter(({ person }) => person !== null);
  return { at: milestone.at, messages: messages.map((message) => messageLine(desk, message)) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
