import type { ColumnType, Generated, JSONColumnType } from 'kysely';
import type { Enclosure } from '../domain/notice/enclosure.ts';

/** Text written as JSON; read back as the value. */
type Json<Value> = JSONColumnType<Value & object, string, string>;
type JsonAny = JSONColumnType<Record<string, unknown>, string, string>;

/** One row: which clock this database lives by, and where it stands (docs/decisions/0005). */
export interface ClockTable {
  id: number;
  mode: 'wall' | 'stepped';
  /** The domain's now on a stepped clock; null on the wall. */
  now: string | null;
  /** Where `advance` was asked to go, kept so that another driver can finish; null when it stands. */
  target: string | null;
  running: boolean;
  /** People whom nobody plays answer for themselves; trial only. */
  cast_plays: Generated<boolean>;
}

export interface AgendaTable {
  key: string;
  workflow: string;
  at: string;
  rank: number;
  message: JsonAny;
}

/** Keys of messages that a workflow has taken, for ever. */
export interface HandledTable {
  key: string;
  workflow: string;
}

/** One row per workflow: its next wake, and what pages show of it. */
export interface WorkflowTable {
  workflow: string;
  type: string;
  province: string;
  plan: string | null;
  n: number;
  wake: string | null;
  phase: string;
  closed: boolean;
  at: string;
  state: JsonAny;
}

/** All that a lost workflow needs to go on from here (client/reconcile.ts). */
export interface WorkflowMemoryTable {
  workflow: string;
  n: number;
  memory: JsonAny;
}

export interface JournalTable {
  seq: Generated<number>;
  key: string;
  at: string;
  kind: string;
  plan: string | null;
  round: string | null;
  agency: string | null;
  person: string | null;
  actor: JSONColumnType<Record<string, unknown>, string, string> | null;
  facts: JsonAny;
  ref: string | null;
  workflow: string;
}

export interface NoticeTable {
  seq: Generated<number>;
  key: string;
  kind: string;
  at: string;
  slot: string;
  province: string;
  to_agency: string;
  to_role: string;
  to_rank: number | null;
  to_person: string | null;
  plan: string | null;
  round: string | null;
  about: string | null;
  deadline: number | null;
  rung: string | null;
  late: boolean;
  facts: JsonAny;
  ref: string | null;
  /**
   * queued until a digest has made messages of it; `vacant` when nobody holds the post; `overtaken` when what it would
   * have asked for was done before it left.
   */
  status: 'queued' | 'grouped' | 'vacant' | 'overtaken';
}

/** What one person gets on one channel in one slot. */
export interface MessageTable {
  key: string;
  province: string;
  slot: string;
  person: string;
  agency: string;
  channel: string;
  subject: string;
  text: string;
  html: string | null;
  /** The same as a card of the web chat (bot/dialogue/types.ts, Reply); null on other channels. */
  reply: JSONColumnType<Record<string, unknown>, string, string> | null;
  /** Files that go with a letter (wording/notices/render-calendar.ts). */
  enclosures: ColumnType<Enclosure[], string | undefined, string>;
  /** Why its first notice goes to this person, one sentence. */
  why: string | null;
  /** Keys of the notices it carries, the most urgent first. */
  notices: Json<string[]>;
  status: 'queued' | 'sent' | 'delivered' | 'failed' | 'unknown' | 'held';
  attempts: number;
  /** True when it was sent again after a crash; the text says so. */
  again: boolean;
  error: string | null;
  sent_at: string | null;
  read_at: string | null;
  provider_id: string | null;
}

export interface ObligationTable {
  key: string;
  round: string;
  plan: string;
  requirement: string;
  kind: string;
  year: number;
  period: string;
  agency: string;
  reviewer: string | null;
  closing: string;
  phase: string;
  standing: string;
  deadline: number;
  named_on: string | null;
  last_day_on: string;
  aim_on: string;
  overdue_after: string;
  rung: number;
  n: number;
  state: JsonAny;
}

/** What a person sent us: stored first, acknowledged second, processed third. */
export interface InboxTable {
  key: string;
  channel: string;
  person: string;
  at: string;
  workflow: string;
  command: JsonAny;
  /** waiting, done or refused; the answer is for ever the same. */
  status: 'waiting' | 'done' | 'refused';
  refusal: JSONColumnType<Record<string, unknown>, string, string> | null;
  /** Set when its person was told that it is kept: what he is to be told later (client/act.ts, KeptFacts). */
  kept: ColumnType<Record<string, unknown> | null, string | undefined, string>;
  /** When he was told what became of it. */
  told: ColumnType<string | null, string | undefined, string>;
}

/** Words that people wrote, kept apart from histories and quoted word for word. */
export interface TextTable {
  ref: string;
  at: string;
  person: string;
  text: string;
  /** Structured parts beside the words, such as a letter's number, date and signatory. */
  facts: JsonAny;
}

export interface SubmissionTable {
  receipt: string;
  /** The act it came with; one act gives one receipt. */
  key: string;
  year: number;
  serial: number;
  obligation: string;
  person: string;
  at: string;
  form: string;
  form_version: number;
  answers: JsonAny;
}

/** Answers of a report in hand, kept one by one before the next question leaves. */
export interface DraftAnswerTable {
  obligation: string;
  deadline: number;
  field: string;
  person: string;
  at: string;
  answer: JsonAny;
}

export interface DialogueTable {
  person: string;
  version: number;
  state: JsonAny;
}

/** The web chat, both directions, in order. */
export interface ChatLineTable {
  seq: Generated<number>;
  key: string;
  person: string;
  at: string;
  direction: 'in' | 'out';
  reply: JsonAny;
}

export interface PersonTable {
  id: string;
  name: string;
  title: string | null;
  email: string | null;
  phone: string | null;
  channels: Json<string[]>;
  /** The address from which a letter came back; it says nothing once `email` is another. */
  returned_email: string | null;
  /** What the directory's file said last: a field changed on the page stays until the file changes it. */
  given: JSONColumnType<Record<string, unknown>, string, string> | null;
  /** First time the person entered the web chat; null = never, so the chat reaches nobody yet. */
  entered_at: string | null;
}

export interface PostTable {
  id: Generated<number>;
  agency: string;
  role: string;
  person: string;
  rank: number;
  from_day: string;
  to_day: string | null;
}

export interface StandInTable {
  id: Generated<number>;
  absent: string;
  person: string;
  from_day: string;
  to_day: string;
}

export interface AgencyTable {
  id: string;
  province: string;
  name: string;
  short_name: string;
  kind: string;
  names: Json<{ name: string; from: string | null }[]>;
  aliases: Json<string[]>;
}

/** What the directory of a province says beside its people: whom every message names for questions. */
export interface DirectoryTable {
  province: string;
  contact: string;
}

/** A letter that the trial's own mail server took: nothing of it ever left the machine. */
export interface LetterTable {
  id: Generated<number>;
  message_id: string | null;
  /** The domain's moment, from the letter's own date. */
  at: string;
  from_text: string;
  to_address: string;
  subject: string;
  text: string;
  html: string | null;
  /** The letter as it came over the wire. */
  source: string;
}

/** A letter that came to the return address, and what was made of it. */
export interface ReturnedLetterTable {
  id: Generated<number>;
  at: string;
  to_address: string;
  /** The message that it is about; null when none was found. */
  message: string | null;
  /**
   * - `failed`: the message did not arrive
   * - `noted`: it changes nothing: a delay, an address that has been corrected since, a report that came twice
   * - `unclear`: no report that could be read, or none about a letter of ours
   */
  outcome: 'failed' | 'noted' | 'unclear';
  /** `5.1.1`, and the server's words. */
  status: string | null;
  diagnostic: string | null;
  /** As it came over the wire. */
  source: string;
}

/** A process of the program on this database, as long as it lives. */
export interface ProcessTable {
  id: string;
  roles: Json<string[]>;
  host: string;
  pid: number;
  /** Where its pages are; null for one without pages. */
  url: string | null;
  /** Times are the machine's. */
  started_at: string;
  seen_at: string;
}

/** Every change of the working calendar made on the page; the newest is in force while the files are those it came from. */
export interface CalendarTable {
  seq: Generated<number>;
  version: string;
  files: string;
  person: string;
  at: string;
  body: JsonAny;
}

/** A chat account proved to belong to a person. */
export interface BindingTable {
  channel: string;
  account: string;
  person: string;
  at: string;
  reachable: boolean;
}

/** Each version of a plan that was ever run, whole and frozen. */
export interface PlanVersionTable {
  plan: string;
  hash: string;
  province: string;
  at: string;
  body: JsonAny;
}

/** One-time sign-in links. Times are the machine's: links end whatever the domain clock shows. */
export interface LoginLinkTable {
  hash: string;
  person: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  cancelled_at: string | null;
  /** Where it was handed out, in words. */
  origin: string;
}

export interface SessionTable {
  hash: string;
  person: string;
  created_at: string;
  seen_at: string;
}

/** Times are the domain's. */
export interface VisitTable {
  person: string;
  seen_at: string;
  /** The last look of the visit before this one; null on the first. */
  before_at: string | null;
}

/** Somebody whose roles are played by whoever signed in as him; trial only. */
export interface TakenRoleTable {
  person: string;
}

/** Who entered, left or was refused; append-only. */
export interface AccessLogTable {
  seq: Generated<number>;
  at: string;
  person: string | null;
  what: string;
  facts: JsonAny;
}

export interface Schema {
  clock: ClockTable;
  agenda: AgendaTable;
  handled: HandledTable;
  workflow: WorkflowTable;
  workflow_memory: WorkflowMemoryTable;
  journal: JournalTable;
  notice: NoticeTable;
  message: MessageTable;
  obligation: ObligationTable;
  inbox: InboxTable;
  stored_text: TextTable;
  submission: SubmissionTable;
  draft_answer: DraftAnswerTable;
  dialogue: DialogueTable;
  chat_line: ChatLineTable;
  person: PersonTable;
  post: PostTable;
  stand_in: StandInTable;
  agency: AgencyTable;
  calendar: CalendarTable;
  directory: DirectoryTable;
  letter: LetterTable;
  returned_letter: ReturnedLetterTable;
  process: ProcessTable;
  binding: BindingTable;
  plan_version: PlanVersionTable;
  login_link: LoginLinkTable;
  session: SessionTable;
  visit: VisitTable;
  taken_role: TakenRoleTable;
  access_log: AccessLogTable;
}
