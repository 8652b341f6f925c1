import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../store/database.ts';
import { freePort } from '../../worker/temporal-server/ports.ts';
import { usePart } from '../harness/services.ts';

/** A PostgreSQL server of a test's own, which it may kill. */
export interface OwnPostgres {
  /** Of a database without a password, only on the loopback. */
  url: string;
  /** `kill -9` of the server's process; its sessions end with it. */
  kill(): Promise<void>;
  /** Again on the same files and port. */
  start(): Promise<void>;
  /** Ends it and removes everything. */
  remove(): Promise<void>;
}

/** Where Debian keeps the server's programs; null where none is installed, or nobody is there to run it. */
export function postgresPrograms(): string | null {
  if (process.platform === 'win32' || (process.getuid?.() === 0 && serverUser() === null)) return null;
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(a) - Number(b)) : [];
  const directories = versions.map((version) => join(root, version, 'bin'));
  return directories.reverse().find((directory) => existsSync(join(directory, 'initdb'))) ?? null;
}

/** The server refuses to run as root. */
function serverUser(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  try {
    const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, 'postgres'], { stdio: 'pipe' })));
    return uid === undefined || gid === undefined ? null : { uid, gid };
  } catch {
    return null;
  }
}

export async function openOwnPostgres(): Promise<OwnPostgres> {
  const programs = postgresPrograms();
  if (programs === null) throw new Error('no PostgreSQL server is installed');
  await usePart('postgresql');
  const user = serverUser();
  const home = mkdtempSync(join(tmpdir(), 'dondoc-postgres-'));
  chmodSync(home, 0o755);
  if (user) chownSync(home, user.uid, user.gid);
  const data = join(home, 'data');
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync'], {
    ...user,
    cwd: home,
    stdio: 'pipe',
  });
  let server: ChildProcess | null = null;

  const start = async (): Promise<void> => {
    for (;;) {
      const settings = ['-c', 'listen_addresses=127.0.0.1', '-c', `unix_socket_directories=${home}`];
      const started = spawn(join(programs, 'postgres'), ['-D', data, '-p', String(port), ...settings], {
        ...user,
        cwd: home,
        stdio: 'ignore',
      });
      server = started;
      // It refuses to start while sessions of the one that was killed are still ending.
      while (started.exitCode === null && started.signalCode === null) {
        if (await answers(url)) return;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  const end = async (signal: 'SIGKILL' | 'SIGINT'): Promise<void> => {
    const ending = server;
    server = null;
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = new Promise((resolve) => ending.once('exit', resolve));
    ending.kill(signal);
    await ended;
  };
  await start();
  return {
    url,
    start,
    kill: () => end('SIGKILL'),
    async remove() {
      await end('SIGINT');
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const database = await openDatabase({ kind: 'postgres', url, maxConnections: 1 });
  try {
    await database.db.selectNoFrom((eb) => eb.lit(1).as('one')).execute();
    return true;
  } catch {
    return false;
  } finally {
    await database.close();
  }
}
