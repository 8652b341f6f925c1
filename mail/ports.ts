import type { Instant } from '../domain/calendar/instant.ts';

/** A letter that the trial's own mail server took. */
export interface ReceivedLetter {
  messageId: string | null;
  /** The domain's moment: the letter's own date. */
  at: Instant;
  from: string;
  /** Envelope address. */
  to: string;
  subject: string;
  text: string;
  html: string | null;
  /** As it came over the wire. */
  source: string;
}

/** Where letters are kept. */
export interface LetterBox {
  keep(letter: ReceivedLetter): Promise<void>;
}
