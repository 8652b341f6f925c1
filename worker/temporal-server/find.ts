import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cannotRunConfigured, configuredTooOld, noServer } from '../../wording/operator/temporal-server.ts';
import { StartRefused } from '../start-refused.ts';
import { buildProgram, findGo } from './build.ts';
import { downloadProgram } from './download.ts';
import { NotObtained } from './not-obtained.ts';
import { CLI_VERSION, isServerNewEnough, OLDEST_SERVER } from './pinned-version.ts';
import { cacheDirectory, cachedProgram, PROGRAM_NAME } from './program-cache.ts';
import { readServerVersion } from './read-server-version.ts';
import type { Way, WayEvent } from './way.ts';

/** A Temporal CLI that can run the server. */
export interface ServerProgram {
  path: string;
  /** Of the server inside, for example `1.29.1`. */
  serverVersion: string;
}

export type FoundServer = { way: 'address' } | { way: Exclude<Way, 'address'>; program: ServerProgram };

export interface FindOptions {
  /** The environment: `TEMPORAL_ADDRESS`, `TEMPORAL_PROFILE`, `TEMPORAL_CLI_PATH`, `PATH`, `DONDOC_CACHE`, `XDG_CACHE_HOME`. */
  env: Record<string, string | undefined>;
  /** Told of each way in turn. */
  report: (event: WayEvent) => void;
  /** How to download and build; the real ways unless a test brings its own. */
  obtain?: { download: typeof downloadProgram; build: typeof buildProgram };
}

/**
 * Finds a Temporal server, in this order: a cluster (`TEMPORAL_ADDRESS` or `TEMPORAL_PROFILE`), the program named by
 * `TEMPORAL_CLI_PATH`, `temporal` on the search path, our cache, the SDK's download, a build from the sources. What is
 * set by the operator and cannot be used is an error; the other ways only give way to the next.
 *
 * @throws StartRefused with the list of ways when none leads to a server.
 */
export async function findTemporalServer({ env, report, obtain }: FindOptions): Promise<FoundServer> {
  const cache = cacheDirectory(env);
  const { download, build } = obtain ?? { download: downloadProgram, build: buildProgram };

  if (env.TEMPORAL_ADDRESS || env.TEMPORAL_PROFILE) {
    report({ way: 'address', state: 'taken', serverVersion: null });
    return { way: 'address' };
  }
  report({ way: 'address', state: 'unset' });

  if (env.TEMPORAL_CLI_PATH) return configuredProgram(env.TEMPORAL_CLI_PATH, report);
  report({ way: 'configured', state: 'unset' });

  const onPath = (env.PATH ?? '').split(delimiter).map((directory) => join(directory, PROGRAM_NAME));
  const standing: [Way, string | undefined][] = [
    ['path', onPath.find((place) => existsSync(place))],
    ['cache', cachedProgram(cache)],
  ];
  for (const [way, place] of standing) {
    const program = place && existsSync(place) ? await usable(way, place, report) : absent(way, report);
    if (program) return taken(way, program, report);
  }

  const downloaded = await tryToObtain('download', () => download(cache), report);
  if (downloaded) return taken('download', downloaded, report);

  const go = findGo(env);
  const built = go
    ? await tryToObtain(
        'build',
        () => build({ go, cache, env, progress: (share) => report({ way: 'build', state: 'working', share }) }),
        report,
      )
    : absent('build', report);
  if (built) return taken('build', built, report);

  throw new StartRefused(noServer({ cliVersion: CLI_VERSION, cachePlace: cachedProgram(cache) }));
}

async function configuredProgram(path: string, report: FindOptions['report']): Promise<FoundServer> {
  const serverVersion = await readServerVersion(path);
  if (!serverVersion) throw new StartRefused(cannotRunConfigured(path));
  if (!isServerNewEnough(serverVersion)) throw new StartRefused(configuredTooOld(path, serverVersion, OLDEST_SERVER));
  return taken('configured', { path, serverVersion }, report);
}

async function usable(way: Way, path: string, report: FindOptions['report']): Promise<ServerProgram | null> {
  const serverVersion = await readServerVersion(path);
  if (serverVersion && isServerNewEnough(serverVersion)) return { path, serverVersion };
  report(serverVersion ? { way, state: 'tooOld', serverVersion } : { way, state: 'failed', why: path });
  return null;
}

function absent(way: Way, report: FindOptions['report']): null {
  report({ way, state: 'absent' });
  return null;
}

function taken(way: Way, program: ServerProgram, report: FindOptions['report']): FoundServer {
  report({ way, state: 'taken', serverVersion: program.serverVersion });
  return way === 'address' ? { way } : { way, program };
}

async function tryToObtain(
  way: Way,
  obtain: () => Promise<string>,
  report: FindOptions['report'],
): Promise<ServerProgram | null> {
  report({ way, state: 'working', share: null });
  try {
    return await usable(way, await obtain(), report);
  } catch (error) {
    if (!(error instanceof NotObtained)) throw error;
    report({ way, state: 'failed', why: error.message });
    return null;
  }
}
