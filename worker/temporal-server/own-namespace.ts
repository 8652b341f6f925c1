import { randomBytes } from 'node:crypto';
import type { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { namespaceRefused } from '../../wording/operator/rehearsal.ts';
import { StartRefused } from '../start-refused.ts';
import { connectClient, type TemporalTarget } from './target.ts';

/** What stays in the namespace if it cannot be removed goes after a day. */
const RETENTION_MS = 86_400_000;
/** How long the server's parts may take to learn of a namespace, in milliseconds. */
const KNOWN_WITHIN_MS = 30_000;
const LOOK_MS = 100;

export interface OwnNamespace {
  target: TemporalTarget;
  /** Removes the namespace with everything in it, where the server lets us. */
  remove(): Promise<void>;
}

/**
 * A namespace of a cluster that nobody else uses, ready for use.
 *
 * @throws StartRefused when the cluster does not let us have one (Temporal Cloud).
 */
export async function openOwnNamespace(cluster: TemporalTarget): Promise<OwnNamespace> {
  const target = { ...cluster, namespace: `dondoc-rehearsal-${randomBytes(4).toString('hex')}` };
  const connection = await connectClient(cluster);
  try {
    await connection.workflowService.registerNamespace({
      namespace: target.namespace,
      workflowExecutionRetentionPeriod: msToTs(RETENTION_MS),
    });
    await untilKnown(connection, target.namespace);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefused(namespaceRefused(target.namespace, why), { cause: error });
  } finally {
    await connection.close();
  }
  return { target, remove: () => remove(target) };
}

async function untilKnown(connection: Connection, namespace: string): Promise<void> {
  const until = Date.now() + KNOWN_WITHIN_MS;
  for (;;) {
    try {
      await connection.workflowService.listWorkflowExecutions({ namespace, query: '' });
      await connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: 'any' } });
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}

async function remove(target: TemporalTarget): Promise<void> {
  const connection = await connectClient(target);
  try {
    await connection.operatorService.deleteNamespace({ namespace: target.namespace });
  } catch {
    // The server's operator does not allow it; the retention of a day clears it.
  } finally {
    await connection.close();
  }
}
