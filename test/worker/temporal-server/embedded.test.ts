import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StartRefused } from '../../../worker/start-refused.ts';
import {
  type EmbeddedServer,
  type EmbeddedServerOptions,
  type ServerEvent,
  startEmbeddedServer,
} from '../../../worker/temporal-server/embedded.ts';
import { freePort } from '../../../worker/temporal-server/ports.ts';
import { runChild } from '../../harness/child.ts';
import { runDirectory } from '../../harness/services.ts';
import { testTemporal } from '../../harness/temporal.ts';

let file: string;
let running: EmbeddedServer[];
let events: ServerEvent[];
beforeEach(() => {
  file = join(mkdtempSync(join(runDirectory(), 'server-')), 'temporal.db');
  running = [];
  events = [];
});
afterEach(async () => {
  for (const server of running) await server.stop();
});

async function start(more: Partial<EmbeddedServerOptions> = {}): Promise<EmbeddedServer> {
  const { programPath: path, serverVersion } = await testTemporal();
  const server = await startEmbeddedServer({
    program: { path, serverVersion },
    file,
    env: process.env,
    report: (event) => events.push(event),
    ...more,
  });
  running.push(server);
  return server;
}

async function ask<T>(server: EmbeddedServer, question: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await Connection.connect(server.target.client);
  try {
    return await question(connection);
  } finally {
    await connection.close();
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((tick) => setTimeout(tick, 20));
}

describe('startEmbeddedServer', () => {
  it('keeps closed workflows for ten years and has the search attributes, on a new file and on the same file again', async () => {
    const searchAttributes = [
      defineSearchAttributeKey('DondocPlan', SearchAttributeType.KEYWORD),
      defineSearchAttributeKey('DondocNextWake', SearchAttributeType.DATETIME),
    ];
    for (const time of ['new file', 'same file']) {
      const server = await start({ searchAttributes });
      const { namespace } = server.target;
      const [described, attributes] = await ask(server, async (connection) => [
        await connection.workflowService.describeNamespace({ namespace }),
        await connection.operatorService.listSearchAttributes({ namespace }),
      ]);
      expect(Number(described.config?.workflowExecutionRetentionTtl?.seconds), time).toBe(3_650 * 86_400);
      expect(attributes.customAttributes, time).toMatchObject({ DondocPlan: 2, DondocNextWake: 6 });
      await server.stop();
    }
  });

  it('a search attribute of another type is refused by name', async () => {
    await (
      await start({ searchAttributes: [defineSearchAttributeKey('DondocPlan', SearchAttributeType.KEYWORD)] })
    ).stop();
    const changed = start({ searchAttributes: [defineSearchAttributeKey('DondocPlan', SearchAttributeType.INT)] });
    await expect(changed).rejects.toThrow('DondocPlan');
  });

  it('kill -9 of the server heals by itself: same port, same file, same namespace', async () => {
    const server = await start();
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    await until(() => events.some((event) => event.kind === 'back'));
    expect(events.map((event) => event.kind)).toEqual(['ended', 'back']);
    expect(server.pid()).not.toBe(before);
    const { namespace } = server.target;
    const described = await ask(server, (connection) => connection.workflowService.describeNamespace({ namespace }));
    expect(described.namespaceInfo?.name).toBe(namespace);
  });

  it('stops within the deadline, leaves no process, and frees the file', async () => {
    const server = await start();
    const pid = server.pid();
    await server.stop();
    expect(alive(pid)).toBe(false);
    await (await start()).stop();
  });

  it('a second start on the same file is refused with the process id of the holder', async () => {
    await start();
    const second = start();
    await expect(second).rejects.toThrow(StartRefused);
    await expect(second).rejects.toThrow(`tiến trình ${process.pid}`);
  });

  it('kill -9 of the owner takes the server along, and the next owner opens the file at once', async () => {
    const { programPath, serverVersion } = await testTemporal();
    const owner = runChild('test/worker/temporal-server/children/own-server.ts', [programPath, serverVersion, file]);
    const pid = Number((await owner.line('server ')).slice('server '.length));
    expect(alive(pid)).toBe(true);
    await owner.kill();
    await start();
    await until(() => !alive(pid));
  });

  it('a file of another server version is refused, with both versions and the way out', async () => {
    const { serverVersion } = await testTemporal();
    await (await start()).stop();
    const note = file.replace('temporal.db', 'temporal.version');
    writeFileSync(note, readFileSync(note, 'utf8').replace(serverVersion, '1.27.0'));
    const refused = start();
    await expect(refused).rejects.toThrow('bản 1.27.0');
    await expect(refused).rejects.toThrow('TEMPORAL_CLI_PATH');
  });

  it('a port that is taken is not mistaken for our server', async () => {
    const port = await freePort();
    const stranger: Server = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((ready) => stranger.listen(port, '127.0.0.1', ready));
    await expect(start({ port })).rejects.toThrow(StartRefused);
    stranger.close();
  });

  it('another Temporal server on our port is not mistaken for ours', async () => {
    const other = await start();
    const port = Number(other.target.address.split(':')[1]);
    const ours = start({ port, file: join(mkdtempSync(join(runDirectory(), 'server-')), 'temporal.db') });
    await expect(ours).rejects.toThrow(StartRefused);
    expect(alive(other.pid())).toBe(true);
  });

  it('a program that is no server is refused with what it said', async () => {
    const server = start({ program: { path: '/bin/false', serverVersion: '1.29.1' } });
    await expect(server).rejects.toThrow('/bin/false');
  });
});
