import { type Kysely, type Migration, Migrator, sql } from 'kysely';
import { migrations as ours } from './migrations/index.ts';
import type { Schema } from './schema.ts';

export interface MigrationReport {
  /** The steps taken now, in order; empty when the database was up to date. */
  applied: string[];
  /** How many steps this program knows. */
  total: number;
}

/** The database has steps that this program does not know: it was written by a newer release. */
export class DatabaseIsNewer extends Error {
  constructor(readonly unknown: string[]) {
    super(`the database has steps unknown to this release: ${unknown.join(', ')}`);
  }
}

/**
 * Brings a database to the present schema, forward only; each engine runs the same steps. Two processes may call it at
 * once on one server: the second waits and finds nothing to do.
 *
 * @throws DatabaseIsNewer when the database was written by a newer release; nothing is changed then.
 */
export async function migrate(
  db: Kysely<Schema>,
  migrations: Record<string, Migration> = ours,
): Promise<MigrationReport> {
  const unknown = (await stepsTaken(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new DatabaseIsNewer(unknown);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results } = await migrator.migrateToLatest();
  if (error) throw error;
  const applied = (results ?? []).filter((step) => step.status === 'Success').map((step) => step.migrationName);
  return { applied, total: Object.keys(migrations).length };
}

async function stepsTaken(db: Kysely<Schema>): Promise<string[]> {
  const { rows: found } = await sql<{
    found: string | null;
  }>`select to_regclass('kysely_migration')::text as found`.execute(db);
  if (!found[0]?.found) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
  return rows.map((row) => row.name);
}
