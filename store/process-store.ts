import type { Kysely } from 'kysely';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Schema } from './schema.ts';

/** A process of the program at work on this database. */
export interface ProcessRecord {
  id: string;
  roles: string[];
  host: string;
  pid: number;
  /** Where its pages are; null for one without pages. */
  url: string | null;
  /** By the machine's clock. */
  startedAt: Instant;
  seenAt: Instant;
}

/** Who works on this database. Each process keeps its own row fresh; a row that grows old is of one that was killed. */
export interface ProcessStore {
  /** Writes the process down, and forgets those that were seen last before an instant. */
  begin(process: ProcessRecord, forgetBefore: Instant): Promise<void>;
  seen(id: string, at: Instant): Promise<void>;
  end(id: string): Promise<void>;
  list(): Promise<ProcessRecord[]>;
}

export function createProcessStore(db: Kysely<Schema>): ProcessStore {
  return {
    async begin({ id, roles, host, pid, url, startedAt, seenAt }, forgetBefore) {
      await db.deleteFrom('process').where('seen_at', '<', forgetBefore).execute();
      const row = { id, roles: JSON.stringify(roles), host, pid, url, started_at: startedAt, seen_at: seenAt };
      await db.insertInto('process').values(row).execute();
    },
    async seen(id, at) {
      await db.updateTable('process').set({ seen_at: at }).where('id', '=', id).execute();
    },
    async end(id) {
      await db.deleteFrom('process').where('id', '=', id).execute();
    },
    async list() {
      const rows = await db.selectFrom('process').selectAll().orderBy('started_at').orderBy('id').execute();
      return rows.map(({ started_at, seen_at, ...row }) => ({ ...row, startedAt: started_at, seenAt: seen_at }));
    },
  };
}
