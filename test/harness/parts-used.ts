import type { RealPart } from './services.ts';

/**
 * The real parts that tests of this run have used. It hangs on the process because vitest loads its reporters and its
 * global set-up separately.
 */
export function partsUsed(): Set<RealPart> {
  const process = globalThis as { dondocPartsUsed?: Set<RealPart> };
  process.dondocPartsUsed ??= new Set();
  return process.dondocPartsUsed;
}
