import type { Day } from '../domain/calendar/instant.ts';
import { type Holder, holdersOf, type Role, type Roster, rolesOf } from '../domain/roster/roster.ts';
import type { StoredNotice } from './ports.ts';

/** A person who gets a notice, and the post he gets it for. */
export interface Recipient {
  person: string;
  agency: string;
  /** The post he holds: the one addressed, or the one that steps in for it. */
  post: Role;
  since: Day | null;
  /** The absent holder, by id. */
  standsInFor: string | null;
}

/** Who is written to where nobody holds the post addressed. */
const STEPS_IN: Record<Role, Role[]> = {
  focalPoint: ['head'],
  head: [],
  reviewer: ['coordinator', 'head'],
  coordinator: ['head'],
  leadership: [],
  admin: [],
};

/**
 * Who gets a notice by the directory of a day: the person it names while he still holds a post in the agency, else the
 * holders of the post, else of the post that steps in. Nobody: an empty list.
 */
export function recipientsOf(roster: Roster, { to }: StoredNotice, day: Day): Recipient[] {
  if (to.person !== null) {
    const { person } = to;
    const held = rolesOf(roster, person, day).filter(({ agency }) => agency === to.agency);
    const [first] = held;
    if (first) {
      const post = held.some(({ role }) => role === to.role) ? to.role : first.role;
      return [
        { person, agency: to.agency, post, since: sinceOf(roster, to.agency, post, person, day), standsInFor: null },
      ];
    }
  }
  for (const post of [to.role, ...STEPS_IN[to.role]]) {
    const holders = holdersOf(roster, to.agency, post, day);
    const asked = post === 'leadership' ? byRank(holders, to.rank ?? 1) : byRank(holders, holders[0]?.rank ?? 1);
    if (asked.length > 0) {
      return asked.map(({ person, standsInFor }) => ({
        person,
        agency: to.agency,
        post,
        since: standsInFor === null ? sinceOf(roster, to.agency, post, person, day) : null,
        standsInFor,
      }));
    }
  }
  return [];
}

/** Those of the rank asked for, else of the nearest one before it, else of the first there is. */
function byRank(holders: Holder[], rank: number): Holder[] {
  const ranks = [...new Set(holders.map((holder) => holder.rank))].sort((a, b) => a - b);
  const chosen = ranks.filter((each) => each <= rank).at(-1) ?? ranks[0];
  return holders.filter((holder) => holder.rank === chosen);
}

function sinceOf(roster: Roster, agency: string, role: Role, person: string, day: Day): Day | null {
  const post = roster.posts.find(
    (each) => each.agency === agency && each.role === role && each.person === person && each.from <= day,
  );
  return post?.from ?? null;
}
