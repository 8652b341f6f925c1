import { type Instant, instantFromMs, plusMs } from '../domain/calendar/instant.ts';
import type { Message } from '../domain/engine/message.ts';
import { ANSWER_LIMIT_MS, createAnswers } from './answers.ts';
import type { Driver } from './driver.ts';
import type { CommandAnswer, Inbox, StoredClock } from './ports.ts';
import type { Relay } from './relay.ts';

/** Where people's acts are handed in: kept first, then decided by their workflow. */
export interface Counter {
  /** The instant an act of now carries: the domain's clock, not the machine's, where they differ. */
  now(): Promise<Instant>;
  /**
   * Hands in an act under a key that is its name for ever and waits for the answer. `waiting` after the limit means that
   * it is kept and will be applied once.
   */
  hand(act: {
    key: string;
    channel: string;
    person: string;
    workflow: string;
    kind: 'command' | 'open';
    body: unknown;
  }): Promise<CommandAnswer>;
}

export function createCounter(
  inbox: Inbox,
  clock: StoredClock,
  movers: { driver: Driver | null; relay: Relay | null },
): Counter {
  const now = async (): Promise<Instant> => (await clock.read()).now ?? instantFromMs(Date.now());
  const answered = createAnswers(inbox);
  return {
    now,
    async hand({ key, channel, person, workflow, kind, body }) {
      const at = movers.driver ? plusMs(await now(), 1) : instantFromMs(Date.now());
      const message: Message = { kind, key, at, body };
      await inbox.post({ key, channel, person, workflow, message });
      movers.relay?.kick();
      if (!movers.driver) return answered(key);
      // Where time is already moving, the running driver takes the act in its turn; ours then finds nothing to do.
      const moving = movers.driver.busy;
      const delivered = movers.driver.deliver(at).catch(() => undefined);
      const answer = await answered(key);
      if (!moving) await within(delivered);
      return answer;
    },
  };
}

/** What follows from an act at the same moment is waited for too, within the limit. */
async function within(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ANSWER_LIMIT_MS);
  });
  await Promise.race([work, limit]);
  clearTimeout(timer);
}
