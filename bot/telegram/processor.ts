import type { Api } from 'grammy';
import { plusMs } from '../../domain/calendar/instant.ts';
import { STALE_BUTTON, STALE_TOAST } from '../../wording/telegram.ts';
import { type Answer, answerUpdate, giveUp } from './answer.ts';
import { call } from './call.ts';
import { type Loop, startLoop } from './loop.ts';
import type { Effect, StoredUpdate, TelegramPorts } from './ports.ts';
import { redacted } from './redact.ts';
import type { TelegramPace } from './settings.ts';

/** Chats whose updates are processed side by side. */
const WIDTH = 4;

/** An update that fails so often is passed over, so that what the person writes next is heard. */
const MOST_ATTEMPTS = 6;

export interface Work {
  token: string;
  bot: string;
  pace: TelegramPace;
  api: Api;
  /** False when somebody else may have taken over. */
  mayAct(): boolean;
}

/** Takes the kept updates, of each chat in order, and answers them. `onAnswer` is told when something waits to be sent. */
export function startProcessor(ports: TelegramPorts, work: Work, onAnswer: () => void): Loop {
  const { bot, token, pace } = work;
  const fault = (error: unknown, about: string): void => ports.onFault(redacted(error, token), about);

  async function process(update: StoredUpdate): Promise<void> {
    let answer: Answer;
    try {
      answer = await answerUpdate(ports, bot, update);
      await ports.updates.finish(bot, update, ports.clock(), answer.effects);
    } catch (error) {
      fault(error, `update ${update.id}`);
      await again(update, redacted(error, token).message);
      return;
    }
    if (answer.query !== null) acknowledge(answer.query, answer.effects);
    onAnswer();
  }

  async function again(update: StoredUpdate, error: string): Promise<void> {
    const at = ports.clock();
    if (update.attempts + 1 < MOST_ATTEMPTS) {
      await ports.updates.postpone(bot, update.id, plusMs(at, pace.retry * 2 ** update.attempts), error);
      return;
    }
    const effects = await giveUp(ports, bot, update);
    await ports.updates.finish(bot, update, at, [...effects, { do: 'failed', error }]);
    onAnswer();
  }

  /** Takes the waiting sign from the pressed button; the answer itself is a message, so nothing is lost without it. */
  function acknowledge(query: string, effects: Effect[]): void {
    const stale = effects.some((effect) => effect.do === 'send' && effect.send.text === STALE_BUTTON);
    void call(token, () => work.api.answerCallbackQuery(query, stale ? { text: STALE_TOAST } : {}));
  }

  return startLoop(
    async () => {
      if (!work.mayAct()) return pace.idle;
      const updates = await ports.updates.heads(bot, ports.clock(), WIDTH);
      await Promise.all(updates.map(process));
      return updates.length > 0 ? 0 : pace.idle;
    },
    pace.retry,
    (error) => fault(error, 'updates'),
  );
}
