import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Database, openDatabase } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { REHEARSAL_WORDS } from '../../wording/operator/rehearsal.ts';
import { findTemporalServer } from '../temporal-server/find.ts';
import { openTemporal } from '../temporal-server/open.ts';
import { openOwnNamespace } from '../temporal-server/own-namespace.ts';
import { workflowBundle } from '../workflow-bundle.ts';
import type { Stage } from './played-ledger.ts';

export interface OpenStage extends Stage {
  /** Ends the server and removes everything that was only for this rehearsal. */
  close(): Promise<void>;
}

/**
 * A stage of its own: the program's own server on a file in a temporary directory, or, where the environment names a
 * cluster, a namespace of its own there; databases in memory. Nothing of a running program is touched.
 *
 * @throws StartRefused with the way out.
 */
export async function openStage(
  env: Record<string, string | undefined>,
  say: (line: string) => void,
): Promise<OpenStage> {
  say(REHEARSAL_WORDS.finding);
  const found = await findTemporalServer({ env, report: () => undefined });
  const directory = await mkdtemp(join(tmpdir(), 'dondoc-rehearsal-'));
  const closing: (() => Promise<void>)[] = [() => rm(directory, { recursive: true, force: true })];
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0)) await end();
  };
  try {
    const temporal = await openTemporal({ found, file: join(directory, 'temporal.db'), env, searchAttributes: [] });
    closing.unshift(() => temporal.stop());
    let { target } = temporal;
    if (temporal.embedded === null) {
      const own = await openOwnNamespace(target);
      closing.unshift(() => own.remove());
      target = own.target;
    }
    const bundle = await workflowBundle();
    say(REHEARSAL_WORDS.playing(temporal.serverVersion));
    return { target, serverVersion: temporal.serverVersion, bundle, freshDatabase, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function freshDatabase(): Promise<Database> {
  const database = await openDatabase({ kind: 'memory' });
  await migrate(database.db);
  return database;
}
