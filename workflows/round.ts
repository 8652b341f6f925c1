import { roundMachine } from '../domain/machines/round.ts';
import { actor } from './actor.ts';
import type { ActorInput } from './messages.ts';

export async function round(input: ActorInput<Parameters<typeof roundMachine.row>[0]>): Promise<void> {
  await actor(roundMachine, input);
}
