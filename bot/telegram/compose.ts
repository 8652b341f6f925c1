import { randomBytes } from 'node:crypto';
import { AGAIN } from '../../wording/telegram.ts';
import { plainText, splitText } from '../dialogue/plain-text.ts';
import type { Reply, ReplyLink } from '../dialogue/types.ts';
import type { ButtonEvent, NewSend } from './ports.ts';

/** UTF-16 units that one message may have. */
const LONGEST = 4096;

/** Up to so many UTF-16 units a label stands on its button; longer ones show their number only. */
const LONGEST_LABEL = 32;

export interface Saying {
  key: string;
  chat: string;
  person: string | null;
  message: string | null;
  repeat: boolean;
}

/** The replies of one step as one message, cut where it is too long, with the buttons of the open question below. */
export function sendsOf(saying: Saying, replies: Reply[], address: (link: ReplyLink) => string): NewSend[] {
  const text = replies.map((reply) => plainText(reply, address)).join('\n\n');
  const asking = replies.at(-1);
  const options = asking?.options ?? [];
  const short = options.every(({ label }) => label.length <= LONGEST_LABEL);
  const buttons = options.map(({ n, label, id }) => ({
    label: short ? `${n}. ${label}` : String(n),
    event: { kind: 'choice' as const, id },
  }));
  return textSends(saying, text, buttons, asking?.question ?? null);
}

export function textSends(
  saying: Saying,
  text: string,
  buttons: { label: string; event: ButtonEvent }[] = [],
  question: number | null = null,
): NewSend[] {
  const parts = splitText(text, LONGEST - AGAIN.length - 1);
  return parts.map((part, index) => {
    const last = index === parts.length - 1;
    return {
      ...saying,
      key: `${saying.key}/say/${index}`,
      text: part,
      buttons: last ? buttons.map((button) => ({ ...button, id: buttonId() })) : [],
      question: last ? question : null,
    };
  });
}

/** 96 random bits in 16 bytes: it says nothing, and nobody can guess one. */
function buttonId(): string {
  return randomBytes(12).toString('base64url');
}
