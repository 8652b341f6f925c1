import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Instant } from '../domain/calendar/instant.ts';
import { type Lock, takeLock } from '../store/lock.ts';
import {
  directoryFailed,
  directoryHeld,
  directoryIsAFile,
  directoryIsFull,
  directoryIsNewer,
  directoryIsNotOurs,
  directoryMarkUnreadable,
  directoryNeedsSpace,
  directoryNotWritable,
  directoryOfOtherKind,
} from '../wording/operator/data-directory.ts';
import type { Mode } from './config.ts';
import { StartRefused } from './start-refused.ts';

/** The layout of a data directory that this release writes. */
const LAYOUT = 1;

const markSchema = z.object({ kind: z.enum(['trial', 'live']), created: z.string(), version: z.number().int() });
/** What `dondoc.json` says: whose data these are, since when (an `Instant`), in which layout. */
export type DirectoryMark = z.infer<typeof markSchema>;

export interface DataDirectory {
  path: string;
  /** Whether it was created now. */
  created: boolean;
  /** The embedded database's own directory. */
  databaseDirectory: string;
  /** The embedded Temporal server's file. */
  temporalFile: string;
  /** Lets the next process have the directory. */
  release(): Promise<void>;
}

export interface DataDirectoryOptions {
  path: string;
  kind: Mode;
  /** The moment of the wall clock, kept as the day of creation. */
  at: Instant;
  /** Free bytes of the disk under a path; the system's word unless a test says otherwise. */
  freeBytes?: (path: string) => number;
}

const MEGABYTE = 1_048_576;
/** An empty database and an empty server file take 45 MB; a running year stays below the rest. */
const NEEDED_MB = { fresh: 200, standing: 50 };

/**
 * Opens the data directory for this process: creates and marks it the first time, refuses one of the other kind, one
 * that is not ours, held by another process, unwritable or full. Nothing in it is changed before all of that is known.
 *
 * @throws StartRefused with the way out.
 */
export async function openDataDirectory(options: DataDirectoryOptions): Promise<DataDirectory> {
  const { path, kind } = options;
  try {
    mkdirSync(path, { recursive: true });
    const mark = readMark(path, kind);
    const lock = await ownDirectory(path);
    try {
      checkSpace(options, mark === null);
      probe(path);
      if (!mark) writeMark(path, { kind, created: options.at, version: LAYOUT });
      mkdirSync(join(path, 'temporal'), { recursive: true });
    } catch (error) {
      await lock.release();
      throw error;
    }
    return {
      path,
      created: mark === null,
      databaseDirectory: join(path, 'co-so-du-lieu'),
      temporalFile: join(path, 'temporal', 'temporal.db'),
      release: () => lock.release(),
    };
  } catch (error) {
    throw error instanceof StartRefused ? error : refusalFor(error, path);
  }
}

/** The mark of a directory that is ours and of this kind; null for an empty one. */
function readMark(path: string, kind: Mode): DirectoryMark | null {
  const names = readdirSync(path);
  if (!names.includes('dondoc.json')) {
    if (names.some((name) => !name.startsWith('.') && !name.startsWith('dondoc.json')))
      throw new StartRefused(directoryIsNotOurs(path));
    return null;
  }
  const place = join(path, 'dondoc.json');
  const parsed = markSchema.safeParse(parseJson(readFileSync(place, 'utf8')));
  if (!parsed.success) throw new StartRefused(directoryMarkUnreadable(place));
  const mark = parsed.data;
  if (mark.version > LAYOUT) throw new StartRefused(directoryIsNewer(path, mark.version));
  if (mark.kind !== kind) throw new StartRefused(directoryOfOtherKind(path, mark.kind, kind));
  return mark;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function ownDirectory(path: string): Promise<Lock> {
  const outcome = await takeLock(join(path, 'dondoc.json'));
  if ('heldBy' in outcome) throw new StartRefused(directoryHeld(path, outcome.heldBy));
  return outcome.lock;
}

function checkSpace({ path, freeBytes = freeBytesOf }: DataDirectoryOptions, fresh: boolean): void {
  const needed = fresh ? NEEDED_MB.fresh : NEEDED_MB.standing;
  const free = Math.floor(freeBytes(path) / MEGABYTE);
  if (free < needed) throw new StartRefused(directoryNeedsSpace(path, free, needed));
}

function freeBytesOf(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** Writes and flushes a little, because a quota or a broken disk shows only then. */
function probe(path: string): void {
  const place = join(path, '.thu-ghi');
  writeFlushed(place, 'x'.repeat(4_096));
  rmSync(place);
}

function writeMark(path: string, mark: DirectoryMark): void {
  const place = join(path, 'dondoc.json');
  writeFlushed(`${place}.new`, `${JSON.stringify(mark, null, 2)}\n`);
  renameSync(`${place}.new`, place);
}

function writeFlushed(place: string, text: string): void {
  const handle = openSync(place, 'w');
  try {
    writeSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refusalFor(error: unknown, path: string): StartRefused {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  const cause = { cause: error };
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return new StartRefused(directoryNotWritable(path), cause);
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartRefused(directoryIsFull(path), cause);
  if (code === 'ENOTDIR' || code === 'EEXIST') return new StartRefused(directoryIsAFile(path), cause);
  return new StartRefused(directoryFailed(path, error instanceof Error ? error.message : String(error)), cause);
}
