import {
  type Client,
  isGrpcServiceError,
  WithStartWorkflowOperation,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { AgendaItem } from '../domain/engine/effects.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { REFUSED, say } from '../workflows/messages.ts';
import type { Memories, Outcome } from './ports.ts';
import { reopen, type Started, workflowType } from './reopen.ts';
import { runs } from './runs.ts';
import { updateId } from './update-id.ts';

/** Carries one message to its workflow and comes back when its effects are in the database. */
export interface Courier {
  carry(item: AgendaItem): Promise<Outcome>;
}

const NOT_FOUND = 5;

/**
 * A start is an update-with-start, everything else an Update, each under the row's key: carrying it twice is carrying it
 * once. Only our own failure type is a refusal; any other failure is thrown, to be repeated with the same key.
 *
 * @param memories by them a workflow that the server has lost is started again before its message is carried.
 */
export function createCourier(client: Client, started: Started, memories?: Pick<Memories, 'of'>): Courier {
  const { taskQueue, clock, taskTimeoutMs = 10_000 } = started;
  const start = async ({ workflow, key, message }: AgendaItem): Promise<unknown> => {
    const operation = new WithStartWorkflowOperation(workflowType(workflow), {
      workflowId: workflow,
      taskQueue,
      args: [{ clock }],
      workflowTaskTimeout: taskTimeoutMs,
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
    });
    return client.workflow.executeUpdateWithStart(say, {
      args: [message],
      updateId: await updateId(key),
      startWorkflowOperation: operation,
    });
  };
  const carryOnce = async (item: AgendaItem): Promise<Outcome> => {
    try {
      const reply =
        item.message.kind === 'open'
          ? await start(item)
          : await client.workflow
              .getHandle(item.workflow)
              .executeUpdate(say, { args: [item.message], updateId: await updateId(item.key) });
      return isRefusal(reply) ? reply : { taken: true };
    } catch (error) {
      const refusal = refusalIn(error);
      if (refusal) return refusal;
      if (saysGone(error) && !(await runs(client, item.workflow))) return { gone: true };
      throw error;
    }
  };
  return {
    async carry(item) {
      const outcome = await carryOnce(item);
      if (!('gone' in outcome)) return outcome;
      // A workflow forgets with its last write: what is remembered has not ended, whatever the server says.
      const memory = (await memories?.of(item.workflow)) ?? null;
      if (memory === null) return outcome;
      await reopen(client, memory, started);
      return carryOnce(item);
    },
  };
}

function refusalIn(error: unknown): Refusal | null {
  if (!(error instanceof WorkflowUpdateFailedError)) return null;
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure) || cause.type !== REFUSED) return null;
  const [refusal] = cause.details ?? [];
  return isRefusal(refusal) ? refusal : null;
}

/**
 * The server says "not found" of a workflow that has ended, but also of an Update that it forgot before a worker came
 * for it: only the workflow's own status tells them apart.
 */
function saysGone(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) return true;
  return isGrpcServiceError(error) && error.code === NOT_FOUND;
}
