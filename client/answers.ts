import type { CommandAnswer, Inbox } from './ports.ts';

/** How long somebody is waited for; what he handed in goes on by itself afterwards, in milliseconds. */
export const ANSWER_LIMIT_MS = 8_000;
const LOOK_MS = 40;

interface Waiting {
  until: number;
  done(answer: CommandAnswer): void;
  failed(error: unknown): void;
}

/**
 * Waits for the answer to an act, or until the limit: a server that is away must not hold a person. All who wait share one
 * look at the inbox, so that forty people at once do not ask it a thousand times a second.
 */
export function createAnswers(inbox: Inbox): (key: string) => Promise<CommandAnswer> {
  const waiting = new Map<string, Waiting[]>();
  let looking = false;

  const look = async (): Promise<void> => {
    const keys = [...waiting.keys()];
    try {
      const answers = await inbox.answers(keys);
      for (const key of keys) {
        const answer = answers.get(key) ?? { status: 'waiting' };
        const stay = (one: Waiting): boolean => answer.status === 'waiting' && Date.now() < one.until;
        const all = waiting.get(key) ?? [];
        const staying = all.filter(stay);
        if (staying.length > 0) waiting.set(key, staying);
        else waiting.delete(key);
        for (const one of all) if (!staying.includes(one)) one.done(answer);
      }
    } catch (error) {
      for (const key of keys) {
        for (const one of waiting.get(key) ?? []) one.failed(error);
        waiting.delete(key);
      }
    }
  };

  const lookOn = async (): Promise<void> => {
    looking = true;
    while (waiting.size > 0) {
      await look();
      if (waiting.size > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
    looking = false;
  };

  return (key) =>
    new Promise((done, failed) => {
      waiting.set(key, [...(waiting.get(key) ?? []), { until: Date.now() + ANSWER_LIMIT_MS, done, failed }]);
      if (!looking) void lookOn();
    });
}
