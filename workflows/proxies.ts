import { proxyActivities, proxyLocalActivities } from '@temporalio/workflow';
import type { DeliverActivities } from '../activities/deliver.ts';
import type { WriteActivities } from '../activities/write.ts';

/** Our own database: tried for ever, in the same task; a last failed attempt would fail the workflow. */
export const { write } = proxyLocalActivities<WriteActivities>({
  startToCloseTimeout: '30 seconds',
  localRetryThreshold: '1 minute',
  retry: { initialInterval: '100 milliseconds', maximumInterval: '2 seconds' },
});

/** Chat and mail: slow, and somebody else's. */
export const { deliver } = proxyActivities<DeliverActivities>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '30 seconds' },
});
