import { neededPosts } from '../../domain/roster/needed-posts.ts';
import { type Role, rolesOf, vacantPosts } from '../../domain/roster/roster.ts';
import { postName, roleName } from '../../wording/role-name.ts';
import { NO_SUBJECT, type WebActor } from '../access.ts';
import type { AddressView, DirectoryPerson, DirectoryView } from '../pages/directory.tsx';
import { type Desk, openDesk } from './desk.ts';
import { loadReach, type Reach } from './reach.ts';
import { oversees } from './sight.ts';
import type { ViewSources } from './view-sources.ts';

/** Agencies with the people who hold their posts today: all for those who watch over a plan, else one's own and the coordinator's. */
export async function directoryView(sources: ViewSources, actor: WebActor): Promise<DirectoryView> {
  const desk = await openDesk(sources);
  const reach = await loadReach(desk);
  const vacant = vacantPosts(desk.roster, neededPosts([...desk.plans.values()], sources.acts), desk.today);
  const shown = shownAgencies(
    desk,
    actor,
    vacant.map(({ agency }) => agency),
  );
  return {
    agencies: shown.map((id) => ({
      id,
      name: desk.agencyName(id),
      people: peopleOf(desk, id).map(({ person, roles }) => personFact(desk, reach, id, person, roles)),
      vacancies: vacant.filter(({ agency }) => agency === id).map(({ role }) => roleName(role)),
    })),
  };
}

function shownAgencies(desk: Desk, actor: WebActor, vacant: string[]): string[] {
  const plans = [...desk.plans.values()];
  const all = plans.some((plan) => oversees(actor, plan));
  const known = new Set([...desk.roster.posts.map(({ agency }) => agency), ...vacant]);
  const coordinators = plans.map(({ coordinator }) => coordinator.id);
  return desk.roster.agencies
    .map(({ id }) => id)
    .filter((id) => known.has(id) && (all || id === actor.agency || coordinators.includes(id)))
    .sort((a, b) => compare(desk.agencyName(a), desk.agencyName(b)));
}

function peopleOf(desk: Desk, agency: string): { person: string; roles: Role[] }[] {
  const people: { person: string; roles: Role[] }[] = [];
  for (const post of desk.roster.posts) {
    if (post.agency !== agency || post.from > desk.today || (post.to !== null && post.to < desk.today)) continue;
    const known = people.find(({ person }) => person === post.person);
    if (known === undefined) people.push({ person: post.person, roles: [post.role] });
    else if (!known.roles.includes(post.role)) known.roles.push(post.role);
  }
  return people;
}

function personFact(desk: Desk, reach: Reach, agency: string, id: string, roles: Role[]): DirectoryPerson {
  const person = desk.roster.people.find((each) => each.id === id);
  const away = desk.roster.standIns.find((each) => each.for === id && each.to >= desk.today);
  return {
    person: id,
    subject: { ...NO_SUBJECT, owing: [agency], asked: [id] },
    name: person?.name ?? id,
    title: [person?.title ?? null, roles.map(roleName).join(', ')].filter((part) => part !== null).join(', '),
    email: person?.email ?? null,
    phone: person?.phone ?? null,
    channels: reach.channels(id),
    standIn: away === undefined ? null : { name: desk.personName(away.person), from: away.from, to: away.to },
  };
}

/** One person's address, for whoever may mend it; null for one whom the directory does not know. */
export async function addressView(sources: ViewSources, _actor: WebActor, id: string): Promise<AddressView | null> {
  const desk = await openDesk(sources);
  const person = desk.roster.people.find((each) => each.id === id);
  if (person === undefined) return null;
  const held = rolesOf(desk.roster, id, desk.today);
  const [first] = held;
  const roles = held.filter(({ agency }) => agency === first?.agency).map(({ role }) => role);
  return {
    person: id,
    subject: { ...NO_SUBJECT, owing: first === undefined ? [] : [first.agency], asked: [id] },
    name: person.name,
    title: postName(person.title, roles),
    agency: first === undefined ? '' : desk.agencyName(first.agency),
    email: person.email,
    phone: person.phone,
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
