import type { Client } from '@temporalio/client';
import { type Looking, lookAgain } from './look-again.ts';
import type { Memories } from './ports.ts';
import { reconcile } from './reconcile.ts';
import type { Started } from './reopen.ts';
import { runs } from './runs.ts';

const LOOK_MS = 15_000;
const ANSWER_MS = 5_000;

/**
 * Asks after the workflow that is due next; where the server does not know it any more (a lost file, an empty cluster),
 * everything that is open is started again from the database. Decides nothing: what is due stays with the workflows.
 */
export function startWatch(
  client: Client,
  memories: Memories,
  started: Started,
  onReopened: (workflows: string[]) => void,
): Looking {
  return lookAgain(() => lookOnce(client, memories, started, onReopened), LOOK_MS);
}

/** A server that is away, or a database, is looked at again the next time. */
async function lookOnce(
  client: Client,
  memories: Memories,
  started: Started,
  onReopened: (workflows: string[]) => void,
): Promise<void> {
  const next = await memories.next();
  if (next === null) return;
  if (await client.withDeadline(Date.now() + ANSWER_MS, () => runs(client, next))) return;
  // It may have ended just now.
  if ((await memories.of(next)) === null) return;
  const reopened = await reconcile(client, memories, started);
  if (reopened.length > 0) onReopened(reopened);
}
