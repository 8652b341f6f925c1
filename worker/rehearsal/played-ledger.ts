import type { WorkflowBundleOption } from '@temporalio/worker';
import { createDeliverActivities } from '../../activities/deliver.ts';
import type { Mail } from '../../activities/ports.ts';
import type { Ledger, SentMessage } from '../../domain/rehearsal/ledger.ts';
import { type Play, provincesOf } from '../../domain/rehearsal/play.ts';
import { startReceiver } from '../../mail/receiver.ts';
import { createSmtpMail } from '../../mail/smtp.ts';
import { createStoredClock } from '../../store/agenda-store.ts';
import type { Database } from '../../store/database.ts';
import { createInbox } from '../../store/inbox-store.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { createPlanStore } from '../../store/plan-store.ts';
import { createRecords } from '../../store/records.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import { sentMessages } from '../../store/sent-ledger.ts';
import { senderOfTrial } from '../../wording/operator/program.ts';
import { createCast } from '../cast.ts';
import { type Engine, type EngineOptions, startEngine } from '../engine.ts';
import { planStart } from '../open-plans.ts';
import type { TemporalTarget } from '../temporal-server/target.ts';
import { REHEARSAL_LINKS } from './rehearsal-links.ts';
import { ledgerOf, playTime } from './simulated-ledger.ts';

/** What a play stands on. */
export interface Stage {
  /** A namespace that nobody else uses. */
  target: TemporalTarget;
  serverVersion: string;
  bundle: WorkflowBundleOption;
  /** An empty database at the present schema, for each province one. */
  freshDatabase(): Promise<Database>;
  /** Told when a province's engine runs, before its clock moves. */
  onEngine?(engine: Engine): void;
}

/** What the engine of a play stands on. */
export interface PlayGround {
  database: Database;
  /** The mail server. */
  receiver: { host: string; port: number };
  stage: Pick<Stage, 'target' | 'bundle'> & {
    /** What proofs put between the parts to disturb them. */
    between?: Between;
    taskTimeoutMs?: number;
  };
}

export interface Between {
  /** Between the workflows and the ledger. */
  ledger?: EngineOptions['ledger'];
  /** Between the driver and the agenda. */
  agenda?: EngineOptions['agenda'];
  /** Between the delivery and the mail server. */
  mail?(mail: Mail): Mail;
}

/**
 * The ledger as the program itself brings it about: real server, workers, outbox and letters over SMTP to a receiver on
 * the loopback, with the cast's acts delivered as commands by the stepped driver. The same seed gives the same bytes.
 */
export async function playedLedger(play: Play, stage: Stage): Promise<Ledger> {
  const sent: SentMessage[] = [];
  for (const province of provincesOf(play)) sent.push(...(await playedProvince(play, province, stage)));
  return ledgerOf(play, sent, { version: stage.serverVersion });
}

async function playedProvince(play: Play, province: string, stage: Stage): Promise<SentMessage[]> {
  const database = await stage.freshDatabase();
  const receiver = await startReceiver({ box: { keep: async () => undefined } });
  const { start, end } = playTime(play);
  try {
    await setTheScene(play, province, database, start);
    const engine = await startEngine(engineOptions(play, province, { database, stage, receiver }));
    try {
      stage.onEngine?.(engine);
      await Promise.race([engine.driver?.advance(end), engine.failed]);
      return await sentMessages(database.db);
    } finally {
      await engine.stop();
    }
  } finally {
    await receiver.close();
    await database.close();
  }
}

/** People, plans and the clock; everybody has entered the web chat, so that it reaches them. */
export async function setTheScene(play: Play, province: string, { db }: Database, start: string): Promise<void> {
  await createRosterStore(db).saveRoster(rosterOf(play, province));
  await db.updateTable('person').set({ entered_at: start }).execute();
  const plans = createPlanStore(db);
  for (const plan of play.all) await plans.savePlan(plan, start);
  await createStoredClock(db).initialise('stepped', start);
  const own = play.plans.filter((plan) => plan.province === province);
  await putOnAgendaOf(
    db,
    own.map((plan) => planStart(plan, play.all, play.calendar, start)),
  );
}

/** The engine of one province: the cast between the workflows and the ledger, letters to the receiver. */
export function engineOptions(play: Play, province: string, { database, stage, receiver }: PlayGround): EngineOptions {
  const { db } = database;
  const { seed, calendar } = play;
  const { host, port } = receiver;
  const mail = createSmtpMail({ host, port, auth: null, from: senderOfTrial(), ca: null, plain: true });
  const { between = {}, taskTimeoutMs } = stage;
  const cast = createCast({
    database,
    inbox: createInbox(db),
    records: createRecords(db, () => calendar),
    plans: play.all,
    scene: () => ({ seed, calendar, roster: rosterOf(play, province), played: [] }),
  });
  return {
    database,
    target: stage.target,
    bundle: stage.bundle,
    deliver: createDeliverActivities({
      outbox: createOutbox(db),
      facts: createNoticeFacts(db),
      mail: between.mail?.(mail) ?? mail,
      links: REHEARSAL_LINKS,
      calendar: () => calendar,
    }),
    agenda: (inner) => between.agenda?.(cast.agenda(inner)) ?? cast.agenda(inner),
    ledger: (inner) => cast.ledger(between.ledger?.(inner) ?? inner),
    ...(taskTimeoutMs === undefined ? {} : { taskTimeoutMs }),
  };
}

function rosterOf({ rosters }: Play, province: string): Play['rosters'][string] {
  const roster = rosters[province];
  if (roster === undefined) throw new Error(`no directory for ${province}`);
  return roster;
}
