import type { Instant } from '../calendar/instant.ts';
import { type Batch, type Call, type Effects, noEffects } from '../engine/effects.ts';
import type { Machine } from '../engine/machine.ts';
import type { Message } from '../engine/message.ts';

/** What came of a message: its rows, and the activity it asks for. Null: the rules refused it. */
export type Step = { batch: Batch; calls: Call[] } | null;

/** One running workflow without Temporal: the loop of workflows/actor.ts on the stepped clock. */
export interface SimulatedActor {
  /** Takes a message after everything that was due before it. */
  take(message: Message): Step;
  readonly closed: boolean;
}

export function simulatedActor<State extends { processedUntil: Instant }, Open>(
  machine: Machine<State, Open>,
  opening: Message<Open>,
): { actor: SimulatedActor; first: Step } {
  let out = noEffects();
  let n = 0;
  let state = machine.open(opening.body, opening.at, out);
  out.acks.push(opening.key);

  const write = (at: Instant): Step => {
    const effects: Effects = out;
    out = noEffects();
    n += 1;
    const batch: Batch = { ...effects, workflow: machine.row(state), n, at, wake: machine.wake(state) };
    if (machine.renew(state)) state = machine.carry?.(state) ?? state;
    return { batch, calls: effects.calls };
  };

  const take = (message: Message): Step => {
    if (message.kind !== 'tick' && machine.check(state, message) !== null) return null;
    for (let due = machine.wake(state); due !== null && due <= message.at; due = machine.wake(state)) {
      machine.due(state, due, message.at, out);
    }
    if (message.kind !== 'tick') {
      machine.apply(state, message, out);
      if (message.kind !== 'result') out.acks.push(message.key);
    }
    return write(message.at);
  };

  return {
    actor: {
      take,
      get closed() {
        return machine.closed(state);
      },
    },
    first: write(opening.at),
  };
}
