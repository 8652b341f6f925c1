import type { Hono } from 'hono';
import { parseNumber } from '../../bot/dialogue/parse-number.ts';
import { createPerform } from '../../client/perform.ts';
import { createRunningReader } from '../../client/running.ts';
import { instantFromMs } from '../../domain/calendar/instant.ts';
import type { Role } from '../../domain/roster/roster.ts';
import { createDeskReader } from '../../store/desk-reader.ts';
import { createNoticeFacts } from '../../store/notice-facts.ts';
import { createOutbox } from '../../store/outbox.ts';
import { createRecords } from '../../store/records.ts';
import { createVisitStore } from '../../store/visit-store.ts';
import type { WebActor } from '../../web/access.ts';
import { createWeb } from '../../web/app.ts';
import type { WebEnv } from '../../web/page.tsx';
import { createViews } from '../../web/views/create-views.ts';
import type { ViewSources } from '../../web/views/view-sources.ts';
import { createWebCommands } from '../../web/web-commands.ts';
import { createCompose, recipientsOfPlanned } from '../../worker/compose-planned.ts';
import { noticeLinks } from '../../worker/notice-links.ts';
import { createPeople } from '../../worker/people.ts';
import { fixtureDeps, sessionOf } from '../web/fixture-ports.ts';
import type { Story } from './story.ts';

/** One page as somebody got it. */
export interface Got {
  status: number;
  /** The page's address after redirects. */
  at: string;
  html: string;
  /** What a reader sees: tags, scripts and styles left out, one blank between words. */
  text: string;
}

/** The desk's real routes, views and commands over a story's running program; sessions are handed out freely. */
export class StoryPages {
  readonly #app: Hono<WebEnv>;
  readonly #seen;
  readonly #story: Story;

  constructor(story: Story) {
    this.#story = story;
    const { db } = story.database;
    const { deps, seen } = fixtureDeps();
    const records = createRecords(db, () => story.calendar);
    const roster = async () => story.roster;
    const now = () => story.now();
    const sources: ViewSources = {
      reader: createDeskReader(db),
      clock: story.engine.clock,
      plans: async () => story.plans,
      roster,
      calendar: () => story.calendar,
      machineNow: () => instantFromMs(Date.now()),
      running: createRunningReader(story.engine.client),
      recipients: recipientsOfPlanned,
      compose: createCompose({
        outbox: createOutbox(db),
        facts: createNoticeFacts(db),
        mail: null,
        links: noticeLinks('http://127.0.0.1:8080'),
        calendar: () => story.calendar,
      }),
      trial: true,
      mailConfigured: true,
      notYetAppliedFrom: null,
      acts: () => true,
      parts: async () => [],
    };
    let acts = 0;
    this.#seen = seen;
    this.#app = createWeb({
      ...deps,
      views: createViews(sources),
      commands: createWebCommands({
        ...sources,
        perform: createPerform(records, story.engine.counter),
        records,
        readNumber: parseNumber,
        changeAddress: async () => undefined,
        keepCalendar: async () => undefined,
        newKey: () => {
          acts += 1;
          return `page:${acts}`;
        },
      }),
      people: createPeople(roster, now),
      visits: createVisitStore(db, now),
    });
  }

  /** Whoever holds a post, before the pages. */
  as(agency: string, role: Role): Reader {
    const { person } = this.#story.as(agency, role).actor;
    const actor: WebActor = { person, agency, roles: [role], name: person, title: role, agencyName: agency };
    const ask = async (path: string, init: RequestInit, flash: string): Promise<Got> => {
      const cookie = `${sessionOf(actor, this.#seen)}; ${flash}`;
      const headers = { cookie, 'sec-fetch-site': 'same-origin' };
      const answer = await this.#app.request(path, { ...init, headers });
      const to = answer.headers.get('location');
      if (to !== null) {
        const kept = answer.headers.getSetCookie().map((each) => each.split(';')[0]);
        return ask(to, {}, kept.join('; '));
      }
      const html = await answer.text();
      return { status: answer.status, at: path, html, text: textOf(html) };
    };
    return {
      get: (path) => ask(path, {}, ''),
      post: (path, fields) => ask(path, { method: 'POST', body: new URLSearchParams(fields) }, ''),
    };
  }
}

export interface Reader {
  get(path: string): Promise<Got>;
  /** Follows the redirect, with what the act left to be said. */
  post(path: string, fields: Record<string, string>): Promise<Got>;
}

function textOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}
