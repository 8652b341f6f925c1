import { roundMachine } from '../../../domain/machines/round.ts';
import { actor } from '../../../workflows/actor.ts';
import type { ActorInput } from '../../../workflows/messages.ts';

/**
 * The topology that the product does not have, to be measured beside it: a workflow of its own for every obligation. The
 * same loop and the same rules, over a round of one agency.
 */
export async function obligation(input: ActorInput<Parameters<typeof roundMachine.row>[0]>): Promise<void> {
  await actor(roundMachine, input);
}
