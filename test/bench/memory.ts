import { randomBytes } from 'node:crypto';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { openDatabase } from '../../store/database.ts';
import { freePort } from '../../worker/temporal-server/ports.ts';
import { FakeTelegram, TOKEN } from '../fakes/telegram/server.ts';
import { type Child, runChild } from '../harness/child.ts';
import type { Measure, Run } from './measure.ts';
import type { Cell } from './table.ts';
import { childrenOf, residentMb, sharedMb } from './usage.ts';

/** How long a process rests after its start before it is looked at, in milliseconds. */
const REST_MS = 5_000;
const ROLES = ['worker', 'bot', 'web'] as const;

/** Memory of each process of the program, started as its users start it, at rest. */
export const memory: Measure = {
  name: 'memory',
  async run(run) {
    const directory = mkdtempSync(join(tmpdir(), 'dondoc-bench-memory-'));
    try {
      const rows = [...(await oneProcess(directory, run)), ...(await severalProcesses(directory, run))];
      return [
        {
          title: 'Memory of each process at rest, after its start',
          head: ['process', 'RSS MB'],
          rows,
          notes: [
            'run from the sources with tsx, as npm start does; the embedded database lives in the process that works',
            'memory with many open rounds: see the measure `thousands`',
          ],
        },
      ];
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

const BASE = { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NO_COLOR: '1' };

/** The trial: everything in one process, and the server as its child. */
async function oneProcess(directory: string, { say }: Run): Promise<Cell[][]> {
  const env = { ...BASE, DONDOC_DATA: join(directory, 'trial'), DONDOC_PORT: String(await freePort()) };
  const trial = runChild('worker/main.ts', ['start'], env);
  try {
    await ready(trial);
    say('the trial stands');
    const pid = trial.process.pid ?? -1;
    const server = childrenOf(pid).find(isServer) ?? -1;
    return [
      ['trial, one process: worker, web, chat, PGlite, mailbox', residentMb(pid)],
      ['its embedded Temporal server', residentMb(server)],
    ];
  } finally {
    await stop(trial);
  }
}

/** The roles as processes of their own, with a Temporal server and PostgreSQL between them. */
async function severalProcesses(directory: string, { ground: open, say }: Run): Promise<Cell[][]> {
  const url = process.env.DONDOC_TEST_DATABASE_URL;
  if (!url) {
    const unset = 'not measured: DONDOC_TEST_DATABASE_URL is not set';
    return [...ROLES.map((role) => [`--role ${role}`, unset]), ['PostgreSQL', unset]];
  }
  const { address, namespace } = await (await open()).freshTarget();
  const admin = await openDatabase({ kind: 'postgres', url, maxConnections: 1 });
  const name = `dondoc_bench_${randomBytes(4).toString('hex')}`;
  await sql.raw(`create database ${name}`).execute(admin.db);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const telegram = await FakeTelegram.start();
  const env = {
    ...BASE,
    TEMPORAL_ADDRESS: address,
    TEMPORAL_NAMESPACE: namespace,
    DATABASE_URL: own.href,
    DONDOC_DATA: join(directory, 'roles'),
    DONDOC_PLANS: plansFolder(directory),
    DONDOC_PORT: String(await freePort()),
    TELEGRAM_BOT_TOKEN: TOKEN,
    TELEGRAM_API_ROOT: telegram.apiRoot,
  };
  const children: Child[] = [];
  try {
    const rows: Cell[][] = [];
    for (const role of ROLES) {
      const child = runChild('worker/main.ts', ['start', '--live', '--role', role], env);
      children.push(child);
      await ready(child);
      say(`${role} stands`);
    }
    for (const [index, role] of ROLES.entries()) {
      rows.push([`--role ${role}, on PostgreSQL`, residentMb(children[index]?.process.pid ?? -1)]);
    }
    rows.push(['Temporal server of the roles', residentMb((await open()).server.embedded?.pid() ?? -1)]);
    const { rows: backends } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(admin.db);
    rows.push(['PostgreSQL, all its processes, shared pages once', sharedMb(postmasterOf(backends[0]?.pid ?? -1))]);
    return rows;
  } finally {
    for (const child of children) await stop(child);
    await telegram.stop();
    await sql.raw(`drop database if exists ${name} with (force)`).execute(admin.db);
    await admin.close();
  }
}

async function ready(child: Child): Promise<void> {
  await child.line('Ctrl-C');
  await new Promise((rested) => setTimeout(rested, REST_MS));
}

async function stop(child: Child): Promise<void> {
  child.process.kill('SIGTERM');
  await child.ended;
}

function isServer(pid: number): boolean {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start-dev');
}

/** The parent of a connection's process; -1 where the server is on another machine. */
function postmasterOf(backend: number): number {
  try {
    return Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${backend}/status`, 'utf8'))?.[1] ?? -1);
  } catch {
    return -1;
  }
}

/** The operator's own folder: one plan of the province, and people who are nobody's. */
function plansFolder(directory: string): string {
  const folder = join(directory, 'plans');
  const built = (path: string): string => fileURLToPath(new URL(`../../plans/${path}`, import.meta.url));
  mkdirSync(join(folder, 'brvt'), { recursive: true });
  copyFileSync(built('trial/roster.yaml'), join(folder, 'roster.yaml'));
  for (const file of ['agencies.yaml', 'brvt-kh54-2022.yaml']) {
    copyFileSync(built(`brvt/${file}`), join(folder, 'brvt', file));
  }
  return folder;
}
