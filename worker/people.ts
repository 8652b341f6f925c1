import { deskActor } from '../bot/conversation/actor.ts';
import { dayOf, type Instant } from '../domain/calendar/instant.ts';
import type { Roster } from '../domain/roster/roster.ts';
import type { People } from '../web/ports.ts';

/** Who sits before a page: the posts of the domain's day, read from the directory at every request. */
export function createPeople(roster: () => Promise<Roster>, now: () => Promise<Instant>): People {
  return {
    async actor(person) {
      const found = deskActor(await roster(), person, dayOf(await now()));
      if (found === null) return null;
      const { actor, named } = found;
      return { ...actor, name: named.name, title: named.post, agencyName: named.agency };
    },
  };
}
