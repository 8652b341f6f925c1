import { type Client, WorkflowNotFoundError } from '@temporalio/client';

/** Whether the server knows a workflow as running. @throws when the server cannot be asked. */
export async function runs(client: Client, workflow: string): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflow).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
