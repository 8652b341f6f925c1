import { join } from 'node:path';
import { startEmbeddedServer } from '../../worker/temporal-server/embedded.ts';
import { findTemporalServer } from '../../worker/temporal-server/find.ts';
import type { TestTemporal } from './temporal.ts';

export interface RunningTestServer extends TestTemporal {
  stop(): Promise<void>;
}

/** Finds a server program in the same order as the product, clusters apart, and starts it on a file of this run. */
export async function startTestServer(directory: string): Promise<RunningTestServer> {
  const { TEMPORAL_ADDRESS: _address, TEMPORAL_PROFILE: _profile, ...env } = process.env;
  const found = await findTemporalServer({
    env,
    report: (event) => {
      if (event.state !== 'working') process.stdout.write(`Temporal server: ${Object.values(event).join(' ')}\n`);
    },
  });
  if (found.way === 'address') throw new Error('tests start a server of their own');
  const server = await startEmbeddedServer({
    program: found.program,
    file: join(directory, 'temporal.db'),
    env,
    forTests: true,
  });
  return {
    address: server.target.address,
    namespace: server.target.namespace,
    serverVersion: server.serverVersion,
    programPath: found.program.path,
    stop: () => server.stop(),
  };
}
