import { type Instant, plusMs } from '../calendar/instant.ts';
import type { Effects } from '../engine/effects.ts';
import type { Machine } from '../engine/machine.ts';
import type { Message, Reply } from '../engine/message.ts';
import { MOST_ATTEMPTS } from '../notice/attempts.ts';

/** Sends what stands in the outbox for one slot: one message per person and channel. */
export interface DigestSpec {
  /** Its own workflow id; numbered where notices were written after the first digest of the slot had closed. */
  id: string;
  province: string;
  slot: Instant;
}

export interface DigestState {
  v: 1;
  spec: DigestSpec;
  processedUntil: Instant;
  /** When to try again; the slot itself at first. */
  nextTry: Instant;
  attempt: number;
  closed: boolean;
}

/** What an attempt to send brought. */
export interface Delivered {
  /** Messages that a channel could not take now; they are tried again. */
  waiting: number;
  /** Agencies that nothing reached, or that something reached again, with the round that must know. */
  reach: { round: string; agency: string; reached: boolean; notice: string }[];
}

/** Time between attempts, ms. */
const RETRY_MS = 15 * 60_000;

export const digestMachine: Machine<DigestState, DigestSpec> = {
  type: 'digest',

  open: (spec, at) => ({
    v: 1,
    spec,
    processedUntil: spec.slot <= at ? plusMs(spec.slot, -1) : at,
    nextTry: spec.slot,
    attempt: 1,
    closed: false,
  }),

  wake: (state) => (state.closed || isSending(state) ? null : state.nextTry),

  due(state, planned, now, out) {
    const { province, slot } = state.spec;
    out.calls.push({ name: 'deliver', input: { province, slot, at: now, attempt: state.attempt } });
    state.processedUntil = planned;
  },

  check: () => null,

  apply(state, message, out): Reply {
    if (message.kind === 'result') settle(state, message, out);
    return { ok: true };
  },

  closed: (state) => state.closed,
  renew: () => false,
  // A run that begins while letters are handed over hands them over again: the outbox knows which have left.
  carry: (state) => (isSending(state) ? { ...state, processedUntil: plusMs(state.nextTry, -1) } : state),

  row: (state) => ({
    workflow: state.spec.id,
    type: 'digest',
    province: state.spec.province,
    plan: null,
    phase: state.closed ? 'closed' : 'waiting',
    closed: state.closed,
    state: { slot: state.spec.slot, attempt: state.attempt },
  }),

  answer: (state) => ({
    phase: state.closed ? 'closed' : 'waiting',
    nextWake: digestMachine.wake(state),
    obligations: null,
    ladder: [],
    phases: {},
  }),
};

function isSending({ closed, nextTry, processedUntil }: DigestState): boolean {
  return !closed && nextTry <= processedUntil;
}

function settle(state: DigestState, message: Message, out: Effects): void {
  const { waiting, reach } = message.body as Delivered;
  for (const { round, agency, reached, notice } of reach) {
    const key = `reach:${notice}:${reached}`;
    const body = { type: 'reach', agency, reached, notice };
    out.agenda.push({
      key,
      workflow: round,
      at: message.at,
      rank: 0,
      message: { kind: 'fact', key, at: message.at, body },
    });
  }
  if (waiting > 0 && state.attempt < MOST_ATTEMPTS) {
    state.attempt += 1;
    state.nextTry = plusMs(message.at > state.nextTry ? message.at : state.nextTry, RETRY_MS);
  } else {
    state.closed = true;
  }
}
