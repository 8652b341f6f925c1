const NAMES: Record<string, string> = { webChat: 'Chat web', email: 'Thư điện tử', telegram: 'Telegram' };

/** A channel as people know it; one without a name of its own keeps its id. */
export function channelName(channel: string): string {
  return NAMES[channel] ?? channel;
}
