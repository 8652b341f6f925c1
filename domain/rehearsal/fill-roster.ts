import { addDays } from '../calendar/day.ts';
import type { Day } from '../calendar/instant.ts';
import type { Plan } from '../plan/plan.ts';
import { neededPosts } from '../roster/needed-posts.ts';
import { type Agency, type AgencyRole, holdersOf, type Person, type Post, type Roster } from '../roster/roster.ts';

/** Bodies that hold no posts: above the province, or a group that no text lists. */
const WITHOUT_POSTS: Agency['kind'][] = ['central', 'group', 'international', 'party'];
/** Posts of people made up for a rehearsal have always been theirs. */
const EVER: Day = '1976-01-01';

/**
 * A directory in which every post that the plans need is held from a day on: where nobody is on that day, a person is
 * made up until the directory names one. His id is `<agency>.<role>`, his name what `nameOf` says.
 */
export function filledRoster(
  roster: Roster,
  plans: Plan[],
  from: Day,
  nameOf: (agency: Agency, role: AgencyRole['role']) => string,
): Roster {
  const known = new Map(roster.agencies.map((agency) => [agency.id, agency]));
  const acts = (id: string): boolean => !WITHOUT_POSTS.includes(known.get(id)?.kind ?? 'group');
  const people: Person[] = [];
  const posts: Post[] = [];
  for (const { agency: id, role } of neededPosts(plans, acts)) {
    const agency = known.get(id);
    if (agency === undefined || holdersOf(roster, id, role, from).length > 0) continue;
    const person = `${id}.${role}`;
    const email = `${role.toLowerCase()}@${id}.example`;
    people.push({
      id: person,
      name: nameOf(agency, role),
      title: null,
      email,
      phone: null,
      channels: ['webChat', 'email'],
    });
    posts.push({ agency: id, role, person, rank: 1, from: EVER, to: dayBeforeNext(roster, id, role, from) });
  }
  return { ...roster, people: [...roster.people, ...people], posts: [...roster.posts, ...posts] };
}

/** Until when nobody of the directory holds the post; null where nobody ever will. */
function dayBeforeNext({ posts }: Roster, agency: string, role: string, from: Day): Day | null {
  const [next] = posts
    .filter((post) => post.agency === agency && post.role === role && post.from > from)
    .map((post) => post.from)
    .sort();
  return next === undefined ? null : addDays(next, -1);
}
