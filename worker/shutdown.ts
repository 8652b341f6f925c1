/** What stops, in the order of stopping. */
export type StopStep = 'web' | 'bot' | 'worker' | 'mail' | 'database' | 'server' | 'directory';
const ORDER: readonly StopStep[] = ['web', 'bot', 'worker', 'mail', 'database', 'server', 'directory'];

export type StopEvent =
  | { kind: 'begun' }
  /** One part has stopped, failed to (`why`), or was left behind because its time was up. */
  | { kind: 'step'; step: StopStep; outcome: 'stopped' | 'failed' | 'tooSlow'; why?: string; tookMs: number }
  | { kind: 'ended' }
  /** A second signal: everything ends at once. */
  | { kind: 'forced' };

export interface ShutdownOptions {
  report: (event: StopEvent) => void;
  /** For all steps together, in milliseconds. Default 30,000. */
  deadlineMs?: number;
  /** Milliseconds that only grow; default the process's own clock. */
  elapsed?: () => number;
}

export interface Shutdown {
  /**
   * Registers what has to be stopped. Steps run web, bot, worker, mail, database, server, directory; within one, the
   * last registered first. A step may be registered twice.
   */
  add(step: StopStep, stop: () => Promise<void>): void;
  /**
   * Stops everything that was registered, once, and says so where there is something to stop; a second call gets the same promise. A step that fails or is too slow
   * does not keep the next from its turn. True when all stopped by themselves.
   */
  run(): Promise<boolean>;
}

/** The server is given this much of the deadline for itself, in milliseconds: it kills its program after five seconds. */
const KEPT_FOR_EACH_LATER_STEP_MS = 2_000;

/** An ordered end: what takes requests first, what keeps data last. */
export function createShutdown(options: ShutdownOptions): Shutdown {
  const { report, deadlineMs = 30_000 } = options;
  const elapsed = options.elapsed ?? ((): number => performance.now());
  const registered: { step: StopStep; stop: () => Promise<void> }[] = [];
  let running: Promise<boolean> | undefined;

  async function stopAll(): Promise<boolean> {
    if (registered.length === 0) return true;
    const until = elapsed() + deadlineMs;
    report({ kind: 'begun' });
    const queue = [...registered].reverse().sort((a, b) => ORDER.indexOf(a.step) - ORDER.indexOf(b.step));
    let clean = true;
    for (const [index, { step, stop }] of queue.entries()) {
      const later = queue.length - index - 1;
      const event = await stopOne(step, stop, until - elapsed() - later * KEPT_FOR_EACH_LATER_STEP_MS, elapsed);
      clean &&= event.outcome === 'stopped';
      report(event);
    }
    report({ kind: 'ended' });
    return clean;
  }

  return {
    add: (step, stop) => {
      registered.push({ step, stop });
    },
    run: () => {
      running ??= stopAll();
      return running;
    },
  };
}

async function stopOne(
  step: StopStep,
  stop: () => Promise<void>,
  withinMs: number,
  elapsed: () => number,
): Promise<Extract<StopEvent, { kind: 'step' }>> {
  const since = elapsed();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'tooSlow'>((tell) => {
    timer = setTimeout(() => tell('tooSlow'), Math.max(withinMs, 100));
  });
  try {
    const outcome = await Promise.race([stop().then(() => 'stopped' as const), late]);
    return { kind: 'step', step, outcome, tookMs: elapsed() - since };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'step', step, outcome: 'failed', why, tookMs: elapsed() - since };
  } finally {
    clearTimeout(timer);
  }
}

export interface SignalOptions {
  shutdown: Shutdown;
  report: (event: StopEvent) => void;
  /** Ends the process; default `process.exit`. */
  exit?: (code: number) => void;
  /** Where the signals come from; default this process. */
  source?: NodeJS.EventEmitter;
}

/** Two signals closer than this, in milliseconds, are one key press that reached us by two ways (npm passes it on too). */
const SAME_PRESS_MS = 1_000;

/**
 * Ctrl-C, SIGTERM and a closed terminal stop the program in order, with status 0, or 1 when a part had to be left
 * behind. A second Ctrl-C ends it at once with status 130; the embedded server dies with us then, which loses nothing.
 */
export function stopOnSignals({ shutdown, report, exit = process.exit, source = process }: SignalOptions): void {
  let first: number | undefined;
  const onSignal = (): void => {
    const now = performance.now();
    if (first === undefined) {
      first = now;
      void shutdown.run().then((clean) => exit(clean ? 0 : 1));
    } else if (now - first > SAME_PRESS_MS) {
      report({ kind: 'forced' });
      exit(130);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) source.on(signal, onSignal);
}
