import type { Conversation } from '../bot/conversation/conversation.ts';
import { bindingLink, issueBindingCode } from '../bot/telegram/binding-code.ts';
import { botOf, WEBHOOK_PATH } from '../bot/telegram/settings.ts';
import { startTelegram, type Telegram } from '../bot/telegram/start.ts';
import { type Instant, instantFromMs } from '../domain/calendar/instant.ts';
import type { Roster } from '../domain/roster/roster.ts';
import { createBindingStore } from '../store/binding-store.ts';
import type { Database } from '../store/database.ts';
import { createLeaseStore } from '../store/lease-store.ts';
import { createTelegramQueue } from '../store/telegram-queue.ts';
import { createTelegramUpdates } from '../store/telegram-updates.ts';
import { hrefObligation, hrefReceipt } from '../web/href.ts';
import type { TelegramConfiguration } from './config.ts';

export interface TelegramParts {
  telegram: TelegramConfiguration;
  /** The address that people use, without a closing slash. */
  url: string;
  database: Database;
  /** False for a process of pages: it takes the provider's calls, and a bot answers. */
  acts: boolean;
  /** This process by its name. */
  holder: string;
  conversation: Pick<Conversation, 'hear'>;
  roster(): Promise<Roster>;
  /** The domain's moment. */
  now(): Promise<Instant>;
  onFault(error: Error, about: string): void;
}

/** Puts the Telegram channel together and starts it. @throws TelegramRefused when its settings cannot be used. */
export function openTelegram(parts: TelegramParts): Promise<Telegram> {
  const { telegram, url, database, acts, holder, conversation, roster, now, onFault } = parts;
  const { db } = database;
  const { token, apiRoot, webhookSecret } = telegram;
  return startTelegram({
    acts,
    holder,
    settings: {
      token,
      apiRoot,
      webhook: webhookSecret === null ? null : { secret: webhookSecret, url: `${url}${WEBHOOK_PATH}` },
    },
    updates: createTelegramUpdates(db),
    queue: createTelegramQueue(db),
    bindings: createBindingStore(db, 'telegram'),
    leases: createLeaseStore(db),
    conversation,
    roster,
    now,
    clock: () => instantFromMs(Date.now()),
    address: (link) => `${url}${link.to === 'obligation' ? hrefObligation(link.obligation) : hrefReceipt(link.number)}`,
    onFault,
  });
}

/** Pages, and beside them the door at which the provider calls. */
export function withWebhook(
  pages: (request: Request) => Response | Promise<Response>,
  { webhook }: Pick<Telegram, 'webhook'>,
): (request: Request) => Response | Promise<Response> {
  if (webhook === null) return pages;
  return (request) => (new URL(request.url).pathname === WEBHOOK_PATH ? webhook(request) : pages(request));
}

/** A link that binds a Telegram account to a person, good once and for 15 minutes; null until the bot's name is known. */
export async function telegramLink(
  { db }: Database,
  token: string,
  person: string,
): Promise<{ url: string; expiresAt: Instant } | null> {
  const standing = await createTelegramUpdates(db).standing(botOf(token));
  if (standing === null || standing.username === null) return null;
  const { code, expiresAt } = await issueBindingCode(
    createBindingStore(db, 'telegram'),
    person,
    instantFromMs(Date.now()),
  );
  return { url: bindingLink(standing.username, code), expiresAt };
}
