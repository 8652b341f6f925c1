import type { Batch } from '../domain/engine/effects.ts';

/** Where a workflow's decisions are kept. */
export interface Ledger {
  /** Writes a batch in one transaction, merging row by row by domain key: a repeated batch changes nothing. */
  write(batch: Batch): Promise<void>;
}

export interface WriteActivities {
  write(batch: Batch): Promise<void>;
}

export function createWriteActivities(ledger: Ledger): WriteActivities {
  return { write: (batch) => ledger.write(batch) };
}
