import type { Update } from 'grammy/types';
import {
  edited,
  FILE_ON_PAGE,
  FORWARDED,
  late,
  NO_POST,
  NOT_PROCESSED,
  remarkLine,
  STALE_BUTTON,
} from '../../wording/telegram.ts';
import type { Incoming } from '../conversation/conversation.ts';
import { leave, member, type Spot, say, startWithCode, strangerSays } from './binding-talk.ts';
import { sendsOf } from './compose.ts';
import type { Binding, Effect, StoredUpdate, TelegramPorts } from './ports.ts';
import { type Meaning, meaningOf } from './read-update.ts';

/** How much of a message is quoted back. */
const LONGEST_QUOTE = 200;

/** What an update brings, and the button press that waits for a sign. */
export interface Answer {
  effects: Effect[];
  query: string | null;
}

/** The key of an update in the conversation, the same at every delivery. */
export function keyOf(bot: string, update: number): string {
  return `telegram:${bot}:${update}`;
}

/** Reads an update and says what it changes. Nothing is written but by the conversation, under the update's key. */
export async function answerUpdate(ports: TelegramPorts, bot: string, update: StoredUpdate): Promise<Answer> {
  const meaning = meaningOf(update.body);
  const query = meaning.kind === 'button' ? meaning.query : null;
  const spot = await spotOf(ports, bot, update);
  const heard: Effect[] = 'message' in meaning ? [{ do: 'heard', message: meaning.message }] : [];
  return { effects: [...heard, ...(await effectsOf(spot, bot, meaning, update.body))], query };
}

/** The update could not be processed however often it was tried: it is passed over, and the person is told. */
export async function giveUp(ports: TelegramPorts, bot: string, update: StoredUpdate): Promise<Effect[]> {
  const spot = await spotOf(ports, bot, update);
  return spot.binding === null ? [] : say(spot, NOT_PROCESSED);
}

async function spotOf(ports: TelegramPorts, bot: string, { id, chat }: StoredUpdate): Promise<Spot> {
  const [facts, binding] = [await ports.updates.chat(bot, chat), await ports.bindings.of(chat)];
  return { ports, key: keyOf(bot, id), chat, facts, binding };
}

async function effectsOf(spot: Spot, bot: string, meaning: Meaning, body: Update): Promise<Effect[]> {
  const { binding, facts } = spot;
  if (meaning.kind === 'nothing') return [];
  if (meaning.kind === 'member') return member(spot, meaning.blocked, meaning.at);
  if ('message' in meaning && meaning.message <= facts.lastMessage) {
    return binding === null ? [] : say(spot, late(shortened('text' in meaning ? meaning.text : '…')));
  }
  if (meaning.kind === 'start' && meaning.code !== null) return startWithCode(spot, meaning.code);
  if (binding === null) return strangerEffects(spot, meaning, body);
  const back: Effect[] = binding.reachable ? [] : [{ do: 'reachable', is: true }];
  return [...back, ...(await bound(spot, bot, binding, meaning))];
}

function strangerEffects(spot: Spot, meaning: Meaning, body: Update): Effect[] | Promise<Effect[]> {
  if (meaning.kind === 'edited' || body.callback_query) return [];
  return strangerSays(spot, meaning.kind === 'text' ? meaning.text : '');
}

async function bound(spot: Spot, bot: string, { person }: Binding, meaning: Meaning): Promise<Effect[]> {
  switch (meaning.kind) {
    case 'leave':
      return leave(spot, person);
    case 'start':
      return hear(spot, person, { kind: 'open' });
    case 'file':
      return say(spot, FILE_ON_PAGE);
    case 'forwarded':
    case 'edited':
      return remark(spot, person, meaning);
    case 'button': {
      const button = await spot.ports.updates.button(meaning.data, spot.chat, spot.ports.clock());
      // The binding is asked again at every press: a chat that changed hands presses nothing of its former owner.
      if (button === null || button.person !== person) return say(spot, STALE_BUTTON);
      return hear(spot, person, button.event);
    }
    case 'text': {
      const { replyTo, text } = meaning;
      const question = replyTo === null ? null : await spot.ports.updates.questionOf(bot, spot.chat, replyTo);
      return hear(spot, person, { kind: 'text', text, ...(question === null ? {} : { question }) });
    }
    default:
      return [];
  }
}

async function remark(
  spot: Spot,
  person: string,
  { kind, text }: Extract<Meaning, { kind: 'edited' | 'forwarded' }>,
): Promise<Effect[]> {
  const at = await spot.ports.now();
  const line = { key: `${spot.key}/in/0`, person, at, lines: [remarkLine(kind, text)] };
  return [{ do: 'note', line }, ...say(spot, kind === 'edited' ? edited(shortened(text)) : FORWARDED)];
}

/** Hands it to the conversation; what that answered is read from its own log, so that a crash in between loses nothing. */
async function hear({ ports, key, chat }: Spot, person: string, event: Incoming['event']): Promise<Effect[]> {
  const heard = await ports.conversation.hear({ person, channel: 'telegram', key, event });
  const saying = { key, chat, person, message: null, repeat: true };
  const replies = heard === null ? [{ kind: 'info' as const, lines: [NO_POST] }] : await ports.updates.replies(key);
  return sendsOf(saying, replies, ports.address).map((send): Effect => ({ do: 'send', send }));
}

function shortened(text: string): string {
  return text.length <= LONGEST_QUOTE ? text : `${text.slice(0, LONGEST_QUOTE)}…`;
}
