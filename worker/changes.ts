import type { Ledger } from '../activities/write.ts';
import type { Changes } from '../web/ports.ts';

/** Tells open pages that a workflow has written; many writes at once are one word. */
export function createChanges(): Changes & {
  watch(ledger: Ledger): Ledger;
  /** Somebody else has written; `count` stands at the same number in every process of the database. */
  writtenElsewhere(count: number): void;
} {
  const listeners = new Set<() => void>();
  let due = false;
  let count = 0;
  const tell = (): void => {
    if (due) return;
    due = true;
    setTimeout(() => {
      due = false;
      for (const listener of listeners) listener();
    }, 200).unref();
  };
  return {
    count: () => count,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    writtenElsewhere(newest) {
      count = newest;
      tell();
    },
    watch: (ledger) => ({
      async write(batch) {
        await ledger.write(batch);
        count += 1;
        tell();
      },
    }),
  };
}
