import type { Command, CommandIo } from './command.ts';

/**
 * Finds the command that the words call and runs it; `help` lists what there is. No words at all is wrong usage: the
 * same list, but on standard error, so that standard output stays empty as for every failure.
 */
export async function dispatch(commands: Command[], words: string[], io: CommandIo): Promise<number> {
  if (words.length === 0) {
    io.err(helpText(commands));
    return 2;
  }
  if (words[0] === 'help' || words[0] === '--help') {
    io.out(helpText(commands));
    return 0;
  }
  const command = commands
    .filter(({ name }) => name.every((word, index) => words[index] === word))
    .sort((a, b) => b.name.length - a.name.length)[0];
  if (command) return command.run(words.slice(command.name.length), io);
  const known = commands.map(({ name }) => name.join(' ')).join(', ');
  io.err(`Không có lệnh “${words.slice(0, 2).join(' ')}”. Hiện có: ${known}. Trợ giúp: dondoc help\n`);
  return 2;
}

function helpText(commands: Command[]): string {
  const lines = commands.flatMap(({ usage, help }) => [`  dondoc ${usage}`, `      ${help}`]);
  return `${['Đôn Đốc: theo dõi để mỗi việc của kế hoạch được làm đúng hạn.', '', ...lines].join('\n')}\n`;
}
