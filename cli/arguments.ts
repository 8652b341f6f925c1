import { wrongUsage } from './failure.ts';

/** What a command accepts besides `--json`. */
export interface Shape {
  usage: string;
  /** Names of the words it must be given, in order, for the error message. */
  words: string[];
  /** Further words that may be left out. */
  optionalWords?: string[];
  /** Options followed by a value, such as "--year". */
  values?: string[];
  /** Options that stand alone, such as "--as-printed". */
  flags?: string[];
}

export interface Arguments {
  json: boolean;
  words: string[];
  values: Record<string, string>;
  flags: string[];
}

/** Reads the words after a command's name. Throws `CommandFailure` 2 for what the command does not know or lacks. */
export function parseArguments(args: string[], shape: Shape): Arguments {
  const given: Arguments = { json: false, words: [], values: {}, flags: [] };
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [option = '', attached] = splitOption(word);
    if (word === '--json') given.json = true;
    else if (shape.flags?.includes(word)) given.flags.push(word);
    else if (shape.values?.includes(option)) {
      const value = attached ?? rest.shift();
      if (value === undefined || value.startsWith('--')) throw wrongUsage(`Thiếu giá trị sau ${option}.`);
      given.values[option] = value.normalize('NFC');
    } else if (word.startsWith('--')) throw wrongUsage(`Không có tùy chọn ${word}.${existingOptions(shape)}`);
    else given.words.push(word.normalize('NFC'));
  }
  const missing = shape.words[given.words.length];
  if (missing !== undefined) throw wrongUsage(`Thiếu ${missing}.`);
  const extra = given.words[shape.words.length + (shape.optionalWords?.length ?? 0)];
  if (extra !== undefined) throw wrongUsage(`Thừa “${extra}”.`);
  return given;
}

/** A year given by `--year` or as a word. Throws `CommandFailure` 2 where it is missing or not four digits. */
export function yearArgument(text: string | undefined): number {
  if (text === undefined) throw wrongUsage('Thiếu năm.');
  if (!/^\d{4}$/.test(text)) throw wrongUsage(`“${text}” không phải một năm gồm bốn chữ số.`);
  return Number(text);
}

function splitOption(word: string): [string, string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1;
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

function existingOptions(shape: Shape): string {
  const existing = [...(shape.values ?? []), ...(shape.flags ?? []), '--json'];
  return ` Hiện có: ${existing.join(', ')}.`;
}
