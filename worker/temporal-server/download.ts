import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { NotObtained } from './not-obtained.ts';
import { keepProgram } from './program-cache.ts';

/** How long the download may take before we go on, in milliseconds. A line that cannot reach the host fails sooner. */
const PATIENCE_MS = 20_000;

/**
 * Lets the SDK download the pinned CLI, in a process of its own because the SDK cannot be told to stop.
 *
 * @returns the program's place in the cache.
 * @throws NotObtained when the host cannot be reached within 20 s.
 */
export async function downloadProgram(cache: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const directory = mkdtempSync(join(cache, '.download-'));
  try {
    await runChild(directory);
    const file = readdirSync(directory).find((name) => name.startsWith('temporal'));
    if (!file) throw new NotObtained('the SDK left no program');
    return keepProgram(join(directory, file), cache);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function runChild(directory: string): Promise<void> {
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const script = fileURLToPath(new URL('./download-child.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', tsx, script, directory], { stdio: ['ignore', 'ignore', 'pipe'] });
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => {
    told = (told + chunk.toString('utf8')).slice(-2_000);
  });
  return new Promise((done, fail) => {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, PATIENCE_MS);
    child.on('error', (error) => fail(new NotObtained(error.message)));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (code === 0) done();
      else
        fail(new NotObtained(late ? `${PATIENCE_MS / 1000} s` : (told.trim().split('\n').at(-1) ?? '').slice(0, 200)));
    });
  });
}
