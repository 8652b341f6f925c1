import { it } from 'vitest';

/**
 * `it` for steps that build on one another: after one that failed, or ran out of time, the next fail at once and name it,
 * instead of waiting for what cannot come.
 */
export function steps(): (name: string, play: () => Promise<void>) => void {
  let unfinished: string | null = null;
  return (name, play) =>
    it(name, async () => {
      if (unfinished !== null) throw new Error(`not played, for this was not finished: ${unfinished}`);
      unfinished = name;
      await play();
      unfinished = null;
    });
}
