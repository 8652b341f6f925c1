import { dirname, join, resolve } from 'node:path';
import { Connection } from '@temporalio/client';
import { type Lock, takeLock } from '../../store/lock.ts';
import { serverDidNotStart, serverFileHeld, serverIsSomebodyElses } from '../../wording/operator/temporal-server.ts';
import { StartRefused } from '../start-refused.ts';
import type { ServerProgram } from './find.ts';
import { freePort, portAnswers } from './ports.ts';
import { ensureSearchAttributes, type SearchAttributes, setRetention } from './prepare-namespace.ts';
import { serverFileNote } from './server-file.ts';
import { endLeftServer, type ServerProcess, spawnServer } from './server-process.ts';
import { localTarget, type TemporalTarget } from './target.ts';

export interface EmbeddedServerOptions {
  program: ServerProgram;
  /** The server's SQLite file; its directory must exist. */
  file: string;
  env: Record<string, string | undefined>;
  /** On loopback; default a free one. */
  port?: number;
  searchAttributes?: SearchAttributes;
  /**
   * Timers below one second come true in 10 to 20 ms, not in one second, and the file is flushed less strictly: for tests
   * only, a power cut may lose acknowledged updates. Default false.
   */
  forTests?: boolean;
  report?: (event: ServerEvent) => void;
}

export type ServerEvent =
  /** The program ended by itself; it is started again on the same file and port. */
  | { kind: 'ended'; code: number | null; signal: string | null; lastLines: string }
  /** A restart did not come up; the next try follows after `waitMs`. */
  | { kind: 'notBack'; why: string; waitMs: number }
  | { kind: 'back'; pid: number };

export interface EmbeddedServer {
  target: TemporalTarget;
  serverVersion: string;
  /** Of the program running now; -1 between two runs. */
  pid(): number;
  /** SIGTERM, five seconds later SIGKILL; frees the file. Calling it twice is harmless. */
  stop(): Promise<void>;
}

/** How long a program may take from its start to its first answer, in milliseconds. */
const BOOT_MS = 60_000;
/** How long the server may take to stop before it is killed, which loses nothing, in milliseconds. */
const STOP_MS = 5_000;
/** Between two restarts, in milliseconds: the first wait and the longest. */
const BACKOFF_MS = { first: 100, longest: 10_000 };
/** After this many milliseconds of life a restart counts as the first one again. */
const HEALTHY_MS = 60_000;

const TEST_SETTINGS = [
  '--dynamic-config-value',
  'history.timerProcessorMaxTimeShift="10ms"',
  '--dynamic-config-value',
  'history.timerProcessorMaxPollRPS=500',
];

/**
 * Runs the Temporal server as our child on a file, and keeps it running: when it dies it is started again on the same
 * file and port, where client and worker find it by themselves.
 *
 * @throws StartRefused when the file is held by another process, was written by another server version, or the program
 * does not come up.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const file = resolve(options.file);
  const lock = await ownFile(file);
  try {
    const { namespace } = serverFileNote(file, options.program.serverVersion);
    const pidFile = join(dirname(file), 'temporal.pid');
    await endLeftServer(pidFile, file);
    const port = options.port ?? (await freePort());
    const target = localTarget(`127.0.0.1:${port}`, namespace);
    const boot: Boot = (spawned) => bootServer({ ...options, file, port, pidFile, target, spawned });
    return supervise({ first: await boot(() => undefined), boot, lock, target, options });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function ownFile(file: string): Promise<Lock> {
  const outcome = await takeLock(file);
  if ('heldBy' in outcome) throw new StartRefused(serverFileHeld(file, outcome.heldBy));
  return outcome.lock;
}

/** One start of the program; `spawned` is told of the process before it answers, so that it can be ended early. */
type Boot = (spawned: (child: ServerProcess) => void) => Promise<ServerProcess>;

interface BootOptions extends EmbeddedServerOptions {
  spawned: (child: ServerProcess) => void;
  port: number;
  pidFile: string;
  target: TemporalTarget;
}

/** Starts the program once, waits until our own child answers, and sets what a new file lacks. */
async function bootServer(options: BootOptions): Promise<ServerProcess> {
  const { program, env, pidFile, target, port } = options;
  const child = spawnServer({ program: program.path, args: serverArguments(options), env, pidFile });
  options.spawned(child);
  try {
    await untilPortAnswers(child, port, program.path);
    const connection = await connectWhileAlive(child, target, program.path);
    try {
      await untilItIsOurs(child, connection, target, program.path);
      await setRetention(connection, target.namespace);
      await ensureSearchAttributes(connection, target.namespace, options.searchAttributes ?? []);
    } finally {
      await connection.close();
    }
    return child;
  } catch (error) {
    child.signal('SIGKILL');
    await child.ended;
    throw error;
  }
}

function serverArguments({ file, port, target, forTests }: BootOptions): string[] {
  return [
    ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--headless', '--log-level', 'warn'],
    ...['--db-filename', file, '--namespace', target.namespace],
    ...['--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', `synchronous=${forTests ? 'NORMAL' : 'FULL'}`],
    ...(forTests ? TEST_SETTINGS : []),
  ];
}

/** A plain probe comes first: the SDK's client, asked too early, would wait a second before it asks again. */
async function untilPortAnswers(child: ServerProcess, port: number, program: string): Promise<void> {
  await poll(child, program, 25, async () => portAnswers(port));
}

/** Connects, or gives up as soon as our child ends: what answers on the port is then not ours. */
async function connectWhileAlive(child: ServerProcess, target: TemporalTarget, program: string): Promise<Connection> {
  const connecting = Connection.connect({ ...target.client, connectTimeout: '10s' });
  try {
    await Promise.race([connecting, child.ended]);
    if (child.alive()) return await connecting;
  } catch {
    throw new StartRefused(serverIsSomebodyElses(target.address));
  }
  connecting.then((connection) => connection.close()).catch(() => undefined);
  throw new StartRefused(serverDidNotStart({ program, lastLines: child.lastLines() }));
}

/** A port may be answered by somebody else's server: ours lives, and it alone knows the namespace of our file. */
async function untilItIsOurs(
  child: ServerProcess,
  connection: Connection,
  target: TemporalTarget,
  program: string,
): Promise<void> {
  let unknown = 0;
  await poll(child, program, 100, async () => {
    try {
      await connection.withDeadline(Date.now() + 5_000, () =>
        connection.workflowService.describeNamespace({ namespace: target.namespace }),
      );
      return child.alive();
    } catch (error) {
      const notFound = typeof error === 'object' && error !== null && 'code' in error && error.code === 5;
      unknown += notFound ? 1 : 0;
      if (unknown > 50) throw new StartRefused(serverIsSomebodyElses(target.address));
      return false;
    }
  });
}

async function poll(
  child: ServerProcess,
  program: string,
  everyMs: number,
  done: () => Promise<boolean>,
): Promise<void> {
  const until = Date.now() + BOOT_MS;
  while (child.alive() && Date.now() < until) {
    if (await done()) return;
    await new Promise((tick) => setTimeout(tick, everyMs));
  }
  const lastLines = child.alive() ? `${BOOT_MS / 1000} s` : child.lastLines();
  throw new StartRefused(serverDidNotStart({ program, lastLines }));
}

interface Supervised {
  first: ServerProcess;
  boot: Boot;
  lock: Lock;
  target: TemporalTarget;
  options: EmbeddedServerOptions;
}

function supervise({ first, boot, lock, target, options }: Supervised): EmbeddedServer {
  const report = options.report ?? (() => undefined);
  let child: ServerProcess | null = first;
  let booting: ServerProcess | null = null;
  let stopping: Promise<void> | undefined;
  let wakeUp: () => void = () => undefined;

  async function keepRunning(): Promise<void> {
    let wait = BACKOFF_MS.first;
    let startedAt = Date.now();
    while (!stopping) {
      if (child) {
        const { code, signal } = await child.ended;
        if (stopping) return;
        report({ kind: 'ended', code, signal, lastLines: child.lastLines() });
        if (Date.now() - startedAt > HEALTHY_MS) wait = BACKOFF_MS.first;
        child = null;
      }
      await new Promise<void>((tick) => {
        wakeUp = tick;
        setTimeout(tick, wait).unref();
      });
      if (stopping) return;
      wait = Math.min(wait * 2, BACKOFF_MS.longest);
      try {
        startedAt = Date.now();
        child = await boot((spawned) => {
          booting = spawned;
        });
        report({ kind: 'back', pid: child.pid });
      } catch (error) {
        report({ kind: 'notBack', why: error instanceof Error ? error.message : String(error), waitMs: wait });
      }
    }
  }
  const running = keepRunning();

  async function end(): Promise<void> {
    wakeUp();
    const last = child ?? booting;
    last?.signal('SIGTERM');
    const kill = setTimeout(() => last?.signal('SIGKILL'), STOP_MS);
    await running;
    await last?.ended;
    clearTimeout(kill);
    await lock.release();
  }

  return {
    target,
    serverVersion: options.program.serverVersion,
    pid: () => (child?.alive() ? child.pid : -1),
    stop: () => {
      stopping ??= end();
      return stopping;
    },
  };
}
