import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { ClockMode } from '../workflows/messages.ts';
import type { Memory } from './ports.ts';

/** What every start says. */
export interface Started {
  taskQueue: string;
  clock: ClockMode;
  /** How long the server waits for a worker that went away with a task in hand, ms. Default 10,000. */
  taskTimeoutMs?: number;
}

/** The workflow function that an id belongs to: its first part. */
export function workflowType(id: string): string {
  return id.slice(0, id.indexOf('/'));
}

/** Starts a workflow from what the database remembers of it; false where another process was quicker, with the same. */
export async function reopen(
  client: Client,
  { workflow, carried }: Memory,
  { taskQueue, clock, taskTimeoutMs = 10_000 }: Started,
): Promise<boolean> {
  try {
    await client.workflow.start(workflowType(workflow), {
      workflowId: workflow,
      taskQueue,
      args: [{ clock, carried }],
      workflowTaskTimeout: taskTimeoutMs,
      workflowIdConflictPolicy: 'FAIL',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}
