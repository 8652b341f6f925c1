import { createDeliverActivities } from '../../activities/deliver.ts';
import type { Ledger } from '../../activities/write.ts';
import { instantFromMs, plusMs } from '../../domain/calendar/instant.ts';
import { deadlineOn } from '../../domain/obligation/deadline.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { createStoredClock } from '../../store/agenda-store.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { startEngine } from '../../worker/engine.ts';
import { REHEARSAL_LINKS } from '../../worker/rehearsal/rehearsal-links.ts';
import type { Measure, Run } from './measure.ts';
import { roundStart } from './rounds.ts';
import { quantile } from './statistics.ts';
import type { Table } from './table.ts';
import { cpuMs, fileMb, residentMb } from './usage.ts';

const AGENCIES = 30;
const DAY_MS = 86_400_000;
/** Rounds that are opened first, to know how long the others will take. */
const PILOT = 50;
const LOOK_MS = 250;

/** Many rounds opened on one day and woken at one instant, on the wall clock: the burst of a morning. */
export const thousands: Measure = { name: 'thousands', run: async (run) => [await burst(run)] };

async function burst({ ground: open, small, say }: Run): Promise<Table> {
  const ground = await open();
  const rounds = small ? 200 : 2_000;
  const calendar = loadCalendar();
  const database = await ground.freshDatabase();
  const { db } = database;
  await createStoredClock(db).initialise('wall', null);
  let wakeAt = Number.POSITIVE_INFINITY;
  const opened = new Set<string>();
  const late = new Map<string, number>();
  let twice = 0;
  const engine = await startEngine({
    database,
    target: await ground.freshTarget(),
    bundle: ground.bundle,
    deliver: createDeliverActivities({
      outbox: createOutbox(db),
      facts: createNoticeFacts(db),
      mail: null,
      links: REHEARSAL_LINKS,
      calendar: () => calendar,
    }),
    cachedWorkflows: rounds + PILOT,
    ledger: (inner): Ledger => ({
      async write(batch) {
        await inner.write(batch);
        const { workflow } = batch.workflow;
        if (!workflow.endsWith('-burst')) return;
        if (batch.n === 1) opened.add(workflow);
        else if (late.has(workflow)) twice += 1;
        else late.set(workflow, Date.now() - wakeAt);
      },
    }),
  });
  const start = (name: string, wake: number) => {
    const at = instantFromMs(Date.now());
    const overdueAt = plusMs(instantFromMs(wake), DAY_MS);
    const policy = { ...DEFAULT_POLICY, reminders: [1], scale: { stepMs: DAY_MS, slotMs: DAY_MS } };
    const deadline = { ...deadlineOn(overdueAt.slice(0, 10)), overdueAt };
    return roundStart({ name, at, agencies: AGENCIES, calendar, deadline, policy });
  };
  const workflowCount = async (): Promise<number> =>
    (
      await db
        .selectFrom('workflow')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('type', '=', 'round')
        .executeTakeFirstOrThrow()
    ).count;
  const until = async (what: string, done: () => Promise<boolean> | boolean): Promise<void> => {
    for (let said = Date.now(); !(await done()); ) {
      if (Date.now() - said > 15_000) {
        said = Date.now();
        say(`${what}: ${opened.size} opened, ${late.size} woken`);
      }
      await new Promise((tick) => setTimeout(tick, LOOK_MS));
    }
  };

  const far = Date.now() + 100 * DAY_MS;
  const pilotBegan = performance.now();
  await putOnAgendaOf(
    db,
    Array.from({ length: PILOT }, (_, number) => start(`lan-${number}-pilot`, far)),
  );
  await until('pilot', async () => (await workflowCount()) === PILOT);
  const eachMs = (performance.now() - pilotBegan) / PILOT;

  const server = ground.server.embedded?.pid() ?? -1;
  const usage = (): { cpu: number; server: number | null } => {
    const { user, system } = process.cpuUsage();
    return { cpu: (user + system) / 1000, server: cpuMs(server) };
  };
  const marks = [{ ...memoryNow(server), ...usage() }];
  wakeAt = Date.now() + 20_000 + eachMs * rounds * 2;
  const began = performance.now();
  await putOnAgendaOf(
    db,
    Array.from({ length: rounds }, (_, number) => start(`lan-${number}-burst`, wakeAt)),
  );
  await until('opening', () => opened.size === rounds);
  const openedMs = performance.now() - began;
  marks.push({ ...memoryNow(server), ...usage() });
  const early = late.size;
  say(
    `${rounds} opened in ${(openedMs / 1000).toFixed(0)} s, waking in ${((wakeAt - Date.now()) / 1000).toFixed(0)} s`,
  );
  await until('waiting', () => Date.now() >= wakeAt);
  const asleep = usage();
  await until('waking', () => late.size === rounds);
  marks.push({ ...memoryNow(server), ...usage() });
  const lateness = [...late.values()];
  const serverFile = fileMb(ground.serverFile);
  await engine.stop();
  const [before, openNow, woken] = marks;
  if (before === undefined || openNow === undefined || woken === undefined) throw new Error('not measured');
  const spent = (after: number | null, from: number | null): number | null =>
    after === null || from === null ? null : (after - from) / rounds;
  return {
    title: `${rounds.toLocaleString('en')} rounds of ${AGENCIES} (${(rounds * AGENCIES).toLocaleString('en')} obligations) on one day, wall clock, one worker`,
    head: [
      '',
      'last after s',
      'p50 s',
      'rounds/s',
      'CPU ms a round, worker',
      'CPU ms a round, server',
      'RSS MB worker',
      'RSS MB server',
    ],
    rows: [
      ['before', '', '', '', '', '', before.workerMb, before.serverMb],
      [
        'opened',
        openedMs / 1000,
        '',
        rounds / (openedMs / 1000),
        spent(openNow.cpu, before.cpu),
        spent(openNow.server, before.server),
        openNow.workerMb,
        openNow.serverMb,
      ],
      [
        'woken at one instant',
        Math.max(...lateness) / 1000,
        quantile(lateness, 0.5) / 1000,
        rounds / (Math.max(...lateness) / 1000),
        spent(woken.cpu, asleep.cpu),
        spent(woken.server, asleep.server),
        woken.workerMb,
        woken.serverMb,
      ],
    ],
    notes: [
      `server file ${serverFile.toFixed(0)} MB with its log, ${((serverFile * 1000) / rounds).toFixed(1)} KB a round; ${twice} writes ran twice; ${early} woke before all were open`,
      'worker, relay and embedded database are one process; each wake writes 30 notices and 30 rows',
    ],
  };
}

function memoryNow(server: number): { workerMb: number | null; serverMb: number | null } {
  return { workerMb: residentMb(process.pid), serverMb: residentMb(server) };
}
