import { ask, usePart } from './services.ts';

/** The one real Temporal server of this run. */
export interface TestTemporal {
  /** `host:port`. */
  address: string;
  namespace: string;
  /** For example `1.29.1`. */
  serverVersion: string;
  /** The server's program, for tests that start a server of their own. */
  programPath: string;
}

/**
 * The run's Temporal server; the first to ask waits for it. Timers below one second are exact on it, because it is
 * started with the two settings that wall-clock stories need. Tests keep apart by workflow ids and task queues.
 */
export async function testTemporal(): Promise<TestTemporal> {
  await usePart('temporal');
  return (await ask('temporal')) as TestTemporal;
}

/** Where the bundle of the workflow code lies, made once for the run: `workflowBundle: { codePath }` of a worker. */
export async function workflowBundlePath(): Promise<string> {
  return ((await ask('workflow-bundle')) as { path: string }).path;
}
