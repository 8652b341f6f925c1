import type { Day } from '../../domain/calendar/instant.ts';
import type { Actor } from '../../domain/engine/message.ts';
import { type Roster, rolesOf } from '../../domain/roster/roster.ts';
import { postName } from '../../wording/role-name.ts';
import type { NamedPerson } from '../dialogue/types.ts';

/** A person with the posts of the day; the directory is asked at every act, so a lost post acts no more. */
export interface DeskActor {
  actor: Actor;
  named: NamedPerson;
}

/** Null when the directory does not know the person, or he holds no post on the day. */
export function deskActor(roster: Roster, person: string, day: Day): DeskActor | null {
  const known = roster.people.find(({ id }) => id === person);
  const held = rolesOf(roster, person, day);
  const [first] = held;
  if (!known || !first) return null;
  const roles = held.filter(({ agency }) => agency === first.agency).map(({ role }) => role);
  return {
    actor: { person, agency: first.agency, roles },
    named: { name: known.name, post: postName(known.title, roles), agency: agencyName(roster, first.agency) },
  };
}

export function agencyName(roster: Roster, id: string): string {
  return roster.agencies.find((agency) => agency.id === id)?.name ?? id;
}

/** A person for a sentence, whatever post he holds; an id the directory has lost stays an id. */
export function namedPerson(roster: Roster, person: string, day: Day): NamedPerson {
  const found = deskActor(roster, person, day);
  if (found) return found.named;
  const known = roster.people.find(({ id }) => id === person);
  return { name: known?.name ?? person, post: known?.title ?? '', agency: '' };
}
