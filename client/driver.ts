import type { Instant } from '../domain/calendar/instant.ts';
import type { AgendaItem } from '../domain/engine/effects.ts';
import type { Courier } from './courier.ts';
import type { Agenda, StoredClock } from './ports.ts';

/** The database lives on the wall clock: nobody moves it. */
export class ClockIsWall extends Error {}

/** The same item comes back although it was taken: a rule that does not move its wake. */
export class ClockStuck extends Error {}

/**
 * Moves the stepped clock. Outside Temporal and without a state of its own: it takes the smallest item of the agenda,
 * sets now, delivers it and waits until its effects are written, reads the agenda again, and ends when nothing is due at
 * or before the goal. Killed at any moment, the next driver goes on from the same table.
 */
export interface Driver {
  /** Ends with the clock at `until`, or where `stop` was called. */
  advance(until: Instant): Promise<void>;
  /** Lets the item in hand finish and leaves the clock there. */
  stop(): void;
  readonly busy: boolean;
}

/** How often one item may come back before the driver gives up. */
const PATIENCE = 20;

export function createDriver(agenda: Agenda, clock: StoredClock, courier: Courier): Driver {
  let line: Promise<void> = Promise.resolve();
  let waiting = 0;
  let stopped = false;

  const run = async (until: Instant): Promise<void> => {
    const state = await clock.read();
    if (state.mode !== 'stepped') throw new ClockIsWall('the clock of this database is the wall clock');
    let now = state.now ?? until;
    let last = '';
    let repeats = 0;
    for (;;) {
      if (stopped) return;
      const item = await agenda.smallest(until);
      if (item === null) break;
      const name = `${item.key}@${item.at}`;
      repeats = name === last ? repeats + 1 : 0;
      if (repeats > PATIENCE) throw new ClockStuck(`${item.workflow} does not move past ${item.at} (${item.key})`);
      last = name;
      if (item.at > now) {
        now = item.at;
        await clock.setNow(now);
      }
      await agenda.settle(item, await carryOn(courier, item));
    }
    if (until > now) await clock.setNow(until);
  };

  return {
    get busy() {
      return waiting > 0;
    },
    advance(until) {
      waiting += 1;
      stopped = false;
      const turn = line
        .then(() => run(until))
        .finally(() => {
          waiting -= 1;
        });
      line = turn.catch(() => undefined);
      return turn;
    },
    stop() {
      stopped = true;
    },
  };
}

const ATTEMPTS = 60;
const PAUSE_MS = 500;

/** Faults on the way (server away, worker restarting) are waited for; the key makes a repeat harmless. */
async function carryOn(courier: Courier, item: AgendaItem): ReturnType<Courier['carry']> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await courier.carry(item);
    } catch (error) {
      if (attempt >= ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
