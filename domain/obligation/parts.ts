import type { Obligation } from './obligation.ts';

/** Agencies whose parts an obligation still waits for, each once, and whether nobody at all has given his. */
export function missingPartsOf({ parts }: Obligation): { missing: string[]; all: boolean } {
  const rounds = Object.values(parts ?? {});
  const missing = [...new Set(rounds.flatMap((part) => part.missing))];
  return { missing, all: missing.length > 0 && rounds.every((part) => part.missing.length === part.asked.length) };
}

/** The obligation under which an agency owes its missing part; null where it owes none. */
export function partKeyOf({ parts }: Obligation, agency: string): string | null {
  const [round] = Object.entries(parts ?? {}).find(([, { missing }]) => missing.includes(agency)) ?? [];
  return round === undefined ? null : `${round.split('/').slice(2).join('/')}/${agency}`;
}
