import type { CommandIo } from '../cli/command.ts';
import { CommandFailure } from '../cli/failure.ts';
import { answering } from '../cli/output.ts';
import { stateText } from '../cli/state-text.ts';
import { invitation } from '../wording/operator/desk-commands.ts';
import { askProgram } from './operator-door.ts';
import type { WorkflowReport } from './workflow-reports.ts';

/** The data directory that a command means: `DONDOC_DATA`, else the trial's, as `start` does. */
function directoryOf(io: CommandIo): string {
  return io.env.DONDOC_DATA || './du-lieu/thu';
}

/** Asks the running program. @throws CommandFailure 1 with its sentence. */
export async function ask<Value>(io: CommandIo, name: string, body: unknown): Promise<Value> {
  try {
    return (await askProgram(directoryOf(io), name, body)) as Value;
  } catch (error) {
    throw new CommandFailure(1, error instanceof Error ? error.message : String(error));
  }
}

/** `dondoc state`: the running workflows as they answer by Query, beside the projection (reference: cli.md). */
export function stateCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = { usage: 'state [--plan <mã>] [--json]', words: [], values: ['--plan'] };
  return answering(io, args, shape, async ({ values }) => {
    const reports = await ask<WorkflowReport[]>(io, 'state', { plan: values['--plan'] ?? null });
    return { json: reports, text: () => stateText(reports) };
  });
}

/** `dondoc invite <person>`: a one-time sign-in link. */
export function inviteCommand(args: string[], io: CommandIo): Promise<number> {
  const shape = { usage: 'invite <mã người> [--json]', words: ['mã người'] };
  return answering(io, args, shape, async ({ words }) => {
    const link = await ask<{ url: string; name: string; expiresAt: string }>(io, 'invite', { person: words[0] });
    return { json: link, text: () => invitation(link) };
  });
}

/** `dondoc doctor`: the parts of the running program; exit 1 when one of them needs somebody. */
export async function doctorCommand(args: string[], io: CommandIo): Promise<number> {
  let well = true;
  const shape = { usage: 'doctor [--json]', words: [] };
  const code = await answering(io, args, shape, async () => {
    const parts = await ask<{ what: string; ok: boolean; words: string }[]>(io, 'doctor', null);
    well = parts.every(({ ok }) => ok);
    const text = (): string => parts.map(({ what, ok, words }) => `${ok ? '✓' : '!'} ${what}: ${words}`).join('\n');
    return { json: parts, text };
  });
  return code === 0 && !well ? 1 : code;
}
