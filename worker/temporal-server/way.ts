/** The ways to a Temporal server, in the order in which they are tried. */
export const WAYS = ['address', 'configured', 'path', 'cache', 'download', 'build'] as const;
export type Way = (typeof WAYS)[number];

/** What became of one way, as the terminal shows it. */
export type WayEvent =
  /** The setting that would open this way is not there. */
  | { way: Way; state: 'unset' }
  /** No such program, or no Go to build one. */
  | { way: Way; state: 'absent' }
  /** The program's server is older than we can use. */
  | { way: Way; state: 'tooOld'; serverVersion: string }
  /** Tried and given up; `why` is the other program's own word, at most one line. */
  | { way: Way; state: 'failed'; why: string }
  /** Under way; `share` from 0 to 1 when it can be told. */
  | { way: Way; state: 'working'; share: number | null }
  | { way: Way; state: 'taken'; serverVersion: string | null };
