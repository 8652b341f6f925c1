import { execFile } from 'node:child_process';

/**
 * The version of the server inside a Temporal CLI, as it says itself: `temporal version 1.5.1 (Server 1.29.1, UI …)` →
 * `1.29.1`. Null when the file does not run, does not answer in 20 s, or is another program.
 */
export function readServerVersion(program: string): Promise<string | null> {
  return new Promise((done) => {
    execFile(program, ['--version'], { timeout: 20_000 }, (error, stdout) => {
      done(error ? null : (/\bServer (\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? null));
    });
  });
}
