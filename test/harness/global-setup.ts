import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { partsUsed } from './parts-used.ts';
import type { RealPart } from './services.ts';
import type { RunningTestServer } from './start-test-server.ts';

/**
 * One Temporal server and one workflow bundle for the whole run, each made when the first test asks, so that the tests
 * of pure rules need neither. Tests ask over loopback, because every file runs in a process of its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'dondoc-test-'));
  let temporal: Promise<RunningTestServer> | undefined;
  let bundle: Promise<string> | undefined;

  async function serve(service: string): Promise<unknown> {
    if (service.startsWith('part/')) return partsUsed().add(service.slice('part/'.length) as RealPart).size;
    if (service === 'temporal') {
      temporal ??= import('./start-test-server.ts').then((m) => m.startTestServer(directory));
      const { address, namespace, serverVersion, programPath } = await temporal;
      return { address, namespace, serverVersion, programPath };
    }
    if (service === 'workflow-bundle') {
      bundle ??= import('./bundle-workflows.ts').then((m) => m.bundleWorkflows(directory));
      return { path: await bundle };
    }
    throw new Error('unknown service');
  }

  const server = createServer((request, response) => {
    serve((request.url ?? '/').slice(1)).then(
      (answer) => response.writeHead(200).end(JSON.stringify(answer)),
      (error: unknown) =>
        response.writeHead(500).end(JSON.stringify(error instanceof Error ? error.message : String(error))),
    );
  });
  server.requestTimeout = 0;
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  project.provide('services', { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, directory });

  return async () => {
    server.close();
    server.closeAllConnections();
    await (await temporal?.catch(() => undefined))?.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
