import type { Day, Instant } from '../domain/calendar/instant.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { ObligationPhase } from '../domain/engine/effects.ts';
import type { Actor } from '../domain/engine/message.ts';
import type { Answer, MoneySource } from '../domain/form/form.ts';
import type { ReviewOutcome } from '../domain/machines/plan-state.ts';
import type { AskedParts } from '../domain/obligation/obligation.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { CommandAnswer } from './ports.ts';

/** A signed letter: what makes a draft official, or how a consolidation was sent. */
export interface LetterFacts {
  number: string;
  day: Day;
  signatory: string | null;
  way: 'system' | 'direct' | 'post' | null;
}

/** Everything a person may do, whatever the channel. Words travel as typed; workflows only get the key they are stored under. */
export type Act =
  | {
      do: 'submit';
      obligation: string;
      form: { id: string; version: number };
      answers: Answer[];
      measures: Record<string, string>;
      source: 'chat' | 'page' | 'letter' | 'phone' | 'paper';
      /** The day the agency acted, where somebody enters it later; null = today. */
      actedOn: Day | null;
      letter: LetterFacts | null;
      text: string;
    }
  | { do: 'confirm'; obligation: string }
  | { do: 'recordLetter'; obligation: string; letter: LetterFacts }
  | { do: 'recordSent'; obligation: string; letter: LetterFacts }
  | { do: 'accept'; obligation: string; text: string | null }
  | { do: 'return'; obligation: string; text: string }
  | { do: 'object'; obligation: string; text: string }
  | { do: 'requestExtension'; obligation: string; to: Day; text: string }
  | { do: 'extend'; obligation: string; to: Day; text: string }
  | { do: 'refuseExtension'; obligation: string; text: string }
  | { do: 'waive'; obligation: string; text: string }
  | { do: 'suspend'; obligation: string; text: string }
  | { do: 'resume'; obligation: string }
  | {
      do: 'lead';
      obligation: string;
      answer: 'seen' | 'direct' | 'extend' | 'waive';
      to: Day | null;
      text: string | null;
    }
  | { do: 'lock' | 'unlock'; round: string; text: string }
  | {
      do: 'raiseObstacle';
      plan: string | null;
      obligation: string | null;
      measure: string | null;
      /** Names the document by number where the plan takes difficulties only in writing. */
      text: string;
    }
  | { do: 'answerObstacle' | 'forwardObstacle' | 'reopenObstacle'; obstacle: string; text: string }
  | { do: 'settleObstacle'; obstacle: string }
  | {
      do: 'settleImported';
      obligation: string;
      as: 'document' | 'notApplicable' | 'noEvidence';
      text: string;
      letter: LetterFacts | null;
    }
  | { do: 'reopenImported'; obligation: string; to: Day; text: string }
  | {
      do: 'request';
      plan: string;
      agencies: string[];
      to: Day;
      text: string;
      document: string;
      urgent: boolean;
      measure: string | null;
    }
  | {
      /** A measure that waits for a request or an event is set going. */
      do: 'trigger';
      plan: string;
      measure: string;
      /** Null: the product's default. */
      to: Day | null;
      /** Number and day of the document that sets it going. */
      document: string;
      urgent: boolean;
      text: string;
    }
  | {
      /** A lead asks cooperating agencies for their parts of one measure, before his own obligation is due. */
      do: 'contribute';
      obligation: string;
      measure: string;
      agencies: string[];
      to: Day;
      text: string;
    }
  | {
      do: 'decideReview';
      plan: string;
      review: string;
      outcome: ReviewOutcome;
      feeds: string | null;
      /** Number and day of leadership's letter, where the coordinator records the decision. */
      document: string | null;
      text: string;
    }
  | {
      /** Base, starting year, parts counted twice (`same`) or counted by themselves again (`apart`) of a target's figures. */
      do: 'settleTarget';
      plan: string;
      target: string;
      base: number | null;
      from: number | null;
      same: string[];
      apart: string[];
      text: string;
    }
  | {
      /** Who takes the part of a measure's lead that the plan leaves to nobody. */
      do: 'assignMeasure';
      plan: string;
      measure: string;
      agencies: string[];
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
      /** Whole đồng. */
      amount: number;
      document: string;
      text: string;
    }
  | { do: 'changeCalendar'; plan: string; calendar: WorkCalendar; text: string };

export type ActOutcome =
  | { kind: 'done'; at: Instant; receipt: string | null }
  /** Kept in the database; the process that decides is away and will apply it once. */
  | { kind: 'kept'; at: Instant; receipt: string | null }
  | { kind: 'refused'; refusal: Refusal };

/** What the acts need to know and to keep; implemented in store/records.ts. */
export interface Records {
  obligation(key: string): Promise<ObligationRecord | null>;
  plan(id: string): Promise<PlanRecord | null>;
  /** What decides whether parts of a measure may be asked for an obligation; null for one that nobody knows. */
  partsAsked(obligation: string, measure: string): Promise<PartsRecord | null>;
  /** Ids of all plans, in order. */
  plans(): Promise<string[]>;
  obstacle(id: string): Promise<{ workflow: string } | null>;
  /** Keeps words under `ref`; the same ref twice is the same words. */
  keepText(text: {
    ref: string;
    at: Instant;
    person: string;
    text: string;
    facts: Record<string, unknown>;
  }): Promise<void>;
  /** Keeps the answers and gives the receipt's number, such as BN-2024-0203; the same key gives the same number. */
  keepSubmission(submission: {
    key: string;
    obligation: string;
    person: string;
    at: Instant;
    form: { id: string; version: number };
    answers: Answer[];
  }): Promise<string>;
  /**
   * The person is about to be told that his act is kept: from now on he is owed word of what becomes of it. Gives the
   * answer where it has come meanwhile; then nothing is owed.
   */
  keepAct(key: string, facts: KeptFacts): Promise<CommandAnswer>;
}

/** What an act was, to tell later what became of it. */
export interface KeptFacts {
  /** As wording/act-done.ts names acts. */
  act: string;
  obligation: string | null;
  obstacle: string | null;
  to: Day | null;
  receipt: string | null;
}

export interface ObligationRecord {
  round: string;
  agency: string;
  plan: string;
  imported: boolean;
  /** Last day of the deadline in force. */
  lastDayOn: Day;
}

export interface PartsRecord {
  phase: ObligationPhase;
  agency: string;
  /** Parts asked for it before, by their round. */
  parts: Record<string, AskedParts>;
  /** Agencies that may be asked; null where the plan has no such measure. */
  cooperating: string[] | null;
}

export interface PlanRecord {
  province: string;
  coordinator: string;
  leadership: string;
  calendar: WorkCalendar;
  /** True where the plan takes difficulties only in writing. */
  obstaclesInWriting: boolean;
}

/** Who acts, through which channel, and the name of the act for ever: repeating it is doing it once. */
export interface ActContext {
  actor: Actor;
  channel: string;
  key: string;
}

/** Does what a person asks: keeps his words, hands the command to the workflow that decides, and tells what became of it. */
export type Perform = (context: ActContext, act: Act) => Promise<ActOutcome>;
