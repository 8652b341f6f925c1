import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { testEngines } from '../harness/database.ts';

interface Probe {
  probe: { id: number; note: string };
}

describe.each(testEngines())('$name', ({ open }) => {
  let database: Database;
  let db: Kysely<Probe>;
  beforeAll(async () => {
    database = await open();
    db = database.db as unknown as Kysely<Probe>;
    await db.schema
      .createTable('probe')
      .addColumn('id', 'integer', (c) => c.primaryKey())
      .addColumn('note', 'text', (c) => c.notNull())
      .execute();
  });
  afterAll(() => database.close());

  it('keeps twenty transactions at once apart, and forgets the five that were rolled back', async () => {
    const one = (id: number): Promise<void> =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto('probe').values({ id, note: 'một' }).execute();
        if (id % 4 === 0) throw new Error('rolled back on purpose');
        await trx.updateTable('probe').set({ note: 'hai' }).where('id', '=', id).execute();
      });
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => one(n + 1)));
    expect(results.filter((r) => r.status === 'rejected')).toHaveLength(5);
    expect(await db.selectFrom('probe').select('note').execute()).toEqual(Array(15).fill({ note: 'hai' }));
  });

  it('says how many rows a statement changed', async () => {
    const updated = await db.updateTable('probe').set({ note: 'ba' }).where('id', '<', 4).executeTakeFirst();
    expect(updated.numUpdatedRows).toBe(3n);
    const kept = await db
      .insertInto('probe')
      .values({ id: 1, note: 'trùng' })
      .onConflict((c) => c.column('id').doNothing())
      .executeTakeFirst();
    expect(kept.numInsertedOrUpdatedRows).toBe(0n);
    const gone = await db.deleteFrom('probe').where('id', '=', 1).executeTakeFirst();
    expect(gone.numDeletedRows).toBe(1n);
  });

  it('goes on after a statement that failed', async () => {
    await expect(sql`select * from no_such_table`.execute(db)).rejects.toThrow('no_such_table');
    expect((await sql<{ one: number }>`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
  });
});
