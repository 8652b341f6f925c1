import type { Target } from './plan.ts';

/** What agencies count, which is not always what the plan aims at; "" where the plan names no unit. */
export function reportedUnit({ reportedIn, quantities }: Pick<Target, 'reportedIn' | 'quantities'>): string {
  return reportedIn ?? quantities[0]?.unit ?? '';
}
