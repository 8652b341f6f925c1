import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Plan } from '../domain/plan/plan.ts';
import type { Schema } from './schema.ts';

/** Every version of a plan that was ever run, whole and frozen under the hash of its content. */
export interface PlanStore {
  /** Keeps a version; the same content twice is kept once. */
  savePlan(plan: Plan, at: Instant): Promise<void>;
  loadPlan(id: string): Promise<Plan | null>;
  /** The newest version of each plan, by id. */
  all(): Promise<Plan[]>;
}

export function createPlanStore(db: Kysely<Schema>): PlanStore {
  /** Versions read before, by hash: they are frozen, large, and asked for by every page. */
  const read = new Map<string, Plan>();
  return {
    async savePlan(plan, at) {
      const body = JSON.stringify(plan);
      const hash = createHash('sha256').update(body).digest('hex');
      await db
        .insertInto('plan_version')
        .values({ plan: plan.id, hash, province: plan.province, at, body })
        .onConflict((oc) => oc.doNothing())
        .execute();
    },
    async loadPlan(id) {
      const row = await db
        .selectFrom('plan_version')
        .select('body')
        .where('plan', '=', id)
        .orderBy('at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? (row.body as unknown as Plan) : null;
    },
    async all() {
      const newest = await db
        .selectFrom('plan_version')
        .select(['plan', 'hash'])
        .distinctOn('plan')
        .orderBy('plan')
        .orderBy('at', 'desc')
        .execute();
      const unread = newest.flatMap(({ hash }) => (read.has(hash) ? [] : [hash]));
      if (unread.length > 0) {
        const rows = await db.selectFrom('plan_version').select(['hash', 'body']).where('hash', 'in', unread).execute();
        for (const { hash, body } of rows) read.set(hash, body as unknown as Plan);
      }
      return newest.flatMap(({ hash }) => read.get(hash) ?? []);
    },
  };
}
