import type { AgendaItem } from '../domain/engine/effects.ts';
import type { Courier } from './courier.ts';
import type { Agenda } from './ports.ts';

/** Carries agenda rows on the wall clock. Decides nothing: rows are dated now, and each workflow keeps its own timer. */
export interface Relay {
  /** Looks at the agenda at once instead of at the next round. */
  kick(): void;
  /** Ends after the rows in hand. */
  stop(): Promise<void>;
}

/** More than eight Updates at once into one run can bring back a valid command as refused (docs/decisions/0006). */
const IN_FLIGHT_PER_WORKFLOW = 8;
const LOOK_MS = 250;
const BATCH = 500;

export function startRelay(
  agenda: Agenda,
  courier: Courier,
  onFault: (error: unknown, item: AgendaItem) => void,
): Relay {
  const flying = new Map<string, Set<string>>();
  /** Workflows whose start is on its way: nothing else is carried to them before. */
  const opening = new Set<string>();
  let running = true;
  let wake: () => void = () => undefined;

  const carry = async (item: AgendaItem, keys: Set<string>): Promise<void> => {
    try {
      if (await agenda.holds(item.key)) await agenda.settle(item, await courier.carry(item));
    } catch (error) {
      onFault(error, item);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    } finally {
      keys.delete(item.key);
      if (item.message.kind === 'open') opening.delete(item.workflow);
      if (keys.size === 0) flying.delete(item.workflow);
      wake();
    }
  };

  const look = async (): Promise<void> => {
    for (const item of await agenda.waiting(BATCH)) {
      const keys = flying.get(item.workflow) ?? new Set<string>();
      if (keys.has(item.key) || keys.size >= IN_FLIGHT_PER_WORKFLOW || opening.has(item.workflow)) continue;
      if (item.message.kind === 'open') opening.add(item.workflow);
      flying.set(item.workflow, keys.add(item.key));
      void carry(item, keys);
    }
  };

  const loop = async (): Promise<void> => {
    while (running) {
      let kicked = false;
      const pause = new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, LOOK_MS);
        wake = () => {
          kicked = true;
          clearTimeout(timer);
          resolve();
        };
      });
      await look().catch(() => undefined);
      if (!kicked) await pause;
    }
    while (flying.size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS / 10));
  };
  const ended = loop();

  return {
    kick: () => wake(),
    async stop() {
      running = false;
      wake();
      await ended;
    },
  };
}
