import type { Ground } from './ground.ts';
import type { Table } from './table.ts';

/** What a measure is run with. */
export interface Run {
  /** Server and databases, opened when first asked for and closed at the end of the measure. */
  ground(): Promise<Ground>;
  /** From which everything random is drawn. */
  seed: number;
  /** A tenth of the size: to see that a measure works, not to quote its figures. */
  small: boolean;
  /** Says what is going on, one line at a time. */
  say(line: string): void;
}

export interface Measure {
  name: string;
  run(run: Run): Promise<Table[]>;
}
