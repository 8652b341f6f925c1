import { type Instant, instantFromMs } from '../domain/calendar/instant.ts';
import type { ReturnBox } from './ports.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { readReturned } from './returned.ts';

export interface ReturnsOptions {
  /** The address that letters come back to, as the mail server knows it; what stands behind a plus sign is the letter's. */
  address: string;
  /** Where the mail server hands over what comes back. Default any free port of the loopback. */
  host?: string;
  port?: number;
  box: ReturnBox;
  /** The domain's moment. Default the machine's. */
  now?: () => Promise<Instant>;
}

/**
 * Takes what mail servers send back after they had accepted a letter. Answers after it is kept with all that follows
 * from it, so that the sending server repeats whatever we could not keep. Every other address is refused.
 */
export function startReturns({ address, host, port, box, now }: ReturnsOptions): Promise<Receiver> {
  const [local = '', domain = ''] = address.toLowerCase().split('@');
  return startReceiver({
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    accepts: (to) => to.endsWith(`@${domain}`) && to.slice(0, -domain.length - 1).split('+')[0] === local,
    box: {
      async keep({ to, source }) {
        const at = (await now?.()) ?? instantFromMs(Date.now());
        await box.keep({ at, to, source, ...(await readReturned(Buffer.from(source), to)) });
      },
    },
  });
}
