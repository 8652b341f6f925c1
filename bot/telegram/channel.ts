import type { BindingStore } from './ports.ts';

/**
 * The channel as the sending of notices sees it. A message for it is a row of the outbox with this channel, status
 * `queued` and a card; the bot, in whatever process it runs, takes it from there, and the row's status follows.
 */
export interface ChannelPort {
  channel: 'telegram';
  /** Those of the people whom it reaches now; nobody else gets a message for it. */
  reaches(people: string[]): Promise<Set<string>>;
}

export function telegramChannel(bindings: Pick<BindingStore, 'reaches'>): ChannelPort {
  return { channel: 'telegram', reaches: (people) => bindings.reaches(people) };
}
