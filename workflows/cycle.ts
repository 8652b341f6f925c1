import { cycleMachine } from '../domain/machines/cycle.ts';
import { actor } from './actor.ts';
import type { ActorInput } from './messages.ts';

export async function cycle(input: ActorInput<Parameters<typeof cycleMachine.row>[0]>): Promise<void> {
  await actor(cycleMachine, input);
}
