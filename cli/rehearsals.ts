import type { Ledger } from '../domain/rehearsal/ledger.ts';
import type { Play } from '../domain/rehearsal/play.ts';

/** The parts of the program that `ledger` and `rehearse` need; put together in worker. */
export interface Rehearsals {
  /** By the pure rules alone. */
  simulated(play: Play): Promise<Ledger>;
  /** On a real server of its own; `say` is told what is going on, one Vietnamese line at a time. */
  played(play: Play, say: (line: string) => void): Promise<Ledger>;
}
