import { Connection } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { NativeConnection } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { StartRefused } from '../../../worker/start-refused.ts';
import { type OpenTemporal, openTemporal } from '../../../worker/temporal-server/open.ts';
import { freePort } from '../../../worker/temporal-server/ports.ts';
import { environmentTarget } from '../../../worker/temporal-server/target.ts';
import { testTemporal } from '../../harness/temporal.ts';

function openCluster(env: Record<string, string>): Promise<OpenTemporal> {
  const searchAttributes = [defineSearchAttributeKey('DondocProvince', SearchAttributeType.KEYWORD)];
  return openTemporal({ found: { way: 'address' }, file: '', env, searchAttributes });
}

describe('a cluster named by the environment', () => {
  it('is reached by client and worker with the same settings, and says its version', async () => {
    const { address, namespace, serverVersion } = await testTemporal();
    const open = await openCluster({ TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace });
    expect(open).toMatchObject({ serverVersion, embedded: null, target: { address, namespace } });

    const client = await Connection.connect(open.target.client);
    const { customAttributes } = await client.operatorService.listSearchAttributes({ namespace });
    expect(customAttributes).toMatchObject({ DondocProvince: 2 });
    await client.close();
    const worker = await NativeConnection.connect(open.target.worker);
    await worker.close();
    await open.stop();
  });

  it('that does not answer is refused with its address', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const refused = openCluster({ TEMPORAL_ADDRESS: address });
    await expect(refused).rejects.toThrow(StartRefused);
    await expect(refused).rejects.toThrow(address);
  });
});

describe('environmentTarget', () => {
  it.each([
    { label: 'an address alone: no encryption', env: {}, tls: undefined },
    { label: 'a key of Temporal Cloud: encryption', env: { TEMPORAL_API_KEY: 'k' }, tls: true },
    { label: 'encryption asked for', env: { TEMPORAL_TLS: 'true' }, tls: expect.anything() },
  ])('$label', ({ env, tls }) => {
    const target = environmentTarget({ TEMPORAL_ADDRESS: 'cum.example:7233', TEMPORAL_CONFIG_FILE: '/none', ...env });
    expect(target).toMatchObject({ address: 'cum.example:7233', namespace: 'default' });
    expect(target.client.tls).toEqual(tls);
    expect(target.worker.tls).toEqual(tls);
  });
});
