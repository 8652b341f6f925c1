import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { findTemporalServer } from '../../worker/temporal-server/find.ts';
import { type OpenTemporal, openTemporal } from '../../worker/temporal-server/open.ts';
import { openOwnNamespace } from '../../worker/temporal-server/own-namespace.ts';
import type { TemporalTarget } from '../../worker/temporal-server/target.ts';
import { workflowBundle } from '../../worker/workflow-bundle.ts';

/** What a measure stands on: the program's own server and databases, all on a temporary directory. */
export interface Ground {
  server: OpenTemporal;
  bundle: { code: string };
  /** The server's SQLite file. */
  serverFile: string;
  /** A namespace that nobody else uses. */
  freshTarget(): Promise<TemporalTarget>;
  /** An empty database at the present schema, on a disk as the program keeps it. */
  freshDatabase(): Promise<Database>;
  close(): Promise<void>;
}

/** Opens a ground as the program would: same server, same settings, same bundle. */
export async function openGround(): Promise<Ground> {
  const { TEMPORAL_ADDRESS: _address, TEMPORAL_PROFILE: _profile, ...env } = process.env;
  const directory = mkdtempSync(join(tmpdir(), 'dondoc-bench-'));
  const closing: (() => Promise<unknown>)[] = [async () => rmSync(directory, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0)) await end();
  };
  try {
    const found = await findTemporalServer({ env, report: () => undefined });
    const serverFile = join(directory, 'temporal.db');
    const server = await openTemporal({ found, file: serverFile, env, searchAttributes: [] });
    closing.unshift(() => server.stop());
    const bundle = await workflowBundle();
    let databases = 0;
    return {
      server,
      bundle,
      serverFile,
      freshTarget: async () => (await openOwnNamespace(server.target)).target,
      async freshDatabase() {
        databases += 1;
        const database = await openEmbedded(join(directory, `database-${databases}`));
        closing.unshift(() => database.close());
        return database;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openEmbedded(dir: string): Promise<Database> {
  mkdirSync(dir, { recursive: true });
  const database = await openDatabase({ kind: 'pglite', dir });
  await migrate(database.db);
  return database;
}
