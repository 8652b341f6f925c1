/** A task that runs again and again, one run after the other. */
export interface Loop {
  /** There is work: run now, or once more after the run in hand. */
  wake(): void;
  /** No further run; resolves when the run in hand has ended. */
  stop(): Promise<void>;
}

const LONGEST_RETRY_MS = 60_000;

/**
 * Starts a loop. A run answers after how many milliseconds it wants to run again at the latest; one that fails is tried
 * again after `retry` milliseconds, doubled each time up to a minute.
 */
export function startLoop(run: () => Promise<number>, retry: number, onFault: (error: unknown) => void): Loop {
  let stopped = false;
  let woken = false;
  let resume: () => void = () => undefined;

  async function rest(ms: number): Promise<void> {
    if (stopped || woken) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((done) => {
      resume = done;
      timer = setTimeout(done, ms);
    });
    clearTimeout(timer);
  }

  async function turn(): Promise<void> {
    let faults = 0;
    while (!stopped) {
      woken = false;
      let next: number;
      try {
        next = await run();
        faults = 0;
      } catch (error) {
        onFault(error);
        next = Math.min(retry * 2 ** faults, LONGEST_RETRY_MS);
        faults = Math.min(faults + 1, 16);
        woken = false;
      }
      await rest(next);
    }
  }

  const turning = turn();
  return {
    wake() {
      woken = true;
      resume();
    },
    async stop() {
      stopped = true;
      resume();
      await turning;
    },
  };
}
