import type { LedgerMessage } from './ledger.ts';

/** Lines that only one of two ledgers has. */
export interface LedgerDifference {
  same: boolean;
  onlyRehearsed: LedgerMessage[];
  onlyComputed: LedgerMessage[];
}

/** Compares two ledgers line by line; a line said twice must be there twice. */
export function compareLedgers(rehearsed: LedgerMessage[], computed: LedgerMessage[]): LedgerDifference {
  const onlyRehearsed = without(rehearsed, computed);
  const onlyComputed = without(computed, rehearsed);
  return { same: onlyRehearsed.length === 0 && onlyComputed.length === 0, onlyRehearsed, onlyComputed };
}

function without(lines: LedgerMessage[], others: LedgerMessage[]): LedgerMessage[] {
  const left = new Map<string, number>();
  for (const other of others) {
    const line = JSON.stringify(other);
    left.set(line, (left.get(line) ?? 0) + 1);
  }
  return lines.filter((each) => {
    const line = JSON.stringify(each);
    const many = left.get(line) ?? 0;
    left.set(line, many - 1);
    return many <= 0;
  });
}
