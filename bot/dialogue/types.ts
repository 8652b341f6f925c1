import type { Day, Instant } from '../../domain/calendar/instant.ts';
import type { Answer, Form } from '../../domain/form/form.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { PartStanding } from '../../wording/dialogue/parts.ts';

/** Somebody the person can be told about: the name and post of the day, from the directory. */
export interface NamedPerson {
  name: string;
  post: string;
  agency: string;
}

/** The clause a demand rests on, as every message quotes it. */
export interface Basis {
  plan: string;
  /** "Kế hoạch số 12/KH-UBND ngày 15/01/2026": for sentences. */
  document: string;
  /** "KH 12": for lists and titles of questions. */
  shortName: string;
  /** "IV.2"; null where a default asks. */
  clause: string | null;
  quote: string | null;
}

/** A numbered deadline as it stands now. */
export interface DeadlineFacts {
  number: number;
  lastDayOn: Day;
  /** True when the plan does not print this day: shown as "mặc định". */
  default: boolean;
  /** Working days left, 0 = today, negative = working days past. */
  daysLeft: number;
}

interface ItemFacts {
  /** Unique in the list and stable between steps: the kind and the id of what it is about. */
  key: string;
  /** "Báo cáo năm 2024": what is owed, without agency and plan. */
  title: string;
}

interface ObligationItemFacts extends ItemFacts {
  obligation: string;
  basis: Basis;
  deadline: DeadlineFacts;
}

/** What an agency told last year under the same field, shown beside the question and compared with the new figure. */
export interface PreviousFigure {
  /** "năm 2023" is written from it. */
  period: string;
  value: number;
}

/** Everything needed to answer one obligation. */
export interface ReportFacts {
  form: Form;
  /** Answers already stored for the report in hand, in any order. */
  saved: Answer[];
  /** Answers of the version that stands or was returned: an amendment begins with them. Default none. */
  submitted?: Answer[];
  /** By field id. */
  previous: Record<string, PreviousFigure>;
  /** Days offered for an extension, with the working days they add: usually +3 and +5. */
  extensionChoices: { workingDays: number; day: Day }[];
  /** The last day that may be asked for: the end of the plan's year, or the day of the lock. */
  latestDayOn: Day;
  /** Who receives it, for the sentence "gửi tới …". */
  receiver: string;
  /** Parts of others that were accepted, by the measure they are about: building material. Default none. */
  given?: Record<string, { agency: string; text: string }[]>;
  /** True where the receiver does not accept: the duty closes by a letter's number, date and way of sending. */
  closesByLetter: boolean;
}

/** An obligation that the person's agency owes and that is open. */
export interface OwedItem extends ObligationItemFacts {
  kind: 'owed';
  state: 'awaited' | 'returned' | 'submitted' | 'suspended';
  /** The reviewer's words, when the last version was returned. */
  returnReason?: string;
  /** The version that stands, when one was submitted. */
  submitted?: { version: number; receipt: string; standing: 'draft' | 'official' };
  /** An extension that was asked for and not yet decided. */
  extensionAsked?: { day: Day; reason: string };
  /** Who asked for it out of turn, and his words. Absent where the plan asks. */
  request?: { by: string; text: string; urgent?: boolean };
  /** Parts that others owe for it, and what may still be asked. Default none. */
  parts?: { asked: AskedPartFacts[]; offer: PartsOfferFacts | null };
  report: ReportFacts;
}

/** A part of another agency, as the lead sees it. */
export interface AskedPartFacts {
  agency: string;
  measure: string;
  standing: PartStanding;
  lastDayOn: Day;
  daysOver: number;
}

/** What a lead may ask others for: by measure, of whom, and between which days. */
export interface PartsOfferFacts {
  from: Day;
  until: Day;
  /** Days offered, the last one first. */
  days: Day[];
  measures: { measure: string; text: string; agencies: { id: string; name: string }[] }[];
}

/** A draft that waits for the agency's head. */
export interface ConfirmItem extends ObligationItemFacts {
  kind: 'confirm';
  version: number;
  submittedAt: Instant;
  by: NamedPerson;
  answers: Answer[];
  report: ReportFacts;
}

/** A submission that waits for the reviewer. */
export interface ReviewItem extends ObligationItemFacts {
  kind: 'review';
  agency: string;
  version: number;
  standing: 'draft' | 'official';
  submittedAt: Instant;
  by: NamedPerson;
  form: Form;
  answers: Answer[];
  previous: Record<string, PreviousFigure>;
  /** The reviewer's own deadline. */
  reviewBy: { lastDayOn: Day; daysLeft: number };
}

/** An agency asks for time. */
export interface ExtensionItem extends ObligationItemFacts {
  kind: 'extension';
  agency: string;
  asked: { day: Day; reason: string; at: Instant; by: NamedPerson };
  latestDayOn: Day;
}

/** Something overdue that reached the coordinator. */
export interface LateItem extends ObligationItemFacts {
  kind: 'late';
  agency: string;
  extensionChoices: { workingDays: number; day: Day }[];
  latestDayOn: Day;
}

/** An escalation or an obstacle that a leader is asked to answer in one line. */
export interface EscalationItem extends ObligationItemFacts {
  kind: 'escalation';
  agency: string;
  /** What was done so far, oldest first: "01/11 …". Made by the caller from the notices and acts. */
  done: string[];
  /** What the delay touches, one sentence; absent when nothing depends on it. */
  effect?: string;
  /** The day proposed with a directive. */
  proposedDay: Day;
  extensionChoices: { workingDays: number; day: Day }[];
  latestDayOn: Day;
  /** When it is repeated and when it goes to the next post, if unanswered. */
  repeatOn: Day;
  nextPostOn: Day | null;
}

export type ObstacleAbout =
  | { kind: 'measure'; plan: string; measure: string; obligation: string }
  | { kind: 'obligation'; obligation: string }
  | { kind: 'free' };

/** An obstacle that waits for the person's answer, as coordinator or as leadership. */
export interface ObstacleItem extends ItemFacts {
  kind: 'obstacle';
  obstacle: string;
  step: 'coordinator' | 'leadership';
  agency: string;
  by: NamedPerson;
  raisedAt: Instant;
  /** "nhiệm vụ 2.1 của KH 12"; null when raised free of any duty. */
  about: string | null;
  text: string;
  answerBy: { lastDayOn: Day; daysLeft: number };
}

/** An obstacle of the person's agency that was answered: he says whether it is settled. */
export interface ObstacleAnswerItem extends ItemFacts {
  kind: 'obstacleAnswer';
  obstacle: string;
  text: string;
  answer: string;
  answeredBy: NamedPerson;
  answeredAt: Instant;
}

/** A report that the coordinator recorded on behalf of the person's agency, which may object. */
export interface OnBehalfItem extends ObligationItemFacts {
  kind: 'onBehalf';
  version: number;
  recordedBy: NamedPerson;
  recordedAt: Instant;
  /** The day on which the agency acted. */
  actedOn: Day;
  way: 'letter' | 'phone' | 'paper';
  form: Form;
  answers: Answer[];
}

/** One thing that waits for the person. The caller gives them in order of urgency, filtered by role and agency. */
export type WorkItem =
  | OwedItem
  | ConfirmItem
  | ReviewItem
  | ExtensionItem
  | LateItem
  | EscalationItem
  | ObstacleItem
  | ObstacleAnswerItem
  | OnBehalfItem;

/** Whether a day may be a deadline. `nearest` is the nearest working day at or before it (else after it). */
export interface DayCheck {
  working: boolean;
  nearest: Day;
  /** Why the office rests on it, "ngày nghỉ lễ" or "Thứ Bảy"; absent on a working day. */
  why?: string;
}

/** The person's present facts, read from the database for every step. Never kept in a state. */
export interface DialogueContext {
  now: Instant;
  person: NamedPerson;
  /** Whom to call; null when the directory names nobody. */
  contact: { name: string; agency: string; phone: string } | null;
  items: WorkItem[];
  /** The next day on which something becomes due to the person, for the empty list; null when nothing is known. */
  nextDueOn: Day | null;
  checkDay(day: Day): DayCheck;
}

/** What the caller must do before the dialogue goes on; it answers each with a `result` event. */
export type Request =
  | { kind: 'saveAnswer'; obligation: string; deadline: number; form: FormRef; answer: Answer }
  | { kind: 'submit'; obligation: string; deadline: number; form: FormRef; answers: Answer[] }
  | { kind: 'confirm'; obligation: string; version: number }
  /** Makes the standing draft official. */
  | { kind: 'recordLetter'; obligation: string; letter: Letter }
  /** Closes what nobody accepts: how a consolidation was sent. */
  | { kind: 'recordSent'; obligation: string; letter: Letter }
  | { kind: 'accept'; obligation: string; version: number }
  | { kind: 'return'; obligation: string; version: number; reason: string }
  | { kind: 'extend'; obligation: string; day: Day; reason: string }
  | { kind: 'refuseExtension'; obligation: string; reason: string }
  | { kind: 'waive'; obligation: string; reason: string }
  | { kind: 'requestExtension'; obligation: string; day: Day; reason: string }
  | { kind: 'object'; obligation: string; version: number; reason: string }
  /** A lead asks others for their parts of one measure. */
  | { kind: 'askParts'; obligation: string; measure: string; agencies: string[]; day: Day; text: string }
  | { kind: 'leaderSeen'; obligation: string; deadline: number }
  | { kind: 'leaderDirect'; obligation: string; deadline: number; text: string; day: Day }
  | { kind: 'leaderExtend'; obligation: string; deadline: number; day: Day; reason: string }
  | { kind: 'leaderWaive'; obligation: string; deadline: number; reason: string }
  | { kind: 'raiseObstacle'; about: ObstacleAbout; text: string }
  | { kind: 'answerObstacle'; obstacle: string; text: string }
  | { kind: 'forwardObstacle'; obstacle: string; text: string }
  | { kind: 'settleObstacle'; obstacle: string }
  | { kind: 'reopenObstacle'; obstacle: string; reason: string };

export interface FormRef {
  id: string;
  version: number;
}

export type SendingWay = 'system' | 'direct' | 'post';

/** A signed letter: with its signatory where it makes a report official, with its way where it sent a consolidation. */
export interface Letter {
  number: string;
  day: Day;
  signatory?: string;
  way?: SendingWay;
}

/** What became of a request. */
export type Outcome =
  /** It is in our database. `receipt` where one was given a number. */
  | { kind: 'done'; receipt?: Receipt }
  /** It is kept and will be applied once, later: the process that decides is not reachable. */
  | { kind: 'kept'; at: Instant }
  | { kind: 'refused'; refusal: Refusal };

export interface Receipt {
  /** "BN-2024-0203"; null for an act that is no report. */
  number: string | null;
  at: Instant;
  /** Numbered version of the submission, where the act was one. */
  version?: number;
  standing?: 'draft' | 'official';
  /** Who is told, and when the notice leaves (the first slot after the act). */
  told: { who: NamedPerson; at: Instant }[];
  /** Who can make a draft official; absent when it is official or when no such post is filled. */
  confirmer?: NamedPerson;
  /** True when reminders and rungs of this duty have stopped. */
  stopped: boolean;
}

/** What a person (or the caller, with a result) tells the dialogue. */
export type DialogueEvent =
  /** `question` is the number of the question that the page showed; a stale one changes nothing. */
  | { kind: 'text'; text: string; question?: number }
  /** A button: the id of an option. */
  | { kind: 'choice'; id: string }
  /** The person comes to the channel, or follows a link to one item. */
  | { kind: 'open'; item?: string }
  | { kind: 'result'; of: Request; outcome: Outcome };

/** A report in hand: the pinned form and the answers so far. */
export interface ReportDraft {
  obligation: string;
  deadline: number;
  /** Version that was submitted when this draft was begun, 0 if none; a newer one means somebody else was quicker. */
  basedOn: number;
  /** What is reported, for the receipt of a duty that is no longer in the list. */
  title: string;
  basis: Basis;
  form: Form;
  answers: Answer[];
  /** Required fields put off by "bỏ qua"; asked again before sending. */
  deferred: string[];
}

/** Several readings; far from last year's figure; far from what the plan aims at; too small to be money. */
export type ReadingDoubt = 'ambiguous' | 'tenfold' | 'aim' | 'small';

/** What a day is asked for. */
export type DayPurpose = 'requestExtension' | 'extend' | 'leaderExtend';

export type ReasonPurpose =
  | 'return'
  | 'refuseExtension'
  | 'waive'
  | 'object'
  | 'answerObstacle'
  | 'forwardObstacle'
  | 'reopenObstacle'
  | 'leaderDirect'
  | 'leaderWaive';

/** The one open question; a number answers this one and no other. */
export type OpenQuestion =
  /** `greet` opens with the salutation; a list after an act does without. */
  | { kind: 'menu'; keys: string[]; greet: boolean }
  | { kind: 'item'; key: string }
  | { kind: 'field'; obligation: string; field: string; misses: number; remark?: string }
  /** One of several readings of a number, or a figure far from last year's. */
  | { kind: 'reading'; obligation: string; field: string; readings: number[]; why: ReadingDoubt }
  /** The words beside a status that needs them. */
  | { kind: 'remark'; obligation: string; field: string; answer: Answer }
  /** Whether the parts of others go into the lead's own report beside the state. */
  | { kind: 'useParts'; obligation: string; field: string; answer: Answer }
  /** Whether a difficulty just written is also sent to the coordinator at once. */
  | { kind: 'raiseNow'; obligation: string; field: string; text: string }
  | { kind: 'summary'; obligation: string }
  | { kind: 'whichLine'; obligation: string }
  | { kind: 'day'; key: string; purpose: DayPurpose; proposed: Day[] }
  | { kind: 'dayReason'; key: string; purpose: DayPurpose; day: Day }
  | { kind: 'reason'; key: string; purpose: ReasonPurpose }
  | { kind: 'extendOrWaive'; key: string }
  | { kind: 'obstacleAbout'; abouts: ObstacleAbout[] }
  | { kind: 'obstacleText'; about: ObstacleAbout }
  | { kind: 'partMeasure'; key: string }
  | { kind: 'partAgencies'; key: string; measure: string }
  | { kind: 'partDay'; key: string; measure: string; agencies: string[] }
  | { kind: 'partText'; key: string; measure: string; agencies: string[]; day: Day }
  | { kind: 'letter'; key: string; part: 'number' | 'day' | 'signatory' | 'way'; letter: Partial<Letter> }
  /** Everything is known; the person reads it once more. */
  | { kind: 'sure'; key: string | null; request: Request; back: OpenQuestion };

/** The whole dialogue of one person: plain JSON, kept in the database, the same on every channel and device. */
export interface DialogueState {
  schema: 1;
  /** Raised by every step; the caller writes only over the version it read. */
  version: number;
  /** Number of the open question; an answer to another number finds it closed. */
  question: number;
  open: OpenQuestion;
  paused: boolean;
  /** By obligation. */
  drafts: Record<string, ReportDraft>;
  /** The obligation last sent, so that "sửa" finds it. */
  lastSent: string | null;
  /** Field questions asked lately, so that a late answer is told the present value. At most 30. */
  asked: { question: number; obligation: string; field: string }[];
  /** An act in hand, under the key of what asked for it: noted by the caller before it is done, gone when it is told. */
  doing?: { key: string; request: Request };
}

export type ReplyKind = 'question' | 'info' | 'receipt' | 'summary' | 'error' | 'saved';

export interface ReplyOption {
  n: number;
  label: string;
  /** Sent back as a `choice` event; dies with its question. */
  id: string;
}

export type ReplyLink =
  | { to: 'receipt'; number: string; label: string }
  | { to: 'verify'; number: string; label: string }
  | { to: 'obligation'; obligation: string; label: string };

/** One message, free of any channel: the web draws a card, Telegram and Zalo get plain numbered text. */
export interface Reply {
  kind: ReplyKind;
  title?: string;
  lines: string[];
  /** Label and value, one a line: a receipt's facts. */
  fields?: { label: string; value: string }[];
  /** Numbered lines of a summary or a list. */
  rows?: { n: number; label: string; value: string; note?: string }[];
  options?: ReplyOption[];
  /** How to answer: "Trả lời bằng một số." */
  hint?: string;
  links?: ReplyLink[];
  /** The open question that this message asks; absent on others. */
  question?: number;
}

export interface Step {
  state: DialogueState;
  replies: Reply[];
  requests: Request[];
}
