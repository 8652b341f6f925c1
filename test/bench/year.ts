import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Worker } from '@temporalio/worker';
import { createWriteActivities } from '../../activities/write.ts';
import { createCourier } from '../../client/courier.ts';
import { createDriver } from '../../client/driver.ts';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import { createAgenda, createStoredClock } from '../../store/agenda-store.ts';
import { createLedger, putOnAgendaOf } from '../../store/ledger.ts';
import { smallCode } from '../../worker/small-code.ts';
import { connectClient } from '../../worker/temporal-server/target.ts';
import { type Counted, countOf } from '../figures/counted.ts';
import type { Ground } from './ground.ts';
import { inParallel } from './in-parallel.ts';
import type { Measure, Run } from './measure.ts';
import { split } from './one-each/split.ts';
import { median } from './statistics.ts';
import type { Table } from './table.ts';
import { cpuMs } from './usage.ts';
import { widened, type YearMessages, yearMessages } from './year-messages.ts';

const TURNS = 3;
/** The plans ask about five agencies a round; a province may be larger. */
const WIDER = 4;

/** One year of two plans, told to rounds and, beside them, to a workflow for every obligation. */
export const year: Measure = {
  name: 'year',
  async run(run) {
    run.say('playing the year by the rules');
    const messages = await yearMessages(run.seed);
    const tables = [await sideBySide(run, messages, run.small ? 1 : TURNS)];
    if (!run.small) tables.push(await sideBySide(run, widened(messages, WIDER), 1));
    return tables;
  },
};

async function sideBySide({ ground: open, say }: Run, messages: YearMessages, times: number): Promise<Table> {
  const ground = await open();
  const contestants: Contestant[] = [
    {
      name: 'a workflow a round (ours)',
      code: ground.bundle.code,
      taskQueue: 'bench-round',
      address: (item) => [item],
    },
    { name: 'a workflow an obligation', code: await oneEachBundle(), taskQueue: 'bench-one-each', address: split },
  ];
  const turns: Played[][] = contestants.map(() => []);
  for (let turn = 0; turn < times; turn += 1) {
    for (const [index, contestant] of contestants.entries()) {
      const played = await play(ground, contestant, messages);
      turns[index]?.push(played);
      say(`${messages.obligations} obligations, ${contestant.name}: ${(played.wallMs / 1000).toFixed(1)} s`);
    }
  }
  const rounds = turns[0]?.[0]?.counted.length ?? 0;
  return {
    title: `A year of two plans, ${messages.obligations} obligations in ${rounds} rounds, on the real server; per obligation`,
    head: [
      '',
      'workflows',
      'events',
      'Actions',
      'history bytes',
      'workflow tasks',
      'wall ms',
      'CPU ms worker',
      'CPU ms server',
    ],
    rows: contestants.map(({ name }, index) => rowOf(name, turns[index] ?? [], messages.obligations)),
    notes: [
      `times: ${times === 1 ? 'one turn each' : `median of ${times} alternating turns`}; worker, driver and embedded database are one process`,
      'the same messages, loop, rules, driver and database: only the topology differs',
    ],
  };
}

interface Contestant {
  name: string;
  code: string;
  taskQueue: string;
  /** To whom a message to a round goes. */
  address(item: AgendaItem, owing: Map<string, string[]>): AgendaItem[];
}

interface Played {
  counted: Counted[];
  wallMs: number;
  workerMs: number;
  serverMs: number | null;
}

async function oneEachBundle(): Promise<string> {
  const at = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
  const { code } = await bundleWorkflowCode({
    workflowsPath: at('one-each/workflows.ts'),
    preloadModules: [at('../../workflows/shared.ts')],
    webpackConfigHook: smallCode,
    logger: new DefaultLogger('WARN'),
  });
  return code;
}

async function play(ground: Ground, contestant: Contestant, messages: YearMessages): Promise<Played> {
  const { taskQueue, code } = contestant;
  const database = await ground.freshDatabase();
  const { db } = database;
  const clock = createStoredClock(db);
  await clock.initialise('stepped', messages.start);
  const owing = new Map<string, string[]>();
  const starts = messages.items.filter(({ message }) => message.kind === 'open');
  const others = messages.items.filter(({ message }) => message.kind !== 'open');
  const items = [...starts, ...others].flatMap((item) => contestant.address(item, owing));
  await putOnAgendaOf(db, items);

  const target = await ground.freshTarget();
  const connection = await connectClient(target);
  const client = new Client({ connection, namespace: target.namespace, identity: 'bench' });
  const native = await NativeConnection.connect(target.worker);
  const ledger = createLedger(db);
  const worker = await Worker.create({
    connection: native,
    namespace: target.namespace,
    taskQueue,
    identity: 'bench',
    buildId: '1',
    workflowBundle: { code },
    // Nobody is told of what follows: only what owes is measured.
    activities: createWriteActivities({ write: (batch) => ledger.write({ ...batch, agenda: [] }) }),
    maxCachedWorkflows: 2_000,
  });
  const running = worker.run();
  try {
    const driver = createDriver(createAgenda(db), clock, createCourier(client, { taskQueue, clock: 'stepped' }));
    const server = ground.server.embedded?.pid() ?? -1;
    const before = { cpu: process.cpuUsage(), server: cpuMs(server), at: performance.now() };
    await driver.advance(messages.end);
    const { user, system } = process.cpuUsage(before.cpu);
    const after = cpuMs(server);
    const workflows = new Set(items.map(({ workflow }) => workflow));
    const counted: Counted[] = [];
    const wallMs = performance.now() - before.at;
    await inParallel([...workflows], 8, async (workflow) => {
      counted.push(await countOf(client, workflow));
    });
    return {
      counted,
      wallMs,
      workerMs: (user + system) / 1000,
      serverMs: after === null || before.server === null ? null : after - before.server,
    };
  } finally {
    worker.shutdown();
    await running;
    await native.close();
    await connection.close();
    await database.close();
  }
}

function rowOf(name: string, turns: Played[], obligations: number): (string | number | null)[] {
  const counted = turns[0]?.counted ?? [];
  const each = (pick: (one: Counted) => number): number =>
    counted.reduce((sum, one) => sum + pick(one), 0) / obligations;
  const time = (pick: (one: Played) => number | null): number | null => {
    const values = turns.flatMap((turn) => pick(turn) ?? []);
    return values.length === 0 ? null : median(values) / obligations;
  };
  return [
    name,
    counted.length,
    each(({ events }) => events),
    each(({ actions }) => actions),
    each(({ bytes }) => bytes),
    each(({ workflowTasks }) => workflowTasks),
    time(({ wallMs }) => wallMs),
    time(({ workerMs }) => workerMs),
    time(({ serverMs }) => serverMs),
  ];
}
