import type { Day, Instant } from '../calendar/instant.ts';
import type { Notice } from '../notice/notice.ts';

/** What a rehearsal wrote down: every message that left (the shape of `dondoc ledger` and `dondoc rehearse`). */
export interface Ledger {
  schema: 1;
  plans: string[];
  from: Day;
  to: Day;
  seed: number;
  /** The server it was played on; null for the pure rules alone. */
  server: { version: string } | null;
  messages: LedgerMessage[];
  totals: LedgerTotals;
}

/** One message to one person; kind, obligation, deadline, rung and why are those of the notice that weighs most in it. */
export interface LedgerMessage {
  at: Instant;
  person: string;
  /** The role in which the person is written to. */
  post: string;
  agency: string;
  channel: string;
  kind: string;
  subject: string;
  obligation: string | null;
  deadline: number | null;
  rung: string | null;
  why: string;
  /** Every notice the message carries, the weightiest first. */
  items: LedgerItem[];
}

export interface LedgerItem {
  kind: string;
  obligation: string | null;
  deadline: number | null;
  rung: string | null;
  why: string;
}

export interface LedgerTotals {
  messages: number;
  people: number;
  /** The most messages that one person got in one month, all channels counted. */
  perPersonMonthMax: number;
  /** Messages of these kinds. */
  reminders: number;
  escalations: number;
  receipts: number;
}

/** A message that left, with the notices it carries. */
export interface SentMessage {
  at: Instant;
  person: string;
  agency: string;
  channel: string;
  subject: string;
  notices: SentNotice[];
}

export type SentNotice = Pick<Notice, 'key' | 'kind' | 'round' | 'about' | 'deadline' | 'rung' | 'facts'> & {
  to: { role: Notice['to']['role'] };
};

/** What weighs most in a message of several notices: the ladder, then what is asked of the person, then what he is told. */
const WEIGHT: Partial<Record<Notice['kind'], number>> = {
  escalation: 1,
  leadershipRepeat: 1,
  leadershipHandover: 1,
  unreachable: 2,
  returned: 2,
  leadershipDecision: 2,
  reminder: 3,
  reviewReminder: 3,
  confirmReminder: 3,
  extensionReminder: 3,
  obstacleReminder: 3,
  reviewRequest: 4,
  confirmRequest: 4,
  extensionRequested: 4,
  requestOpened: 4,
};
const LIGHT = 9;

/** The notices of a message, the weightiest first. */
export function byWeight<Each extends Pick<SentNotice, 'kind' | 'key'>>(notices: Each[]): Each[] {
  const weight = ({ kind }: Each): number => WEIGHT[kind] ?? LIGHT;
  return [...notices].sort((a, b) => weight(a) - weight(b) || compare(a.key, b.key));
}

/** By instant, then person, then subject; the channel decides between what is otherwise the same. */
export function inOrder(messages: LedgerMessage[]): LedgerMessage[] {
  return [...messages].sort(
    (a, b) =>
      compare(a.at, b.at) ||
      compare(a.person, b.person) ||
      compare(a.subject, b.subject) ||
      compare(a.channel, b.channel),
  );
}

export function totalsOf(messages: LedgerMessage[]): LedgerTotals {
  const months = perPersonMonth(messages);
  const count = (kind: string): number => messages.filter((message) => message.kind === kind).length;
  return {
    messages: messages.length,
    people: new Set(messages.map(({ person }) => person)).size,
    perPersonMonthMax: Math.max(0, ...months.map(({ messages: many }) => many)),
    reminders: count('reminder'),
    escalations: count('escalation'),
    receipts: count('receipt'),
  };
}

/** How many messages each person got in each month (`YYYY-MM`), by person, then month. */
export function perPersonMonth(messages: LedgerMessage[]): { person: string; month: string; messages: number }[] {
  const counts = new Map<string, number>();
  for (const { person, at } of messages) {
    const key = `${person} ${at.slice(0, 7)}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .map(([key, many]) => ({ person: key.slice(0, -8), month: key.slice(-7), messages: many }))
    .sort((a, b) => compare(a.person, b.person) || compare(a.month, b.month));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
