import type { NoticeItem } from './item.ts';

/** What one notice says, free of any channel; the frame around it is in message.ts. */
export interface NoticeText {
  /** Subject of a letter that holds only this, and heading where there are several. */
  subject: string;
  /** One sentence, one fact. */
  says: string[];
  /** Somebody's own words, introduced by what they are. */
  quoted?: { title: string; words: string; by: string | null }[];
  /** What can be answered, numbered from 1. */
  answers: string[];
  /** One line under the answers. */
  hint?: string;
  /** How the deadline came is explained. */
  showsHow?: boolean;
  /** What was done so far, and what the delay touches. */
  showsDone?: boolean;
  /** Second half of "Vì sao tôi nhận tin này?". */
  why: string;
  /** Order within one message, smallest first. */
  urgency: 1 | 2 | 3 | 4;
}

export type WriteNotice = (item: NoticeItem) => NoticeText;
