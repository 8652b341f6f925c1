import type { Instant } from '../domain/calendar/instant.ts';
import type { Returned } from './returned.ts';

/** A letter that one of our own mail servers took. */
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

/** A letter that came to the return address, with what it says about ours. */
export interface ReturnedLetter extends Returned {
  /** When it came. */
  at: Instant;
  /** Envelope address. */
  to: string;
  /** As it came over the wire. */
  source: string;
}

/** Where letters that come back are kept, together with all that follows from them. */
export interface ReturnBox {
  keep(letter: ReturnedLetter): Promise<void>;
}
