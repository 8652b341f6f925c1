import type { Chat, Message, Update } from 'grammy/types';

/** What an update says, for us. */
export type Meaning =
  | { kind: 'nothing' }
  /** The person blocked the bot or took the block back; `at` in seconds since 1970. */
  | { kind: 'member'; blocked: boolean; at: number }
  | { kind: 'button'; query: string; data: string }
  | { kind: 'edited'; text: string }
  | { kind: 'start'; code: string | null; message: number }
  | { kind: 'leave'; message: number }
  | { kind: 'forwarded'; text: string; message: number }
  /** Something without words: a picture, a document, a voice. */
  | { kind: 'file'; message: number }
  /** `replyTo` is the message of ours that it answers. */
  | { kind: 'text'; text: string; message: number; replyTo: number | null };

/** The private chat of an update, by number; empty where it has none: groups are left alone. */
export function chatOf(update: Update): string {
  const chat = anyChatOf(update);
  return chat?.type === 'private' ? String(chat.id) : '';
}

function anyChatOf(update: Update): Chat | undefined {
  return (update.message ?? update.edited_message ?? update.my_chat_member ?? update.callback_query?.message)?.chat;
}

export function meaningOf(update: Update): Meaning {
  if (update.my_chat_member) {
    const { new_chat_member, date } = update.my_chat_member;
    return { kind: 'member', blocked: ['kicked', 'left'].includes(new_chat_member.status), at: date };
  }
  if (update.callback_query) {
    const { id, data } = update.callback_query;
    return { kind: 'button', query: id, data: data ?? '' };
  }
  if (update.edited_message) {
    const text = wordsOf(update.edited_message);
    return text === '' ? { kind: 'nothing' } : { kind: 'edited', text };
  }
  return update.message ? messageMeaning(update.message) : { kind: 'nothing' };
}

function messageMeaning(message: Message): Meaning {
  const text = wordsOf(message);
  const at = { message: message.message_id };
  if (message.forward_origin !== undefined || 'forward_date' in message) return { kind: 'forwarded', text, ...at };
  if (message.text === undefined) return { kind: 'file', ...at };
  const start = /^\/start(?:@\w+)?(?:\s+(\S+))?\s*$/.exec(text);
  if (start) return { kind: 'start', code: start[1] ?? null, ...at };
  if (/^\/tho[aá]t(?:@\w+)?\s*$/iu.test(text.normalize('NFC'))) return { kind: 'leave', ...at };
  return { kind: 'text', text: withoutSlash(text), replyTo: message.reply_to_message?.message_id ?? null, ...at };
}

function wordsOf(message: Message): string {
  return message.text ?? message.caption ?? '';
}

/** "/viec@dondoc_bot" → "viec": every word works as a command too. */
function withoutSlash(text: string): string {
  return /^\/\p{L}/u.test(text) ? text.slice(1).replace(/^([\p{L}_]+)@\w+/u, '$1') : text;
}
