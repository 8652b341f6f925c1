import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { type Started, workflowType } from './courier.ts';
import type { Memories } from './ports.ts';
import { runs } from './runs.ts';

/**
 * Starts again what the database says is open and the server does not know: its file was lost, or the province has moved
 * to another server. The record is asked first, so a closed round is never started again; what runs is left alone.
 *
 * @returns the ids that were started again.
 */
export async function reconcile(
  client: Client,
  memories: Memories,
  { taskQueue, clock, taskTimeoutMs = 10_000 }: Started,
): Promise<string[]> {
  const started: string[] = [];
  for (const { workflow, carried } of await memories.open()) {
    if (await runs(client, workflow)) continue;
    try {
      await client.workflow.start(workflowType(workflow), {
        workflowId: workflow,
        taskQueue,
        args: [{ clock, carried }],
        workflowTaskTimeout: taskTimeoutMs,
        workflowIdConflictPolicy: 'FAIL',
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      });
      started.push(workflow);
    } catch (error) {
      // Another process was quicker; it started the same from the same row.
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
  return started;
}
