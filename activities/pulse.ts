import { Context } from '@temporalio/activity';
import type { DeliverActivities } from './deliver.ts';

/** Well within the heartbeat timeout of workflows/proxies.ts. */
const PULSE_MS = 2_000;

/** Says while letters are handed over that somebody is at it: after a crash another worker goes on within seconds. */
export function withPulse({ deliver }: DeliverActivities): DeliverActivities {
  return {
    async deliver(input) {
      const context = Context.current();
      const pulse = setInterval(() => context.heartbeat(), PULSE_MS);
      try {
        return await deliver(input);
      } finally {
        clearInterval(pulse);
      }
    },
  };
}
