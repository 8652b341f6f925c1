import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Actor, Role } from '../engine/message.ts';
import { type AgencyRole, holdersOf, type Roster, rolesOf } from '../roster/roster.ts';

/** What the cast plays in. */
export interface Scene {
  /** The same seed gives the same acts. */
  seed: number;
  calendar: WorkCalendar;
  roster: Roster;
  /** Roles that people play themselves: the cast never acts in them. */
  played: AgencyRole[];
}

/**
 * Who of the cast acts in a role on a day, with all roles he holds in that agency. Null where nobody holds the role, or a
 * player does.
 */
export function castActor(scene: Scene, agency: string, role: Role, day: Day, rank = 1): Actor | null {
  if (scene.played.some((played) => played.agency === agency && played.role === role)) return null;
  const holder = holdersOf(scene.roster, agency, role, day).find((each) => each.rank === rank);
  if (holder === undefined) return null;
  const roles = rolesOf(scene.roster, holder.person, day)
    .filter((held) => held.agency === agency)
    .map((held) => held.role);
  return { person: holder.person, agency, roles };
}

/** The first of several roles in which the cast can act. */
export function firstActor(scene: Scene, posts: { agency: string; role: Role }[], day: Day): Actor | null {
  for (const { agency, role } of posts) {
    const actor = castActor(scene, agency, role, day);
    if (actor !== null) return actor;
  }
  return null;
}
