import { type Kysely, sql } from 'kysely';
import type { PlanRecord, Records } from '../client/act.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { ObligationPhase } from '../domain/engine/effects.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import { cooperatingAgencies } from '../domain/plan/cooperating.ts';
import { createInbox } from './inbox-store.ts';
import { createPlanStore } from './plan-store.ts';
import { createRosterStore } from './roster-store.ts';
import type { Schema } from './schema.ts';

/** What acts look up and keep. */
export function createRecords(db: Kysely<Schema>, calendar: () => WorkCalendar): Records {
  const { loadPlan } = createPlanStore(db);
  return {
    async obligation(key) {
      const row = await db
        .selectFrom('obligation')
        .select(['round', 'agency', 'plan', 'phase', 'last_day_on'])
        .where('key', '=', key)
        .executeTakeFirst();
      if (!row) return null;
      const { round, agency, plan, phase, last_day_on: lastDayOn } = row;
      return { round, agency, plan, imported: phase === 'imported', lastDayOn };
    },
    async plan(id): Promise<PlanRecord | null> {
      const plan = await loadPlan(id);
      if (!plan) return null;
      return {
        province: plan.province,
        coordinator: plan.coordinator.id,
        leadership: plan.leadership.id,
        calendar: calendar(),
        obstaclesInWriting: plan.difficultyClause?.inWriting ?? false,
      };
    },
    async partsAsked(obligation, measure) {
      const row = await db
        .selectFrom('obligation')
        .select(['agency', 'plan', 'phase', 'state'])
        .where('key', '=', obligation)
        .executeTakeFirst();
      if (!row) return null;
      const plan = await loadPlan(row.plan);
      const found = plan?.measures.find(({ no }) => no === measure);
      const roster = plan && found ? await createRosterStore(db).loadRoster(plan.province) : null;
      return {
        phase: row.phase as ObligationPhase,
        agency: row.agency,
        parts: (row.state as unknown as Obligation | null)?.parts ?? {},
        cooperating: found && roster ? cooperatingAgencies(found, roster.agencies) : null,
      };
    },
    async plans() {
      const rows = await db.selectFrom('plan_version').select('plan').distinct().orderBy('plan').execute();
      return rows.map(({ plan }) => plan);
    },
    async obstacle(id) {
      const row = await db
        .selectFrom('workflow')
        .select('workflow')
        .where('type', '=', 'obstacle')
        .where('workflow', 'like', `obstacle/%/${id.replace(/[%_\\]/g, '\\$&')}`)
        .executeTakeFirst();
      return row ?? null;
    },
    async keepText({ ref, at, person, text, facts }) {
      await db
        .insertInto('stored_text')
        .values({ ref, at, person, text, facts: JSON.stringify(facts) })
        .onConflict((oc) => oc.doNothing())
        .execute();
    },
    keepSubmission: (submission) =>
      db.transaction().execute(async (tx) => {
        const known = await tx
          .selectFrom('submission')
          .select('receipt')
          .where('key', '=', submission.key)
          .executeTakeFirst();
        if (known) return known.receipt;
        await sql`lock table submission in exclusive mode`.execute(tx);
        const year = Number(submission.at.slice(0, 4));
        const { last } = await tx
          .selectFrom('submission')
          .select(({ fn }) => fn.max('serial').as('last'))
          .where('year', '=', year)
          .executeTakeFirstOrThrow();
        const serial = (last ?? 0) + 1;
        const receipt = `BN-${year}-${String(serial).padStart(4, '0')}`;
        await tx
          .insertInto('submission')
          .values({
            receipt,
            key: submission.key,
            year,
            serial,
            obligation: submission.obligation,
            person: submission.person,
            at: submission.at,
            form: submission.form.id,
            form_version: submission.form.version,
            answers: JSON.stringify(submission.answers),
          })
          .execute();
        return receipt;
      }),
    async keepAct(key, facts) {
      const waits = await db
        .updateTable('inbox')
        .set({ kept: JSON.stringify(facts) })
        .where('key', '=', key)
        .where('status', '=', 'waiting')
        .returning('key')
        .executeTakeFirst();
      return waits ? { status: 'waiting' } : ((await createInbox(db).answers([key])).get(key) ?? { status: 'waiting' });
    },
  };
}
