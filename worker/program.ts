import { readFileSync } from 'node:fs';
import { createDeliverActivities } from '../activities/deliver.ts';
import type { Mail } from '../activities/ports.ts';
import { instantFromMs } from '../domain/calendar/instant.ts';
import { startReceiver } from '../mail/receiver.ts';
import { createSmtpMail } from '../mail/smtp.ts';
import { createStoredClock } from '../store/agenda-store.ts';
import type { Database } from '../store/database.ts';
import { putOnAgendaOf } from '../store/ledger.ts';
import { createLetterStore } from '../store/letter-store.ts';
import { createNoticeFacts } from '../store/notice-facts.ts';
import { createOutbox } from '../store/outbox.ts';
import { createPlanStore } from '../store/plan-store.ts';
import { createRosterStore } from '../store/roster-store.ts';
import { databaseSteps } from '../wording/operator/database.ts';
import {
  mailboxAt,
  mailNotSet,
  mailServer,
  plansOpened,
  plansRunning,
  senderOfTrial,
} from '../wording/operator/program.ts';
import type { Configuration } from './config.ts';
import { openDataDirectory } from './data-directory.ts';
import { type Engine, quietRuntime, startEngine } from './engine.ts';
import { type Ground, readGround } from './ground.ts';
import { noticeLinks, openHouse } from './house.ts';
import { checkNode } from './node-version.ts';
import { openConfiguredDatabase } from './open-database.ts';
import { planStart } from './open-plans.ts';
import type { Shutdown } from './shutdown.ts';
import { findTemporalServer } from './temporal-server/find.ts';
import { type OpenTemporal, openTemporal } from './temporal-server/open.ts';
import type { StartupPrint } from './terminal.ts';
import { workflowBundle } from './workflow-bundle.ts';

/** Everything of one running program. Stops through the shutdown it was started with. */
export interface Program {
  configuration: Configuration;
  ground: Ground;
  database: Database;
  engine: Engine;
}

/**
 * Starts the whole program in seven steps, each printed: Node, Temporal server, its file, database, plans, mail, workflows and
 * pages. What has started is registered with the shutdown at once, so that a later step that fails leaves nothing behind.
 *
 * @throws StartRefused with the way out.
 */
export async function startProgram(
  configuration: Configuration,
  print: StartupPrint,
  shutdown: Shutdown,
): Promise<Program> {
  const trial = configuration.mode === 'trial';
  const directory = await openDataDirectory({
    path: configuration.data,
    kind: configuration.mode,
    at: instantFromMs(Date.now()),
  });
  shutdown.add('directory', () => directory.release());
  print.heading({ trial, directory: configuration.data, created: directory.created });
  quietRuntime();

  const node = print.step('node');
  node.done(checkNode(process.versions.node));

  const temporal = await startTemporal(configuration, directory.temporalFile, print);
  shutdown.add('server', () => temporal.stop());

  const opening = print.step('database');
  const { database, migration } = await openConfiguredDatabase({
    url: configuration.databaseUrl,
    directory: directory.databaseDirectory,
    onBroken: (error) => {
      print.failed(error);
      void shutdown.run().finally(() => process.exit(1));
    },
  });
  shutdown.add('database', () => database.close());
  opening.done(databaseSteps(migration.applied.length, migration.total));

  const reading = print.step('plans');
  const ground = readGround(configuration);
  await keepGround(database, ground);
  reading.done(plansOpened(ground.opened));

  const mail = await startMail(configuration, database, print, shutdown);

  const working = print.step('workflows');
  const clock = createStoredClock(database.db);
  const { now } = await clock.initialise(trial ? 'stepped' : 'wall', trial ? ground.startsAt : null);
  const engine = await startEngine({
    database,
    target: temporal.target,
    bundle: await workflowBundle(),
    deliver: createDeliverActivities({
      outbox: createOutbox(database.db),
      facts: createNoticeFacts(database.db),
      mail,
      links: noticeLinks(configuration.url),
      calendar: () => ground.calendar,
    }),
    onFault: (error, about) => print.line(`${about}: ${error instanceof Error ? error.message : String(error)}`),
  });
  shutdown.add('worker', () => engine.stop());
  engine.failed.catch((error: unknown) => {
    print.failed(error);
    void shutdown.run().finally(() => process.exit(1));
  });
  await openPlans(database, engine, ground, now ?? instantFromMs(Date.now()));
  const ready = await openHouse({ configuration, directory, database, engine, ground, mail, print, shutdown });
  working.done(plansRunning(ground.opened.length));
  print.ready(ready);
  return { configuration, ground, database, engine };
}

async function startTemporal(configuration: Configuration, file: string, print: StartupPrint): Promise<OpenTemporal> {
  const finding = print.step('temporal');
  const found = await findTemporalServer({ env: configuration.env, report: finding.way });
  finding.found(found);
  const opening = print.step('serverFile');
  const temporal = await openTemporal({
    found,
    file,
    env: configuration.env,
    searchAttributes: [],
    report: print.server,
  });
  opening.done(`${temporal.target.address}, ${temporal.serverVersion}`);
  return temporal;
}

async function keepGround(database: Database, ground: Ground): Promise<void> {
  await createRosterStore(database.db).saveRoster(ground.roster);
  const plans = createPlanStore(database.db);
  const at = instantFromMs(Date.now());
  for (const plan of ground.opened) await plans.savePlan(plan, at);
}

/** The trial's own mail server, or the operator's; without settings letters wait in the outbox. */
async function startMail(
  { smtp, mode }: Configuration,
  database: Database,
  print: StartupPrint,
  shutdown: Shutdown,
): Promise<Mail | null> {
  if (mode === 'trial') {
    const step = print.step('mailbox');
    const receiver = await startReceiver({ box: createLetterStore(database.db) });
    shutdown.add('mail', () => receiver.close());
    step.done(mailboxAt(receiver.host, receiver.port));
    return createSmtpMail({
      host: receiver.host,
      port: receiver.port,
      auth: null,
      from: senderOfTrial(),
      ca: null,
      plain: true,
    });
  }
  const step = print.step('mail');
  step.done(smtp ? mailServer(smtp.host, smtp.port) : mailNotSet());
  if (!smtp) return null;
  const { host, port, auth, from, caFile } = smtp;
  return createSmtpMail({ host, port, auth, from, ca: caFile === null ? null : readFileSync(caFile, 'utf8') });
}

/** Starts each plan once for ever: the key of its start is remembered. In the trial the clock then takes what is due now. */
async function openPlans(database: Database, engine: Engine, ground: Ground, now: string): Promise<void> {
  await putOnAgendaOf(
    database.db,
    ground.opened.map((plan) => planStart(plan, ground.plans, ground.calendar, now)),
  );
  if (engine.driver) await engine.driver.advance(now);
  else engine.relay?.kick();
}
