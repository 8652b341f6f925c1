import { closeSync, fsyncSync, openSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { columnParsers } from './column-types.ts';

export interface DurablePgliteOptions {
  /** The database's own directory; created when missing. */
  dir: string;
  /**
   * Told once, when the disk refused to keep a write. The commit in hand has been rejected; the database must be
   * treated as dead and the process ended, so that the next start recovers from what is on the disk.
   */
  onBroken?: (error: Error) => void;
}

/** The error number of a failed write inside the engine (Emscripten's, not the host's). */
const EIO = 29;

/** The part of the engine's module that we reach into; the fsync test fails when a new release moves it. */
interface EngineModule {
  NODEFS: { stream_ops: { fsync?: (stream: { nfd?: number }) => number } };
}

/**
 * The engine's file system with the one call it lacks. Without it PGlite never flushes: it survives `kill -9` but loses
 * acknowledged commits at a power cut. The call returns an error number and must not throw: a throw acknowledges the
 * commit and then hangs.
 */
class DurableFiles extends NodeFS {
  constructor(
    dir: string,
    private readonly broken: (error: Error) => void,
  ) {
    super(dir);
  }

  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const hook = (module: EngineModule): void => {
      module.NODEFS.stream_ops.fsync = (stream) => {
        try {
          if (stream.nfd !== undefined) fsyncSync(stream.nfd);
          return 0;
        } catch (error) {
          this.broken(error instanceof Error ? error : new Error(String(error)));
          return EIO;
        }
      };
    };
    const preRun = (emscriptenOpts.preRun ?? []) as unknown[];
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...preRun, hook] as NonNullable<typeof emscriptenOpts.preRun> },
    };
  }
}

/**
 * Opens PGlite on a directory so that a commit is answered only when it is on the disk. The caller holds the
 * directory's lock: two processes on one directory corrupt it without a word.
 */
export async function openDurablePglite({ dir, onBroken }: DurablePgliteOptions): Promise<PGlite> {
  let told = false;
  const files = new DurableFiles(dir, (error) => {
    if (told) return;
    told = true;
    onBroken?.(error);
  });
  const db = await PGlite.create({
    fs: files,
    parsers: columnParsers,
    // `fdatasync`, the default, returns success without reaching the host.
    startParams: [
      ...PGlite.defaultStartParams.filter((p) => p !== '-F'),
      '-c',
      'fsync=on',
      '-c',
      'wal_sync_method=fsync',
    ],
  });
  flushDirectory(dir);
  return db;
}

/** Makes the names of files just created as durable as their contents. Windows cannot open a directory; it needs none. */
function flushDirectory(dir: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(dir, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
