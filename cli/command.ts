/** Where a command writes and what it is given: nothing else of the process is touched, so a test can run it. */
export interface CommandIo {
  /** Standard output; the text is written as it is. */
  out(text: string): void;
  /** Standard error. */
  err(text: string): void;
  env: Record<string, string | undefined>;
}

/** One command of `dondoc`, one file each. */
export interface Command {
  /** The words that call it, such as ["calendar", "day"]. */
  name: string[];
  /** One line: its words, arguments and options. */
  usage: string;
  /** One Vietnamese sentence. */
  help: string;
  /** Runs with the words after the name; resolves to the exit code (cli/output.ts, ExitCode). */
  run(args: string[], io: CommandIo): Promise<number>;
}
