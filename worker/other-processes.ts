import { type Kysely, sql } from 'kysely';
import type { Schema } from '../store/schema.ts';

const LOOK_MS = 1_000;

/**
 * Tells this process what others wrote: a journal line, a notice or an act that went on, and tables of the calendar.
 * Needed only where several processes share a database.
 */
export function watchOthers(
  db: Kysely<Schema>,
  told: { written(): void; calendar(): Promise<void>; fault(error: unknown): void },
): { stop(): Promise<void> } {
  let known: Newest | null = null;
  let stopped = false;
  let wake: () => void = () => undefined;

  async function look(): Promise<void> {
    const newest = await newestOf(db);
    const before = known;
    known = newest;
    if (before === null) return;
    if (newest.calendar !== before.calendar) await told.calendar();
    if (newest.journal !== before.journal || newest.notice !== before.notice) told.written();
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
  journal: number | null;
  notice: number | null;
  calendar: number | null;
}

async function newestOf(db: Kysely<Schema>): Promise<Newest> {
  const { rows } = await sql<Newest>`select (select max(seq) from journal) as journal,
    (select max(seq) from notice) as notice, (select max(seq) from calendar) as calendar`.execute(db);
  return rows[0] ?? { journal: null, notice: null, calendar: null };
}
