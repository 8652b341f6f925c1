import type { Instant } from '../domain/calendar/instant.ts';
import type { Call } from '../domain/engine/effects.ts';
import type { Delivered } from '../domain/machines/digest.ts';
import { MOST_ATTEMPTS } from '../domain/notice/attempts.ts';
import { composeRun } from './compose-run.ts';
import type { DeliverPorts, NoticeReach } from './ports.ts';
import { sendLetters } from './send-letters.ts';

export interface DeliverActivities {
  deliver(input: Call['input']): Promise<Delivered>;
}

/**
 * Sends what waits in the outbox for a slot: notices become one message per person and channel, the web chat takes its
 * own at once, letters go to the mail server one by one. Every step is in the database before the next, so that a second
 * run after a crash goes on where the first one stopped; a letter whose fate nobody knows is marked when it is repeated.
 */
export function createDeliverActivities(ports: DeliverPorts): DeliverActivities {
  const inHand = new Map<string, Promise<unknown>>();
  return {
    deliver(input) {
      // An attempt that the server gave up on may still be running here: the next one waits for it.
      const run = (inHand.get(input.slot) ?? Promise.resolve()).then(() => deliverOnce(ports, input));
      const settledRun = run
        .catch(() => undefined)
        .then(() => {
          if (inHand.get(input.slot) === settledRun) inHand.delete(input.slot);
        });
      inHand.set(input.slot, settledRun);
      return run;
    },
  };
}

async function deliverOnce(ports: DeliverPorts, { province, slot, at, attempt }: Call['input']): Promise<Delivered> {
  const { outbox } = ports;
  const pending = await outbox.pending(province, slot);
  if (pending.notices.length > 0 || pending.letters.length > 0) {
    await outbox.regroup(await composeRun(ports, { province, slot, at }, pending));
  }
  const waiting = await sendLetters(ports, { province, slot, at });
  const last = attempt >= MOST_ATTEMPTS || ports.mail === null;
  return { waiting, reach: await reachOf(ports, { province, slot }, last) };
}

/** One answer per round and agency: something reached it, or nothing did and nothing is still on its way. */
async function reachOf(
  { outbox, facts }: DeliverPorts,
  { province, slot }: { province: string; slot: Instant },
  last: boolean,
): Promise<Delivered['reach']> {
  const tried = await outbox.reach(province, slot);
  if (tried.length === 0) return [];
  const rounds = await facts.rounds([...new Set(tried.map(({ round }) => round))].sort());
  const groups = new Map<string, NoticeReach[]>();
  for (const notice of tried) {
    const key = `${notice.round}/${notice.about}`;
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  const reach: Delivered['reach'] = [];
  for (const group of groups.values()) {
    const newest = group.at(-1);
    if (newest === undefined) continue;
    const { round, about: agency, notice } = newest;
    const known = rounds.get(round)?.obligations.find((each) => each.agency === agency);
    if (known === undefined) continue;
    const states = group.flatMap((each) => each.states);
    const lost = known.state.unreachedSince !== null;
    if (states.some((state) => state === 'sent' || state === 'delivered')) {
      if (lost) reach.push({ round, agency, reached: true, notice });
    } else if (!lost && !states.includes('unknown') && (last || !states.includes('queued'))) {
      reach.push({ round, agency, reached: false, notice });
    }
  }
  return reach;
}
