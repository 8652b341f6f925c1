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
  if (isPlayed(scene, { agency, role })) return null;
  const holder = holdersOf(scene.roster, agency, role, day).find((each) => each.rank === rank);
  if (holder === undefined) return null;
  const roles = rolesOf(scene.roster, holder.person, day)
    .filter((held) => held.agency === agency)
    .map((held) => held.role);
  return { person: holder.person, agency, roles };
}

/** The holder of the first of several roles that anybody holds; null where that is a player. */
export function firstActor(scene: Scene, posts: AgencyRole[], day: Day): Actor | null {
  const held = posts.find(
    (post) =>
      isPlayed(scene, post) || holdersOf(scene.roster, post.agency, post.role, day).some(({ rank }) => rank === 1),
  );
  return held ? castActor(scene, held.agency, held.role, day) : null;
}

/** Whether somebody plays the role himself. */
export function isPlayed({ played }: Scene, { agency, role }: AgencyRole): boolean {
  return played.some((each) => each.agency === agency && each.role === role);
}
