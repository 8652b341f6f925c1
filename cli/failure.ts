/** Ends a command: nothing on standard output, one Vietnamese text on standard error. */
export class CommandFailure extends Error {
  constructor(
    /** 1: unknown id or bad data; 2: wrong usage. */
    readonly code: 1 | 2,
    readonly text: string,
  ) {
    super(text);
    this.name = 'CommandFailure';
  }
}

/** Wrong usage: a word or option that the command lacks or does not know. */
export function wrongUsage(text: string): CommandFailure {
  return new CommandFailure(2, text);
}

/** Something was asked for that does not exist; the values that do are listed. */
export function unknownValue(what: string, asked: string, existing: (string | number)[]): CommandFailure {
  return new CommandFailure(1, `Không có ${what} “${asked}”. Hiện có: ${existing.join(', ')}.`);
}
