import type { Command } from '../../cli/command.ts';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs one command in this process and keeps what it writes. */
export async function runCommand(
  command: Command,
  args: string[],
  env: Record<string, string | undefined> = {},
): Promise<Ran> {
  const ran: Ran = { code: 0, out: '', err: '' };
  ran.code = await command.run(args, {
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    env,
  });
  return ran;
}
