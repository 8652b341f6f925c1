import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { NotObtained } from './not-obtained.ts';
import { CLI_VERSION } from './pinned-version.ts';
import { keepProgram, PROGRAM_NAME } from './program-cache.ts';

/** Packages that the compiler names on the way, on an empty compiler cache; measured for the pinned version. */
const PACKAGES = 1_300;

/** The Go toolchain on the search path, or null. */
export function findGo(env: Record<string, string | undefined>): string | null {
  const name = process.platform === 'win32' ? 'go.exe' : 'go';
  const places = (env.PATH ?? '').split(delimiter).map((directory) => join(directory, name));
  return places.find((place) => existsSync(place)) ?? null;
}

export interface BuildOptions {
  /** The Go toolchain. */
  go: string;
  /** Where the program is kept. */
  cache: string;
  env: Record<string, string | undefined>;
  /** Told the share done, 0 to 1, at each package. */
  progress: (share: number) => void;
}

/**
 * Builds the pinned CLI from its sources: three to four minutes on two cores, once. The build ends with this process.
 *
 * @returns the program's place in the cache.
 * @throws NotObtained with the compiler's last line.
 */
export async function buildProgram({ go, cache, env, progress }: BuildOptions): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, '.build-'));
  try {
    const target = `github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}`;
    const child = spawn(go, ['install', '-v', '-trimpath', '-ldflags=-s -w', target], {
      env: { ...env, GOBIN: directory },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    await compiled(child, progress);
    return keepProgram(join(directory, PROGRAM_NAME), cache);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function compiled(child: ChildProcess, progress: (share: number) => void): Promise<void> {
  const stopWithUs = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', stopWithUs);
  let lines = 0;
  let last = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    const text = chunk.toString('utf8').trim();
    const downloads = text.match(/^go: downloading /gm)?.length ?? 0;
    lines += text.split('\n').length - downloads;
    last = text.split('\n').at(-1) ?? last;
    progress(Math.min(lines / PACKAGES, 0.99));
  });
  return new Promise((done, fail) => {
    child.on('error', (error) => fail(new NotObtained(error.message)));
    child.on('close', (code) => {
      process.removeListener('exit', stopWithUs);
      if (code === 0) done();
      else fail(new NotObtained(last.slice(0, 200)));
    });
  });
}
