import type { Day, Instant } from '../domain/calendar/instant.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { RoundFacts } from '../domain/machines/round.ts';
import type { Enclosure } from '../domain/notice/enclosure.ts';
import type { NoticeKind } from '../domain/notice/notice.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Role, Roster } from '../domain/roster/roster.ts';
import type { ChatCard } from '../wording/notices/message.ts';

/** What sending needs of the rest of the house; put together in worker. */
export interface DeliverPorts {
  outbox: Outbox;
  facts: NoticeFacts;
  /** Null live without settings: letters wait in the outbox. */
  mail: Mail | null;
  links: NoticeLinks;
  /** Further chats; a message for one is a queued row with a card, and its own bot sends it. Default none. */
  chats?: BoundChat[];
  /** The tables in force; a message counts its days left by them. */
  calendar(): WorkCalendar;
}

/** Full addresses of the pages that answer a notice. */
export interface NoticeLinks {
  obligation(key: string): string;
  /** Leadership's page for one line of answer. */
  opinion(key: string): string;
  obstacle(id: string): string;
  round(id: string): string;
}

/** The rows between a decision and a person. */
export interface Outbox {
  pending(province: string, slot: Instant): Promise<Pending>;
  /**
   * In one transaction: notices become messages or stand as they are marked, letters not yet sent are put together anew.
   * @throws when another run took one of the notices first; nothing is written then.
   */
  regroup(change: Regrouping): Promise<void>;
  /** Letters of a slot in the order of sending: by person. */
  letters(province: string, slot: Instant): Promise<StoredLetter[]>;
  /** Before the conversation with the mail server; false when somebody else holds the letter. */
  claim(
    key: string,
    from: 'queued' | 'unknown',
    change?: { subject: string; text: string; html: string },
  ): Promise<boolean>;
  settle(key: string, outcome: Settled): Promise<void>;
  /** A letter left in the outbox says why. */
  excuse(keys: string[], error: string | null): Promise<void>;
  /** What became of the notices of a slot about obligations, on every channel. */
  reach(province: string, slot: Instant): Promise<NoticeReach[]>;
}

export interface Pending {
  notices: StoredNotice[];
  /** Letters that no mail server took yet; their notices are put together with today's. */
  letters: { key: string; person: string; attempts: number; notices: StoredNotice[] }[];
}

export interface StoredNotice {
  key: string;
  kind: NoticeKind;
  at: Instant;
  slot: Instant;
  to: { agency: string; role: Role; rank: number | null; person: string | null };
  plan: string | null;
  round: string | null;
  about: string | null;
  deadline: number | null;
  rung: string | null;
  late: boolean;
  facts: Record<string, string | number | null>;
  ref: string | null;
}

export interface Regrouping {
  province: string;
  slot: Instant;
  at: Instant;
  /** Keys of notices that now travel in messages, that nobody can get, and that came too late to be true. */
  grouped: string[];
  vacant: string[];
  overtaken: string[];
  /** Keys of letters that are dissolved into the new ones. */
  dissolved: string[];
  messages: NewMessage[];
}

export type Channel = 'webChat' | 'email' | 'telegram';

/** A chat of somebody else's: it reaches those whose account is bound and who have not shut it. */
export interface BoundChat {
  channel: 'telegram';
  reaches(people: string[]): Promise<Set<string>>;
}

export interface NewMessage {
  person: string;
  agency: string;
  channel: Channel;
  subject: string;
  text: string;
  html: string | null;
  reply: ChatCard | null;
  /** What goes with a letter; none on other channels. */
  enclosures: Enclosure[];
  /** Why its first notice goes to this person. */
  why: string | null;
  /** Keys, the most urgent first. */
  notices: string[];
  attempts: number;
  /** A web chat takes it at once, or keeps it until the person enters; a letter is queued. */
  status: 'queued' | 'delivered' | 'held';
}

export interface StoredLetter {
  key: string;
  person: string;
  subject: string;
  text: string;
  html: string;
  enclosures: Enclosure[];
  status: 'queued' | 'unknown';
  again: boolean;
  kinds: NoticeKind[];
}

export type Settled =
  | { status: 'sent'; at: Instant; again: boolean; response: string }
  | { status: 'failed'; error: string }
  /** Not taken now; it stays in the outbox. */
  | { status: 'queued'; error: string }
  /** Nobody can know whether it arrived. */
  | { status: 'unknown'; error: string };

/** One notice to the owing agency, and the states of the messages that carry it; empty where nobody could get it. */
export interface NoticeReach {
  notice: string;
  round: string;
  about: string;
  states: ('queued' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'held')[];
}

/** Reads what messages quote. */
export interface NoticeFacts {
  roster(province: string): Promise<Roster>;
  /** Those of the people who ever entered the web chat. */
  entered(people: string[]): Promise<Set<string>>;
  plan(id: string): Promise<Plan | null>;
  rounds(ids: string[]): Promise<Map<string, RoundRecord>>;
  words(refs: string[]): Promise<Map<string, StoredWords>>;
  obstacles(province: string, ids: string[]): Promise<Map<string, ObstacleRecord>>;
}

/** A round as the projection holds it, with its obligations and what was done about them. */
export interface RoundRecord {
  facts: RoundFacts;
  obligations: { agency: string; closing: string; phase: string; standing: string; state: Obligation }[];
  acts: RoundAct[];
  rungs: SentRung[];
  failures: { about: string; on: Day; channel: string; error: string | null }[];
}

export interface RoundAct {
  at: Instant;
  kind: string;
  agency: string;
  by: { person: string; agency: string } | null;
  deadline: number;
  facts: Record<string, string | number | boolean | null>;
  ref: string | null;
}

export interface SentRung {
  about: string;
  deadline: number;
  step: number;
  at: Instant;
  to: { agency: string; role: string };
  messages: { channel: string; status: string; sentAt: Instant | null; readAt: Instant | null }[];
}

export interface StoredWords {
  text: string;
  person: string;
  at: Instant;
  /** Number and day of the document behind them; absent where none is named. */
  document?: string;
}

export interface ObstacleRecord {
  ref: string;
  measure: string | null;
  obligation: string | null;
  raisedBy: { person: string; agency: string };
  raisedAt: Instant;
  coordinator: string;
}

/** Letters over SMTP. */
export interface Mail {
  /** One run of sending, over one connection; `end` closes it. */
  begin(): MailRun;
}

export interface MailRun {
  send(letter: Letter): Promise<MailOutcome>;
  end(): Promise<void>;
}

export interface Letter {
  /** Message key: the letter's Message-ID is made of it. */
  key: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  enclosures: Enclosure[];
  /** The domain's moment, as the letter's date. */
  at: Instant;
}

export type MailOutcome =
  | { kind: 'sent'; response: string }
  /** For good: a 5xx answer or a refused recipient. */
  | { kind: 'rejected'; error: string }
  /** For now: a 4xx answer. */
  | { kind: 'later'; error: string }
  /** The server cannot be talked to, or does not let us in: nothing else of this run can leave. */
  | { kind: 'away'; error: string }
  /** The conversation broke after the letter was handed over. */
  | { kind: 'unknown'; error: string };
