import { planMachine } from '../domain/machines/plan.ts';
import { actor } from './actor.ts';
import type { ActorInput } from './messages.ts';

export async function plan(input: ActorInput<Parameters<typeof planMachine.row>[0]>): Promise<void> {
  await actor(planMachine, input);
}
