import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A running server program that cannot outlive us. */
export interface ServerProcess {
  pid: number;
  alive(): boolean;
  /** Its last words, for an error. */
  lastLines(): string;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  signal(signal: 'SIGTERM' | 'SIGKILL'): void;
}

export interface SpawnOptions {
  program: string;
  args: string[];
  env: Record<string, string | undefined>;
  /** Where the process id is kept, so that a later start finds a server that was left behind. */
  pidFile: string;
}

const POSIX = process.platform !== 'win32';
const KEPT_LINES = 40;

/**
 * Starts the server program. It stands outside our terminal's group, so that Ctrl-C reaches us alone and we stop it last.
 * Should we be killed, a shell that waits on a pipe of ours kills it; Windows does the same by itself.
 */
export function spawnServer({ program, args, env, pidFile }: SpawnOptions): ServerProcess {
  // The CLI would take its own defaults from these.
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('TEMPORAL_')));
  const child = spawn(program, args, {
    detached: POSIX,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: own,
    windowsHide: true,
  });
  const lines = tail(child);
  const pid = child.pid ?? -1;
  if (pid > 0) writeFileSync(pidFile, String(pid));
  const guard = POSIX && pid > 0 ? spawnGuard(pid) : null;

  let over = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    const end = (code: number | null, signal: NodeJS.Signals | null): void => {
      over = true;
      guard?.kill('SIGKILL');
      rmSync(pidFile, { force: true });
      done({ code, signal });
    };
    child.once('exit', end);
    child.once('error', (error) => {
      lines.push(error.message);
      end(null, null);
    });
  });
  return {
    pid,
    alive: () => !over,
    lastLines: () => lines.join('\n'),
    ended,
    signal: (signal) => {
      child.kill(signal);
    },
  };
}

function spawnGuard(pid: number): ChildProcess {
  const guard = spawn('/bin/sh', ['-c', 'read -r _; kill -9 "$1"', 'dondoc-guard', String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin?.on('error', () => undefined);
  guard.unref();
  return guard;
}

/** Ends a server on this file that outlived both its owner and its guard. The caller holds the file's lock. */
export async function endLeftServer(pidFile: string, databaseFile: string): Promise<void> {
  let pid: number;
  try {
    pid = Number(readFileSync(pidFile, 'utf8'));
  } catch {
    return;
  }
  // Only Linux tells the command line without a further program; elsewhere the guard has to be enough.
  while (process.platform === 'linux' && runsOn(pid, databaseFile)) {
    process.kill(pid, 'SIGKILL');
    await new Promise((tick) => setTimeout(tick, 50));
  }
  rmSync(pidFile, { force: true });
}

function runsOn(pid: number, databaseFile: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(databaseFile);
  } catch {
    return false;
  }
}

function tail(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      lines.push(...chunk.toString('utf8').trimEnd().split('\n'));
      lines.splice(0, lines.length - KEPT_LINES);
    });
  }
  return lines;
}
