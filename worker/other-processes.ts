import { type Kysely, sql } from 'kysely';
import type { Schema } from '../store/schema.ts';

const LOOK_MS = 1_000;

/**
 * Tells this process what others wrote: journal, notices and chat, and tables of the calendar.
 * Needed only where several processes share a database.
 */
export function watchOthers(
  db: Kysely<Schema>,
  told: {
    /** How much stands in the database, which is the same number for everybody. */
    written(count: number): void;
    calendar(): Promise<void>;
    fault(error: unknown): void;
  },
): { stop(): Promise<void> } {
  let known: Newest | null = null;
  let stopped = false;
  let wake: () => void = () => undefined;

  async function look(): Promise<void> {
    const newest = await newestOf(db);
    const before = known;
    known = newest;
    if (newest.calendar !== before?.calendar) await told.calendar();
    if (newest.written !== before?.written) told.written(newest.written);
  }

  async function turn(): Promise<void> {
    while (!stopped) {
      await look().catch(told.fault);
      if (stopped) return;
      await new Promise<void>((done) => {
        wake = done;
        setTimeout(done, LOOK_MS).unref();
      });
    }
  }

  const turning = turn();
  return {
    async stop() {
      stopped = true;
      wake();
      await turning;
    },
  };
}

interface Newest {
  written: number;
  calendar: number;
}

async function newestOf(db: Kysely<Schema>): Promise<Newest> {
  const { rows } = await sql<Newest>`select
    (select coalesce(max(seq), 0) from journal) + (select coalesce(max(seq), 0) from notice)
      + (select coalesce(max(seq), 0) from chat_line) as written,
    (select coalesce(max(seq), 0) from calendar) as calendar`.execute(db);
  return rows[0] ?? { written: 0, calendar: 0 };
}
