import type { Day } from '../calendar/instant.ts';

/** Agencies the directory knows. Their names on older days are the plans' own matter (AgencyRef). */
export interface Agency {
  id: string;
  name: string;
  /** Names over time, ascending; `from` null = since ever. The last one is `name`. */
  names: { name: string; from: Day | null }[];
  shortName: string;
  kind: AgencyKind;
  /** Other spellings, for finding it by what somebody types. */
  aliases: string[];
}

export const AGENCY_KINDS = [
  'authority',
  'party',
  'department',
  'statistics',
  'district',
  'association',
  'media',
  'university',
  'enterprise',
  'group',
  'central',
  'international',
] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

export const ROLES = ['focalPoint', 'head', 'reviewer', 'coordinator', 'leadership', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Built-in ways to reach a person; other channels are added by binding an account. */
export const CHANNELS = ['webChat', 'email'] as const;
export type DirectoryChannel = (typeof CHANNELS)[number];

export interface Person {
  id: string;
  name: string;
  /** Office title as shown under the name, such as a director's; null where the role says enough. */
  title: string | null;
  email: string | null;
  phone: string | null;
  channels: DirectoryChannel[];
}

/** Who holds a role when. `to` is the last day, null = until further notice. */
export interface Post {
  agency: string;
  role: Role;
  person: string;
  /** Order among the holders of one role, 1 asked first; default 1. */
  rank: number;
  from: Day;
  to: Day | null;
}

/** Somebody acts for somebody else, both days included. */
export interface StandIn {
  for: string;
  person: string;
  from: Day;
  to: Day;
}

/** The directory of one province as given at a start or kept by an administrator. */
export interface Roster {
  province: string;
  agencies: Agency[];
  people: Person[];
  posts: Post[];
  standIns: StandIn[];
  /** The person whom every message names for questions. */
  contact: string;
}

/** A role that some person or nobody holds. */
export interface AgencyRole {
  agency: string;
  role: Role;
}

/** One who acts in a role on a day. */
export interface Holder {
  person: string;
  rank: number;
  /** The holder he stands in for; null when he holds the post himself. */
  standsInFor: string | null;
}

/**
 * Those who act in a role of an agency on a day, by rank; an absent holder is replaced by his stand-in, and a stand-in
 * who is away himself by his own. Nobody: an empty list.
 * Example: absent 04/11–08/11, stand-in p07 → on 06/11 p07, on 11/11 the holder.
 */
export function holdersOf(roster: Roster, agency: string, role: Role, day: Day): Holder[] {
  return roster.posts
    .filter((post) => post.agency === agency && post.role === role && liesIn(day, post.from, post.to))
    .sort((a, b) => a.rank - b.rank)
    .map((post) => {
      const person = standInOn(roster, post.person, day);
      return { person, rank: post.rank, standsInFor: person === post.person ? null : post.person };
    });
}

/** The roles a person acts in on a day, those of people he stands in for included. */
export function rolesOf(roster: Roster, person: string, day: Day): AgencyRole[] {
  const roles: AgencyRole[] = [];
  for (const { agency, role, ...post } of roster.posts) {
    if (!liesIn(day, post.from, post.to)) continue;
    if (post.person !== person && standInOn(roster, post.person, day) !== person) continue;
    if (!roles.some((known) => known.agency === agency && known.role === role)) roles.push({ agency, role });
  }
  return roles;
}

/** Which of the roles that the plans need nobody holds on a day. */
export function vacantPosts(roster: Roster, needed: AgencyRole[], day: Day): AgencyRole[] {
  return needed.filter(({ agency, role }) => holdersOf(roster, agency, role, day).length === 0);
}

function standInOn(roster: Roster, person: string, day: Day): string {
  const seen = new Set([person]);
  let acting = person;
  for (;;) {
    const found = roster.standIns.find((one) => one.for === acting && liesIn(day, one.from, one.to));
    if (!found || seen.has(found.person)) return acting;
    seen.add(found.person);
    acting = found.person;
  }
}

function liesIn(day: Day, from: Day, to: Day | null): boolean {
  return from <= day && (to === null || day <= to);
}
