import { Connection, type ConnectionOptions } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { NativeConnectionOptions } from '@temporalio/worker';
import { clusterDoesNotAnswer } from '../../wording/operator/temporal-server.ts';
import { StartRefused } from '../start-refused.ts';

/** How to reach a Temporal server: the same for the embedded one, a cluster of one's own and Temporal Cloud. */
export interface TemporalTarget {
  /** `host:port`. */
  address: string;
  namespace: string;
  /** For `Connection.connect` of the client. */
  client: ConnectionOptions;
  /** For `NativeConnection.connect` of the worker. */
  worker: NativeConnectionOptions;
}

/** After a long absence of the server the client would try again only every two minutes; with these, every second. */
const RECONNECT = { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1000 };

/** A server on this machine, without encryption. */
export function localTarget(address: string, namespace: string): TemporalTarget {
  return { address, namespace, client: { address, channelArgs: RECONNECT }, worker: { address } };
}

/**
 * The server that the environment names (`TEMPORAL_ADDRESS`, `TEMPORAL_NAMESPACE`, `TEMPORAL_API_KEY`, `TEMPORAL_TLS_…`,
 * `TEMPORAL_PROFILE`), read by the SDK's own rules. The namespace is `default` when none is named.
 */
export function environmentTarget(env: Record<string, string | undefined>): TemporalTarget {
  const set = Object.entries(env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
  );
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: Object.fromEntries(set) });
  const { address = '127.0.0.1:7233', apiKey, tls, metadata } = connectionOptions;
  const shared = {
    address,
    ...(apiKey === undefined ? {} : { apiKey }),
    ...(tls === undefined ? {} : { tls }),
    ...(metadata === undefined ? {} : { metadata }),
  };
  const client = { ...shared, channelArgs: RECONNECT } as ConnectionOptions;
  return { address, namespace: namespace ?? 'default', client, worker: shared as NativeConnectionOptions };
}

/** Connects the client. @throws StartRefused when the server does not answer within ten seconds. */
export async function connectClient(target: TemporalTarget): Promise<Connection> {
  try {
    return await Connection.connect({ ...target.client, connectTimeout: '10s' });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StartRefused(clusterDoesNotAnswer(target.address, why), { cause: error });
  }
}
