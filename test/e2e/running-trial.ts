import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Child, runChild, runNpmStart } from '../harness/child.ts';
import { testTemporal } from '../harness/temporal.ts';

/** The real program as somebody starts it on a fresh machine, on a directory of its own. */
export interface Trial {
  /** Start of its addresses: "http://127.0.0.1:41234". */
  url: string;
  /** The one-time link that the start printed. */
  link: string;
  /** What the program has printed since its newest start. */
  printed(): string;
  /** Starts another program on the same directory and port, which cannot last; answers how it ended and what it said. */
  startAnother(): Promise<{ code: number | null; said: string }>;
  /** `kill -9` of npm, program and Temporal server at one blow, and a new start without npm. */
  killAndStartAgain(): Promise<void>;
  /** SIGTERM to the program, or Ctrl-C in the terminal of `npm start`; what it printed while stopping, and its status. */
  stop(): Promise<{ said: string; code: number | null }>;
  /** Ends whatever still runs and removes the directory. */
  close(): Promise<void>;
}

/** `npm start` without configuration: ready when it has printed its one-time link. */
export async function startTrial(): Promise<Trial> {
  const root = mkdtempSync(join(tmpdir(), 'dondoc-e2e-'));
  const { programPath } = await testTemporal();
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    TZ: 'UTC',
    NO_COLOR: '1',
    TEMPORAL_CLI_PATH: programPath,
    DONDOC_DATA: join(root, 'data'),
    DONDOC_PORT: String(port),
  };
  const children: Child[] = [];
  const begun = <Started extends Child>(child: Started): Started => {
    children.push(child);
    return child;
  };
  const npm = begun(runNpmStart(env));
  const program = (): Child => begun(runChild('worker/main.ts', ['start'], env));
  let newest: Child = npm;
  const trial: Trial = {
    url: `http://127.0.0.1:${port}`,
    link: await printedLink(npm),
    printed: () => newest.lines.join('\n'),
    async startAnother() {
      const second = program();
      const { code } = await second.ended;
      return { code, said: second.lines.join('\n') };
    },
    async killAndStartAgain() {
      await newest.kill();
      newest = program();
      trial.link = await printedLink(newest);
    },
    async stop() {
      const before = newest.lines.length;
      if (newest === npm) npm.signal('SIGINT');
      else newest.process.kill('SIGTERM');
      const { code } = await newest.ended;
      return { said: newest.lines.slice(before).join('\n'), code };
    },
    async close() {
      for (const child of children) await child.kill();
      rmSync(root, { recursive: true, force: true });
    },
  };
  return trial;
}

async function printedLink(child: Child): Promise<string> {
  return /http:\/\/\S+\/vao\/\S+/.exec(await child.line('/vao/'))?.[0] ?? '';
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
