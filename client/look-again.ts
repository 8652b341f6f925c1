/** Looks again and again while the program runs, one look after the other, and never keeps it alive by itself. */
export interface Looking {
  /** Resolves when the look in hand has ended. */
  stop(): Promise<void>;
}

/** A look that fails is repeated at its next turn: whatever was away then may be back. */
export function lookAgain(look: () => Promise<void>, everyMs: number): Looking {
  let looking: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    looking = looking.then(() => look().catch(() => undefined));
  }, everyMs);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
