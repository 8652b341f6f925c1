import { drawNumber, drawOf } from '../../domain/rehearsal/draw.ts';

/**
 * Where a program can be cut off: before the write of a workflow and between the write and its answer; before a message is
 * carried and between its answer and the note of it; between the mark on a letter and its sending, and between its sending
 * and the note that it was sent.
 */
export type Where = 'beforeWrite' | 'afterWrite' | 'beforeCarry' | 'afterCarry' | 'beforeLetter' | 'afterLetter';

/** The process that passes a place for the n-th time is killed; `server` kills Temporal at that write instead. */
export interface Point {
  where: Where | 'server';
  number: number;
}

const WEIGHTS: Record<Point['where'], number> = {
  beforeWrite: 3,
  afterWrite: 3,
  beforeCarry: 2,
  afterCarry: 2,
  beforeLetter: 1,
  afterLetter: 2,
  server: 1,
};

/** The longest way between two points. */
const MOST = { letters: 6, others: 14 };

/** The same seed gives the same points; every place comes before one comes again. */
export function seededPoints(seed: number, count: number): Point[] {
  const places = Object.keys(WEIGHTS) as Point['where'][];
  return Array.from({ length: count }, (_, index) => {
    const where = places[index] ?? drawOf(WEIGHTS, seed, 'where', index);
    const most = where.endsWith('Letter') ? MOST.letters : MOST.others;
    return { where, number: drawNumber(1, most, seed, 'number', index) };
  });
}

/** The part of the program that passes a place, where driver and worker are processes of their own. */
export function partAt(where: Point['where']): 'driver' | 'worker' {
  return where.endsWith('Carry') ? 'driver' : 'worker';
}
