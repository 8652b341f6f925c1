import type { Conversation } from '../../bot/conversation/conversation.ts';
import type { Telegram } from '../../bot/telegram/start.ts';
import { openTelegram } from '../../worker/telegram.ts';
import { type FakeTelegram, TOKEN } from '../fakes/telegram/server.ts';
import type { Story } from './story.ts';

/** The program's bot over a story, against a Telegram server. */
export function storyTelegram(
  story: Story,
  server: FakeTelegram,
  conversation: Conversation,
  onFault: (error: Error, about: string) => void = () => undefined,
): Promise<Telegram> {
  return openTelegram({
    acts: true,
    holder: 'story',
    telegram: { token: TOKEN, apiRoot: server.apiRoot, webhookSecret: null },
    url: 'https://dondoc.test',
    database: story.database,
    conversation,
    roster: async () => story.roster,
    now: story.engine.counter.now,
    onFault,
  });
}
