import { createDeliverActivities } from '../../../activities/deliver.ts';
import type { DeliverPorts, Letter, Mail } from '../../../activities/ports.ts';
import type { Act, ActOutcome, Perform } from '../../../client/act.ts';
import { createCounter } from '../../../client/counter.ts';
import type { Courier } from '../../../client/courier.ts';
import { createDriver, type Driver } from '../../../client/driver.ts';
import { createPerform } from '../../../client/perform.ts';
import { instantOn } from '../../../domain/calendar/instant.ts';
import type { Batch, Effects } from '../../../domain/engine/effects.ts';
import { noEffects } from '../../../domain/engine/effects.ts';
import type { Machine, WorkflowAnswer } from '../../../domain/engine/machine.ts';
import type { Actor, Message } from '../../../domain/engine/message.ts';
import { cycleMachine } from '../../../domain/machines/cycle.ts';
import { digestMachine } from '../../../domain/machines/digest.ts';
import { obstacleMachine } from '../../../domain/machines/obstacle.ts';
import { planMachine } from '../../../domain/machines/plan.ts';
import { roundMachine } from '../../../domain/machines/round.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';
import { loadPlans } from '../../../plans/load-plans.ts';
import { loadTrial } from '../../../plans/load-trial.ts';
import { createAgenda, createStoredClock } from '../../../store/agenda-store.ts';
import type { Database } from '../../../store/database.ts';
import { createDeskReader } from '../../../store/desk-reader.ts';
import { createInbox } from '../../../store/inbox-store.ts';
import { createLedger, putOnAgendaOf } from '../../../store/ledger.ts';
import { createNoticeFacts } from '../../../store/notice-facts.ts';
import { createOutbox } from '../../../store/outbox.ts';
import { createPlanStore } from '../../../store/plan-store.ts';
import { createRecords } from '../../../store/records.ts';
import { createRosterStore } from '../../../store/roster-store.ts';
import { planStart } from '../../../worker/open-plans.ts';
import { freshDatabase } from '../../harness/database.ts';

type AnyMachine = Machine<{ processedUntil: string }, never>;

const MACHINES: Record<string, AnyMachine> = {
  plan: planMachine as unknown as AnyMachine,
  cycle: cycleMachine as unknown as AnyMachine,
  round: roundMachine as unknown as AnyMachine,
  obstacle: obstacleMachine as unknown as AnyMachine,
  digest: digestMachine as unknown as AnyMachine,
};

interface Running {
  machine: AnyMachine;
  state: { processedUntil: string };
  n: number;
}

/**
 * The two trial plans decided by the pure machines, written through the real ledger and sent by the real delivery, in
 * one process: what the running workflows would have decided, without a server.
 */
export class MachineHouse {
  readonly running = new Map<string, Running>();
  readonly calendar = loadCalendar();
  readonly trial = loadTrial();
  readonly plans: Plan[] = loadPlans();
  readonly letters: Letter[] = [];
  /** Addresses that the mail server refuses. */
  readonly refusing = new Set<string>();
  readonly perform: Perform;
  readonly driver: Driver;
  readonly agenda;
  readonly clock;
  readonly reader;
  readonly deliverPorts: DeliverPorts;
  #acts = 0;

  private constructor(readonly database: Database) {
    const { db } = database;
    const ledger = createLedger(db);
    this.agenda = createAgenda(db);
    this.clock = createStoredClock(db);
    this.reader = createDeskReader(db);
    this.deliverPorts = {
      outbox: createOutbox(db),
      facts: createNoticeFacts(db),
      mail: this.#mail(),
      links: {
        obligation: (key) => `http://127.0.0.1/nghia-vu/${key}`,
        opinion: (key) => `http://127.0.0.1/xin-y-kien/${key}`,
        obstacle: (id) => `http://127.0.0.1/kho-khan/${id}`,
        round: (id) => `http://127.0.0.1/ky/${id}`,
      },
      calendar: () => this.calendar,
    };
    const { deliver } = createDeliverActivities(this.deliverPorts);
    const courier: Courier = {
      carry: async (item) => {
        const known = this.running.get(item.workflow);
        const type = item.workflow.slice(0, item.workflow.indexOf('/'));
        const machine = MACHINES[type];
        if (machine === undefined) throw new Error(`no machine for ${item.workflow}`);
        if (known === undefined && item.message.kind !== 'open') return { gone: true };
        const out = noEffects();
        const taken = take(machine, known?.state ?? null, item.message, out);
        if (isRefusal(taken)) return taken;
        const running: Running = { machine, state: taken, n: (known?.n ?? 0) + 1 };
        this.running.set(item.workflow, running);
        await ledger.write(batchOf(running, item.message.at, out));
        for (const call of out.calls) {
          const body = await deliver(call.input);
          const more = noEffects();
          machine.apply(running.state, { kind: 'result', key: `result:${running.n}`, at: item.message.at, body }, more);
          running.n += 1;
          await ledger.write(batchOf(running, item.message.at, more));
        }
        return { taken: true };
      },
    };
    this.driver = createDriver(this.agenda, this.clock, courier);
    const counter = createCounter(createInbox(db), this.clock, { driver: this.driver, relay: null });
    this.perform = createPerform(
      createRecords(db, () => this.calendar),
      counter,
    );
  }

  /** Opens the trial's plans at its first instant. */
  static async open(): Promise<MachineHouse> {
    const house = new MachineHouse(await freshDatabase());
    const { startsAt, roster, plans } = house.trial;
    await house.clock.initialise('stepped', startsAt);
    await createRosterStore(house.database.db).saveRoster(roster);
    const opened = house.plans.filter(({ id }) => plans.includes(id));
    for (const plan of opened) await createPlanStore(house.database.db).savePlan(plan, startsAt);
    const starts = opened.map((plan) => planStart(plan, house.plans, house.calendar, startsAt));
    await putOnAgendaOf(house.database.db, starts);
    await house.driver.advance(startsAt);
    return house;
  }

  /** Lets the clock go on to a time of a day, 08:00 unless told otherwise. */
  async to(day: string, time = '08:00'): Promise<void> {
    await this.driver.advance(instantOn(day, time));
  }

  /** Somebody of the trial's directory does something. */
  async act(actor: Actor, act: Act): Promise<ActOutcome> {
    this.#acts += 1;
    return this.perform({ actor, channel: 'page', key: `act:${this.#acts}` }, act);
  }

  answer(workflow: string): WorkflowAnswer | null {
    const running = this.running.get(workflow);
    return running === undefined ? null : running.machine.answer(running.state);
  }

  async close(): Promise<void> {
    await this.database.close();
  }

  #mail(): Mail {
    return {
      begin: () => ({
        send: async (letter) => {
          if (this.refusing.has(letter.to.address)) return { kind: 'rejected', error: '550 no such mailbox' };
          this.letters.push(letter);
          return { kind: 'sent', response: '250 ok' };
        },
        end: async () => undefined,
      }),
    };
  }
}

/** One message taken by a machine, as the loop of workflows/actor.ts does. */
function take(
  machine: AnyMachine,
  known: { processedUntil: string } | null,
  message: Message,
  out: Effects,
): ReturnType<AnyMachine['open']> | { refused: never } {
  if (message.kind === 'open') {
    out.acks.push(message.key);
    return known ?? machine.open(message.body as never, message.at, out);
  }
  const state = structuredClone(known) as { processedUntil: string };
  const refusal = machine.check(state, message);
  if (refusal) return refusal as never;
  for (let due = machine.wake(state); due !== null && due <= message.at; due = machine.wake(state)) {
    machine.due(state, due, message.at, out);
  }
  if (message.kind !== 'tick') {
    machine.apply(state, message, out);
    out.acks.push(message.key);
  }
  return state;
}

function batchOf({ machine, state, n }: Running, at: string, out: Effects): Batch {
  return { ...out, workflow: machine.row(state), n, at, wake: machine.closed(state) ? null : machine.wake(state) };
}
