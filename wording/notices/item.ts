import type { Day, Instant } from '../../domain/calendar/instant.ts';
import type { NoticeKind } from '../../domain/notice/notice.ts';

/** Everything a notice says, looked up when it is sent: full names, days, and what people wrote. */
export interface NoticeItem {
  /** Domain key, shown as "Mã tin". */
  key: string;
  kind: NoticeKind;
  /** The day on which it leaves; days left are counted from it. */
  today: Day;
  /** True when it leaves after its day because the system was away. */
  late: boolean;
  to: {
    /** The post the notice is for. */
    role: PostRole;
    /** The post the person holds: the same, or the one that steps in where nobody holds it. */
    post: PostRole;
    /** Full name of the agency in whose name the person is written to. */
    agency: string;
    /** Since when the person holds the post; null where he does not hold it himself. */
    since: Day | null;
    /** Name of the absent holder he stands in for. */
    standsInFor: string | null;
  };
  basis: NoticeBasis | null;
  /** What is owed, inside a sentence: "báo cáo năm 2024"; null for an obstacle that is free of any duty. */
  what: string | null;
  /** Full name of the agency it is about; null for a whole round. */
  owner: string | null;
  /** Full name of the agency that receives and reviews. */
  receiver: string | null;
  /** Full name of the coordinating agency. */
  coordinator: string;
  /** True where no reviewer accepts: the duty ends when a letter's number, date and way of sending are recorded. */
  closesByLetter: boolean;
  /** True where the duty was asked for as urgent. Default false. */
  urgent?: boolean;
  deadline: NoticeDeadline | null;
  /** The notice's own facts, as listed in domain/notice/notice.ts. */
  facts: Record<string, string | number | null>;
  /** The stored words it carries, quoted word for word. */
  words: NoticeWords | null;
  /** What was done before, oldest first; for those who are asked to decide. */
  done: DoneStep[];
  effect: NoticeEffect | null;
  /** How the open rounds stand; for `weeklyDigest`. */
  week?: NoticeWeek | null;
  obstacle: NoticeObstacle | null;
  /** Messages that a channel could not take, newest first; for `unreachable`. */
  failures: { on: Day; channel: string; error: string | null }[];
  /** Address of the page that answers it; null where there is none. */
  link: string | null;
  /** The obligation it is about, for links inside a chat. */
  obligation: string | null;
}

export type PostRole = 'focalPoint' | 'head' | 'reviewer' | 'coordinator' | 'leadership' | 'admin';

export interface NoticeBasis {
  /** "Kế hoạch số 54/KH-UBND ngày 07/04/2022 của Ủy ban nhân dân tỉnh …" */
  document: string;
  /** "KH 54/KH-UBND" */
  short: string;
  clause: string | null;
  quote: string | null;
  /** Number and day of the document that asked for it outside the plan's calendar. */
  asked?: string;
}

export interface NoticeDeadline {
  number: number;
  lastDayOn: Day;
  /** True when the plan does not print the day. */
  default: boolean;
  /** Working days left, 0 = today, negative = working days past. */
  daysLeft: number;
  /** How the day came, oldest first. */
  how: HowStep[];
}

export type HowStep =
  /** The rule's own sentence (domain/plan/basis.ts). */
  | { kind: 'rule'; basis: string | null; lastDayOn: Day }
  | { kind: 'request'; lastDayOn: Day; on: Day; by: string | null }
  | {
      kind: 'extension' | 'return' | 'resumed' | 'calendar' | 'leadership' | 'reopened';
      number: number;
      lastDayOn: Day;
      on: Day;
      by: string | null;
      /** For an extension: the day it was asked for, and by whom. */
      askedOn: Day | null;
    };

export interface NoticeWords {
  text: string;
  /** Whose words they are; null when the directory no longer knows. */
  by: { name: string; agency: string } | null;
  on: Day;
}

export interface DoneStep {
  on: Day;
  what:
    | { kind: 'rung'; step: number; to: 'head' | 'coordinator' | 'leadership'; agency: string; deliveries: Delivery[] }
    | { kind: 'act'; act: string; agency: string | null; to: Day | null; words: string | null }
    /** The present message. */
    | { kind: 'this'; step: number };
}

export interface Delivery {
  channel: string;
  state: 'read' | 'delivered' | 'failed' | 'held' | 'waiting';
  /** Moment of reading, or of delivery. */
  at: Instant | null;
}

/** What the delay touches: the consolidation that is made of these reports. */
export interface NoticeEffect {
  what: string;
  receivers: string[];
  lastDayOn: Day;
  daysLeft: number;
  submitted: number;
  total: number;
}

/** How a plan's open rounds stand at the beginning of a week. */
export interface NoticeWeek {
  overdue: { what: string; agencies: string[] }[];
  /** Within five working days. */
  dueSoon: { what: string; lastDayOn: Day; agencies: string[] }[];
  waitingForLeadership: number;
  waitingForReview: number;
}

export interface NoticeObstacle {
  /** The words with which it was raised. */
  text: string;
  by: { name: string; agency: string } | null;
  raisedOn: Day;
  /** "nhiệm vụ 2.1"; null where it is about a whole duty or free. */
  measure: string | null;
}
