import { mkdirSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';
import { columnParsers, columnTypesForPg } from './column-types.ts';
import { type Lock, type LockHolder, takeLock } from './lock.ts';
import { openDurablePglite } from './pglite-durable.ts';
import { pglitePool } from './pglite-pool.ts';
import type { Schema } from './schema.ts';

export type DatabaseOptions =
  /** The embedded engine on a directory of its own, flushed at every commit and locked for this process. */
  | { kind: 'pglite'; dir: string; onBroken?: (error: Error) => void }
  /** The embedded engine without a disk; `template` is a dump of {@link dumpTemplate}, loaded instead of an empty one. */
  | { kind: 'memory'; template?: Blob }
  /** A database on a PostgreSQL server, 15 or newer; at most 10 connections unless told otherwise. */
  | { kind: 'postgres'; url: string; maxConnections?: number };

export interface Database {
  db: Kysely<Schema>;
  engine: DatabaseOptions['kind'];
  /** Waits for the statement in hand, closes, and frees the lock. Calling it twice is harmless. */
  close(): Promise<void>;
}

/** Another process works on the same database directory. */
export class DatabaseHeld extends Error {
  constructor(
    readonly dir: string,
    readonly holder: LockHolder,
  ) {
    super(`database ${dir} is held by process ${holder.pid ?? 'unknown'} on ${holder.host}`);
  }
}

/**
 * Opens our database. The same SQL runs on all three engines (PostgreSQL 15); days come back as `YYYY-MM-DD`, moments as
 * `Instant`, counts as numbers (store/column-types.ts). A list given to a `json` column must be passed as JSON text:
 * node-postgres writes a JavaScript array as a PostgreSQL array.
 *
 * @throws DatabaseHeld when another process holds the directory.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  if (options.kind === 'postgres') return openServer(options);
  if (options.kind === 'memory') {
    const engine = await PGlite.create({
      parsers: columnParsers,
      ...(options.template ? { loadDataDir: options.template } : {}),
    });
    return embedded(engine, 'memory', async () => undefined);
  }
  mkdirSync(options.dir, { recursive: true });
  const lock = await ownDirectory(options.dir);
  try {
    const engine = await openDurablePglite(options);
    return embedded(engine, 'pglite', () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A dump of an embedded database in memory, from which others start in a fifth of the time. */
export async function dumpTemplate(prepare: (db: Kysely<Schema>) => Promise<void>): Promise<Blob> {
  const engine = await PGlite.create({ parsers: columnParsers });
  const database = embedded(engine, 'memory', async () => undefined);
  try {
    await prepare(database.db);
    return await engine.dumpDataDir('none');
  } finally {
    await database.close();
  }
}

async function ownDirectory(dir: string): Promise<Lock> {
  const outcome = await takeLock(dir);
  if ('heldBy' in outcome) throw new DatabaseHeld(dir, outcome.heldBy);
  return outcome.lock;
}

function embedded(engine: PGlite, kind: 'pglite' | 'memory', onEnd: () => Promise<void>): Database {
  const pool = pglitePool(engine, onEnd);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, engine: kind, close: closing(db, () => pool.end()) };
}

function openServer({ url, maxConnections }: Extract<DatabaseOptions, { kind: 'postgres' }>): Database {
  const pool = new Pool({
    connectionString: url,
    max: maxConnections ?? 10,
    types: columnTypesForPg(),
    connectionTimeoutMillis: 10_000,
  });
  // A connection that breaks while idle is replaced by the pool; the next statement tells whether the server is away.
  pool.on('error', () => undefined);
  // One that breaks between two statements of a transaction must not end the program: the next statement fails instead.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { db, engine: 'postgres', close: closing(db, async () => (pool.ended ? undefined : pool.end())) };
}

/** Closes once. Kysely ends the pool only when a statement was ever run, so the pool is ended here too. */
function closing(db: Kysely<Schema>, endPool: () => Promise<void>): () => Promise<void> {
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= db.destroy().then(endPool);
    return closed;
  };
}
