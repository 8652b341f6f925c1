import { type Kysely, sql, type Transaction } from 'kysely';
import type { Agenda, ClockState, Outcome, StoredClock } from '../client/ports.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import type { AgendaItem, AgendaRank } from '../domain/engine/effects.ts';
import type { Message } from '../domain/engine/message.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Schema } from './schema.ts';

const TICK: AgendaRank = 1;
const DIGEST_TICK: AgendaRank = 3;

/** Starts, facts and commands on their way, and the wakes that the stepped clock turns into ticks. */
export function createAgenda(db: Kysely<Schema>): Agenda {
  return {
    async smallest(until) {
      const row = await db
        .selectFrom('agenda')
        .selectAll()
        .where('at', '<=', until)
        .orderBy('at')
        .orderBy('rank')
        .orderBy('workflow')
        .orderBy('key')
        .limit(1)
        .executeTakeFirst();
      const wake = await smallestWake(db, until);
      const item = row ? itemOf(row) : null;
      if (item === null || wake === null) return item ?? wake;
      return before(item, wake) ? item : wake;
    },
    async waiting(limit) {
      return db
        .selectFrom('agenda')
        .select(['key', 'workflow', sql<boolean>`message->>'kind' = 'open'`.as('opens')])
        .orderBy('rank')
        .orderBy('at')
        .orderBy('key')
        .limit(limit)
        .execute();
    },
    async row(key) {
      const row = await db.selectFrom('agenda').selectAll().where('key', '=', key).executeTakeFirst();
      return row ? itemOf(row) : null;
    },
    async nextInstant() {
      const { rows } = await sql<{ at: string | null }>`select least(
        (select min(at) from agenda), (select min(wake) from workflow where wake is not null)) as at`.execute(db);
      return rows[0]?.at ?? null;
    },
    settle: (item, outcome) => settle(db, item, outcome),
  };
}

async function smallestWake(db: Kysely<Schema>, until: Instant): Promise<AgendaItem | null> {
  const { rows } = await sql<{ workflow: string; wake: Instant; n: number; type: string }>`
    select workflow, wake, n, type from workflow where wake is not null and wake <= ${until}
    order by wake, case type when 'digest' then ${DIGEST_TICK}::int else ${TICK}::int end, workflow limit 1`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return null;
  const key = `tick:${row.workflow}:${row.n}:${row.wake}`;
  return {
    key,
    workflow: row.workflow,
    at: row.wake,
    rank: row.type === 'digest' ? DIGEST_TICK : TICK,
    message: { kind: 'tick', key, at: row.wake, body: null },
  };
}

function itemOf(row: { key: string; workflow: string; at: string; rank: number; message: unknown }): AgendaItem {
  return { ...row, rank: row.rank as AgendaRank, message: row.message as Message };
}

function before(a: AgendaItem, b: AgendaItem): boolean {
  if (a.at !== b.at) return a.at < b.at;
  if (a.rank !== b.rank) return a.rank < b.rank;
  return a.workflow === b.workflow ? a.key < b.key : a.workflow < b.workflow;
}

async function settle(db: Kysely<Schema>, item: AgendaItem, outcome: Outcome): Promise<void> {
  if (item.message.kind === 'tick') return;
  await db.transaction().execute(async (tx) => {
    const refusal = (await wasTaken(tx, item.key)) ? null : refusalIn(outcome);
    await tx.deleteFrom('agenda').where('key', '=', item.key).execute();
    if (refusal) {
      await tx
        .insertInto('handled')
        .values({ key: item.key, workflow: item.workflow })
        .onConflict((oc) => oc.doNothing())
        .execute();
    }
    await tx
      .updateTable('inbox')
      .set({ status: refusal ? 'refused' : 'done', refusal: refusal && JSON.stringify(refusal) })
      .where('key', '=', item.key)
      .where('status', '=', 'waiting')
      .execute();
  });
}

/** Its workflow's own write said so, and that stands even where the answer was lost and the workflow has ended since. */
async function wasTaken(tx: Transaction<Schema>, key: string): Promise<boolean> {
  return (await tx.selectFrom('handled').select('key').where('key', '=', key).executeTakeFirst()) !== undefined;
}

function refusalIn(outcome: Outcome): Refusal | null {
  if (isRefusal(outcome)) return outcome;
  return 'gone' in outcome ? refuse('ROUND_CLOSED') : null;
}

/** The one row that says which clock this database lives by. */
export function createStoredClock(db: Kysely<Schema>): StoredClock & {
  /** Sets the clock at the first start; a database whose clock is set keeps it. */
  initialise(mode: ClockState['mode'], now: Instant | null): Promise<ClockState>;
  setRunning(running: boolean): Promise<void>;
} {
  const read = async (): Promise<ClockState> => {
    const row = await db.selectFrom('clock').select(['mode', 'now', 'target', 'running']).executeTakeFirst();
    if (row === undefined) throw new Error('the clock of this database was never set');
    return row;
  };
  return {
    read,
    async initialise(mode, now) {
      await db
        .insertInto('clock')
        .values({ id: 1, mode, now, target: null, running: false })
        .onConflict((oc) => oc.doNothing())
        .execute();
      return read();
    },
    async setNow(now) {
      await db.updateTable('clock').set({ now }).where('mode', '=', 'stepped').execute();
    },
    async setTarget(target) {
      await db.updateTable('clock').set({ target }).execute();
    },
    async setRunning(running) {
      await db.updateTable('clock').set({ running }).execute();
    },
  };
}
