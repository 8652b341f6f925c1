import { Bot, GrammyError } from 'grammy';
import { createApi } from './call.ts';
import { ALLOWED_UPDATES, type Intake } from './intake.ts';
import { type Loop, startLoop } from './loop.ts';
import type { BotState } from './ports.ts';
import type { TelegramPace } from './settings.ts';

/** A token that the provider does not know is tried again after a minute: somebody may be setting it right. */
const UNAUTHORIZED_MS = 60_000;

/** How long the last request may take at a stop. */
const GOODBYE_MS = 2_000;

export interface PollerOptions {
  token: string;
  apiRoot: string;
  pace: TelegramPace;
  intake: Intake;
  onState(state: BotState, username: string | null): Promise<void>;
  onFault(error: unknown): void;
}

/**
 * Asks for updates, keeps each, and only then lets the next question confirm it. An update that cannot be kept ends this
 * bot object: the library would confirm it with its next question, while a new object asks from where the provider stands.
 */
export function startPoller(options: PollerOptions): Loop {
  const { pace, onState, onFault } = options;
  let running: Polling | null = null;
  let stopped = false;

  const loop = startLoop(
    async () => {
      if (stopped) return pace.idle;
      running = poll(options);
      try {
        await running.ended;
        return pace.retry;
      } catch (error) {
        const state = stateOf(error);
        await onState(state, null);
        if (state === 'away') throw error;
        onFault(error);
        return state === 'conflict' ? pace.conflict : UNAUTHORIZED_MS;
      } finally {
        running = null;
      }
    },
    pace.retry,
    onFault,
  );
  return {
    wake: () => loop.wake(),
    async stop() {
      stopped = true;
      await running?.stop();
      await loop.stop();
    },
  };
}

interface Polling {
  ended: Promise<void>;
  stop(): Promise<void>;
}

function poll({ token, apiRoot, pace, intake, onState }: PollerOptions): Polling {
  const client = { apiRoot, timeoutSeconds: (pace.pollTimeout + pace.callTimeout) / 1000 };
  const giveUp = new AbortController();
  let bot: Bot | null = null;
  let closing = false;
  let keeping: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    // Asked here, for the library would ask for ever and cannot be told to stop.
    const botInfo = await createApi(token, apiRoot, pace.callTimeout).getMe(giveUp.signal as never);
    if (closing) return;
    bot = new Bot(token, { client, botInfo });
    bot.use((context) => {
      if (closing) throw new Error('the bot is closing');
      keeping = intake(context.update);
      return keeping;
    });
    bot.catch(({ error }) => {
      throw error;
    });
    await bot.start({
      timeout: Math.max(1, Math.round(pace.pollTimeout / 1000)),
      allowed_updates: ALLOWED_UPDATES,
      onStart: () => onState('polling', botInfo.username),
    });
  }

  const left = new Promise<void>((leave) => giveUp.signal.addEventListener('abort', () => leave()));
  const running = run();
  const ended = Promise.race([running, left]);
  return {
    ended: ended.catch((error: unknown) => {
      if (!closing) throw error;
    }),
    async stop() {
      closing = true;
      await keeping.catch(() => undefined);
      // What came since is refused above; only then may the last request confirm what was kept.
      await new Promise((next) => setImmediate(next));
      const goodbye = Promise.allSettled([bot?.stop(), running]);
      await Promise.race([goodbye, new Promise((late) => setTimeout(late, GOODBYE_MS).unref())]);
      giveUp.abort();
    },
  };
}

function stateOf(error: unknown): BotState {
  if (!(error instanceof GrammyError)) return 'away';
  if (error.error_code === 409) return 'conflict';
  return error.error_code === 401 || error.error_code === 404 ? 'unauthorized' : 'away';
}
