import type { Batch, ObligationRow } from '../engine/effects.ts';
import type { RoundFacts } from '../machines/round.ts';
import { isDone, type Obligation } from '../obligation/obligation.ts';
import type { CastAct } from './act.ts';
import { confirmingActs, extendingActs, leadingActs, reviewingActs, sendingActs } from './deciding-acts.ts';
import { Duty } from './duty.ts';
import { obstacleActs } from './obstacle-acts.ts';
import { owingActs } from './owing-acts.ts';
import type { Scene } from './scene.ts';

/**
 * What the cast does next, given what a workflow has just written: its obligations, or its obstacle. Every act lies
 * after the batch, has a key of its own and depends on the seed, its own duty and that duty's past alone, so that the
 * order in which duties are looked at changes nothing. The same state seen again names the same acts again; the first
 * naming counts.
 */
export function castActs(scene: Scene, batch: Pick<Batch, 'workflow' | 'at' | 'obligations'>): CastAct[] {
  const { workflow, at } = batch;
  if (workflow.closed) return [];
  if (workflow.type === 'obstacle') return obstacleActs(scene, workflow, at);
  if (workflow.type !== 'round') return [];
  const round = workflow.state as RoundFacts;
  const newest = new Map(batch.obligations.map((row) => [row.key, row]));
  return [...newest.values()].flatMap((row) => dutyActs(scene, row, round, at));
}

function dutyActs(scene: Scene, row: ObligationRow, round: RoundFacts, at: Batch['at']): CastAct[] {
  const obligation = row.state as Obligation;
  if (isDone(obligation)) return [];
  const duty = new Duty(scene, row, round, at);
  if (obligation.phase === 'submitted') {
    return [...confirmingActs(duty), ...reviewingActs(duty), ...sendingActs(duty), ...leadingActs(duty)];
  }
  return [...owingActs(duty), ...extendingActs(duty), ...leadingActs(duty)];
}
