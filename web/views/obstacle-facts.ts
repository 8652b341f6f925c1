import type { ObstacleState } from '../../domain/machines/obstacle.ts';
import type { WorkflowRecord } from '../../store/desk-reader.ts';
import type { Subject } from '../access.ts';
import type { ObstacleStep } from '../pages/obstacle.tsx';
import { type Desk, holders } from './desk.ts';

/** What the projection keeps of an obstacle. */
export type ObstacleFacts = Pick<ObstacleState, 'step' | 'dueOn' | 'answers'> &
  Pick<ObstacleState['spec'], 'id' | 'obligation' | 'measure' | 'raisedBy' | 'ref' | 'coordinator' | 'leadership'>;

export function obstacleFacts(row: WorkflowRecord): ObstacleFacts {
  return row.state as unknown as ObstacleFacts;
}

/** The raiser sees it, the coordinator and, once it was forwarded, the leader who is asked. */
export function obstacleSubject(desk: Desk, facts: ObstacleFacts): Subject {
  const asked = facts.step === 'leadership' ? holders(desk, facts.leadership, 'leadership') : [];
  return { owing: [facts.raisedBy.agency], reviewer: null, coordinator: facts.coordinator, asked };
}

export function stepOf({ step }: ObstacleFacts): ObstacleStep {
  return step === 'raiser' ? 'answered' : step;
}
