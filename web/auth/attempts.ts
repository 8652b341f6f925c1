import { type Instant, msOf } from '../../domain/calendar/instant.ts';

const WINDOW_MS = 60_000;
const LIMIT = 30;

/** Counts tries per address: at most 30 a minute, so that codes cannot be guessed. Kept in memory, one per web process. */
export class Attempts {
  #seen = new Map<string, { since: number; count: number }>();

  /** False when this try is one too many. */
  allow(address: string, now: Instant): boolean {
    const ms = msOf(now);
    for (const [key, entry] of this.#seen) if (ms - entry.since > WINDOW_MS) this.#seen.delete(key);
    const entry = this.#seen.get(address) ?? { since: ms, count: 0 };
    entry.count += 1;
    this.#seen.set(address, entry);
    return entry.count <= LIMIT;
  }
}
