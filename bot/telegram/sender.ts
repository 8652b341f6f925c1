import { type Instant, plusMs } from '../../domain/calendar/instant.ts';
import { PURE_REMINDERS } from '../../domain/notice/pure-reminders.ts';
import { AGAIN, LIST_LABEL, unreachableNote } from '../../wording/telegram.ts';
import { plainText } from '../dialogue/plain-text.ts';
import { toCoordinators } from './binding-talk.ts';
import { type CallOutcome, call } from './call.ts';
import { sendsOf, textSends } from './compose.ts';
import { type Loop, startLoop } from './loop.ts';
import type { NewSend, OutboxMessage, QueuedSend, SendOutcome, TelegramPorts } from './ports.ts';
import type { Work } from './processor.ts';
import { redacted } from './redact.ts';

/** The provider takes about 30 messages a second from one bot. */
const MOST_AT_ONCE = 20;
const LONGEST_RETRY_MS = 60_000;

interface InlineButton {
  text: string;
  callback_data: string;
}

/** Sends what waits in the queue, of each chat in order and at its pace, and takes dead buttons from old messages. */
export function startSender(ports: TelegramPorts, work: Work): Loop {
  const { queue } = ports;
  const { bot, token, api, pace } = work;

  async function sendOne(send: QueuedSend): Promise<CallOutcome<unknown>['kind'] | 'taken'> {
    if (!work.mayAct() || !(await queue.claim(send.seq))) return 'taken';
    const outcome = await call(token, () =>
      api.sendMessage(Number(send.chat), send.again ? `${AGAIN}\n${send.text}` : send.text, {
        link_preview_options: { is_disabled: true },
        ...(send.buttons.length === 0 ? {} : { reply_markup: { inline_keyboard: rowsOf(send.buttons) } }),
      }),
    );
    const at = ports.clock();
    const pause = plusMs(at, outcome.kind === 'wait' ? outcome.seconds * 1000 : pace.perChat);
    await queue.settle(bot, send, settled(outcome, send, at), pause);
    if (outcome.kind === 'blocked') await block(send, outcome.error);
    return outcome.kind;
  }

  function settled(outcome: CallOutcome<{ message_id?: number }>, send: QueuedSend, at: Instant): SendOutcome {
    const later = plusMs(at, Math.min(pace.retry * 2 ** Math.min(send.attempts, 16), LONGEST_RETRY_MS));
    switch (outcome.kind) {
      case 'done':
        return { status: 'sent', at, messageId: outcome.result?.message_id ?? null };
      case 'wait':
        return { status: 'queued', error: outcome.error, until: plusMs(at, outcome.seconds * 1000) };
      case 'away':
        return { status: 'queued', error: outcome.error, until: later };
      case 'unknown':
        return { status: 'unknown', error: outcome.error, until: later };
      case 'blocked':
      case 'refused':
        return { status: 'failed', error: outcome.error };
    }
  }

  /** The chat is closed to us: letters take over, and the coordinator is told. */
  async function block({ seq, chat, person }: QueuedSend, error: string): Promise<void> {
    const binding = await ports.bindings.of(chat);
    const first = binding?.reachable === true;
    const told = first
      ? await toCoordinators({ ports, key: `telegram:${bot}:send:${seq}` }, binding.person, unreachableNote)
      : [];
    await queue.block(
      bot,
      chat,
      error,
      told.flatMap((effect) => (effect.do === 'tell' ? [effect.line] : [])),
    );
    ports.onFault(redacted(new Error(`chat of ${person ?? 'nobody'} is closed: ${error}`), token), 'send');
  }

  async function retireOne({ seq, chat, messageId }: { seq: number; chat: string; messageId: number }): Promise<void> {
    const outcome = await call(token, () =>
      api.editMessageReplyMarkup(Number(chat), messageId, { reply_markup: { inline_keyboard: [] } }),
    );
    // Refused means that it is gone or has no buttons: nothing is left to take away.
    if (outcome.kind === 'done' || outcome.kind === 'refused' || outcome.kind === 'blocked') await queue.retire(seq);
    const ms = outcome.kind === 'wait' ? outcome.seconds * 1000 : outcome.kind === 'done' ? 0 : pace.perChat;
    if (ms > 0) await queue.pause(bot, chat, plusMs(ports.clock(), ms));
  }

  return startLoop(
    async () => {
      if (!work.mayAct()) return pace.idle;
      await takeOutbox(ports, bot);
      await takeOutcomes(ports, bot);
      const sends = await queue.heads(bot, ports.clock(), MOST_AT_ONCE);
      const kinds = await Promise.all(sends.map(sendOne));
      const past = kinds.includes('away') ? [] : await queue.pastKeyboards(bot, ports.clock(), MOST_AT_ONCE);
      for (const each of past) await retireOne(each);
      if (sends.length === MOST_AT_ONCE) return 1_000;
      return sends.length > 0 ? Math.min(pace.perChat, pace.idle) : pace.idle;
    },
    pace.retry,
    (error) => ports.onFault(redacted(error, token), 'send'),
  );
}

/** Messages of the outbox join the queue; where nobody can be reached they fail, and letters take over. */
async function takeOutbox(ports: TelegramPorts, bot: string): Promise<void> {
  for (const message of await ports.queue.outbox(MOST_AT_ONCE)) {
    if (message.chat === null) await ports.queue.failOutbox(message.key, 'UNREACHABLE');
    else await ports.queue.enqueue(bot, noticeSends(message, message.chat, ports), ports.clock());
  }
}

async function takeOutcomes({ queue, address, clock }: TelegramPorts, bot: string): Promise<void> {
  for (const { key, person, chat, reply } of await queue.outcomes(MOST_AT_ONCE)) {
    await queue.enqueue(bot, sendsOf({ key, chat, person, message: null, repeat: true }, [reply], address), clock());
  }
}

function noticeSends(message: OutboxMessage, chat: string, { address }: TelegramPorts): NewSend[] {
  const { key, person, subject, text, reply, kinds } = message;
  const repeat = kinds.some((kind) => !PURE_REMINDERS.some((each) => each === kind));
  const saying = { key: `message:${key}`, chat, person, message: key, repeat };
  const buttons = [{ label: LIST_LABEL, event: { kind: 'text' as const, text: 'việc' } }];
  const words = reply === null ? `${subject}\n\n${text}` : plainText(reply, address);
  return textSends(saying, words, buttons);
}

/** One button a row; bare numbers five a row. */
function rowsOf(buttons: QueuedSend['buttons']): InlineButton[][] {
  const width = buttons.every(({ label }) => label.length <= 2) ? 5 : 1;
  const rows: InlineButton[][] = [];
  for (const [index, { id, label }] of buttons.entries()) {
    const button = { text: label, callback_data: id };
    if (index % width === 0) rows.push([button]);
    else rows.at(-1)?.push(button);
  }
  return rows;
}
