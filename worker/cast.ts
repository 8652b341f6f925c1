import type { Ledger } from '../activities/write.ts';
import { formOf } from '../bot/conversation/report-facts.ts';
import type { Records } from '../client/act.ts';
import type { Agenda, Inbox } from '../client/ports.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import type { AgendaItem, Batch, ObligationRow } from '../domain/engine/effects.ts';
import type { Obligation } from '../domain/obligation/obligation.ts';
import { roundKey } from '../domain/plan/keys.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { castSubmission, messageOf, withReceipt, wordsRef } from '../domain/rehearsal/act.ts';
import { castAnswers } from '../domain/rehearsal/answers.ts';
import { castActs } from '../domain/rehearsal/cast.ts';
import type { Scene } from '../domain/rehearsal/scene.ts';
import { CAST_CHANNEL } from '../store/cast-store.ts';
import type { Database } from '../store/database.ts';
import { castText } from '../wording/cast.ts';

export interface CastParts {
  database: Database;
  inbox: Inbox;
  records: Records;
  plans: Plan[];
  /** Null while nobody plays the others. Asked at every step, so that roles can change hands. */
  scene(): Scene | null;
}

/**
 * The cast as a service of a stepped clock: other agencies answer for themselves. What somebody will do is a command in the
 * inbox, dated in the future; the clock's driver delivers it in its turn, like any other.
 */
export interface Cast {
  /** Stands before the ledger: after each write of a workflow the cast plans what follows from it (EngineOptions.ledger). */
  ledger(inner: Ledger): Ledger;
  /** Stands before the agenda: a submission is answered and gets its receipt when it is delivered (EngineOptions.agenda). */
  agenda(inner: Agenda): Agenda;
  /** After roles have changed hands: forgets what was planned and plans anew from what is open, as of `now`. */
  recast(now: Instant): Promise<void>;
}

export function createCast(parts: CastParts): Cast {
  return {
    ledger: (inner) => ({
      async write(batch) {
        await inner.write(batch);
        await plan(parts, batch);
      },
    }),
    agenda: (inner) => ({
      ...inner,
      async smallest(until) {
        const item = await inner.smallest(until);
        return item && answered(parts, item);
      },
    }),
    async recast(now) {
      await forget(parts.database);
      if (parts.scene() === null) return;
      for (const batch of await openBatches(parts.database, now)) await plan(parts, batch);
    },
  };
}

type Seen = Pick<Batch, 'workflow' | 'at' | 'obligations'>;

async function plan({ database, inbox, records, scene }: CastParts, batch: Seen): Promise<void> {
  const playing = scene();
  if (playing === null) return;
  for (const act of castActs(playing, batch)) {
    const { key, at, person, workflow, says } = act;
    if (await known(database, key)) continue;
    if (says !== null) await records.keepText({ ref: wordsRef(act), at, person, text: castText(says, key), facts: {} });
    await inbox.post({ key, channel: CAST_CHANNEL, person, workflow, message: messageOf(act) });
  }
}

async function known({ db }: Database, key: string): Promise<boolean> {
  return (await db.selectFrom('inbox').select('key').where('key', '=', key).executeTakeFirst()) !== undefined;
}

/** Keeps the answers of a submission that is about to be delivered; the same act gives the same receipt. */
async function answered({ database, records, plans }: CastParts, item: AgendaItem): Promise<AgendaItem> {
  const submission = castSubmission(item);
  if (submission === null) return item;
  const { key, at, workflow } = item;
  const obligation = `${roundKey(workflow)}/${submission.agency}`;
  const row = await database.db
    .selectFrom('obligation')
    .select(['plan', 'requirement', 'period', 'kind', 'state'])
    .where('key', '=', obligation)
    .executeTakeFirst();
  const plan = plans.find(({ id }) => id === row?.plan);
  if (row === undefined || plan === undefined) throw new Error(`nothing is known of ${obligation}`);
  const form = formOf(plan, { ...row, state: row.state as unknown as Obligation });
  const text = castText('report', key);
  const answers = castAnswers(form, { key, measures: submission.measures, text });
  const { person } = submission.by;
  const written = { id: form.id, version: form.version };
  const receipt = await records.keepSubmission({ key, obligation, person, at, form: written, answers });
  return withReceipt(item, submission, receipt);
}

/** Takes back what the cast has planned and nobody has done yet; numbers of receipts already given out stay given out. */
async function forget({ db }: Database): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const waiting = tx
      .selectFrom('inbox')
      .select('key')
      .where('channel', '=', CAST_CHANNEL)
      .where('status', '=', 'waiting');
    await tx.deleteFrom('agenda').where('key', 'in', waiting).execute();
    await tx.deleteFrom('inbox').where('channel', '=', CAST_CHANNEL).where('status', '=', 'waiting').execute();
  });
}

/** Every open round and obstacle, as its last write left it. */
async function openBatches({ db }: Database, now: Instant): Promise<Seen[]> {
  const workflows = await db
    .selectFrom('workflow')
    .selectAll()
    .where('closed', '=', false)
    .where('type', 'in', ['round', 'obstacle'])
    .orderBy('workflow')
    .execute();
  const obligations = await db
    .selectFrom('obligation')
    .selectAll()
    .where('phase', '!=', 'imported')
    .orderBy('key')
    .execute();
  return workflows.map(({ workflow, type, province, plan: of, phase, closed, state }) => ({
    workflow: { workflow, type: type as Batch['workflow']['type'], province, plan: of, phase, closed, state },
    at: now,
    obligations: obligations
      .filter(({ round }) => round === workflow)
      .map(({ n: _n, named_on, last_day_on, aim_on, overdue_after, ...row }) => ({
        ...(row as unknown as ObligationRow),
        namedOn: named_on,
        lastDayOn: last_day_on,
        aimOn: aim_on,
        overdueAfter: overdue_after,
      })),
  }));
}
