import type { Kysely, Migration } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../store/database.ts';
import { DatabaseIsNewer, migrate } from '../../store/migrate.ts';
import { migrations } from '../../store/migrations/index.ts';
import { testEngines } from '../harness/database.ts';

const later: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable('later').addColumn('id', 'integer').execute();
  },
};
const broken: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.createTable('half').addColumn('id', 'integer').execute();
    throw new Error('this step fails on purpose');
  },
};

describe.each(testEngines())('$name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('a database of this release needs nothing', async () => {
    expect(await migrate(database.db)).toEqual({ applied: [], total: Object.keys(migrations).length });
  });

  it('a step that fails leaves nothing behind', async () => {
    await expect(migrate(database.db, { ...migrations, '9998-broken': broken })).rejects.toThrow('on purpose');
    const tables = await database.db.introspection.getTables();
    expect(tables.map((table) => table.name)).not.toContain('half');
  });

  it('a new step is taken once, and two at once take it once', async () => {
    const steps = { ...migrations, '9999-later': later };
    const reports = await Promise.all([migrate(database.db, steps), migrate(database.db, steps)]);
    expect(reports.flatMap((report) => report.applied)).toEqual(['9999-later']);
  });

  it('a database of a newer release is refused by the name of its step', async () => {
    await expect(migrate(database.db)).rejects.toThrow(DatabaseIsNewer);
    await expect(migrate(database.db)).rejects.toThrow('9999-later');
  });
});
