import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { localTarget, type TemporalTarget } from '../../worker/temporal-server/target.ts';
import { testTemporal } from './temporal.ts';

const ONE_DAY_MS = 86_400_000;
const LOOK_MS = 25;

/** A namespace of its own on the run's server, so that two stories may use the same workflow ids. Ready for use. */
export async function freshNamespace(name: string): Promise<TemporalTarget> {
  const { address } = await testTemporal();
  const target = localTarget(address, `${name}-${process.pid}-${Math.random().toString(36).slice(2, 8)}`);
  const connection = await Connection.connect(target.client);
  try {
    await connection.workflowService.registerNamespace({
      namespace: target.namespace,
      workflowExecutionRetentionPeriod: msToTs(ONE_DAY_MS),
    });
    await untilKnown(connection, target.namespace);
    return target;
  } finally {
    await connection.close();
  }
}

/** The server's parts learn of a namespace a moment after it is registered. */
async function untilKnown(connection: Connection, namespace: string): Promise<void> {
  for (;;) {
    try {
      await connection.workflowService.listWorkflowExecutions({ namespace, query: '' });
      await connection.workflowService.describeTaskQueue({ namespace, taskQueue: { name: 'any' } });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    }
  }
}
