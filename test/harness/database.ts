import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, dumpTemplate, openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { runDirectory, usePart } from './services.ts';

/** An engine on which the store's contract is proved. */
export interface TestEngine {
  name: string;
  /** A new database of its own, at the present schema. The test closes it. */
  open(): Promise<Database>;
}

/** The embedded engine always, and the PostgreSQL server of `DONDOC_TEST_DATABASE_URL` when there is one. */
export function testEngines(): TestEngine[] {
  const url = process.env.DONDOC_TEST_DATABASE_URL;
  const embedded: TestEngine = { name: 'embedded engine', open: freshDatabase };
  return url ? [embedded, { name: 'PostgreSQL server', open: () => freshOnServer(url) }] : [embedded];
}

/** A new embedded database in memory, at the present schema, from the run's template (a third of a second). */
export async function freshDatabase(): Promise<Database> {
  const path = join(runDirectory(), 'database-template.tar');
  if (!existsSync(path)) await writeTemplate(path);
  return openDatabase({ kind: 'memory', template: new Blob([readFileSync(path)]) });
}

/** Two files may write it at once; each writes the same and moves it into place whole. */
async function writeTemplate(path: string): Promise<void> {
  const dump = await dumpTemplate(async (db) => {
    await migrate(db);
  });
  const own = `${path}.${process.pid}`;
  writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
  renameSync(own, path);
}

async function freshOnServer(url: string): Promise<Database> {
  const { database } = await emptyOnServer(url);
  await migrate(database.db);
  return database;
}

/** A new database on the server, without any schema, and its address. Closing it drops it. */
export async function emptyOnServer(url: string): Promise<{ database: Database; url: string }> {
  await usePart('postgresql');
  const name = `dondoc_test_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = await openDatabase({ kind: 'postgres', url: own.href });
  const close = async (): Promise<void> => {
    await database.close();
    await onServer(url, `drop database if exists ${name} with (force)`);
  };
  return { database: { ...database, close }, url: own.href };
}

async function onServer(url: string, statement: string): Promise<void> {
  const server = await openDatabase({ kind: 'postgres', url, maxConnections: 1 });
  try {
    await sql.raw(statement).execute(server.db);
  } finally {
    await server.close();
  }
}
