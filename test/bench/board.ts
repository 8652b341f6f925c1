import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { COORDINATOR, TOURISM } from '../web/views/people.ts';
import { type BoardData, fillBoard } from './board-data.ts';
import { boardPages } from './board-pages.ts';
import type { Measure, Run } from './measure.ts';
import { median } from './statistics.ts';
import type { Cell, Table } from './table.ts';

const TURNS = 7;

/** The pages of a desk that holds a decade of a large province. */
export const board: Measure = {
  name: 'board',
  async run(run) {
    const tables = [];
    const ground = await run.ground();
    tables.push(await pagesOf('embedded PGlite, on disk', await ground.freshDatabase(), run));
    const url = process.env.DONDOC_TEST_DATABASE_URL;
    if (url) tables.push(await onServer(url, run));
    else tables.push({ ...NOT_MEASURED });
    return tables;
  },
};

const NOT_MEASURED: Table = {
  title: 'Pages at 60,000 obligations, PostgreSQL: not measured, for DONDOC_TEST_DATABASE_URL is not set',
  head: [''],
  rows: [],
};

async function onServer(url: string, run: Run): Promise<Table> {
  const name = `dondoc_bench_${randomBytes(4).toString('hex')}`;
  const admin = await openDatabase({ kind: 'postgres', url, maxConnections: 1 });
  try {
    await sql.raw(`create database ${name}`).execute(admin.db);
    const own = new URL(url);
    own.pathname = `/${name}`;
    const database = await openDatabase({ kind: 'postgres', url: own.href });
    try {
      await migrate(database.db);
      const { rows } = await sql<{ v: string }>`select current_setting('server_version') as v`.execute(database.db);
      return await pagesOf(`PostgreSQL ${rows[0]?.v ?? '?'}, on the loopback`, database, run);
    } finally {
      await database.close();
      await sql.raw(`drop database if exists ${name} with (force)`).execute(admin.db);
    }
  } finally {
    await admin.close();
  }
}

async function pagesOf(engine: string, database: Database, { seed, small, say }: Run): Promise<Table> {
  say(`filling ${engine}`);
  const { calendar, counts } = await fillBoard(database.db, { seed, obligations: small ? 6_000 : 60_000 });
  const rows: Cell[][] = [];
  for (const [who, actor] of [
    ['coordinator', COORDINATOR],
    ['one agency', TOURISM],
  ] as const) {
    const { views, get } = boardPages(database, { calendar, province: 'brvt', actor });
    const asked: [string, () => Promise<unknown>][] = [
      ['Hôm nay: view', () => views.today(actor, 5)],
      ['Hôm nay: page', () => get('/')],
      ['plans: page', () => get('/ke-hoach')],
      ["a plan's year: view", () => views.planYear(actor, 'brvt-kh54-2022', 2025)],
      ["a plan's year: page", () => get('/ke-hoach/brvt-kh54-2022?nam=2025')],
    ];
    for (const [what, ask] of asked) rows.push([`${who}, ${what}`, ...(await timed(ask))]);
    say(`${engine}: ${who}`);
  }
  return {
    title: `Pages at ${counts.obligations.toLocaleString('en')} obligations, ${engine}`,
    head: ['', 'first ms', 'median ms', 'CPU ms', 'KB'],
    rows,
    notes: [countsText(counts), `median of ${TURNS}; CPU of the process with the pages, which holds PGlite too`],
  };
}

async function timed(ask: () => Promise<unknown>): Promise<Cell[]> {
  const wall: number[] = [];
  const cpu: number[] = [];
  let kb: number | string = '';
  for (let turn = 0; turn < TURNS; turn += 1) {
    const used = process.cpuUsage();
    const began = performance.now();
    const answer = await ask();
    wall.push(performance.now() - began);
    const { user, system } = process.cpuUsage(used);
    cpu.push((user + system) / 1000);
    if (typeof answer === 'string') kb = Math.round(answer.length / 1000);
  }
  return [wall[0] ?? null, median(wall), median(cpu), kb];
}

function countsText({ plans, obligations, open, rounds, notices, messages, journal }: BoardData['counts']): string {
  const n = (value: number): string => value.toLocaleString('en');
  return (
    `${n(plans)} plans, ${n(rounds)} rounds, ${n(obligations)} obligations, ${n(open)} of them open in the reporting season, ` +
    `${n(notices)} notices, ${n(messages)} messages, ${n(journal)} lines of the journal`
  );
}
