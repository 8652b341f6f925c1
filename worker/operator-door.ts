import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { programNotRunning } from '../wording/operator/desk-commands.ts';
import { StartRefused } from './start-refused.ts';

/** What the operator's commands may ask of the running program, by name. */
export type OperatorHandlers = Record<string, (body: unknown) => Promise<unknown>>;

export interface OperatorDoor {
  close(): Promise<void>;
}

const FILE = 'van-hanh.json';
const door = z.object({ url: z.url(), token: z.string() });
const MOST_BYTES = 1_000_000;

/**
 * The embedded database has one owner, so commands ask the running program: on loopback, with a secret that only the
 * owner of the data directory can read.
 */
export async function openOperatorDoor(directory: string, handlers: OperatorHandlers): Promise<OperatorDoor> {
  const token = randomBytes(32).toString('base64url');
  const server = createServer((request, response) => {
    const answer = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (!same(request.headers.authorization ?? '', `Bearer ${token}`)) return answer(401, { error: 'unauthorized' });
    const handler = handlers[(request.url ?? '/').slice(1)];
    if (!handler) return answer(404, { error: 'unknown' });
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > MOST_BYTES) request.destroy();
    });
    request.on('end', () => {
      Promise.resolve()
        .then(() => handler(text === '' ? null : JSON.parse(text)))
        .then(
          (body) => answer(200, body ?? null),
          (error: unknown) => answer(422, { error: error instanceof Error ? error.message : String(error) }),
        );
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const path = join(directory, FILE);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(path, JSON.stringify({ url, token }), { mode: 0o600 });
  return {
    close: () =>
      new Promise((done) => {
        rmSync(path, { force: true });
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

/** Asks the program that runs on a data directory. @throws StartRefused when none runs; Error with its sentence when it refuses. */
export async function askProgram(directory: string, name: string, body: unknown): Promise<unknown> {
  let found: z.infer<typeof door>;
  try {
    found = door.parse(JSON.parse(readFileSync(join(directory, FILE), 'utf8')));
  } catch (error) {
    throw new StartRefused(programNotRunning(directory), { cause: error });
  }
  const asked = fetch(`${found.url}/${name}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${found.token}` },
    body: JSON.stringify(body),
  });
  const response = await asked.catch((error: unknown) => {
    throw new StartRefused(programNotRunning(directory), { cause: error });
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(z.object({ error: z.string() }).parse(answer).error);
  return answer;
}

function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}
