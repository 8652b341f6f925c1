import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';

/** The process that holds a lock. */
export interface LockHolder {
  /** Process id on `host`; null when the holder was too busy to answer and left no readable file. */
  pid: number | null;
  host: string;
}

export interface Lock {
  /** Frees the lock. Calling it twice is harmless. */
  release(): Promise<void>;
}

export type LockOutcome = { lock: Lock } | { heldBy: LockHolder };

/** A holder on another machine rewrites its file this often, in milliseconds. */
const HEARTBEAT_MS = 5_000;
/** A file of another machine that is older than this, in milliseconds, belongs to nobody any more. */
const FOREIGN_STALE_MS = 30_000;
/** How long a holder may take to say its process id, in milliseconds. */
const ANSWER_MS = 2_000;

/**
 * Takes the lock of a file or directory for this process, or says who has it.
 *
 * The lock is a local socket named after the hash of the real path (abstract on Linux, a named pipe on Windows, a file
 * socket on macOS): the system frees it at the moment the holder dies, so `kill -9` leaves nothing stale. A socket does
 * not reach another machine, so beside the path stands `<path>.pid` with host name and process id, rewritten every 5 s;
 * one of another host that is younger than 30 s is respected.
 *
 * @param path the file or directory to own; its parent must exist.
 */
export async function takeLock(path: string): Promise<LockOutcome> {
  const real = realPathOf(path);
  const pidFile = `${real}.pid`;
  const foreign = foreignHolder(pidFile);
  if (foreign) return { heldBy: foreign };

  const address = socketAddress(real);
  const server = await listen(address);
  if (!server) return { heldBy: (await askHolder(address)) ?? readHolder(pidFile) ?? { pid: null, host: hostname() } };

  writeFileSync(pidFile, JSON.stringify({ pid: process.pid, host: hostname() }));
  const heartbeat = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(pidFile, now, now);
    } catch {
      // The socket is the lock; a file that cannot be touched only weakens the warning to other machines.
    }
  }, HEARTBEAT_MS);
  heartbeat.unref();

  let released: Promise<void> | undefined;
  return {
    lock: {
      release(): Promise<void> {
        released ??= new Promise((done) => {
          clearInterval(heartbeat);
          rmSync(pidFile, { force: true });
          server.close(() => done());
        });
        return released;
      },
    },
  };
}

/** The real path of a file that may not exist yet: its parent's real path and its own name. */
function realPathOf(path: string): string {
  const absolute = resolve(path);
  try {
    return realpathSync(absolute);
  } catch {
    return join(realpathSync(dirname(absolute)), basename(absolute));
  }
}

function socketAddress(real: string): string {
  const name = `dondoc-${createHash('sha256').update(real).digest('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/** Listens and answers every caller with our process id; null when somebody else listens already. */
async function listen(address: string): Promise<Server | null> {
  for (const attempt of [1, 2]) {
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.end(JSON.stringify({ pid: process.pid, host: hostname() }));
    });
    const taken = await new Promise<boolean>((done, fail) => {
      server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? done(true) : fail(error)));
      server.listen(address, () => done(false));
    });
    if (!taken) {
      server.unref();
      return server;
    }
    // Only a file socket outlives its owner: when nobody answers behind it, it is removed and the name tried once more.
    const fileSocket = process.platform !== 'linux' && process.platform !== 'win32';
    if (attempt === 2 || !fileSocket || (await answers(address))) return null;
    rmSync(address, { force: true });
  }
  return null;
}

function answers(address: string): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}

function askHolder(address: string): Promise<LockHolder | null> {
  return new Promise((done) => {
    const socket = connect(address);
    let text = '';
    socket.setTimeout(ANSWER_MS, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += String(chunk);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => done(parseHolder(text)));
  });
}

function readHolder(pidFile: string): LockHolder | null {
  try {
    return parseHolder(readFileSync(pidFile, 'utf8'));
  } catch {
    return null;
  }
}

function foreignHolder(pidFile: string): LockHolder | null {
  const holder = readHolder(pidFile);
  if (!holder || holder.host === hostname()) return null;
  return Date.now() - statSync(pidFile).mtimeMs < FOREIGN_STALE_MS ? holder : null;
}

function parseHolder(text: string): LockHolder | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('pid' in value) || !('host' in value)) return null;
    return typeof value.pid === 'number' && typeof value.host === 'string'
      ? { pid: value.pid, host: value.host }
      : null;
  } catch {
    return null;
  }
}
