import { appendFileSync, readFileSync } from 'node:fs';
import { playOf } from '../../../cli/rehearsal-play.ts';
import { type DatabaseOptions, openDatabase } from '../../../store/database.ts';
import { quietRuntime, startEngine } from '../../../worker/engine.ts';
import { engineOptions, setTheScene } from '../../../worker/rehearsal/played-ledger.ts';
import { playTime } from '../../../worker/rehearsal/simulated-ledger.ts';
import { localTarget } from '../../../worker/temporal-server/target.ts';
import type { Point, Where } from '../points.ts';

/** A rehearsal in a process of its own, or its driver and its worker in one each; it ends itself by SIGKILL at a point. */
export interface PlayOrder {
  part: 'all' | 'driver' | 'worker';
  database: DatabaseOptions;
  address: string;
  namespace: string;
  bundle: string;
  /** Where letters go. */
  port: number;
  plan: string;
  from: string;
  to: string;
  seed: number;
  /** A file with the next point, {@link PointInHand}. */
  point: string;
  /** A file to which the names of points are added as they are met. */
  met: string;
}

export interface PointInHand extends Point {
  name: string;
  /** Killed instead of this process where the point says `server`. */
  serverPid: number;
}

const order = JSON.parse(process.argv[2] ?? '') as PlayOrder;
let inHand = '';
let passed = 0;

/** Counts how often the place of the point in hand was passed since it is in hand; at its number everything ends. */
function pass(where: Where): Promise<void> {
  const point = JSON.parse(readFileSync(order.point, 'utf8')) as PointInHand | null;
  if (point === null) return Promise.resolve();
  if (point.name !== inHand) passed = 0;
  inHand = point.name;
  if (where !== (point.where === 'server' ? 'beforeWrite' : point.where)) return Promise.resolve();
  passed += 1;
  if (passed !== point.number) return Promise.resolve();
  appendFileSync(order.met, `${point.name}\n`);
  process.kill(point.where === 'server' ? point.serverPid : process.pid, 'SIGKILL');
  return point.where === 'server' ? Promise.resolve() : new Promise(() => undefined);
}

quietRuntime();
const values = { '--from': order.from, '--to': order.to, '--seed': String(order.seed) };
const play = playOf({ env: {} }, { json: true, flags: [], words: [order.plan], values });
const [province = ''] = play.plans.map((plan) => plan.province);
const { start, end } = playTime(play);
const database = await openDatabase(order.database);
if (order.part !== 'worker') await setTheScene(play, province, database, start);
const { bundle, ...client } = engineOptions(play, province, {
  database,
  receiver: { host: '127.0.0.1', port: order.port },
  stage: {
    target: localTarget(order.address, order.namespace),
    bundle: { codePath: order.bundle },
    taskTimeoutMs: 2_000,
    between: {
      ledger: (inner) => ({
        async write(batch) {
          await pass('beforeWrite');
          await inner.write(batch);
          await pass('afterWrite');
        },
      }),
      agenda: (inner) => ({
        ...inner,
        async smallest(until) {
          const item = await inner.smallest(until);
          if (item !== null) await pass('beforeCarry');
          return item;
        },
        async settle(item, outcome) {
          await pass('afterCarry');
          await inner.settle(item, outcome);
        },
      }),
      mail: (inner) => ({
        begin() {
          const run = inner.begin();
          return {
            async send(letter) {
              await pass('beforeLetter');
              const outcome = await run.send(letter);
              await pass('afterLetter');
              return outcome;
            },
            end: () => run.end(),
          };
        },
      }),
    },
  },
});
const engine = await startEngine(order.part === 'driver' || bundle === undefined ? client : { ...client, bundle });
process.stdout.write('ready\n');
if (order.part !== 'worker') {
  await engine.driver?.advance(end);
  await engine.stop();
  await database.close();
  process.stdout.write('done\n');
  process.exit(0);
}
