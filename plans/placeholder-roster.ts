import type { Plan } from '../domain/plan/plan.ts';
import { neededPosts } from '../domain/roster/needed-posts.ts';
import type { AgencyRole, Person, Post, Role, Roster } from '../domain/roster/roster.ts';
import type { Province } from './load-agencies.ts';

const ROLE_NAMES: Record<Role, string> = {
  focalPoint: 'Đầu mối',
  head: 'Lãnh đạo',
  reviewer: 'Người duyệt',
  coordinator: 'Điều phối',
  leadership: 'Lãnh đạo tỉnh',
  admin: 'Quản trị',
};

/**
 * A directory in which every role that plans need is held by somebody invented, named after the role, so that a plan
 * can be rehearsed before its province has told its people. Held from the first day of the earliest plan.
 */
export function placeholderRoster({ id: province, agencies }: Province, plans: Plan[]): Roster {
  const outside = agencies.filter(({ kind }) => kind === 'central' || kind === 'international').map(({ id }) => id);
  const from = `${Math.min(...plans.map(({ period }) => period.from))}-01-01`;
  const roles = neededPosts(plans, (agency) => !outside.includes(agency));
  const held = roles.map((role, index) => ({ ...role, person: `p${String(index + 1).padStart(2, '0')}` }));
  return {
    province,
    agencies,
    people: held.map((each) => personOf(each, agencies.find(({ id }) => id === each.agency)?.shortName ?? each.agency)),
    posts: held.map(({ agency, role, person }): Post => ({ agency, role, person, rank: 1, from, to: null })),
    standIns: [],
    contact: held.find(({ role }) => role === 'coordinator')?.person ?? '',
  };
}

function personOf({ role, agency, person }: AgencyRole & { person: string }, shortName: string): Person {
  return {
    id: person,
    name: `${ROLE_NAMES[role]} ${shortName} (giả định)`,
    title: null,
    email: `${person}@${agency}.example`,
    phone: null,
    channels: ['webChat', 'email'],
  };
}
