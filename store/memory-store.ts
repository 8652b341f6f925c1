import type { Kysely } from 'kysely';
import type { Memories, Memory } from '../client/ports.ts';
import type { Schema } from './schema.ts';

/** Memories of workflows that have not ended, by id. */
export function createMemories(db: Kysely<Schema>): Memories {
  const remembered = db.selectFrom('workflow_memory').select(['workflow', 'memory']);
  return {
    async open() {
      return (await remembered.orderBy('workflow').execute()).map(memoryOf);
    },
    async of(workflow) {
      const row = await remembered.where('workflow', '=', workflow).executeTakeFirst();
      return row ? memoryOf(row) : null;
    },
    async next() {
      const row = await db
        .selectFrom('workflow_memory')
        .innerJoin('workflow', 'workflow.workflow', 'workflow_memory.workflow')
        .select('workflow.workflow')
        .orderBy('workflow.wake', (order) => order.asc().nullsLast())
        .orderBy('workflow.workflow')
        .limit(1)
        .executeTakeFirst();
      return row?.workflow ?? null;
    },
  };
}

function memoryOf({ workflow, memory }: { workflow: string; memory: unknown }): Memory {
  return { workflow, carried: memory as Memory['carried'] };
}
