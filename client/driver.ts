import type { Instant } from '../domain/calendar/instant.ts';
import type { AgendaItem } from '../domain/engine/effects.ts';
import type { Courier } from './courier.ts';
import type { Agenda, Outcome, StoredClock } from './ports.ts';

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
  /** Delivers what a person has just handed in at `until`: `stop` does not hold it back. */
  deliver(until: Instant): Promise<void>;
  /** Lets the item in hand finish and leaves the clock there. */
  stop(): void;
  readonly busy: boolean;
}

/** How often one item may come back before the driver gives up. */
const PATIENCE = 20;

/** How long failures on the way are borne, ms, and the pause after each; the key makes a repeat harmless. */
const BEARABLE_MS = 300_000;
const PAUSE_MS = 500;

export function createDriver(agenda: Agenda, clock: StoredClock, courier: Courier): Driver {
  let line: Promise<void> = Promise.resolve();
  const turns = new Set<Turn>();

  const run = async (until: Instant, turn: Turn): Promise<void> => {
    const state = await clock.read();
    if (state.mode !== 'stepped') throw new ClockIsWall('the clock of this database is the wall clock');
    let now = state.now ?? until;
    let last = '';
    let repeats = 0;
    let faultySince: number | null = null;
    while (!turn.stopped) {
      const item = await agenda.smallest(until);
      if (item === null) {
        if (until > now) await clock.setNow(until);
        return;
      }
      if (item.at > now) {
        now = item.at;
        await clock.setNow(now);
      }
      let outcome: Outcome;
      try {
        outcome = await courier.carry(notBefore(item, now));
      } catch (error) {
        // Server away, worker restarting: the agenda is read again, for a tick may have been done all the same.
        faultySince ??= performance.now();
        if (performance.now() - faultySince > BEARABLE_MS) throw error;
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        continue;
      }
      faultySince = null;
      const name = `${item.key}@${item.at}`;
      repeats = name === last ? repeats + 1 : 0;
      if (repeats > PATIENCE) throw new ClockStuck(`${item.workflow} does not move past ${item.at} (${item.key})`);
      last = name;
      await agenda.settle(item, outcome);
    }
  };

  const queue = (until: Instant, stoppable: boolean): Promise<void> => {
    const turn = { stopped: false, stoppable };
    turns.add(turn);
    const done = line.then(() => run(until, turn)).finally(() => turns.delete(turn));
    line = done.catch(() => undefined);
    return done;
  };

  return {
    get busy() {
      return turns.size > 0;
    },
    advance: (until) => queue(until, true),
    deliver: (until) => queue(until, false),
    stop() {
      for (const turn of turns) turn.stopped = turn.stoppable;
    },
  };
}

/** One call in the line. */
interface Turn {
  stopped: boolean;
  readonly stoppable: boolean;
}

/** A command that was stamped while the clock moved on is decided at the clock's now, after what has already left. */
function notBefore(item: AgendaItem, now: Instant): AgendaItem {
  if (item.message.kind !== 'command' || item.at >= now) return item;
  return { ...item, at: now, message: { ...item.message, at: now } };
}
