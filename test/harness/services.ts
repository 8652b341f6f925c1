import { inject } from 'vitest';

/** What the whole test run shares; started by test/harness/global-setup.ts when the first test asks for it. */
export interface SharedServices {
  /** Where the run's services answer, on loopback. */
  url: string;
  /** A directory of this run, removed at its end. */
  directory: string;
}

/** A real part that some tests need. A run that must be complete fails when nobody used one of them. */
export type RealPart = 'temporal' | 'postgresql' | 'chromium' | 'mta';

declare module 'vitest' {
  interface ProvidedContext {
    services: SharedServices;
  }
}

/** The directory of this run. */
export function runDirectory(): string {
  return inject('services').directory;
}

/** Says that a test is about to use a real part (test/harness/closing-line-reporter.ts counts them). */
export async function usePart(part: RealPart): Promise<void> {
  await ask(`part/${part}`);
}

/** Asks the run for a service; the first to ask waits until it stands. @throws with the reason when it cannot be had. */
export async function ask(service: string): Promise<unknown> {
  const answer = await fetch(`${inject('services').url}/${service}`, {
    // A kept connection may be closed by the other side just as it is used again.
    headers: { connection: 'close' },
    signal: AbortSignal.timeout(900_000),
  });
  const body: unknown = await answer.json();
  if (!answer.ok) throw new Error(`${service}: ${String(body)}`);
  return body;
}
