import { type ChildProcess, type ChildProcessByStdio, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import type { Readable } from 'node:stream';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** A process of our own that a test may kill. */
export interface Child {
  process: ChildProcess;
  /** The lines written so far. */
  lines: string[];
  /** The next line (or one already written) that contains the text. @throws when the process ends without it. */
  line(containing: string): Promise<string>;
  /** `kill -9`, and the end of the process. */
  kill(): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

/** Runs a TypeScript file of the repository (its path from the root) in a process of its own. */
export function runChild(file: string, args: string[] = [], env: NodeJS.ProcessEnv = process.env): Child {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  return watched(spawn(process.execPath, ['--import', tsx, path, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env }));
}

/** `npm start`, in a process group of its own as in a terminal: a signal goes to npm, its shell and the program. */
export function runNpmStart(env: NodeJS.ProcessEnv): Child & { signal(signal: NodeJS.Signals): void } {
  const cwd = fileURLToPath(new URL('../..', import.meta.url));
  const npm = spawn('npm', ['start'], { stdio: ['ignore', 'pipe', 'pipe'], env, cwd, detached: true });
  const signal = (name: NodeJS.Signals): void => {
    if (npm.pid !== undefined) process.kill(-npm.pid, name);
  };
  const child = watched(npm);
  let over = false;
  void child.ended.then(() => {
    over = true;
  });
  return {
    ...child,
    signal,
    async kill() {
      if (!over) signal('SIGKILL');
      await child.ended;
    },
  };
}

function watched(child: ChildProcessByStdio<null, Readable, Readable>): Child {
  const lines: string[] = [];
  const watchers = new Set<() => void>();
  const wake = (): void => {
    for (const watcher of watchers) watcher();
  };
  for (const stream of [child.stdout, child.stderr]) {
    let rest = '';
    stream.on('data', (chunk: Buffer) => {
      const parts = (rest + chunk.toString('utf8')).split('\n');
      rest = parts.pop() ?? '';
      lines.push(...parts);
      wake();
    });
  }
  let over = false;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((done) => {
    child.on('close', (code, signal) => {
      over = true;
      wake();
      done({ code, signal });
    });
  });

  return {
    process: child,
    lines,
    ended,
    line: (containing) =>
      new Promise((found, fail) => {
        const look = (): void => {
          const line = lines.find((candidate) => candidate.includes(containing));
          if (line === undefined && !over) return;
          watchers.delete(look);
          if (line === undefined) fail(new Error(`ended without '${containing}':\n${lines.join('\n')}`));
          else found(line);
        };
        watchers.add(look);
        look();
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
