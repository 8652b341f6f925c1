import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { quietRuntime } from '../../worker/engine.ts';
import { findTemporalServer } from '../../worker/temporal-server/find.ts';
import { board } from './board.ts';
import { type Ground, openGround } from './ground.ts';
import type { Measure } from './measure.ts';
import { memory } from './memory.ts';
import { tableText } from './table.ts';
import { thousands } from './thousands.ts';
import { ticks } from './ticks.ts';
import { updates } from './updates.ts';
import { year } from './year.ts';

const MEASURES: Measure[] = [year, updates, ticks, thousands, board, memory];
const SEED = 7;
const USAGE = `npm run bench [-- <${MEASURES.map(({ name }) => name).join('|')}>…] [--small]`;

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const unknown = words.find((word) => !MEASURES.some(({ name }) => name === word));
if (unknown !== undefined || flags.some((flag) => !['--small', '--alone'].includes(flag))) {
  console.error(`${unknown ?? flags.join(' ')}: ${USAGE}`);
  process.exit(2);
}
const small = flags.includes('--small');
const [only] = words;
if (flags.includes('--alone') && only !== undefined) await alone(only);
else await all(words.length > 0 ? words : MEASURES.map(({ name }) => name));

/** Each measure in a process of its own, so that none inherits another's memory. */
async function all(names: string[]): Promise<void> {
  console.log(await facts());
  for (const name of names) {
    const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
    const args = ['--import', tsx, fileURLToPath(import.meta.url), name, '--alone', ...(small ? ['--small'] : [])];
    const child = spawn(process.execPath, args, { stdio: 'inherit', env: { ...process.env, TZ: 'UTC' } });
    const code = await new Promise<number | null>((done) => child.on('close', done));
    if (code !== 0) process.exitCode = 1;
  }
}

async function alone(name: string): Promise<void> {
  quietRuntime();
  let ground: Promise<Ground> | undefined;
  const measure = MEASURES.find((each) => each.name === name);
  try {
    const tables = await measure?.run({
      ground: () => {
        ground ??= openGround();
        return ground;
      },
      seed: SEED,
      small,
      say: (line) => console.error(`  ${name}: ${line}`),
    });
    console.log((tables ?? []).map(tableText).join('\n'));
  } finally {
    await (await ground?.catch(() => undefined))?.close();
  }
  process.exit();
}

/** The machine and what runs on it, for whoever compares two printings. */
async function facts(): Promise<string> {
  const { TEMPORAL_ADDRESS: _address, TEMPORAL_PROFILE: _profile, ...env } = process.env;
  const found = await findTemporalServer({ env, report: () => undefined });
  const server = found.way === 'address' ? '?' : found.program.serverVersion;
  const [model] = cpus();
  return [
    `${cpus().length} cores (${model?.model.trim() ?? '?'}), ${Math.round(totalmem() / 2 ** 30)} GiB, load ${loadavg()[0]?.toFixed(1)}`,
    `Node ${process.versions.node}, ${process.platform}; Temporal server ${server} (embedded, SQLite, synchronous=FULL); seed ${SEED}`,
    small ? 'SMALL RUN: a tenth of the size, figures not to be quoted' : '',
    '',
  ].join('\n');
}
