import { parseArguments } from '../cli/arguments.ts';
import type { CommandIo } from '../cli/command.ts';
import type { wrongUsage } from '../cli/failure.ts';
import { readConfiguration } from './config.ts';
import { startProgram } from './program.ts';
import { createShutdown, stopOnSignals } from './shutdown.ts';
import { startupPrint } from './terminal.ts';

const USAGE = 'start [--live]';

/** `dondoc start`: the trial without configuration, or, with `--live`, the operator's own data, people and mail. */
export async function startCommand(args: string[], io: CommandIo): Promise<number> {
  let live = false;
  try {
    live = parseArguments(args, { usage: USAGE, words: [], flags: ['--live'] }).flags.includes('--live');
  } catch (error) {
    io.err(
      `${error instanceof Error ? ((error as ReturnType<typeof wrongUsage>).text ?? error.message) : String(error)}\nCách dùng: dondoc ${USAGE}\n`,
    );
    return 2;
  }
  const print = startupPrint({ env: io.env });
  const shutdown = createShutdown({ report: print.stop });
  stopOnSignals({ shutdown, report: print.stop });
  try {
    await startProgram(readConfiguration(io.env, live ? 'live' : 'trial'), print, shutdown);
  } catch (error) {
    print.failed(error);
    await shutdown.run();
    return 1;
  }
  return new Promise(() => undefined);
}
