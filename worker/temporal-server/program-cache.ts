import { mkdirSync, renameSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { CLI_VERSION } from './pinned-version.ts';

/** The file name of the Temporal CLI on this system. */
export const PROGRAM_NAME = process.platform === 'win32' ? 'temporal.exe' : 'temporal';

/** Where downloaded and built programs are kept: `DONDOC_CACHE`, or the user's cache directory. */
export function cacheDirectory(env: Record<string, string | undefined>): string {
  if (env.DONDOC_CACHE) return env.DONDOC_CACHE;
  const base = env.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(base, 'dondoc');
}

/** Where the pinned CLI stands once it is kept. */
export function cachedProgram(cache: string): string {
  return join(cache, `temporal-${CLI_VERSION}`, PROGRAM_NAME);
}

/** Moves a finished program into the cache in one step, so that nobody ever sees half of it. @returns its place. */
export function keepProgram(finished: string, cache: string): string {
  const place = cachedProgram(cache);
  mkdirSync(dirname(place), { recursive: true });
  renameSync(finished, place);
  return place;
}
