import type { Day, Instant } from '../domain/calendar/instant.ts';
import type { WebActor } from './access.ts';
import type { WebCommand } from './commands.ts';
import type { FrameView } from './components/layout.tsx';
import type { MessageFact } from './components/message-card.tsx';
import type { CalendarView } from './pages/calendar.tsx';
import type { ChatView } from './pages/chat.tsx';
import type { ConclusionView } from './pages/conclusion.tsx';
import type { AddressView, DirectoryView } from './pages/directory.tsx';
import type { ImportedView } from './pages/imported.tsx';
import type { LetterView, MailboxView } from './pages/mailbox.tsx';
import type { MoneyView } from './pages/money.tsx';
import type { ObligationView } from './pages/obligation.tsx';
import type { ObstacleListView, ObstacleView } from './pages/obstacle.tsx';
import type { OpinionView } from './pages/opinion.tsx';
import type { PlanAskingView } from './pages/plan-asking.tsx';
import type { PlanListView } from './pages/plan-list.tsx';
import type { PlanYearView } from './pages/plan-year.tsx';
import type { ReceiptView } from './pages/receipt.tsx';
import type { RolesView } from './pages/roles.tsx';
import type { RoundView } from './pages/round.tsx';
import type { StatusView } from './pages/status.tsx';
import type { TargetsView } from './pages/targets.tsx';
import type { TodayView } from './pages/today.tsx';
import type { UpcomingView } from './pages/upcoming.tsx';

/** Everything the pages need from the rest of the house; put together in worker. `null` = not found. */
export interface WebDeps {
  views: Views;
  commands: Commands;
  chat: ChatPort;
  people: People;
  sessions: SessionStore;
  links: LinkStore;
  visits: Visits;
  /** Null live: the trial bar, the page of roles and the sheet of components do not exist then. */
  trial: TrialClock | null;
  /** Null live. */
  understudies: Understudies | null;
  /** Null live: real mail leaves the machine. */
  mailbox: Mailbox | null;
  /** Null where no token is set: the page for binding an account does not exist then. */
  telegram: TelegramBinding | null;
  changes: Changes;
  audit: Audit;
  /** Tells the operator of an error of our own; `about` = method and path, without a one-time code. */
  fault(error: unknown, about: string): void;
  /** The machine's clock, for sessions and links; never the domain's. */
  now(): Instant;
  /** Start of our own addresses, without a final slash: "http://127.0.0.1:8080". https makes cookies `__Host-`. */
  origin: string;
}

/** Read models, one function per page. Each answers with what this person may know; web/access.ts is asked besides. */
export interface Views {
  frame(actor: WebActor | null): Promise<FrameView>;
  /** `days` = how many working days ahead the list of due things reaches; `visited` = the visit before (Visits.look); none by default. */
  today(actor: WebActor, days: number, visited?: Instant | null): Promise<TodayView>;
  upcoming(actor: WebActor): Promise<UpcomingView>;
  plans(actor: WebActor): Promise<PlanListView>;
  /** `year` null = the year of the domain's day, or the nearest year of the plan. */
  planYear(actor: WebActor, plan: string, year: number | null): Promise<PlanYearView | null>;
  /** Null for a plan that has not started, too. */
  planAsking(actor: WebActor, plan: string): Promise<PlanAskingView | null>;
  conclusion(actor: WebActor, plan: string, review: string): Promise<ConclusionView | null>;
  targets(actor: WebActor, plan: string, year: number | null): Promise<TargetsView | null>;
  /** Null where the plan asks for no money, too. */
  money(actor: WebActor, plan: string, year: number | null): Promise<MoneyView | null>;
  imported(actor: WebActor, plan: string): Promise<ImportedView | null>;
  /** Asks the running workflow by Query as well. */
  round(actor: WebActor, round: string): Promise<RoundView | null>;
  obligation(actor: WebActor, key: string): Promise<ObligationView | null>;
  obstacles(actor: WebActor): Promise<ObstacleListView>;
  obstacle(actor: WebActor, id: string): Promise<ObstacleView | null>;
  opinion(actor: WebActor, obligation: string): Promise<OpinionView | null>;
  receipt(actor: WebActor, number: string): Promise<ReceiptView | null>;
  directory(actor: WebActor): Promise<DirectoryView>;
  address(actor: WebActor, person: string): Promise<AddressView | null>;
  calendar(actor: WebActor, year: number | null): Promise<CalendarView>;
  status(actor: WebActor | null): Promise<StatusView>;
  /** Trial only. */
  roles(actor: WebActor): Promise<RolesView>;
}

/** What became of an act. Sentences are Vietnamese and complete. */
export type Outcome =
  | { kind: 'done'; text: string; link?: { href: string; label: string } }
  /** Kept in the database; the process that decides is away and will apply it once. */
  | { kind: 'kept'; at: Instant }
  /** `field` names the form field at fault ("den", "ly-do" …), where one is. */
  | { kind: 'refused'; text: string; field?: string; wayOut?: { href: string; label: string } };

/** What an act would do, shown before it is done. */
export interface Preview {
  /** What changes, one sentence a line: the new deadline, its reminders and rungs. */
  effects: string[];
  /** What will be sent, to whom and when. Empty = nobody is told. */
  messages: MessageFact[];
}

export interface Commands {
  /** Changes nothing. */
  preview(actor: WebActor, command: WebCommand): Promise<Preview | Extract<Outcome, { kind: 'refused' }>>;
  /** `once` names this sending of the person: the same name again is the same act, done once. Default: a new one. */
  submit(actor: WebActor, command: WebCommand, once?: string | null): Promise<Outcome>;
}

/** The web chat of one person: the same dialogue as on every other channel. */
export interface ChatPort {
  view(actor: WebActor): Promise<ChatView>;
  /**
   * Free text, or the number of an option; `shown` is the question that the page showed and how far the dialogue stood.
   * The same words from one page are taken once, however often and in however many processes they arrive.
   */
  say(actor: WebActor, text: string, shown: { question: number | null; turn: number | null }): Promise<void>;
  /** The person follows a link to one item of his work, by its item key or its obligation's; null = he simply comes. */
  open(actor: WebActor, item: string | null): Promise<void>;
}

export interface People {
  /** Null when the directory no longer knows the person or he holds no post today. */
  actor(person: string): Promise<WebActor | null>;
}

/** A sign-in on one machine. Only the SHA-256 of its token is stored. */
export interface Session {
  tokenHash: string;
  person: string;
  createdAt: Instant;
  lastSeenAt: Instant;
}

export interface SessionStore {
  create(session: Session): Promise<void>;
  find(tokenHash: string): Promise<Session | null>;
  touch(tokenHash: string, at: Instant): Promise<void>;
  end(tokenHash: string): Promise<void>;
}

/** A one-time link. Only the SHA-256 of its code is stored. */
export interface SignInLink {
  codeHash: string;
  person: string;
  createdAt: Instant;
  expiresAt: Instant;
  usedAt: Instant | null;
  cancelledAt: Instant | null;
  /** Where it was handed out, in words: "từ trang Các vai chạy thử". */
  from: string;
}

/** Who looked at Hôm nay when, by the domain's clock. */
export interface Visits {
  /** The person looks now; answers when he last looked on his visit before this one, null on his first. */
  look(person: string): Promise<Instant | null>;
}

export interface LinkStore {
  put(link: SignInLink): Promise<void>;
  find(codeHash: string): Promise<SignInLink | null>;
  /** In one statement: marks it used and answers true only if it was unused, not cancelled and not expired at `at`. */
  consume(codeHash: string, at: Instant): Promise<boolean>;
  /** "Không phải tôi". */
  cancel(codeHash: string, at: Instant): Promise<void>;
}

/** The control of the stepped clock. */
export interface TrialClock {
  toNext(actor: WebActor): Promise<Outcome>;
  /** To 08:00 of the day. */
  toDay(actor: WebActor, day: Day): Promise<Outcome>;
  run(actor: WebActor): Promise<Outcome>;
  stop(actor: WebActor): Promise<Outcome>;
}

/** Those who answer for people whom nobody plays, when the clock moves. */
export interface Understudies {
  /** `taken` = persons whose roles somebody plays; nobody ever acts in their stead. */
  state(): Promise<{ on: boolean; taken: string[] }>;
  turn(on: boolean): Promise<void>;
  /** Somebody has signed in as this person. */
  take(person: string): Promise<void>;
  /** He has signed out, or leaves the role to the understudies. */
  giveBack(person: string): Promise<void>;
  /** How many acts they have done after `from`, up to and including `to`. */
  acted(from: Instant, to: Instant): Promise<number>;
}

export interface Mailbox {
  /** `filter` is free text, without regard to diacritics; empty = all. */
  list(actor: WebActor, filter: string): Promise<MailboxView>;
  letter(actor: WebActor, id: string): Promise<LetterView | null>;
  /** The letter as it came over the wire. */
  source(actor: WebActor, id: string): Promise<string | null>;
}

/** Binds a Telegram account to a person. */
export interface TelegramBinding {
  /** A link, good once and for 15 minutes; null until the bot's name is known. */
  link(person: string): Promise<{ url: string; expiresAt: Instant } | null>;
}

/** Tells open pages that something changed. */
export interface Changes {
  /** Changes so far, in this process. A page made at another count than the present one is out of date. */
  count(): number;
  /** Returns what ends the subscription. */
  subscribe(listener: () => void): () => void;
}

/** Who entered, left or was refused. */
export type AuditEntry = {
  at: Instant;
  person: string | null;
  address: string;
} & (
  | { what: 'signedIn'; from: string }
  | { what: 'signedOut' }
  | { what: 'linkHandedOut'; for: string }
  | { what: 'linkDisowned'; for: string }
  | { what: 'refused'; method: string; path: string; why: RefusedWhy }
);

export type RefusedWhy =
  | 'notSignedIn'
  | 'notAllowed'
  | 'foreignForm'
  | 'notAForm'
  | 'tooOften'
  | 'linkUnknown'
  | 'linkUsed'
  | 'linkExpired'
  | 'linkCancelled'
  | 'personGone';

export interface Audit {
  record(entry: AuditEntry): Promise<void>;
}
