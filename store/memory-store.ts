import type { Kysely } from 'kysely';
import type { Memories } from '../client/ports.ts';
import type { Schema } from './schema.ts';

/** Memories of workflows that have not ended, by id. */
export function createMemories(db: Kysely<Schema>): Memories {
  return {
    async open() {
      const rows = await db.selectFrom('workflow_memory').select(['workflow', 'memory']).orderBy('workflow').execute();
      return rows.map(({ workflow, memory }) => ({
        workflow,
        carried: memory as unknown as { state: unknown; n: number; seen: string[] },
      }));
    },
  };
}
