import type { Day } from '../domain/calendar/instant.ts';

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
  | { do: 'settleImported'; obligation: string; as: 'letter'; number: string; day: Day }
  | { do: 'settleImported'; obligation: string; as: 'notApplicable'; reason: string }
  | { do: 'reopenImported'; obligation: string; to: Day; reason: string }
  | { do: 'changeAddress'; person: string; email: string; phone: string }
  | { do: 'announceDay'; day: Day; working: boolean; why: string; basis: string };

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
