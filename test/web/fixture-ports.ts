import { type Instant, plusMs } from '../../domain/calendar/instant.ts';
import type { WebActor } from '../../web/access.ts';
import { hashOf } from '../../web/auth/secret.ts';
import type { WebCommand } from '../../web/commands.ts';
import type { TodayView } from '../../web/pages/today.tsx';
import type { AuditEntry, Outcome, Preview, Session, SignInLink, WebDeps } from '../../web/ports.ts';
import * as f from './fixtures.ts';

/** What the tests look at after acting. */
export interface Seen {
  audit: AuditEntry[];
  commands: WebCommand[];
  said: { person: string; text: string; question: number | null }[];
  opened: (string | null)[];
  clock: string[];
  links: Map<string, SignInLink>;
  sessions: Map<string, Session>;
  understudies: boolean;
  taken: Set<string>;
  faults: string[];
}

export interface FixtureOptions {
  live?: boolean;
  now?: () => Instant;
  at?: Instant;
  submit?: (command: WebCommand) => Outcome;
  origin?: string;
  today?: TodayView;
  frameFor?: typeof f.frameFor;
}

const byKey = <T extends { key: string }>(key: string, ...views: T[]): T | null =>
  views.find((view) => view.key === key) ?? null;

/** Real routes over the reference morning: every port answers from memory. */
export function fixtureDeps(options: FixtureOptions = {}): { deps: WebDeps; seen: Seen } {
  const seen: Seen = {
    audit: [],
    commands: [],
    said: [],
    opened: [],
    clock: [],
    links: new Map(),
    sessions: new Map(),
    understudies: false,
    taken: new Set([f.COORDINATOR.person]),
    faults: [],
  };
  const now = options.now ?? (() => '2026-03-02T09:00:00.000+07:00');
  const done: Outcome = { kind: 'done', text: 'Đã ghi nhận.' };
  const move = async (what: string): Promise<Outcome> => {
    seen.clock.push(what);
    return done;
  };
  const deps: WebDeps = {
    views: {
      frame: async (actor) => {
        const frame = (options.frameFor ?? f.frameFor)(actor, options.at);
        return options.live ? { ...frame, trial: null } : frame;
      },
      today: async (_actor, days) => ({ ...(options.today ?? f.TODAY_VIEW), days }),
      upcoming: async () => f.UPCOMING_VIEW,
      plans: async () => f.PLAN_LIST,
      planYear: async (_actor, plan) => (plan === f.KH54 ? f.PLAN_YEAR : null),
      planAsking: async (_actor, plan) => (plan === f.KH54 ? f.PLAN_ASKING : null),
      conclusion: async (_actor, plan, review) =>
        [f.CONCLUSION_VIEW, f.CONCLUDED_VIEW].find((view) => view.plan.id === plan && view.review === review) ?? null,
      targets: async (_actor, plan) => (plan === f.KH54 ? f.TARGETS_VIEW : null),
      money: async (_actor, plan) => (plan === f.KH54 ? f.MONEY_VIEW : null),
      imported: async (_actor, plan) => (plan === f.KH54 ? f.IMPORTED_VIEW : null),
      round: async (_actor, round) => (round === f.ROUND_VIEW.round ? f.ROUND_VIEW : null),
      obligation: async (_actor, key) => byKey(key, f.OBLIGATION_VIEW, f.OWN_OBLIGATION),
      obstacles: async () => f.OBSTACLES,
      obstacle: async (_actor, id) => (id === f.OBSTACLE_VIEW.id ? f.OBSTACLE_VIEW : null),
      opinion: async (_actor, key) => byKey(key, f.OPINION_VIEW),
      receipt: async (_actor, number) => (number === f.RECEIPT_VIEW.number ? f.RECEIPT_VIEW : null),
      directory: async () => f.DIRECTORY_VIEW,
      address: async (_actor, person) => (person === f.ADDRESS_VIEW.person ? f.ADDRESS_VIEW : null),
      calendar: async () => f.CALENDAR_VIEW,
      status: async () => f.STATUS_VIEW,
      roles: async () => f.ROLES_VIEW,
    },
    commands: {
      preview: async () => PREVIEW,
      submit: async (_actor, command) => {
        seen.commands.push(command);
        return options.submit?.(command) ?? done;
      },
    },
    chat: {
      view: async () => f.CHAT_VIEW,
      say: async (actor, text, { question }) => {
        seen.said.push({ person: actor.person, text, question });
      },
      open: async (_actor, item) => {
        seen.opened.push(item);
      },
    },
    people: { actor: async (person) => f.PEOPLE.find((actor) => actor.person === person) ?? null },
    sessions: {
      create: async (session) => void seen.sessions.set(session.tokenHash, session),
      find: async (hash) => seen.sessions.get(hash) ?? null,
      touch: async (hash, at) => {
        const session = seen.sessions.get(hash);
        if (session) seen.sessions.set(hash, { ...session, lastSeenAt: at });
      },
      end: async (hash) => void seen.sessions.delete(hash),
    },
    links: {
      put: async (link) => void seen.links.set(link.codeHash, link),
      find: async (hash) => seen.links.get(hash) ?? null,
      consume: async (hash, at) => {
        const link = seen.links.get(hash);
        if (!link || link.usedAt !== null || link.cancelledAt !== null || link.expiresAt <= at) return false;
        seen.links.set(hash, { ...link, usedAt: at });
        return true;
      },
      cancel: async (hash, at) => {
        const link = seen.links.get(hash);
        if (link) seen.links.set(hash, { ...link, cancelledAt: at });
      },
    },
    fault: (_error, about) => void seen.faults.push(about),
    visits: { look: async () => null },
    trial: options.live
      ? null
      : {
          toNext: () => move('next'),
          toDay: (_actor, day) => move(day),
          run: () => move('run'),
          stop: () => move('stop'),
        },
    understudies: options.live
      ? null
      : {
          state: async () => ({ on: seen.understudies, taken: [...seen.taken] }),
          turn: async (on) => {
            seen.understudies = on;
          },
          take: async (person) => {
            seen.taken.add(person);
          },
          giveBack: async (person) => {
            seen.taken.delete(person);
          },
          acted: async () => 0,
        },
    telegram: null,
    mailbox: options.live
      ? null
      : {
          list: async (_actor, filter) => (filter === 'so y te' ? { days: [] } : f.MAILBOX_VIEW),
          letter: async (_actor, id) => (id === f.LETTER_VIEW.id ? f.LETTER_VIEW : null),
          source: async () => 'Received: from localhost\r\n',
        },
    changes: { count: () => 0, subscribe: () => () => {} },
    audit: { record: async (entry) => void seen.audit.push(entry) },
    now,
    origin: options.origin ?? 'http://127.0.0.1:8080',
  };
  return { deps, seen };
}

const PREVIEW: Preview = {
  effects: ['Mở hạn số 3: Thứ Sáu 15/11/2024, đủ lần nhắc và ba bậc.'],
  messages: f.UPCOMING_VIEW.messages,
};

/** Cookie of a session of this person. */
export function sessionOf(actor: WebActor, seen: Seen, now: Instant = '2026-03-02T09:00:00.000+07:00'): string {
  const token = `token-of-${actor.person}`;
  const tokenHash = hashOf(token);
  seen.sessions.set(tokenHash, { tokenHash, person: actor.person, createdAt: now, lastSeenAt: plusMs(now, 0) });
  return `phien=${token}`;
}
