import type { Obligation } from './obligation.ts';

/** Agencies whose parts an obligation still waits for, each once, and whether nobody at all has given his. */
export function missingPartsOf({ parts }: Obligation): { missing: string[]; all: boolean } {
  const rounds = Object.values(parts ?? {});
  const missing = [...new Set(rounds.flatMap((part) => part.missing))];
  const asked = rounds.flatMap((part) => part.asked);
  return { missing, all: missing.length > 0 && asked.every((agency) => missing.includes(agency)) };
}
