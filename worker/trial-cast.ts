import type { Agenda } from '../client/ports.ts';
import { type Day, dayOf } from '../domain/calendar/instant.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Scene } from '../domain/rehearsal/scene.ts';
import { type AgencyRole, type Role, type Roster, rolesOf } from '../domain/roster/roster.ts';
import { createStoredClock } from '../store/agenda-store.ts';
import { createCastStore } from '../store/cast-store.ts';
import type { Database } from '../store/database.ts';
import { createInbox } from '../store/inbox-store.ts';
import { createRecords } from '../store/records.ts';
import type { Understudies } from '../web/ports.ts';
import type { CalendarInForce } from './calendar-in-force.ts';
import { type Cast, createCast } from './cast.ts';

export interface TrialCastParts {
  database: Database;
  plans: Plan[];
  seed: number;
  roster(): Promise<Roster>;
  calendar: Pick<CalendarInForce, 'now'>;
}

/** The cast of the trial: whoever holds a role is not played, and a role that is given back is played again. */
export interface TrialCast extends Pick<Cast, 'ledger' | 'agenda'> {
  understudies: Understudies;
}

export async function openTrialCast(parts: TrialCastParts): Promise<TrialCast> {
  const { database, seed, calendar } = parts;
  const { db } = database;
  const clock = createStoredClock(db);
  const kept = createCastStore(db);
  let scene: Scene | null = null;
  // Also after a start: the program may have been killed between a change and what follows from it.
  let changed = true;

  const cast = createCast({
    database,
    inbox: createInbox(db),
    records: createRecords(db, calendar.now),
    plans: parts.plans,
    scene: () => scene && { ...scene, calendar: calendar.now() },
  });

  const recast = async (): Promise<void> => {
    changed = false;
    try {
      const now = (await clock.read()).now ?? '';
      scene = (await kept.isOn())
        ? { seed, calendar: calendar.now(), ...(await whoPlays(parts.roster(), kept.taken(), dayOf(now))) }
        : null;
      await cast.recast(now);
    } catch (error) {
      changed = true;
      throw error;
    }
  };

  /** Changes wait for the driver: while it has an item in hand, what is planned must not be taken back. */
  const agenda = (inner: Agenda): Agenda => {
    const answering = cast.agenda(inner);
    return {
      ...answering,
      async smallest(until) {
        if (changed) await recast();
        return answering.smallest(until);
      },
    };
  };

  return {
    ledger: cast.ledger,
    agenda,
    understudies: {
      state: async () => ({ on: await kept.isOn(), taken: await kept.taken() }),
      async turn(on) {
        await kept.turn(on);
        changed = true;
      },
      async take(person) {
        await kept.take(person);
        changed = true;
      },
      async giveBack(person) {
        await kept.giveBack(person);
        changed = true;
      },
      acted: kept.acted,
    },
  };
}

/** What waits for one of these waits for the other too, so whoever holds one has both kept for him. */
const DECIDING: Role[] = ['reviewer', 'coordinator'];

async function whoPlays(
  rostering: Promise<Roster>,
  taking: Promise<string[]>,
  today: Day,
): Promise<Pick<Scene, 'roster' | 'played'>> {
  const [roster, taken] = await Promise.all([rostering, taking]);
  const played = taken
    .flatMap((person): AgencyRole[] => rolesOf(roster, person, today))
    .flatMap(({ agency, role }) =>
      (DECIDING.includes(role) ? DECIDING : [role]).map((each) => ({ agency, role: each })),
    );
  return { roster, played };
}
