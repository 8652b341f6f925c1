import type { NoticeLinks } from '../activities/ports.ts';
import { createConversation } from '../bot/conversation/conversation.ts';
import { createPerform } from '../client/perform.ts';
import { createRunningReader } from '../client/running.ts';
import { dayOf, instantFromMs } from '../domain/calendar/instant.ts';
import { holdersOf } from '../domain/roster/roster.ts';
import { createLinkStore } from '../store/access-store.ts';
import type { Database } from '../store/database.ts';
import { createDeskReader } from '../store/desk-reader.ts';
import { createDialogueStore } from '../store/dialogue-store.ts';
import { createPlanStore } from '../store/plan-store.ts';
import { createRecords } from '../store/records.ts';
import { createRosterStore } from '../store/roster-store.ts';
import { issueLink } from '../web/auth/link-code.ts';
import { hrefObligation, hrefObstacle, hrefOpinion, hrefRound } from '../web/href.ts';
import type { Changes } from '../web/ports.ts';
import { INVITED_AT_START, INVITED_BY_COMMAND, unknownPerson } from '../wording/operator/desk-commands.ts';
import { postName } from '../wording/role-name.ts';
import type { Configuration } from './config.ts';
import type { DataDirectory } from './data-directory.ts';
import type { Engine } from './engine.ts';
import type { Ground } from './ground.ts';
import { openOperatorDoor } from './operator-door.ts';
import type { Role } from './program.ts';
import type { Shutdown } from './shutdown.ts';
import type { OpenTemporal } from './temporal-server/open.ts';
import type { ReadyFacts, StartupPrint } from './terminal.ts';
import { workflowReports } from './workflow-reports.ts';

/** Full addresses of the pages that answer a notice. */
export function noticeLinks(url: string): NoticeLinks {
  return {
    obligation: (key) => `${url}${hrefObligation(key)}`,
    opinion: (key) => `${url}${hrefOpinion(key)}`,
    obstacle: (id) => `${url}${hrefObstacle(id)}`,
    round: (id) => `${url}${hrefRound(id)}`,
  };
}

export interface HouseParts {
  configuration: Configuration;
  /** Null: this process is everything. */
  role: Role | null;
  /** Null where processes share a server and none owns a directory. */
  directory: DataDirectory | null;
  database: Database;
  engine: Engine;
  ground: Ground;
  changes: Changes;
  temporal: OpenTemporal;
  mailConfigured: boolean;
  print: StartupPrint;
  shutdown: Shutdown;
}

/** How long the first link of a start is good for, in minutes: the operator stands before the screen. */
const FIRST_LINK_MINUTES = 24 * 60;

/** Puts pages, chat and the operator's door on top of a running engine. */
export async function openHouse(parts: HouseParts): Promise<ReadyFacts> {
  const { configuration, directory, database, engine, ground, shutdown } = parts;
  const { db } = database;
  const reader = createDeskReader(db);
  const rosters = createRosterStore(db);
  const plans = createPlanStore(db);
  const links = createLinkStore(db);
  const running = createRunningReader(engine.client);
  const machineNow = () => instantFromMs(Date.now());
  const roster = () => rosters.loadRoster(ground.roster.province);
  const perform = createPerform(
    createRecords(db, () => ground.calendar),
    engine.counter,
  );
  const conversation = createConversation({
    store: createDialogueStore(db),
    reader,
    perform,
    now: engine.counter.now,
    plans: () => plans.all(),
    roster,
    calendar: ground.calendar,
  });

  const invite = async (
    person: string,
    from: string,
  ): Promise<{ url: string; name: string; role: string; expiresAt: string }> => {
    const { people, posts } = await roster();
    const known = people.find(({ id }) => id === person);
    if (!known) throw new Error(unknownPerson(person, people));
    const link = await issueLink(links, person, from, machineNow());
    const roles = posts.filter((post) => post.person === person).map(({ role }) => role);
    return {
      url: `${configuration.url}${link.path}`,
      name: known.name,
      role: postName(known.title, roles),
      expiresAt: link.expiresAt,
    };
  };

  const door =
    directory &&
    (await openOperatorDoor(directory.path, {
      state: (body) => workflowReports(running, reader, (body as { plan: string | null }).plan),
      invite: (body) => invite((body as { person: string }).person, INVITED_BY_COMMAND),
    }));
  if (door) shutdown.add('web', () => door.close());
  void conversation;

  const now = await engine.counter.now();
  const [coordinator] = ground.opened.flatMap((plan) =>
    holdersOf(ground.roster, plan.coordinator.id, 'coordinator', dayOf(now)),
  );
  const first = coordinator ? await invite(coordinator.person, INVITED_AT_START) : null;
  return {
    today: configuration.mode === 'trial' ? now : null,
    next: await engine.agenda.nextInstant(),
    url: `${configuration.url}/`,
    link: first && { url: first.url, name: first.name, role: first.role, minutes: FIRST_LINK_MINUTES },
    trial: configuration.mode === 'trial',
  };
}
