import { hostname } from 'node:os';
import { Client } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import type { DeliverActivities } from '../activities/deliver.ts';
import { withPulse } from '../activities/pulse.ts';
import { createWriteActivities, type Ledger } from '../activities/write.ts';
import { type Counter, createCounter } from '../client/counter.ts';
import { createCourier } from '../client/courier.ts';
import { createDriver, type Driver } from '../client/driver.ts';
import type { Agenda } from '../client/ports.ts';
import { reconcile } from '../client/reconcile.ts';
import { type Relay, startRelay } from '../client/relay.ts';
import { startWatch } from '../client/watch.ts';
import { createAgenda, createStoredClock } from '../store/agenda-store.ts';
import type { Database } from '../store/database.ts';
import { createInbox } from '../store/inbox-store.ts';
import { createLedger } from '../store/ledger.ts';
import { createMemories } from '../store/memory-store.ts';
import { connectClient, type TemporalTarget } from './temporal-server/target.ts';
import { buildId } from './workflow-bundle.ts';

/** One task queue for all five workflow kinds; several workers share it. */
export const TASK_QUEUE = 'dondoc';

export interface EngineOptions {
  database: Database;
  target: TemporalTarget;
  /** The workflow code; absent where another process works, and only the client side runs here. */
  bundle?: WorkflowBundleOption;
  deliver: DeliverActivities;
  /** Wraps the ledger; used by tests that slow or break it. */
  ledger?: (ledger: Ledger) => Ledger;
  /** Wraps the agenda; used by the cast, whose submissions are answered when they are delivered. */
  agenda?: (agenda: Agenda) => Agenda;
  onFault?: (error: unknown, about: string) => void;
  /** Workflows kept in memory; at least as many as may wake together. Default 2,000. */
  cachedWorkflows?: number;
  /** How long the server waits for a worker that went away with a task in hand, ms. Default 10,000. */
  taskTimeoutMs?: number;
  /** Told when the server lost workflows while the program ran and they were started again from the database. */
  onReopened?: (workflows: string[]) => void;
}

/** Worker, client and the mover of this database's clock: driver where it is stepped, relay on the wall. */
export interface Engine {
  client: Client;
  counter: Counter;
  driver: Driver | null;
  relay: Relay | null;
  agenda: Agenda;
  clock: ReturnType<typeof createStoredClock>;
  /** Workflows that the server had lost and that were started again from the database. */
  restarted: string[];
  /** Lets what was just put on the agenda go on: at once on the wall, to the present instant on a stepped clock. */
  nudge(): Promise<void>;
  /** Rejects when the worker dies of itself. */
  failed: Promise<never>;
  stop(): Promise<void>;
}

/** This worker in the histories, where it stands three times for each task; the end of a long host name tells most. */
const IDENTITY = `${process.pid}@${hostname().slice(-6)}`;

/** Time a worker has to finish what is in hand, and after which it is cut off. */
const GRACE = { shutdownGraceTime: '5s', shutdownForceTime: '20s' } as const;

export async function startEngine(options: EngineOptions): Promise<Engine> {
  const { database, target, bundle, deliver, taskTimeoutMs = 10_000 } = options;
  const onFault = options.onFault ?? ((): void => undefined);
  const { db } = database;
  const clock = createStoredClock(db);
  const { mode } = await clock.read();
  const agenda = options.agenda?.(createAgenda(db)) ?? createAgenda(db);
  const inbox = createInbox(db);
  await inbox.settleTaken();

  const connection = await connectClient(target);
  const client = new Client({ connection, namespace: target.namespace, identity: 'dondoc' });
  const started = { taskQueue: TASK_QUEUE, clock: mode, taskTimeoutMs };
  const memories = createMemories(db);
  const restarted = bundle ? await reconcile(client, memories, started) : [];
  const courier = createCourier(client, started, memories);
  const driver = mode === 'stepped' ? createDriver(agenda, clock, courier) : null;
  const relay =
    mode === 'wall' && bundle ? startRelay(agenda, courier, (error, item) => onFault(error, item.workflow)) : null;
  const counter = createCounter(inbox, clock, { driver, relay });

  const stops: (() => Promise<void>)[] = [() => connection.close()];
  let failed: Promise<never> = new Promise(() => undefined);
  if (bundle) {
    const native = await NativeConnection.connect(target.worker);
    const ledger = createLedger(db);
    const worker = await Worker.create({
      connection: native,
      namespace: target.namespace,
      taskQueue: TASK_QUEUE,
      identity: IDENTITY,
      buildId: buildId(bundle),
      workflowBundle: bundle,
      activities: {
        ...createWriteActivities(told(options.ledger?.(ledger) ?? ledger, onFault)),
        ...withPulse(deliver),
      },
      maxCachedWorkflows: options.cachedWorkflows ?? 2_000,
      stickyQueueScheduleToStartTimeout: taskTimeoutMs,
      maxHeartbeatThrottleInterval: '2s',
      ...GRACE,
    });
    const running = worker.run();
    failed = running.then(
      () => new Promise<never>(() => undefined),
      (error: unknown) => Promise.reject(error),
    );
    failed.catch(() => undefined);
    const watch = startWatch(client, memories, started, options.onReopened ?? ((): void => undefined));
    stops.unshift(() => watch.stop());
    stops.unshift(async () => {
      if (worker.getState() === 'RUNNING') worker.shutdown();
      await running.catch((error: unknown) => onFault(error, 'worker'));
      await native.close();
    });
  }
  return {
    client,
    counter,
    driver,
    relay,
    agenda,
    clock,
    restarted,
    async nudge() {
      if (driver) await driver.advance(await counter.now());
      else relay?.kick();
    },
    failed,
    async stop() {
      driver?.stop();
      await relay?.stop();
      for (const stop of stops) await stop();
    },
  };
}

/** A write that fails is tried again for ever; the operator hears of it. */
function told(ledger: Ledger, onFault: (error: unknown, about: string) => void): Ledger {
  return {
    async write(batch) {
      try {
        await ledger.write(batch);
      } catch (error) {
        onFault(error, batch.workflow.workflow);
        throw error;
      }
    },
  };
}

/** Only what somebody must act on is said: a server that is away is waited for without a line per poller and retry. */
export function quietRuntime(): void {
  Runtime.install({
    logger: new DefaultLogger('WARN'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  });
}
