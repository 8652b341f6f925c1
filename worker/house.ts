import { randomUUID } from 'node:crypto';
import type { DeliverPorts } from '../activities/ports.ts';
import { type Conversation, createConversation } from '../bot/conversation/conversation.ts';
import { parseNumber } from '../bot/dialogue/parse-number.ts';
import { TelegramRefused } from '../bot/telegram/settings.ts';
import type { Telegram } from '../bot/telegram/start.ts';
import { createWebChat } from '../bot/web-chat/web-chat.ts';
import { lookAgain } from '../client/look-again.ts';
import { createPerform } from '../client/perform.ts';
import { createRunningReader } from '../client/running.ts';
import { dayOf, type Instant, instantFromMs } from '../domain/calendar/instant.ts';
import { DEFAULT_POLICY } from '../domain/obligation/policy.ts';
import { sendSlot } from '../domain/obligation/send-slot.ts';
import { holdersOf, type Roster } from '../domain/roster/roster.ts';
import { loadReorganisationDay } from '../plans/load-reorganisation.ts';
import { createAudit, createLinkStore, createSessionStore } from '../store/access-store.ts';
import { changeAddress } from '../store/change-address.ts';
import type { Database } from '../store/database.ts';
import { createDeskReader } from '../store/desk-reader.ts';
import { createDialogueStore } from '../store/dialogue-store.ts';
import { createLetterStore } from '../store/letter-store.ts';
import { createPlanStore } from '../store/plan-store.ts';
import { createRecords } from '../store/records.ts';
import { createRosterStore } from '../store/roster-store.ts';
import { createVisitStore } from '../store/visit-store.ts';
import { createWeb } from '../web/app.ts';
import { issueLink } from '../web/auth/link-code.ts';
import type { Changes, TelegramBinding } from '../web/ports.ts';
import { createTrialClock } from '../web/trial-clock.ts';
import { createViews } from '../web/views/create-views.ts';
import { openDesk } from '../web/views/desk.ts';
import { createMailbox } from '../web/views/mailbox.ts';
import { nextMilestone } from '../web/views/planned-notices.ts';
import { createWebCommands } from '../web/web-commands.ts';
import { INVITED_AT_START, INVITED_BY_COMMAND, unknownPerson } from '../wording/operator/desk-commands.ts';
import { postName } from '../wording/role-name.ts';
import type { CalendarInForce } from './calendar-in-force.ts';
import { createCompose, recipientsOfPlanned } from './compose-planned.ts';
import type { Configuration } from './config.ts';
import { contributionHandlers } from './contribution-handlers.ts';
import type { DataDirectory } from './data-directory.ts';
import { examine } from './doctor.ts';
import type { Engine } from './engine.ts';
import { actsByItself, type Ground } from './ground.ts';
import { openOperatorDoor } from './operator-door.ts';
import { askingHandlers } from './operator-handlers.ts';
import { housePartsNow } from './parts.ts';
import { createPeople } from './people.ts';
import { recordingHandlers } from './recording-handlers.ts';
import type { Role } from './roles.ts';
import type { Shutdown } from './shutdown.ts';
import { StartRefused } from './start-refused.ts';
import { openTelegram, telegramLink, withWebhook } from './telegram.ts';
import type { OpenTemporal } from './temporal-server/open.ts';
import type { ReadyFacts, StartupPrint } from './terminal.ts';
import type { TrialCast } from './trial-cast.ts';
import { serveWeb } from './web-server.ts';
import { workflowReports } from './workflow-reports.ts';

export interface HouseParts {
  configuration: Configuration;
  /** Null: this process is everything. */
  role: Role | null;
  /** Null for a process of several that has no pages: the operator's commands come in where the pages are. */
  directory: DataDirectory | null;
  /** Its name among the processes at work. */
  processId: string;
  database: Database;
  engine: Engine;
  ground: Ground;
  calendar: CalendarInForce;
  changes: Changes;
  /** Null live. */
  cast: TrialCast | null;
  temporal: OpenTemporal;
  deliverPorts: DeliverPorts;
  print: StartupPrint;
  /** Tells the operator what goes wrong while the program runs. */
  onFault(error: unknown, about: string): void;
  shutdown: Shutdown;
}

/** How soon somebody hears what became of an act that was kept, in milliseconds; who looks at his chat hears it at once. */
const TELL_MS = 2_000;

/** How long a one-time link is good for, in minutes (web/auth/link-code.ts). */
const LINK_MINUTES = 24 * 60;

/** Puts pages, chat and the operator's door on top of a running engine. */
export async function openHouse(parts: HouseParts): Promise<ReadyFacts> {
  const { configuration, role, directory, database, engine, ground, calendar, shutdown } = parts;
  const { db } = database;
  const trial = configuration.mode === 'trial';
  const reader = createDeskReader(db);
  const rosters = createRosterStore(db);
  const planStore = createPlanStore(db);
  const links = createLinkStore(db);
  const running = createRunningReader(engine.client);
  const machineNow = (): Instant => instantFromMs(Date.now());
  const roster = () => rosters.loadRoster(ground.roster.province);
  const plans = () => planStore.all();
  const records = createRecords(db, calendar.now);
  const perform = createPerform(records, engine.counter);
  const dialogues = createDialogueStore(db);
  const people = createPeople(roster, engine.counter.now);
  const conversation = createConversation({
    store: {
      ...dialogues,
      async enter(person, at) {
        const entered = await dialogues.enter(person, at);
        if (entered.waited > 0) await engine.nudge();
        return entered;
      },
    },
    reader,
    perform,
    now: engine.counter.now,
    plans,
    roster,
    calendar: calendar.now,
  });
  if (role !== 'worker') {
    const telling = lookAgain(conversation.tellOutcomes, TELL_MS);
    shutdown.add(role === 'bot' ? 'bot' : 'web', () => telling.stop());
  }
  const house = { temporal: parts.temporal, database, engine, mailConfigured: parts.deliverPorts.mail !== null };

  const invite = async (person: string, from: string) => {
    const { people: known, posts } = await roster();
    const found = known.find(({ id }) => id === person);
    if (!found) throw new Error(unknownPerson(person, known));
    const link = await issueLink(links, person, from, machineNow());
    const roles = posts.filter((post) => post.person === person).map((post) => post.role);
    const url = `${configuration.url}${link.path}`;
    return { url, name: found.name, role: postName(found.title, roles), expiresAt: link.expiresAt };
  };

  const telegram = configuration.telegram && (await bot(parts, conversation, roster));
  const sources = {
    reader,
    clock: engine.clock,
    plans,
    roster,
    calendar: calendar.now,
    machineNow,
    running,
    recipients: recipientsOfPlanned,
    compose: createCompose(parts.deliverPorts),
    trial,
    mailConfigured: house.mailConfigured,
    notYetAppliedFrom: loadReorganisationDay(),
    acts: actsByItself(ground.roster),
    parts: () => housePartsNow(house),
  };
  if (role === null || role === 'web') {
    const control =
      engine.driver &&
      createTrialClock({
        driver: engine.driver,
        agenda: engine.agenda,
        clock: engine.clock,
        reader,
        ...(parts.cast ? { acted: parts.cast.understudies.acted } : {}),
      });
    if (control) {
      await control.rest();
      shutdown.add('web', () => control.halt());
    }
    const app = createWeb({
      views: createViews(sources),
      commands: createWebCommands({
        ...sources,
        perform,
        records,
        readNumber: parseNumber,
        async changeAddress(person, address) {
          const at = await engine.counter.now();
          const slot = sendSlot(calendar.now(), DEFAULT_POLICY, at);
          await changeAddress(db, { person, ...address, at, slot, province: ground.roster.province });
          await engine.nudge();
        },
        keepCalendar: calendar.keep,
        newKey: () => `page:${randomUUID()}`,
      }),
      chat: createWebChat(conversation),
      people,
      sessions: createSessionStore(db),
      links,
      visits: createVisitStore(db, engine.counter.now),
      trial: control,
      understudies: parts.cast?.understudies ?? null,
      mailbox: trial ? createMailbox(createLetterStore(db), roster) : null,
      telegram: telegramBinding(parts),
      changes: parts.changes,
      audit: createAudit(db),
      fault: parts.onFault,
      now: machineNow,
      origin: configuration.url,
    });
    const pages = telegram
      ? withWebhook((request) => app.fetch(request), telegram)
      : (request: Request) => app.fetch(request);
    const server = await serveWeb({ fetch: pages }, configuration.host, configuration.port);
    shutdown.add('web', () => server.close());
  }

  if (directory) {
    const desk = { perform, plans, roster, calendar: calendar.now, now: engine.counter.now };
    const door = await openOperatorDoor(directory.path, {
      state: (body) => workflowReports(running, reader, (body as { plan: string | null }).plan),
      invite: (body) => invite((body as { person: string }).person, INVITED_BY_COMMAND),
      doctor: () =>
        examine({ configuration, database, engine, temporal: parts.temporal, directory: directory.databaseDirectory }),
      ...askingHandlers(desk),
      ...contributionHandlers({ ...desk, reader }),
      ...recordingHandlers(desk),
    });
    shutdown.add('web', () => door.close());
  }

  const now = await engine.counter.now();
  const [coordinator] = ground.opened.flatMap((plan) =>
    holdersOf(ground.roster, plan.coordinator.id, 'coordinator', dayOf(now)),
  );
  const first = coordinator && role === null ? await invite(coordinator.person, INVITED_AT_START) : null;
  return {
    today: trial ? now : null,
    next: trial ? ((await nextMilestone(await openDesk(sources)))?.at ?? null) : await engine.agenda.nextInstant(),
    url: role === null || role === 'web' ? `${configuration.url}/` : null,
    link: first && { url: first.url, name: first.name, role: first.role, minutes: LINK_MINUTES },
    trial,
  };
}

/**
 * The Telegram channel: of several processes with the role one polls and sends, by a lease; a process of pages takes the
 * provider's calls where it is the provider that calls.
 */
async function bot(
  { configuration, role, processId, database, engine, onFault, shutdown }: HouseParts,
  conversation: Conversation,
  roster: () => Promise<Roster>,
): Promise<Telegram | null> {
  if (configuration.telegram === null || role === 'worker') return null;
  if (role === 'web' && configuration.telegram.webhookSecret === null) return null;
  try {
    const { telegram: settings, url } = configuration;
    const now = engine.counter.now;
    const how = { acts: role !== 'web', holder: processId, telegram: settings, url, now, onFault };
    const telegram = await openTelegram({ ...how, database, conversation, roster });
    shutdown.add('bot', () => telegram.stop());
    return telegram;
  } catch (error) {
    throw error instanceof TelegramRefused ? new StartRefused(error.message, { cause: error }) : error;
  }
}

function telegramBinding({ configuration, database }: HouseParts): TelegramBinding | null {
  const { telegram } = configuration;
  return telegram && { link: (person) => telegramLink(database, telegram.token, person) };
}
