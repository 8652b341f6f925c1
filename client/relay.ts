import type { Courier } from './courier.ts';
import type { Agenda, WaitingRow } from './ports.ts';

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
  onFault: (error: unknown, row: WaitingRow) => void,
): Relay {
  const flying = new Map<string, Set<string>>();
  /** Workflows whose start is on its way: nothing else is carried to them before. */
  const opening = new Set<string>();
  let running = true;
  let wake: () => void = () => undefined;

  const carry = async (row: WaitingRow, keys: Set<string>): Promise<void> => {
    try {
      const item = await agenda.row(row.key);
      if (item !== null) await agenda.settle(item, await courier.carry(item));
    } catch (error) {
      onFault(error, row);
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    } finally {
      keys.delete(row.key);
      if (row.opens) opening.delete(row.workflow);
      if (keys.size === 0) flying.delete(row.workflow);
      wake();
    }
  };

  const look = async (): Promise<void> => {
    for (const row of await agenda.waiting(BATCH)) {
      const keys = flying.get(row.workflow) ?? new Set<string>();
      if (keys.has(row.key) || keys.size >= IN_FLIGHT_PER_WORKFLOW || opening.has(row.workflow)) continue;
      if (row.opens) opening.add(row.workflow);
      flying.set(row.workflow, keys.add(row.key));
      void carry(row, keys);
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
