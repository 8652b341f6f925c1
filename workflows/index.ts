import { cycleMachine } from '../domain/machines/cycle.ts';
import { digestMachine } from '../domain/machines/digest.ts';
import { obstacleMachine } from '../domain/machines/obstacle.ts';
import { planMachine } from '../domain/machines/plan.ts';
import { roundMachine } from '../domain/machines/round.ts';
import { actor } from './actor.ts';
import type { ActorInput } from './messages.ts';

/*
 * The five kinds of workflow: one loop, five machines. They stand in one file because every workflow loads each file of
 * this folder anew (test/figures/code.test.ts).
 */

type Input<Machine extends { row(state: never): unknown }> = ActorInput<Parameters<Machine['row']>[0]>;

/** One plan through its years. */
export async function plan(input: Input<typeof planMachine>): Promise<void> {
  await actor(planMachine, input);
}

/** One year of a plan. */
export async function cycle(input: Input<typeof cycleMachine>): Promise<void> {
  await actor(cycleMachine, input);
}

/** One requirement in one period, with the obligations of all who owe it. */
export async function round(input: Input<typeof roundMachine>): Promise<void> {
  await actor(roundMachine, input);
}

/** One difficulty until it is answered. */
export async function obstacle(input: Input<typeof obstacleMachine>): Promise<void> {
  await actor(obstacleMachine, input);
}

/** What leaves in one slot. */
export async function digest(input: Input<typeof digestMachine>): Promise<void> {
  await actor(digestMachine, input);
}
