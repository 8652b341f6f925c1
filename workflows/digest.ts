import { digestMachine } from '../domain/machines/digest.ts';
import { actor } from './actor.ts';
import type { ActorInput } from './messages.ts';

export async function digest(input: ActorInput<Parameters<typeof digestMachine.row>[0]>): Promise<void> {
  await actor(digestMachine, input);
}
