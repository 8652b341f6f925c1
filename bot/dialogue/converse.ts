import { step } from './step.ts';
import type { DialogueContext, DialogueEvent, DialogueState, Outcome, Reply, Request } from './types.ts';

/** What a channel gives the dialogue: the person's present facts, and hands. */
export interface Desk {
  /** Read afresh for every step, so that a reply shows what an act changed. */
  context(): Promise<DialogueContext>;
  /** Does a request. Run twice with the same request of the same event it must have one effect. */
  perform(request: Request): Promise<Outcome>;
}

/** How many steps one event may take; more is a bug in the dialogue. */
const MOST_STEPS = 16;

/** One event to its end: steps and requests in turn, until nothing more is asked. The state is stored by the caller. */
export async function converse(
  state: DialogueState,
  event: DialogueEvent,
  desk: Desk,
): Promise<{ state: DialogueState; replies: Reply[] }> {
  const events: DialogueEvent[] = [event];
  const replies: Reply[] = [];
  let current = state;
  for (let taken = 0; ; taken += 1) {
    const next = events.shift();
    if (next === undefined) return { state: current, replies };
    if (taken >= MOST_STEPS) throw new Error(`dialogue does not end: ${JSON.stringify(current.open)}`);
    const result = step(current, next, await desk.context());
    current = result.state;
    replies.push(...result.replies);
    for (const request of result.requests) {
      events.push({ kind: 'result', of: request, outcome: await desk.perform(request) });
    }
  }
}
