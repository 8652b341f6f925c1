import { obstacleMachine } from '../domain/machines/obstacle.ts';
import { actor } from './actor.ts';
import type { ActorInput } from './messages.ts';

export async function obstacle(input: ActorInput<Parameters<typeof obstacleMachine.row>[0]>): Promise<void> {
  await actor(obstacleMachine, input);
}
