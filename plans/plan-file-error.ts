/** One thing that is wrong in a data file, in Vietnamese, at a place an editor can open. */
export interface FileProblem {
  file: string;
  line: number;
  column: number;
  /** Where in the data, such as `measures.3.leads.0`; empty for the whole file. */
  path: string;
  text: string;
}

/** Everything that is wrong in the data files read together. The message has one `file:line:column: text` per line. */
export class PlanFileError extends Error {
  constructor(readonly problems: FileProblem[]) {
    super(problems.map(problemLine).join('\n'));
    this.name = 'PlanFileError';
  }
}

/** A problem as `file:line:column: text`. */
export function problemLine({ file, line, column, text }: FileProblem): string {
  return `${file}:${line}:${column}: ${text}`;
}

/** Problems of one file in the order in which a reader meets them. */
export function inOrder(problems: FileProblem[]): FileProblem[] {
  return [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
}
