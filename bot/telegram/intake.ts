import type { Update } from 'grammy/types';
import type { UpdateStore } from './ports.ts';
import { chatOf } from './read-update.ts';

/** What we ask the provider for. */
export const ALLOWED_UPDATES = ['message', 'edited_message', 'callback_query', 'my_chat_member'] as const;

/** All that happens before an update is acknowledged: its row is written. */
export type Intake = (update: Update) => Promise<void>;

export function createIntake(updates: UpdateStore, bot: string, clock: () => string, onKept: () => void): Intake {
  return async (update) => {
    await updates.keep(bot, { id: update.update_id, chat: chatOf(update), body: update }, clock());
    onKept();
  };
}
