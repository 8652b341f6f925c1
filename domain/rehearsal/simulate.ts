import type { Instant } from '../calendar/instant.ts';
import type { AgendaItem, Batch, Call } from '../engine/effects.ts';
import type { Message } from '../engine/message.ts';
import { cycleMachine } from '../machines/cycle.ts';
import { type Delivered, digestMachine } from '../machines/digest.ts';
import { obstacleMachine } from '../machines/obstacle.ts';
import { planMachine } from '../machines/plan.ts';
import { roundMachine } from '../machines/round.ts';
import type { Notice } from '../notice/notice.ts';
import { agendaItemOf, type CastAct, castSubmission, withReceipt } from './act.ts';
import { type SimulatedActor, type Step, simulatedActor } from './actor.ts';
import { castActs } from './cast.ts';
import { Memory } from './memory.ts';
import type { Scene } from './scene.ts';

/** What a simulation starts from: one province. */
export interface SimulationStart {
  scene: Scene;
  /** The starts of the plans, as rows of the agenda. */
  starts: AgendaItem[];
  until: Instant;
}

/** What a simulation shows while it runs, in the order in which it happens. */
export type Happening =
  /** A workflow has written; what its cast does next follows from it. */
  | { kind: 'written'; batch: Batch }
  /** Somebody of the cast will do this. */
  | { kind: 'planned'; act: CastAct }
  /** A digest sends: whoever runs the simulation answers what became of its notices. */
  | { kind: 'deliver'; call: Call['input']; notices: Notice[] };

/**
 * Plays plans with a cast by the pure rules alone: the machines of the workflows, the order of the driver, no server and
 * no database. Sending is left to who runs it, so that the messages are made by the very code that makes the real ones.
 */
export function* simulate({
  scene,
  starts,
  until,
}: SimulationStart): Generator<Happening, void, Delivered | undefined> {
  const memory = new Memory();
  const actors = new Map<string, SimulatedActor>();
  const receipts = new Map<string, number>();
  for (const start of starts) memory.put(start);

  for (let item = memory.smallest(until); item !== null; item = memory.smallest(until)) {
    const pending = [deliverTo(numbered(item, receipts), actors)];
    for (let step = pending.shift(); step !== undefined; step = pending.shift()) {
      if (step === null) {
        memory.acknowledge(item.key);
        continue;
      }
      memory.write(step.batch);
      yield { kind: 'written', batch: step.batch };
      for (const act of castActs(scene, step.batch)) {
        if (memory.knows(act.key)) continue;
        memory.put(agendaItemOf(act));
        yield { kind: 'planned', act };
      }
      for (const call of step.calls) {
        const answer = yield { kind: 'deliver', call: call.input, notices: memory.take(call.input.slot) };
        const body = answer ?? { waiting: 0, reach: [] };
        const key = `result:${item.key}`;
        pending.push(actors.get(item.workflow)?.take({ kind: 'result', key, at: item.at, body }) ?? null);
      }
    }
    if (actors.get(item.workflow)?.closed) actors.delete(item.workflow);
  }
}

/** Null where the rules refuse it, or its workflow has ended or never was. */
function deliverTo(item: AgendaItem, actors: Map<string, SimulatedActor>): Step {
  const known = actors.get(item.workflow);
  if (known !== undefined) return known.take(item.message);
  if (item.message.kind !== 'open') return null;
  const { actor, first } = opened(item.workflow, item.message);
  actors.set(item.workflow, actor);
  return first;
}

function opened(workflow: string, message: Message): ReturnType<typeof simulatedActor> {
  switch (workflow.slice(0, workflow.indexOf('/'))) {
    case 'plan':
      return simulatedActor(planMachine, message as Message<Parameters<typeof planMachine.open>[0]>);
    case 'cycle':
      return simulatedActor(cycleMachine, message as Message<Parameters<typeof cycleMachine.open>[0]>);
    case 'round':
      return simulatedActor(roundMachine, message as Message<Parameters<typeof roundMachine.open>[0]>);
    case 'obstacle':
      return simulatedActor(obstacleMachine, message as Message<Parameters<typeof obstacleMachine.open>[0]>);
    case 'digest':
      return simulatedActor(digestMachine, message as Message<Parameters<typeof digestMachine.open>[0]>);
    default:
      throw new Error(`no workflow of this kind: ${workflow}`);
  }
}

/** Receipts are numbered within a year, in the order in which submissions are delivered (store/records.ts). */
function numbered(item: AgendaItem, receipts: Map<string, number>): AgendaItem {
  const submission = castSubmission(item);
  if (submission === null) return item;
  const year = item.at.slice(0, 4);
  const serial = (receipts.get(year) ?? 0) + 1;
  receipts.set(year, serial);
  return withReceipt(item, submission, `BN-${year}-${String(serial).padStart(4, '0')}`);
}
