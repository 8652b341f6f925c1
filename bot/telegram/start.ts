import { randomUUID } from 'node:crypto';
import { GrammyError } from 'grammy';
import { plusMs } from '../../domain/calendar/instant.ts';
import { createApi } from './call.ts';
import { ALLOWED_UPDATES, createIntake } from './intake.ts';
import { type Loop, startLoop } from './loop.ts';
import { startPoller } from './poller.ts';
import type { BotState, TelegramPorts } from './ports.ts';
import { startProcessor, type Work } from './processor.ts';
import { redacted } from './redact.ts';
import { startSender } from './sender.ts';
import { botOf, checkedSettings, DEFAULT_PACE, type TelegramPace, type TelegramSettings } from './settings.ts';
import { createWebhook, type WebhookHandler } from './webhook.ts';

export interface TelegramOptions extends TelegramPorts {
  settings: TelegramSettings;
  /** False for a process that only takes the provider's calls and leaves all else to others. Default true. */
  acts?: boolean;
  /** Names this process among those that may act. Default a name that nobody else has. */
  holder?: string;
}

export interface Telegram {
  /** For the web application to mount; null when the bot asks for updates itself. Every process may answer it. */
  webhook: WebhookHandler | null;
  /** The outbox has something new. */
  wake(): void;
  /** Ends what is in hand and lets another process take over at once. */
  stop(): Promise<void>;
}

/** Raw updates are kept so long. */
const KEEP_MS = 60 * 24 * 3_600_000;
const FORGET_EVERY_MS = 6 * 3_600_000;

/**
 * Starts the Telegram channel. Of several processes on one database one polls, answers and sends, by a lease; the others
 * stand by, and take over when it ends or dies.
 *
 * @throws TelegramRefused when the settings cannot be used.
 */
export async function startTelegram(options: TelegramOptions): Promise<Telegram> {
  const settings = checkedSettings(options.settings);
  const pace: TelegramPace = { ...DEFAULT_PACE, ...settings.pace };
  const bot = botOf(settings.token);
  const fault = (error: unknown, about: string): void => options.onFault(redacted(error, settings.token), about);
  const { acts = true, holder = randomUUID() } = options;
  const place = { name: leaseName(bot), holder };
  const lease: Duty = acts
    ? startLease(options, pace, place, {
        begin: (mayAct) => begin(options, settings, pace, { bot, mayAct, fault }),
        fault: (error) => fault(error, 'lease'),
      })
    : { wake: () => undefined, stop: async () => undefined };
  const intake = createIntake(options.updates, bot, options.clock, () => lease.wake());
  return {
    webhook:
      settings.webhook === null
        ? null
        : createWebhook(settings.webhook.secret, intake, (error) => fault(error, 'webhook')),
    wake: () => lease.wake(),
    stop: () => lease.stop(),
  };
}

/** Whoever holds it polls, answers and sends. */
export function leaseName(bot: string): string {
  return `telegram:${bot}`;
}

interface Duty {
  wake(): void;
  stop(): Promise<void>;
}

/** Holds the lease, or waits for it; the duty lives as long as the lease is held. */
function startLease(
  { leases, updates, clock }: TelegramPorts,
  pace: TelegramPace,
  { name, holder }: { name: string; holder: string },
  { begin, fault }: { begin(mayAct: () => boolean): Promise<Duty>; fault(error: unknown): void },
): Duty {
  let duty: Duty | null = null;
  let until = '';
  let forgetAt = '';
  // What was begun must end before the lease does.
  const mayAct = (): boolean => plusMs(clock(), pace.callTimeout) < until;

  async function end(): Promise<void> {
    const ending = duty;
    duty = null;
    await ending?.stop();
  }

  const loop = startLoop(
    async () => {
      const now = clock();
      const next = plusMs(now, pace.lease);
      const held = await leases.take(name, holder, now, next);
      if (held) until = next;
      if (held && duty === null) duty = await begin(mayAct);
      if (!held) await end();
      if (held && now >= forgetAt) {
        forgetAt = plusMs(now, FORGET_EVERY_MS);
        await updates.forget(plusMs(now, -KEEP_MS));
      }
      return pace.lease / 4;
    },
    pace.retry,
    (error) => {
      fault(error);
      if (!mayAct()) void end();
    },
  );
  return {
    wake: () => duty?.wake(),
    async stop() {
      await loop.stop();
      await end();
      await leases.free(name, holder).catch(fault);
    },
  };
}

interface Place {
  bot: string;
  mayAct(): boolean;
  fault(error: unknown, about: string): void;
}

async function begin(
  options: TelegramOptions,
  settings: TelegramSettings,
  pace: TelegramPace,
  { bot, mayAct, fault }: Place,
): Promise<Duty> {
  await options.queue.recover(bot);
  const { token, apiRoot } = settings;
  const work: Work = { token, bot, pace, mayAct, api: createApi(token, apiRoot, pace.callTimeout) };
  const sender = startSender(options, work);
  const processor = startProcessor(options, work, () => sender.wake());
  const note = (state: BotState, username: string | null): Promise<void> =>
    options.updates.note(bot, { username, state, at: options.clock() });
  const source =
    settings.webhook === null
      ? startPoller({
          token,
          apiRoot,
          pace,
          intake: createIntake(options.updates, bot, options.clock, () => processor.wake()),
          onState: note,
          onFault: (error) => fault(error, 'polling'),
        })
      : registerWebhook(work, settings.webhook, note, (error) => fault(error, 'webhook'));
  return {
    wake() {
      processor.wake();
      sender.wake();
    },
    async stop() {
      await source.stop();
      await processor.stop();
      await sender.stop();
    },
  };
}

/** Tells the provider where to call, until it has been told. */
function registerWebhook(
  { api, pace }: Work,
  { url, secret }: NonNullable<TelegramSettings['webhook']>,
  note: (state: BotState, username: string | null) => Promise<void>,
  onFault: (error: unknown) => void,
): Loop {
  let told = false;
  return startLoop(
    async () => {
      if (told) return 3_600_000;
      try {
        const { username } = await api.getMe();
        await api.setWebhook(url, { secret_token: secret, allowed_updates: ALLOWED_UPDATES });
        told = true;
        await note('webhook', username);
      } catch (error) {
        const unknown = error instanceof GrammyError && [401, 404].includes(error.error_code);
        await note(unknown ? 'unauthorized' : 'away', null);
        throw error;
      }
      return 3_600_000;
    },
    pace.retry,
    onFault,
  );
}
