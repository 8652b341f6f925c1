import type { Day } from '../domain/calendar/instant.ts';
import type { MoneySource } from '../domain/form/form.ts';
import type { ReviewOutcome } from '../domain/machines/plan-state.ts';

/** What a person may ask from a page. Words travel as typed; the receiver stores them and passes on their key. */
export type WebCommand =
  | { do: 'accept'; obligation: string; version: number }
  | { do: 'return'; obligation: string; version: number; reason: string }
  | { do: 'requestExtension'; obligation: string; to: Day; reason: string }
  | { do: 'extend'; obligation: string; to: Day; reason: string }
  | { do: 'refuseExtension'; obligation: string; reason: string }
  | { do: 'waive'; obligation: string; reason: string }
  | { do: 'suspend'; obligation: string; reason: string }
  | { do: 'resume'; obligation: string }
  | { do: 'confirm'; obligation: string; version: number }
  | { do: 'recordLetter'; obligation: string; letter: LetterFacts }
  | { do: 'recordSent'; obligation: string; number: string; sentOn: Day; way: SendingWay }
  | { do: 'recordOnBehalf'; obligation: string; record: RecordOnBehalf }
  | { do: 'object'; obligation: string; version: number; reason: string }
  | { do: 'lock'; round: string; reason: string }
  | { do: 'unlock'; round: string; reason: string }
  | { do: 'leaderSeen'; obligation: string }
  | { do: 'leaderDirect'; obligation: string; text: string; to: Day }
  | { do: 'leaderExtend'; obligation: string; to: Day; reason: string }
  | { do: 'leaderWaive'; obligation: string; reason: string }
  | { do: 'raiseObstacle'; about: string | null; text: string }
  | { do: 'answerObstacle'; obstacle: string; text: string }
  | { do: 'forwardObstacle'; obstacle: string; text: string }
  | { do: 'settleObstacle'; obstacle: string }
  | { do: 'reopenObstacle'; obstacle: string; reason: string }
  | { do: 'contribute'; obligation: string; measure: string; agencies: string[]; to: Day; text: string }
  | { do: 'settleImported'; obligation: string; as: 'letter'; number: string; day: Day }
  | { do: 'settleImported'; obligation: string; as: 'notApplicable'; reason: string }
  | { do: 'reopenImported'; obligation: string; to: Day; reason: string }
  | {
      do: 'request';
      plan: string;
      agencies: string[];
      to: Day;
      text: string;
      document: DocumentTyped;
      urgent: boolean;
    }
  /** `to` null: the product's default. */
  | {
      do: 'trigger';
      plan: string;
      measure: string;
      to: Day | null;
      text: string;
      document: DocumentTyped;
      urgent: boolean;
    }
  /** Who takes the part of a lead that the plan leaves to nobody. */
  | { do: 'assignMeasure'; plan: string; measure: string; agencies: string[]; reason: string }
  /** `document` null: leadership itself decides. */
  | {
      do: 'decideReview';
      plan: string;
      review: string;
      outcome: ReviewOutcome;
      feeds: string | null;
      document: DocumentTyped | null;
      text: string;
    }
  | {
      do: 'recordMoney';
      plan: string;
      step: 'allocation' | 'settlement';
      year: number;
      agency: string;
      measure: string | null;
      source: MoneySource;
      /** As typed: "1.250.000.000", "1,25 tỷ". */
      amount: string;
      document: DocumentTyped;
      text: string;
    }
  /** The one that the target's rule asks for; the base as typed. */
  | { do: 'settleTarget'; plan: string; target: string; base: string | null; from: number | null; reason: string }
  /** Receipts that state the same thing; or that were marked so by mistake. */
  | { do: 'markSame' | 'markApart'; plan: string; target: string; receipts: string[]; reason: string }
  | { do: 'changeAddress'; person: string; email: string; phone: string }
  | { do: 'announceDay'; day: Day; working: boolean; why: string; basis: string };

/** A document by its number and day. */
export interface DocumentTyped {
  number: string;
  day: Day;
}

/** A signed letter that makes a draft official. */
export interface LetterFacts {
  number: string;
  day: Day;
  signatory: string;
}

/** How a consolidation was sent: `system` = trục liên thông văn bản, `direct` = nộp trực tiếp, `post` = bưu chính. */
export type SendingWay = 'system' | 'direct' | 'post';

/** An answer that came by letter, telephone or paper, entered by the coordinator. */
export interface RecordOnBehalf {
  way: 'letter' | 'phone' | 'paper';
  /** The day on which the agency acted; the day of entry is kept beside it. */
  actedOn: Day;
  /** Present when the way is a letter. */
  letter: LetterFacts | null;
  /** As typed, by field id; left out where nothing was typed. */
  answers: Record<string, string>;
  /** Anything else the agency said. */
  text: string;
}
