import { CalendarYearMissing } from '../domain/calendar/calendar-year.ts';
import { PlanFileError } from '../plans/plan-file-error.ts';
import { type Arguments, parseArguments, type Shape } from './arguments.ts';
import type { CommandIo } from './command.ts';
import { CommandFailure, unknownValue } from './failure.ts';

/** 0 done; 1 unknown id or bad data; 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** What a command has to say: a value for `--json`, and the same as text that an official can read. */
export interface Answer {
  json: unknown;
  text(): string;
}

/**
 * Runs a command that only answers: reads its arguments, asks `answer`, prints JSON or text. A failure prints nothing on
 * standard output. Errors other than the foreseen ones are bugs and pass through.
 */
export async function answering(
  io: CommandIo,
  args: string[],
  shape: Shape,
  answer: (given: Arguments) => Answer | Promise<Answer>,
): Promise<ExitCode> {
  try {
    const given = parseArguments(args, shape);
    const said = await answer(given);
    printAnswer(io, said, given.json);
    return 0;
  } catch (error) {
    const failure = failureOf(error);
    if (failure === null) throw error;
    io.err(`${failure.text}\n`);
    if (failure.code === 2) io.err(`Cách dùng: dondoc ${shape.usage}\n`);
    return failure.code;
  }
}

/** Exactly one JSON value or the text; UTF-8, NFC, one final newline. */
export function printAnswer(io: CommandIo, said: Answer, asJson: boolean): void {
  const text = asJson ? JSON.stringify(said.json, null, 2) : said.text().trimEnd();
  io.out(`${text.normalize('NFC')}\n`);
}

function failureOf(error: unknown): CommandFailure | null {
  if (error instanceof CommandFailure) return error;
  if (error instanceof CalendarYearMissing)
    return unknownValue('bảng ngày nghỉ của năm', String(error.year), error.years);
  if (error instanceof PlanFileError) return new CommandFailure(1, error.message);
  return null;
}
