import type { Day } from '../calendar/instant.ts';
import type { Actor } from '../engine/message.ts';
import type { Submission } from './obligation.ts';

/**
 * What a person may do with one obligation. `ref` names stored words (a reason, a letter's number, date and signatory);
 * the words themselves stay in the database.
 */
export type ObligationCommand = { agency: string; by: Actor } & (
  | {
      do: 'submit';
      receipt: string;
      source: Submission['source'];
      actedOn: Day;
      /** True when a signed letter's number, date and signatory came with it. */
      signed: boolean;
      measures: Record<string, string>;
      ref: string;
    }
  | { do: 'confirm' }
  | { do: 'recordLetter'; ref: string }
  | { do: 'recordSent'; ref: string; sentOn: Day }
  | { do: 'object'; ref: string }
  | { do: 'accept'; ref: string | null }
  | { do: 'return'; ref: string }
  | { do: 'requestExtension'; to: Day; ref: string }
  | { do: 'extend'; to: Day; ref: string }
  | { do: 'refuseExtension'; ref: string }
  | { do: 'waive'; ref: string }
  | { do: 'suspend'; ref: string }
  | { do: 'resume'; ref: string | null }
  | { do: 'lead'; answer: 'seen' | 'direct' | 'extend' | 'waive'; to: Day | null; ref: string | null }
);

/** What a person may do with a whole round. */
export type RoundCommand = { by: Actor } & ({ do: 'lock'; ref: string } | { do: 'unlock'; ref: string });
