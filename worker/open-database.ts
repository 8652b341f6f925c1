import { sql } from 'kysely';
import { type Database, DatabaseHeld, type DatabaseOptions, openDatabase } from '../store/database.ts';
import { DatabaseIsNewer, type MigrationReport, migrate } from '../store/migrate.ts';
import {
  databaseDoesNotOpen,
  databaseHeld,
  databaseIsNewer,
  databaseServerTooOld,
  databaseUnreachable,
} from '../wording/operator/database.ts';
import { StartRefused } from './start-refused.ts';

export interface OpenDatabaseOptions {
  /** `DATABASE_URL`; null for the embedded database in `directory`. */
  url: string | null;
  directory: string;
  /** Told once when the disk refuses to keep a write; the process should end then. */
  onBroken: (error: Error) => void;
}

const OLDEST_POSTGRES = 15;

/**
 * Opens the database that the configuration names and brings it to the present schema.
 *
 * @throws StartRefused when it is held, unreachable, too old, too new, or does not open.
 */
export async function openConfiguredDatabase(
  options: OpenDatabaseOptions,
): Promise<{ database: Database; migration: MigrationReport }> {
  const { url, directory, onBroken } = options;
  const how: DatabaseOptions = url ? { kind: 'postgres', url } : { kind: 'pglite', dir: directory, onBroken };
  const place = url ? withoutPassword(url) : directory;
  let database: Database | undefined;
  try {
    database = await openDatabase(how);
    await checkServer(database);
    return { database, migration: await migrate(database.db) };
  } catch (error) {
    await database?.close().catch(() => undefined);
    throw refusalFor(error, place, url !== null);
  }
}

async function checkServer({ db }: Database): Promise<void> {
  const { rows } = await sql<{ number: string; version: string }>`
    select current_setting('server_version_num') as number, current_setting('server_version') as version`.execute(db);
  const { number = '0', version = '?' } = rows[0] ?? {};
  if (Number(number) < OLDEST_POSTGRES * 10_000) throw new StartRefused(databaseServerTooOld(version, OLDEST_POSTGRES));
}

function refusalFor(error: unknown, place: string, server: boolean): unknown {
  if (error instanceof StartRefused) return error;
  if (error instanceof DatabaseHeld) return new StartRefused(databaseHeld(error.dir, error.holder), { cause: error });
  if (error instanceof DatabaseIsNewer) return new StartRefused(databaseIsNewer(error.unknown), { cause: error });
  const why = wordsOf(error);
  if (server && isConnectionFailure(error)) return new StartRefused(databaseUnreachable(place, why), { cause: error });
  return server ? error : new StartRefused(databaseDoesNotOpen(place, why), { cause: error });
}

/** A refused or broken line, a name that is not known, a wrong password, a database that does not exist. */
function isConnectionFailure(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^(E[A-Z]+|08\w+|28\w+|3D000|57P\w+)$/.test(code) || /timeout|terminated/i.test(wordsOf(error));
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors[0] instanceof Error) return error.errors[0].message;
  return error instanceof Error ? error.message : String(error);
}

/** An address of a database as it may be shown. */
export function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}
