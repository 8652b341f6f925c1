import { sql } from 'kysely';
import { botOf } from '../bot/telegram/settings.ts';
import { leaseName } from '../bot/telegram/start.ts';
import { type Instant, instantFromMs } from '../domain/calendar/instant.ts';
import { checkSmtp } from '../mail/smtp.ts';
import { CAST_CHANNEL } from '../store/cast-store.ts';
import type { Database } from '../store/database.ts';
import { createLeaseStore } from '../store/lease-store.ts';
import { createProcessStore, type ProcessRecord } from '../store/process-store.ts';
import { createTelegramUpdates } from '../store/telegram-updates.ts';
import { doctorWords } from '../wording/operator/doctor.ts';
import type { Configuration } from './config.ts';
import type { Engine } from './engine.ts';
import { withoutPassword } from './open-database.ts';
import { isGone } from './presence.ts';
import { ROLES } from './roles.ts';
import { smtpSettings } from './smtp-settings.ts';
import type { OpenTemporal } from './temporal-server/open.ts';

/** One line of `dondoc doctor`. */
export interface DoctorLine {
  what: string;
  /** False where somebody has to do something. */
  ok: boolean;
  words: string;
}

export interface DoctorSources {
  configuration: Configuration;
  database: Database;
  engine: Engine;
  temporal: OpenTemporal;
  /** Where the embedded database lies; null on a server. */
  directory: string | null;
}

/**
 * What is connected to what, asked anew each time: the processes at work and what each does, the database and the
 * Temporal server with their addresses, the clock, the mail server, the bot, and what waits to come in or go out.
 */
export async function examine(sources: DoctorSources): Promise<DoctorLine[]> {
  const now = instantFromMs(Date.now());
  const processes = await createProcessStore(sources.database.db).list();
  const parts = await Promise.all([
    database(sources),
    temporal(sources),
    clock(sources),
    mail(sources),
    telegram(sources, processes, now),
    waiting(sources),
  ]);
  return [...processes.map((each) => processLine(each, now)), ...missing(processes, now, sources), ...parts.flat()];
}

function processLine(process: ProcessRecord, now: Instant): DoctorLine {
  const gone = isGone(process, now);
  return { what: doctorWords.process(process.roles), ok: !gone, words: doctorWords.processIs(process, gone) };
}

/** Without a worker nothing is decided, without pages nobody is let in; a bot is needed where there is one to run. */
function missing(processes: ProcessRecord[], now: Instant, { configuration }: DoctorSources): DoctorLine[] {
  const held = new Set(processes.filter((each) => !isGone(each, now)).flatMap(({ roles }) => roles));
  return ROLES.filter((role) => !held.has(role) && (role !== 'bot' || configuration.telegram !== null)).map((role) => ({
    what: doctorWords.process([role]),
    ok: false,
    words: doctorWords.noProcess(role),
  }));
}

async function database({ database: { db, engine }, configuration, directory }: DoctorSources): Promise<DoctorLine> {
  const { rows } = await sql<{ version: string }>`select current_setting('server_version') as version`.execute(db);
  const version = rows[0]?.version ?? '?';
  const place = configuration.databaseUrl === null ? (directory ?? '') : withoutPassword(configuration.databaseUrl);
  return { what: doctorWords.database, ok: true, words: doctorWords.databaseIs(engine, version, place) };
}

async function temporal({ temporal: { target, serverVersion, embedded }, engine }: DoctorSources): Promise<DoctorLine> {
  const answers = await engine.client.connection
    .withDeadline(Date.now() + 2_000, () => engine.client.connection.workflowService.getSystemInfo({}))
    .then(
      () => true,
      () => false,
    );
  const { address, namespace } = target;
  const words = doctorWords.temporalIs({ version: serverVersion, address, namespace, embedded: embedded !== null });
  return { what: doctorWords.temporal, ok: answers, words: answers ? words : doctorWords.silent(words) };
}

async function clock({ engine }: DoctorSources): Promise<DoctorLine> {
  const { mode, now } = await engine.clock.read();
  return { what: doctorWords.clock, ok: true, words: doctorWords.clockIs(mode === 'wall' ? null : (now ?? '')) };
}

async function mail({ configuration, database: { db } }: DoctorSources): Promise<DoctorLine[]> {
  const { mode, smtp } = configuration;
  if (mode === 'trial') return [{ what: doctorWords.mail, ok: true, words: doctorWords.mailOfTrial }];
  if (smtp === null) return [{ what: doctorWords.mail, ok: false, words: doctorWords.mailNotSet }];
  const error = await checkSmtp(smtpSettings(smtp));
  const { count } = await db
    .selectFrom('returned_letter')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('outcome', '=', 'unclear')
    .executeTakeFirstOrThrow();
  const { host, port, from, returnAddress, returns } = smtp;
  return [
    { what: doctorWords.mail, ok: error === null, words: doctorWords.mailIs({ host, port, from, error }) },
    {
      what: doctorWords.returns,
      ok: true,
      words: doctorWords.returnsAre({ address: returnAddress, taken: returns, unclear: Number(count) }),
    },
  ];
}

async function telegram(
  { configuration, database: { db } }: DoctorSources,
  processes: ProcessRecord[],
  now: Instant,
): Promise<DoctorLine> {
  const settings = configuration.telegram;
  if (settings === null) return { what: doctorWords.telegram, ok: true, words: doctorWords.telegramNotSet };
  const bot = botOf(settings.token);
  const [standing, holder] = await Promise.all([
    createTelegramUpdates(db).standing(bot),
    createLeaseStore(db).holder(leaseName(bot), now),
  ]);
  const active = processes.find(({ id }) => id === holder) ?? null;
  return {
    what: doctorWords.telegram,
    ok: holder !== null && (standing?.state === 'polling' || standing?.state === 'webhook'),
    words: doctorWords.telegramIs({ root: settings.apiRoot, standing, holder: active }),
  };
}

async function waiting({ database: { db } }: DoctorSources): Promise<DoctorLine[]> {
  const { rows } = await sql<Record<'commands' | 'updates' | 'queued' | 'unknown' | 'failed', number>>`select
    (select count(*) from inbox where status = 'waiting' and channel <> ${CAST_CHANNEL}) as commands,
    (select count(*) from telegram_update where status = 'waiting') as updates,
    (select count(*) from message where status = 'queued') as queued,
    (select count(*) from message where status = 'unknown') as unknown,
    (select count(*) from message where status = 'failed') as failed`.execute(db);
  const { commands = 0, updates = 0, queued = 0, unknown = 0, failed = 0 } = rows[0] ?? {};
  return [
    { what: doctorWords.inbox, ok: true, words: doctorWords.inboxHolds({ commands, updates }) },
    { what: doctorWords.outbox, ok: failed === 0, words: doctorWords.outboxHolds({ queued, unknown, failed }) },
  ];
}
