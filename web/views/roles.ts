import { currentDeadline } from '../../domain/obligation/obligation.ts';
import { type Role, rolesOf } from '../../domain/roster/roster.ts';
import { formatDayShort } from '../../wording/format.ts';
import { roleName } from '../../wording/role-name.ts';
import type { WebActor } from '../access.ts';
import type { RolePerson, RolesView } from '../pages/roles.tsx';
import type { WaitingFact } from '../pages/today.tsx';
import { type Desk, isLive, type Live, openDesk } from './desk.ts';
import { loadReach, type Reach } from './reach.ts';
import { daysOver, isAwaited, stateOf } from './state-fact.ts';
import type { ViewSources } from './view-sources.ts';
import { waitingObstacle, waitingOf } from './waiting.ts';
import { waitingPlan } from './waiting-plan.ts';

const OFFICE: Role[] = ['coordinator', 'reviewer'];
const PROVINCE: Role[] = ['leadership', 'admin'];

/** The fictitious people of the trial, each with what waits on his desk. */
export async function rolesView(sources: ViewSources, _actor: WebActor): Promise<RolesView> {
  const desk = await openDesk(sources);
  const reach = await loadReach(desk);
  const rows = (await desk.reader.obligations({ open: true })).filter(isLive);
  const obstacles = await desk.reader.workflows({ type: 'obstacle', closed: false });
  const running = await desk.reader.workflows({ type: 'plan', closed: false });
  const people = desk.roster.people.flatMap(({ id }) => {
    const actor = actorOf(desk, id);
    if (actor === null) return [];
    const waiting = [
      ...rows.flatMap((row) => waitingOf(desk, actor, row, new Map())),
      ...obstacles.flatMap((row) => waitingObstacle(desk, actor, row, new Map())),
      ...running.flatMap((row) => waitingPlan(desk, actor, row)),
    ];
    return [{ actor, fact: personFact(desk, actor, { rows, waiting, reach }) }];
  });
  const is = (actor: WebActor, roles: Role[]): boolean => actor.roles.some((role) => roles.includes(role));
  const coordinators = new Set([...desk.plans.values()].map(({ coordinator }) => coordinator.id));
  const group = (actor: WebActor): number => {
    if (is(actor, PROVINCE)) return 2;
    return is(actor, OFFICE) || coordinators.has(actor.agency) ? 0 : 1;
  };
  return {
    groups: ['Điều phối và người duyệt', 'Cơ quan báo cáo', 'Lãnh đạo tỉnh, quản trị'].map((title, index) => ({
      title,
      people: people.filter(({ actor }) => group(actor) === index).map(({ fact }) => fact),
    })),
  };
}

function actorOf(desk: Desk, person: string): WebActor | null {
  const held = rolesOf(desk.roster, person, desk.today);
  const [first] = held;
  if (first === undefined) return null;
  const roles = held.filter(({ agency }) => agency === first.agency).map(({ role }) => role);
  const title = desk.roster.people.find(({ id }) => id === person)?.title ?? null;
  return {
    person,
    agency: first.agency,
    roles,
    name: desk.personName(person),
    title: [title, roles.map(roleName).join(', ')].filter((part) => part !== null).join(', '),
    agencyName: desk.agencyName(first.agency),
  };
}

function personFact(
  desk: Desk,
  actor: WebActor,
  about: { rows: Live[]; waiting: WaitingFact[]; reach: Reach },
): RolePerson {
  return {
    person: actor.person,
    name: actor.name,
    title: actor.title,
    agency: actor.agencyName,
    now: nowOf(desk, actor, about),
  };
}

function nowOf(
  desk: Desk,
  actor: WebActor,
  { rows, waiting, reach }: { rows: Live[]; waiting: WaitingFact[]; reach: Reach },
): RolePerson['now'] {
  if (reach.isUnreachable(actor.person)) return { state: { is: 'unreachable' }, words: 'chưa liên lạc được' };
  const owed = rows.filter((row) => row.agency === actor.agency && isAwaited(desk, row));
  if (actor.roles.includes('focalPoint') && owed.length > 0) return owedNow(desk, owed);
  if (waiting.length > 0) return { state: null, words: waitingWords(waiting) };
  if (actor.roles.includes('admin')) return { state: null, words: brokenWords(desk, reach) };
  return { state: null, words: 'chưa có việc' };
}

function owedNow(desk: Desk, owed: Live[]): RolePerson['now'] {
  const over = owed.map((row) => daysOver(desk, row)).filter((days) => days > 0);
  if (over.length > 0) return { state: { is: 'overdue', days: Math.max(...over) }, words: `quá hạn ${over.length}` };
  const returned = owed.filter((row) => stateOf(desk, row).is === 'returned').length;
  if (returned > 0) return { state: { is: 'returned' }, words: `trả lại ${returned}` };
  const next = owed.map(({ state }) => currentDeadline(state).lastDayOn).sort()[0] ?? desk.today;
  return { state: { is: 'due', days: 0 }, words: `${owed.length} việc, hạn gần nhất ${formatDayShort(next)}` };
}

function waitingWords(waiting: WaitingFact[]): string {
  const opinions = waiting.filter(({ act }) => act.is === 'opinion').length;
  if (opinions === waiting.length) return `${opinions} việc xin ý kiến`;
  const late = waiting.filter(({ mine }) => mine.state.is === 'overdue').length;
  return `${waiting.length} việc chờ xử lý${late === 0 ? '' : `, ${late} quá hạn`}`;
}

function brokenWords(desk: Desk, reach: Reach): string {
  const broken = desk.roster.people.filter(({ id }) => reach.channels(id).some(({ is }) => is === 'failed')).length;
  return broken === 0 ? 'chưa có việc' : `${broken} địa chỉ thư hỏng`;
}
