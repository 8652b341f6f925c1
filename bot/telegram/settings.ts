import { rootNeedsHttps, SECRET_SHAPE, TOKEN_SHAPE } from '../../wording/operator/telegram.ts';

export interface TelegramSettings {
  token: string;
  /** Address of the Bot API without a closing slash, such as https://api.telegram.org. */
  apiRoot: string;
  /** Set when Telegram calls us at `url`; null when we ask it. */
  webhook: { secret: string; url: string } | null;
  pace?: Partial<TelegramPace>;
}

/** Times in milliseconds. */
export interface TelegramPace {
  /** Between two messages to one chat; the provider asks for one second. Default 1,000. */
  perChat: number;
  /** A call that takes longer is of unknown fate. Default 15,000. */
  callTimeout: number;
  /** How long one question for updates waits for an answer. Default 20,000. */
  pollTimeout: number;
  /** How long a process that died keeps the others from taking over. Default 30,000. */
  lease: number;
  /** How often the database is asked for work that nobody announced. Default 1,000. */
  idle: number;
  /** Before another attempt after a fault; doubled each time, at most a minute. Default 1,000. */
  retry: number;
  /** Before polling again where somebody else polls. Default 30,000. */
  conflict: number;
}

export const DEFAULT_PACE: TelegramPace = {
  perChat: 1_000,
  callTimeout: 15_000,
  pollTimeout: 20_000,
  lease: 30_000,
  idle: 1_000,
  retry: 1_000,
  conflict: 30_000,
};

/** The path of the web application at which Telegram calls us. */
export const WEBHOOK_PATH = '/telegram/webhook';

/** The bot cannot be started like this; the message is for the operator. */
export class TelegramRefused extends Error {}

/**
 * Settings that can be used, or a refusal: an empty or short secret would let anybody speak for anybody, and the token
 * travels in the address, so it goes out encrypted or not at all.
 *
 * @throws TelegramRefused
 */
export function checkedSettings(settings: TelegramSettings): TelegramSettings {
  if (!/^\d+:[\w-]+$/.test(settings.token)) throw new TelegramRefused(TOKEN_SHAPE);
  if (settings.webhook !== null && !/^[A-Za-z0-9_-]{16,256}$/.test(settings.webhook.secret)) {
    throw new TelegramRefused(SECRET_SHAPE);
  }
  const apiRoot = settings.apiRoot.replace(/\/+$/, '');
  const url = URL.canParse(apiRoot) ? new URL(apiRoot) : null;
  const loopback = url !== null && /^(localhost|\[::1\]|127(\.\d+){3})$/.test(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback))) {
    throw new TelegramRefused(rootNeedsHttps(settings.apiRoot));
  }
  return { ...settings, apiRoot };
}

/** The bot's number: the part of its token that is no secret. */
export function botOf(token: string): string {
  return token.slice(0, token.indexOf(':'));
}
