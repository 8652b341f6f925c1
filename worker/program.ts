import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createDeliverActivities } from '../activities/deliver.ts';
import type { DeliverPorts, Mail } from '../activities/ports.ts';
import { telegramChannel } from '../bot/telegram/channel.ts';
import { type Day, dayOf, type Instant, instantFromMs } from '../domain/calendar/instant.ts';
import { startReceiver } from '../mail/receiver.ts';
import { startReturns } from '../mail/returns.ts';
import { createSmtpMail } from '../mail/smtp.ts';
import { createStoredClock } from '../store/agenda-store.ts';
import { createBindingStore } from '../store/binding-store.ts';
import { createCalendarStore } from '../store/calendar-store.ts';
import type { Database } from '../store/database.ts';
import { putOnAgendaOf } from '../store/ledger.ts';
import { createLetterStore } from '../store/letter-store.ts';
import { createNoticeFacts } from '../store/notice-facts.ts';
import { createOutbox } from '../store/outbox.ts';
import { createPlanStore } from '../store/plan-store.ts';
import { createProcessStore } from '../store/process-store.ts';
import { createReturnStore } from '../store/return-store.ts';
import { createRosterStore } from '../store/roster-store.ts';
import { databaseSteps } from '../wording/operator/database.ts';
import {
  botNeedsToken,
  mailboxAt,
  mailNotSet,
  mailServer,
  plansOpened,
  plansRunning,
  reopenedMeanwhile,
  returnsNotOpened,
  roleNeedsLive,
  roleNeedsServers,
  senderOfTrial,
} from '../wording/operator/program.ts';
import { type CalendarInForce, openCalendar } from './calendar-in-force.ts';
import { createChanges } from './changes.ts';
import type { Configuration } from './config.ts';
import { type DataDirectory, openDataDirectory } from './data-directory.ts';
import { type Engine, quietRuntime, startEngine } from './engine.ts';
import { createFaultReport } from './fault-report.ts';
import { giveCalendars } from './give-calendar.ts';
import { type Ground, readGround } from './ground.ts';
import { openHouse } from './house.ts';
import { checkNode } from './node-version.ts';
import { noticeLinks } from './notice-links.ts';
import { openConfiguredDatabase } from './open-database.ts';
import { planStart } from './open-plans.ts';
import { watchOthers } from './other-processes.ts';
import { startPresence } from './presence.ts';
import type { Role } from './roles.ts';
import type { Shutdown } from './shutdown.ts';
import { smtpSettings } from './smtp-settings.ts';
import { StartRefused } from './start-refused.ts';
import { findTemporalServer } from './temporal-server/find.ts';
import { type OpenTemporal, openTemporal } from './temporal-server/open.ts';
import type { StartupPrint } from './terminal.ts';
import { openTrialCast, type TrialCast } from './trial-cast.ts';
import { workflowBundle } from './workflow-bundle.ts';

export interface StartOptions {
  live: boolean;
  /** Duties over before this day are listed once and nobody is written to about them; null = the day of the start. */
  importedUntil: Day | null;
  role: Role | null;
}

/**
 * Starts the program in seven steps, each printed: Node, Temporal server, its file, database, plans, mail, workflows and
 * pages. What has started is registered with the shutdown at once, so that a later step that fails leaves nothing behind.
 *
 * @throws StartRefused with the way out.
 */
export async function startProgram(
  configuration: Configuration,
  options: StartOptions,
  print: StartupPrint,
  shutdown: Shutdown,
): Promise<void> {
  const trial = configuration.mode === 'trial';
  const { role } = options;
  if (role !== null) refuseRole(role, configuration);
  const directory = hasDoor(role) ? await ownDirectory(configuration, shutdown) : null;
  print.heading({ trial, directory: configuration.data, created: directory?.created ?? false });
  quietRuntime();

  const node = print.step('node');
  node.done(checkNode(process.versions.node));

  const temporal = await startTemporal(configuration, directory?.temporalFile ?? '', print);
  shutdown.add('server', () => temporal.stop());

  const stop = (error: unknown): void => {
    print.failed(error);
    void shutdown.run().finally(() => process.exit(1));
  };
  const opening = print.step('database');
  const { database, migration } = await openConfiguredDatabase({
    url: configuration.databaseUrl,
    directory: directory?.databaseDirectory ?? '',
    onBroken: stop,
  });
  shutdown.add('database', () => database.close());
  const processId = `${hostname()}/${process.pid}/${randomUUID()}`;
  opening.done(databaseSteps(migration.applied.length, migration.total));

  const reading = print.step('plans');
  const ground = readGround(configuration);
  await keepGround(database, ground);
  reading.done(plansOpened(ground.opened));

  const mail = await startMail(configuration, role, database, print, shutdown);

  const working = print.step('workflows');
  const { now } = await createStoredClock(database.db).initialise(
    trial ? 'stepped' : 'wall',
    trial ? ground.startsAt : null,
  );
  const changes = createChanges();
  const onFault = createFaultReport(print.line);
  const works = sends(role);
  const calendar = await openCalendar(createCalendarStore(database.db), ground.calendar);
  const deliverPorts: DeliverPorts = {
    outbox: createOutbox(database.db),
    facts: createNoticeFacts(database.db),
    mail,
    links: noticeLinks(configuration.url),
    calendar: calendar.now,
    ...(configuration.telegram ? { chats: [telegramChannel(createBindingStore(database.db, 'telegram'))] } : {}),
  };
  const cast = trial ? await trialCast(database, ground, calendar) : null;
  const engine = await startEngine({
    database,
    target: temporal.target,
    ...(works ? { bundle: await workflowBundle() } : {}),
    deliver: createDeliverActivities(deliverPorts),
    ledger: (inner) => changes.watch(cast?.ledger(inner) ?? inner),
    ...(cast ? { agenda: cast.agenda } : {}),
    onFault,
    onReopened: (workflows) => print.line(reopenedMeanwhile(workflows.length)),
  });
  shutdown.add('worker', () => engine.stop());
  engine.failed.catch(stop);
  if (works) {
    const giving = giveCalendars(database, engine, calendar.now);
    shutdown.add('worker', () => giving.stop());
  }
  if (works) await openPlans(database, engine, ground, now ?? instantFromMs(Date.now()), options.importedUntil);
  if (role !== null) {
    const others = watchOthers(database.db, {
      written: changes.writtenElsewhere,
      calendar: calendar.refresh,
      fault: (error) => onFault(error, 'database'),
    });
    shutdown.add('worker', () => others.stop());
  }
  const house = {
    configuration,
    role,
    directory,
    database,
    engine,
    ground,
    calendar,
    changes,
    temporal,
    processId,
    cast,
  };
  const ready = await openHouse({ ...house, deliverPorts, print, onFault, shutdown });
  const store = createProcessStore(database.db);
  const presence = await startPresence(store, { id: processId, role, url: configuration.url }, (error) =>
    onFault(error, 'database'),
  );
  shutdown.add('worker', () => presence.stop());
  working.done(plansRunning(ground.opened.length, engine.restarted.length));
  print.ready(ready);
}

function trialCast(database: Database, { plans, seed, roster }: Ground, calendar: CalendarInForce): Promise<TrialCast> {
  const people = createRosterStore(database.db);
  return openTrialCast({ database, plans, seed, roster: () => people.loadRoster(roster.province), calendar });
}

async function ownDirectory({ data, mode }: Configuration, shutdown: Shutdown): Promise<DataDirectory> {
  const directory = await openDataDirectory({ path: data, kind: mode, at: instantFromMs(Date.now()) });
  shutdown.add('directory', () => directory.release());
  return directory;
}

/** One role of several needs what the processes share: a Temporal address and a PostgreSQL server. */
function refuseRole(role: Role, { mode, env, databaseUrl, telegram }: Configuration): void {
  if (mode !== 'live') throw new StartRefused(roleNeedsLive(role));
  const missing = [...(env.TEMPORAL_ADDRESS ? [] : ['TEMPORAL_ADDRESS']), ...(databaseUrl ? [] : ['DATABASE_URL'])];
  if (missing.length > 0) throw new StartRefused(roleNeedsServers(role, missing));
  if (role === 'bot' && telegram === null) throw new StartRefused(botNeedsToken());
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

/**
 * The trial's own mail server, or the operator's; without settings letters wait in the outbox. Where letters are sent,
 * what mail servers send back is taken too, if this process is the one that they are told of.
 */
async function startMail(
  { smtp, mode }: Configuration,
  role: Role | null,
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
  if (!smtp) {
    step.done(mailNotSet());
    return null;
  }
  const { returnAddress, returns } = smtp;
  if (returnAddress !== null && returns !== null && sends(role)) {
    const receiver = await startReturns({
      address: returnAddress,
      ...returns,
      box: createReturnStore(database.db),
    }).catch((error: Error) => {
      throw new StartRefused(returnsNotOpened(returns.host, returns.port, error.message), { cause: error });
    });
    shutdown.add('mail', () => receiver.close());
  }
  step.done(mailServer(smtp.host, smtp.port));
  return createSmtpMail(smtpSettings(smtp));
}

/** The operator's commands come in where the pages are, by a file in the data directory. */
function hasDoor(role: Role | null): boolean {
  return role === null || role === 'web';
}

/** Workflows and letters belong to the worker. */
function sends(role: Role | null): boolean {
  return role === null || role === 'worker';
}

/** Starts each plan once for ever: the key of its start is remembered. In the trial the clock then takes what is due now. */
async function openPlans(
  database: Database,
  engine: Engine,
  ground: Ground,
  now: Instant,
  importedUntil: Day | null,
): Promise<void> {
  await putOnAgendaOf(
    database.db,
    ground.opened.map((plan) => planStart(plan, ground.plans, ground.calendar, now, importedUntil ?? dayOf(now))),
  );
  if (engine.driver) await engine.driver.advance(now);
  else engine.relay?.kick();
}
