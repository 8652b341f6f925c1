import { instantFromMs } from '../../../domain/calendar/instant.ts';
import type { AgendaItem } from '../../../domain/engine/effects.ts';
import { loadCalendar } from '../../../plans/calendar-file.ts';
import { loadPlans } from '../../../plans/load-plans.ts';
import { loadTrial } from '../../../plans/load-trial.ts';
import { createStoredClock } from '../../../store/agenda-store.ts';
import { openDatabase } from '../../../store/database.ts';
import { createInbox } from '../../../store/inbox-store.ts';
import { putOnAgendaOf } from '../../../store/ledger.ts';
import { migrate } from '../../../store/migrate.ts';
import { startEngine } from '../../../worker/engine.ts';
import { localTarget } from '../../../worker/temporal-server/target.ts';
import { openPostOffice } from '../post-office.ts';
import { quietRuntime } from '../quiet-runtime.ts';

/** What a desk in a process of its own is told: database, worker, delivery and driver, to be killed by a test. */
export interface DeskOrder {
  directory: string;
  address: string;
  namespace: string;
  bundle: string;
  mode: 'wall' | 'stepped';
  /** The domain's first instant on a stepped clock. */
  start: string;
  /** Put on the agenda; the same items again change nothing. */
  items: AgendaItem[];
  /** Acts handed in beforehand, each decided at its own instant. */
  acts: AgendaItem[];
  /** How far a stepped clock goes; the process ends there. */
  until: string | null;
}

const order = JSON.parse(process.argv[2] ?? '') as DeskOrder;
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

quietRuntime();
const database = await openDatabase({ kind: 'pglite', dir: order.directory });
await migrate(database.db);
const stepped = order.mode === 'stepped';
await createStoredClock(database.db).initialise(order.mode, stepped ? order.start : null);
const calendar = loadCalendar();
const { roster } = loadTrial();
const at = stepped ? order.start : instantFromMs(Date.now());
const post = await openPostOffice(database, { roster, plans: loadPlans(), calendar, at });
const inbox = createInbox(database.db);
await putOnAgendaOf(database.db, order.items);
for (const { key, workflow, message } of order.acts) {
  await inbox.post({ key, channel: 'story', person: 'p00', workflow, message });
}
const engine = await startEngine({
  database,
  target: localTarget(order.address, order.namespace),
  bundle: { codePath: order.bundle },
  deliver: post.deliver,
  ledger: (inner) => ({
    async write(batch) {
      // Wider, so that a kill finds a write in hand.
      await new Promise((resolve) => setTimeout(resolve, 4));
      await inner.write(batch);
      for (const { key } of batch.notices) say(`told ${key}`);
      say(`wrote ${batch.at}`);
    },
  }),
});
say('ready');
if (order.until !== null) {
  await engine.driver?.advance(order.until);
  await engine.stop();
  await post.close();
  await database.close();
  say('done');
  process.exit(0);
}
