import { defineQuery, defineUpdate } from '@temporalio/workflow';
import type { WorkflowAnswer } from '../domain/engine/machine.ts';
import type { Message, Reply } from '../domain/engine/message.ts';

/** Which driver moves time: workflow timers (`wall`) or ticks that arrive as Updates (`stepped`). Never switched. */
export type ClockMode = 'wall' | 'stepped';

export interface ActorInput<State = unknown> {
  clock: ClockMode;
  /** Set by continue-as-new, and when the database starts a lost workflow again. */
  carried?: { state: State; n: number; seen: string[] };
}

/** The one Update every workflow takes. */
export const say = defineUpdate<Reply, [Message]>('say');

/** The running workflow's account of itself; null before its first message. */
export const state = defineQuery<WorkflowAnswer | null>('state');

/** Failure type of a refusal; anything else that fails an Update is a fault to be repeated under the same id. */
export const REFUSED = 'Refused';
