import type { Driver } from '../client/driver.ts';
import type { Agenda, StoredClock } from '../client/ports.ts';
import { dayOf, type Instant, instantOn } from '../domain/calendar/instant.ts';
import { refuse } from '../domain/refusal.ts';
import type { DeskReader } from '../store/desk-reader.ts';
import { refusalText } from '../wording/refusal.ts';
import {
  CLOCK_ENDED,
  CLOCK_RUNS,
  CLOCK_RUNS_ALREADY,
  clockAt,
  clockHeld,
  clockOnItsWay,
  clockStopped,
} from '../wording/trial-clock.ts';
import type { Outcome, TrialClock } from './ports.ts';

/** What moves the trial's clock. */
export interface TrialClockSources {
  driver: Driver;
  agenda: Agenda;
  clock: StoredClock & { setRunning(running: boolean): Promise<void> };
  reader: DeskReader;
  /** How many acts others did by themselves between two instants (Understudies.acted). Default none. */
  acted?: (from: Instant, to: Instant) => Promise<number>;
  /** Time between two milestones while the clock runs, ms. Default 3,000. */
  paceMs?: number;
  /** How long a page waits for a long way, ms; the clock goes on by itself. Default 20,000. */
  patienceMs?: number;
}

/** Where a move has led. */
interface Reached {
  at: Instant;
  /** People who got something in the slot that was reached. */
  messages: number;
  /** What others did by themselves on the way. */
  acts: number;
}

/** The control, and what the program needs of it. */
export interface StartedTrialClock extends TrialClock {
  /** After a start: a clock that was running when the program died simply stands. */
  rest(): Promise<void>;
  /** Lets the milestone in hand finish, for the program's end. */
  halt(): Promise<void>;
}

/** Milestones are send slots: 08:00 of working days (domain/obligation/send-slot.ts). */
const SLOT = '08:00';
/** Instants looked at, at most, on the way to one milestone: years without a message are not walked through at once. */
const MOST_INSTANTS = 600;

export function createTrialClock(sources: TrialClockSources): StartedTrialClock {
  const { driver, agenda, clock, reader } = sources;
  const pace = sources.paceMs ?? 3_000;
  const patience = sources.patienceMs ?? 20_000;
  const acted = sources.acted ?? (async () => 0);
  let running = false;
  let loop: Promise<void> = Promise.resolve();
  let wake: () => void = () => undefined;

  const now = async (): Promise<Instant> => (await clock.read()).now ?? '';

  const reached = async (from: Instant, slot: Instant | null): Promise<Reached> => {
    const at = await now();
    return { at, messages: slot === null ? 0 : await peopleIn(reader, slot), acts: await acted(from, at) };
  };

  /** On to the next slot in which something leaves; null when nothing is planned any more. */
  const step = async (isWanted: () => boolean): Promise<Reached | null> => {
    const from = await now();
    const before = await reader.lastSlot(from);
    for (let looked = 0; looked < MOST_INSTANTS && isWanted(); looked += 1) {
      const next = await agenda.nextInstant();
      if (next === null) return null;
      const present = await now();
      await driver.advance(next > present ? next : present);
      const slot = await reader.lastSlot(await now());
      if (slot !== null && slot !== before) return reached(from, slot);
    }
    return reached(from, null);
  };

  const run = async (): Promise<void> => {
    while (running) {
      const reached = await step(() => running);
      if (reached === null) break;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, running ? pace : 0);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    running = false;
    await clock.setRunning(false);
  };

  const halt = async (): Promise<void> => {
    running = false;
    wake();
    driver.stop();
    await loop.catch(() => undefined);
  };

  const within = async (work: Promise<Outcome>, to: Instant | null): Promise<Outcome> => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<Outcome>((resolve) => {
      timer = setTimeout(async () => {
        const at = await now();
        resolve({ kind: 'done', text: to === null ? clockHeld(at) : clockOnItsWay(at, to) });
      }, patience);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      clearTimeout(timer);
      work.catch(() => undefined);
    }
  };

  const held = async (): Promise<Outcome> => ({ kind: 'refused', text: clockHeld(await now()) });

  return {
    async rest() {
      await clock.setRunning(false);
      await clock.setTarget(null);
    },
    halt,
    async toNext() {
      if (running) return { kind: 'refused', text: CLOCK_RUNS_ALREADY };
      const work = step(() => true).then(
        (reached): Outcome => ({
          kind: 'done',
          text: reached === null ? CLOCK_ENDED : clockAt(reached),
        }),
        held,
      );
      return within(work, null);
    },
    async toDay(_actor, day) {
      if (running) return { kind: 'refused', text: CLOCK_RUNS_ALREADY };
      const target = instantOn(day, SLOT);
      const present = await now();
      if (target <= present) {
        return { kind: 'refused', text: refusalText(refuse('BEHIND_THE_CLOCK', { day, now: dayOf(present) })) };
      }
      const before = await reader.lastSlot(present);
      await clock.setTarget(target);
      const work = driver.advance(target).then(async (): Promise<Outcome> => {
        await clock.setTarget(null);
        const slot = await reader.lastSlot(await now());
        return { kind: 'done', text: clockAt(await reached(present, slot === before ? null : slot)) };
      }, held);
      return within(work, target);
    },
    async run() {
      if (running) return { kind: 'refused', text: CLOCK_RUNS_ALREADY };
      running = true;
      await clock.setRunning(true);
      loop = run().catch(async () => {
        running = false;
        await clock.setRunning(false);
      });
      return { kind: 'done', text: CLOCK_RUNS };
    },
    async stop() {
      await halt();
      await clock.setRunning(false);
      await clock.setTarget(null);
      return { kind: 'done', text: clockStopped(await now()) };
    },
  };
}

/** How many people got something in a slot: one message a person. */
async function peopleIn(reader: DeskReader, slot: Instant): Promise<number> {
  return new Set((await reader.messages({ slot })).map(({ person }) => person)).size;
}
