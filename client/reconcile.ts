import type { Client } from '@temporalio/client';
import type { Memories } from './ports.ts';
import { reopen, type Started } from './reopen.ts';
import { runs } from './runs.ts';

/**
 * Starts again what the database says is open and the server does not know: its file was lost, or the province has moved
 * to another server. The record is asked first, so a closed round is never started again; what runs is left alone.
 *
 * @returns the ids that were started again.
 */
export async function reconcile(client: Client, memories: Memories, started: Started): Promise<string[]> {
  const again: string[] = [];
  for (const memory of await memories.open()) {
    if (!(await runs(client, memory.workflow)) && (await reopen(client, memory, started))) again.push(memory.workflow);
  }
  return again;
}
