import { parseArguments } from '../cli/arguments.ts';
import type { CommandIo } from '../cli/command.ts';
import { CommandFailure, wrongUsage } from '../cli/failure.ts';
import { isDay } from '../domain/calendar/day.ts';
import { importedUntilWrong, roleUnknown } from '../wording/operator/program.ts';
import { readConfiguration } from './config.ts';
import { type StartOptions, startProgram } from './program.ts';
import { ROLES, type Role } from './roles.ts';
import { createShutdown, stopOnSignals } from './shutdown.ts';
import { startupPrint } from './terminal.ts';

const SHAPE = {
  usage: 'start [--live] [--imported-until YYYY-MM-DD] [--role worker|bot|web]',
  words: [],
  flags: ['--live'],
  values: ['--imported-until', '--role'],
};

/** `dondoc start`: the trial without configuration, or, with `--live`, the operator's own data, people and mail. */
export async function startCommand(args: string[], io: CommandIo): Promise<number> {
  let options: StartOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    if (!(error instanceof CommandFailure)) throw error;
    io.err(`${error.text}\nCách dùng: dondoc ${SHAPE.usage}\n`);
    return error.code;
  }
  const print = startupPrint({ env: io.env });
  const shutdown = createShutdown({ report: print.stop });
  stopOnSignals({ shutdown, report: print.stop });
  try {
    await startProgram(readConfiguration(io.env, options.live ? 'live' : 'trial'), options, print, shutdown);
  } catch (error) {
    print.failed(error);
    await shutdown.run();
    return 1;
  }
  return new Promise(() => undefined);
}

function readOptions(args: string[]): StartOptions {
  const { flags, values } = parseArguments(args, SHAPE);
  const importedUntil = values['--imported-until'] ?? null;
  if (importedUntil !== null && !isDay(importedUntil)) throw wrongUsage(importedUntilWrong(importedUntil));
  const role = values['--role'] ?? null;
  if (role !== null && !isRole(role)) throw wrongUsage(roleUnknown(role, [...ROLES]));
  return { live: flags.includes('--live'), importedUntil, role };
}

function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}
