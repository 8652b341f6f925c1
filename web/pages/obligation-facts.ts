import type { Day, Instant } from '../../domain/calendar/instant.ts';
import type { Subject } from '../access.ts';
import type { KeptFact } from '../components/box.tsx';
import type { DaysUsedFact } from '../components/days-used.tsx';
import type { LadderFact } from '../components/ladder.tsx';
import type { RunningView } from '../components/running-card.tsx';
import type { StateFact } from '../components/state-tag.tsx';
import type { StoryFact } from '../components/story.tsx';

/** One numbered deadline. */
export interface DeadlineFact {
  number: number;
  lastDay: Day;
  isDefault: boolean;
  /** Why this day: "10 ngày làm việc trước hạn tổng hợp 14/11". */
  why: string;
  calculation: string[];
  state: StateFact;
  /** "bản 1 gửi 30/10; bậc thang không dùng". */
  result: string;
}

/** Words of an answer; a struck part is a value that was replaced. */
export interface Fragment {
  text: string;
  as: 'plain' | 'strong' | 'struck';
}

/** One numbered version of the answer. */
export interface VersionFact {
  number: number;
  /** Null while it is being written. */
  sentAt: Instant | null;
  receipt: string | null;
  content: Fragment[];
  /** "chính thức: lãnh đạo Sở xác nhận 30/10", "bản nháp", "ghi hộ từ điện thoại ngày 05/11". */
  standing: string;
  decision: { is: 'accepted' | 'returned'; on: Day } | null;
}

/** A question of the report, for the form in which the coordinator records an answer on behalf of the agency. */
export interface AnswerFieldFact {
  /** Field id of the form. */
  id: string;
  label: string;
  /** Numbered choices; empty = a figure or free text. */
  options: { value: string; label: string }[];
  /** Unit of a figure, last year's value and the like. */
  hint: string | null;
}

/** What an agency was asked for as its part of a measure that another leads. */
export interface PartFact {
  key: string;
  agency: string;
  measure: string;
  lastDay: Day;
  state: StateFact;
  /** Its own words, quoted, once they are official. */
  words: string | null;
  /** True while it waits for the lead's word. */
  waits: boolean;
}

export interface PartsFact {
  asked: PartFact[];
  /** What may be asked now, and between which days; null where nothing is. */
  offer: {
    from: Day;
    until: Day;
    measures: { measure: string; text: string; agencies: { id: string; name: string }[] }[];
  } | null;
}

export type ObligationAct =
  | 'accept'
  | 'return'
  | 'extend'
  | 'refuseExtension'
  | 'waive'
  | 'suspend'
  | 'resume'
  | 'recordOnBehalf'
  | 'recordSent'
  | 'confirm'
  | 'recordLetter'
  | 'object'
  | 'requestExtension'
  | 'askParts'
  | 'answer'
  | 'raiseObstacle';

/** One duty of one agency: its legal basis, deadlines, versions, days, story, and what may be done now. */
export interface ObligationView {
  key: string;
  subject: Subject;
  at: Instant;
  agency: string;
  /** "báo cáo năm …". */
  title: string;
  plan: { id: string; name: string };
  round: { id: string; title: string };
  state: StateFact;
  /** The deadline in force; null when the duty is closed. */
  deadline: { number: number; lastDay: Day; daysLeft: number; isDefault: boolean } | null;
  basis: {
    /** Kind, number, day and issuer of the document, and the clause: "Kế hoạch số … ngày … của UBND tỉnh …, mục IV.2". */
    document: string;
    /** Whom the clause names: "(cơ quan) là một trong sáu sở được giao"; null when there is nothing to add. */
    scope: string | null;
    quote: string | null;
    /** The words of who asked for it out of turn, as a sentence; absent where the plan asks. */
    asked?: string | null;
    /** What the plan leaves open, and who reviews. */
    note: string;
  };
  ladder: LadderFact;
  deadlines: DeadlineFact[];
  versions: VersionFact[];
  spans: DaysUsedFact[];
  /** Working days the reviewer has for one version. */
  reviewDays: number;
  /** Newest first. */
  story: StoryFact[];
  /** Acts of this reader now, as the rules take them; `when` says when an act becomes possible. */
  acts: { act: ObligationAct; ready: boolean; when: string | null }[];
  /** The version that acceptance, return, confirmation and objection are about; 0 = none. */
  version: number;
  /** The day that an open request asks for; null without one. */
  askedDay: Day | null;
  answerFields: AnswerFieldFact[];
  parts: PartsFact;
  /** What the reader has just sent about it and the house has yet to record. */
  kept: KeptFact[];
  running: RunningView;
}
