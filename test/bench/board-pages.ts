import type { Hono } from 'hono';
import type { DeliverPorts } from '../../activities/ports.ts';
import { parseNumber } from '../../bot/dialogue/parse-number.ts';
import { createCounter } from '../../client/counter.ts';
import { createPerform } from '../../client/perform.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { createStoredClock } from '../../store/agenda-store.ts';
import type { Database } from '../../store/database.ts';
import { createDeskReader } from '../../store/desk-reader.ts';
import { createInbox } from '../../store/inbox-store.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { createPlanStore } from '../../store/plan-store.ts';
import { createRecords } from '../../store/records.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import type { WebActor } from '../../web/access.ts';
import { createWeb } from '../../web/app.ts';
import type { WebEnv } from '../../web/page.tsx';
import type { Views } from '../../web/ports.ts';
import { createViews } from '../../web/views/create-views.ts';
import { createWebCommands } from '../../web/web-commands.ts';
import { createCompose, recipientsOfPlanned } from '../../worker/compose-planned.ts';
import { REHEARSAL_LINKS } from '../../worker/rehearsal/rehearsal-links.ts';
import { fixtureDeps, sessionOf } from '../web/fixture-ports.ts';

/** The product's pages and views over a database; nobody decides anything, so no server is asked. */
export function boardPages(
  { db }: Database,
  given: { calendar: WorkCalendar; province: string; actor: WebActor },
): { views: Views; get(path: string): Promise<string> } {
  const { calendar, actor } = given;
  const clock = createStoredClock(db);
  const records = createRecords(db, () => calendar);
  const rosters = createRosterStore(db);
  const plans = createPlanStore(db);
  const deliver: DeliverPorts = {
    outbox: createOutbox(db),
    facts: createNoticeFacts(db),
    mail: null,
    links: REHEARSAL_LINKS,
    calendar: () => calendar,
  };
  const fixture = fixtureDeps();
  const sources = {
    reader: createDeskReader(db),
    clock,
    plans: () => plans.all(),
    roster: () => rosters.loadRoster(given.province),
    calendar: () => calendar,
    machineNow: fixture.deps.now,
    running: { ask: async () => Promise.reject(new Error('no server stands behind these pages')) },
    recipients: recipientsOfPlanned,
    compose: createCompose(deliver),
    trial: false,
    mailConfigured: true,
    notYetAppliedFrom: null,
    acts: () => true,
    parts: async () => [],
  };
  const views = createViews(sources);
  const app: Hono<WebEnv> = createWeb({
    ...fixture.deps,
    views,
    commands: createWebCommands({
      ...sources,
      perform: createPerform(records, createCounter(createInbox(db), clock, { driver: null, relay: null })),
      records,
      readNumber: parseNumber,
      changeAddress: async () => undefined,
      keepCalendar: async () => undefined,
      newKey: () => 'page:none',
    }),
    people: { actor: async () => actor },
  });
  const headers = { cookie: sessionOf(actor, fixture.seen) };
  return {
    views,
    async get(path) {
      const answer = await app.request(path, { headers });
      const text = await answer.text();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text.slice(0, 200)}`);
      return text;
    },
  };
}
