import { type EmbeddedServer, type ServerEvent, startEmbeddedServer } from './embedded.ts';
import type { FoundServer } from './find.ts';
import { ensureSearchAttributes, type SearchAttributes } from './prepare-namespace.ts';
import { connectClient, environmentTarget, type TemporalTarget } from './target.ts';

export interface OpenTemporalOptions {
  found: FoundServer;
  /** The embedded server's file; not used for a cluster. */
  file: string;
  env: Record<string, string | undefined>;
  searchAttributes: SearchAttributes;
  /** On loopback; default a free one. Not used for a cluster. */
  port?: number;
  report?: (event: ServerEvent) => void;
}

/** A Temporal server that answers, with its namespace ready. */
export interface OpenTemporal {
  target: TemporalTarget;
  serverVersion: string;
  /** Null when the server is a cluster. */
  embedded: EmbeddedServer | null;
  /** Stops the embedded server; nothing for a cluster. */
  stop(): Promise<void>;
}

/**
 * Opens the server that was found: starts the embedded one on its file, or reaches the cluster.
 *
 * @throws StartRefused with the way out.
 */
export async function openTemporal(options: OpenTemporalOptions): Promise<OpenTemporal> {
  const { found, searchAttributes } = options;
  if (found.way === 'address') return openCluster(environmentTarget(options.env), searchAttributes);
  const embedded = await startEmbeddedServer({ ...options, program: found.program });
  return {
    target: embedded.target,
    serverVersion: embedded.serverVersion,
    embedded,
    stop: () => embedded.stop(),
  };
}

async function openCluster(target: TemporalTarget, searchAttributes: SearchAttributes): Promise<OpenTemporal> {
  const connection = await connectClient(target);
  try {
    const { serverVersion } = await connection.workflowService.getSystemInfo({});
    await ensureSearchAttributes(connection, target.namespace, searchAttributes);
    return { target, serverVersion: serverVersion || '?', embedded: null, stop: async () => undefined };
  } finally {
    await connection.close();
  }
}
