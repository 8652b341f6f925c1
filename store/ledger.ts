import type { Kysely, Transaction } from 'kysely';
import type { Ledger } from '../activities/write.ts';
import type { AgendaItem, Batch } from '../domain/engine/effects.ts';
import { openNextDigest, putOnAgenda } from './put-on-agenda.ts';
import type { Schema } from './schema.ts';

/**
 * The record of what workflows decide. A batch is merged row by row by domain key, never skipped as a whole: a repeated
 * workflow task may carry more than its first run did (docs/decisions/0003).
 */
export function createLedger(db: Kysely<Schema>): Ledger {
  return { write: (batch) => db.transaction().execute((tx) => writeBatch(tx, batch)) };
}

/** Puts a row on the agenda from outside a workflow, such as the start of a plan. */
export async function putOnAgendaOf(db: Kysely<Schema>, items: AgendaItem[]): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const item of items) await putOnAgenda(tx, item);
  });
}

async function writeBatch(tx: Transaction<Schema>, batch: Batch): Promise<void> {
  const { workflow, n, at, wake } = batch;
  if (batch.acks.length > 0) {
    await tx
      .insertInto('handled')
      .values(batch.acks.map((key) => ({ key, workflow: workflow.workflow })))
      .onConflict((oc) => oc.doNothing())
      .execute();
  }
  await tx
    .insertInto('workflow')
    .values({
      workflow: workflow.workflow,
      type: workflow.type,
      province: workflow.province,
      plan: workflow.plan,
      n,
      wake,
      phase: workflow.phase,
      closed: workflow.closed,
      at,
      state: JSON.stringify(workflow.state),
    })
    .onConflict((oc) =>
      oc
        .column('workflow')
        .doUpdateSet((eb) => ({
          n: eb.ref('excluded.n'),
          wake: eb.ref('excluded.wake'),
          phase: eb.ref('excluded.phase'),
          closed: eb.ref('excluded.closed'),
          at: eb.ref('excluded.at'),
          state: eb.ref('excluded.state'),
        }))
        .where('workflow.n', '<=', n),
    )
    .execute();
  await writeMemory(tx, batch);
  await writeJournal(tx, batch);
  await writeObligations(tx, batch);
  await writeNotices(tx, batch);
  for (const item of batch.agenda) await putOnAgenda(tx, item);
  if (workflow.type === 'digest' && workflow.closed) await followClosedDigest(tx, batch);
}

/** A closed workflow is never started again and needs no memory. */
async function writeMemory(tx: Transaction<Schema>, { workflow, n, memory }: Batch): Promise<void> {
  if (workflow.closed) await tx.deleteFrom('workflow_memory').where('workflow', '=', workflow.workflow).execute();
  else if (memory !== undefined) {
    const body = { n, memory: JSON.stringify(memory) };
    await tx
      .insertInto('workflow_memory')
      .values({ workflow: workflow.workflow, ...body })
      .onConflict((oc) => oc.column('workflow').doUpdateSet(body).where('workflow_memory.n', '<=', n))
      .execute();
  }
}

async function writeJournal(tx: Transaction<Schema>, batch: Batch): Promise<void> {
  const journal = await withoutTold(tx, batch);
  if (journal.length === 0) return;
  await tx
    .insertInto('journal')
    .values(
      journal.map(({ key, at, kind, plan, round, agency, by, facts, ref }) => ({
        key,
        at,
        kind,
        plan,
        round,
        agency,
        person: by?.person ?? null,
        actor: by === null ? null : JSON.stringify(by),
        facts: JSON.stringify(facts),
        ref,
        workflow: batch.workflow.workflow,
      })),
    )
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
}

/**
 * A task repeated after a crash may come so late that it passes over a rung whose notice its first run has written: what
 * was told is not called passed over.
 */
async function withoutTold(tx: Transaction<Schema>, { journal }: Batch): Promise<Batch['journal']> {
  const kept: Batch['journal'] = [];
  for (const entry of journal) {
    const told =
      entry.kind === 'collapsed' &&
      (await tx
        .selectFrom('notice')
        .select('key')
        .where('key', '=', entry.key.replace('/collapsed-', '/'))
        .executeTakeFirst()) !== undefined;
    if (!told) kept.push(entry);
  }
  return kept;
}

async function writeObligations(tx: Transaction<Schema>, batch: Batch): Promise<void> {
  const newest = new Map(batch.obligations.map((row) => [row.key, row]));
  if (newest.size === 0) return;
  await tx
    .insertInto('obligation')
    .values(
      [...newest.values()].map((row) => ({
        key: row.key,
        round: row.round,
        plan: row.plan,
        requirement: row.requirement,
        kind: row.kind,
        year: row.year,
        period: row.period,
        agency: row.agency,
        reviewer: row.reviewer,
        closing: row.closing,
        phase: row.phase,
        standing: row.standing,
        deadline: row.deadline,
        named_on: row.namedOn,
        last_day_on: row.lastDayOn,
        aim_on: row.aimOn,
        overdue_after: row.overdueAfter,
        rung: row.rung,
        n: batch.n,
        state: JSON.stringify(row.state),
      })),
    )
    .onConflict((oc) =>
      oc
        .column('key')
        .doUpdateSet((eb) => ({
          phase: eb.ref('excluded.phase'),
          standing: eb.ref('excluded.standing'),
          deadline: eb.ref('excluded.deadline'),
          named_on: eb.ref('excluded.named_on'),
          last_day_on: eb.ref('excluded.last_day_on'),
          aim_on: eb.ref('excluded.aim_on'),
          overdue_after: eb.ref('excluded.overdue_after'),
          rung: eb.ref('excluded.rung'),
          n: eb.ref('excluded.n'),
          state: eb.ref('excluded.state'),
        }))
        .where('obligation.n', '<=', batch.n),
    )
    .execute();
}

async function writeNotices(tx: Transaction<Schema>, batch: Batch): Promise<void> {
  if (batch.notices.length === 0) return;
  await tx
    .insertInto('notice')
    .values(
      batch.notices.map((notice) => ({
        key: notice.key,
        kind: notice.kind,
        at: notice.at,
        slot: notice.slot,
        province: batch.workflow.province,
        to_agency: notice.to.agency,
        to_role: notice.to.role,
        to_rank: notice.to.rank ?? null,
        to_person: notice.to.person ?? null,
        plan: notice.plan,
        round: notice.round,
        about: notice.about,
        deadline: notice.deadline,
        rung: notice.rung,
        late: notice.late,
        facts: JSON.stringify(notice.facts),
        ref: notice.ref,
        status: 'queued' as const,
      })),
    )
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
}

/** Notices written while a digest was sending its last are not forgotten: another digest of the slot takes them. */
async function followClosedDigest(tx: Transaction<Schema>, batch: Batch): Promise<void> {
  const { slot } = batch.workflow.state as { slot: string };
  const { province } = batch.workflow;
  const left = await tx
    .selectFrom('notice')
    .select('key')
    .where('province', '=', province)
    .where('status', '=', 'queued')
    .where('slot', '<=', slot)
    .limit(1)
    .executeTakeFirst();
  if (left) await openNextDigest(tx, province, slot, batch.at);
}
