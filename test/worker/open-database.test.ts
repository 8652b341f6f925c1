import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../store/database.ts';
import { migrations } from '../../store/migrations/index.ts';
import { openConfiguredDatabase } from '../../worker/open-database.ts';
import { StartRefused } from '../../worker/start-refused.ts';
import { freePort } from '../../worker/temporal-server/ports.ts';
import { runDirectory } from '../harness/services.ts';

let directory: string;
beforeEach(() => {
  directory = join(mkdtempSync(join(runDirectory(), 'db-')), 'co-so-du-lieu');
});

const open = (url: string | null = null): ReturnType<typeof openConfiguredDatabase> =>
  openConfiguredDatabase({ url, directory, onBroken: () => undefined });

describe('openConfiguredDatabase', () => {
  it('takes every step the first time and none the second; a newer database is refused unchanged', async () => {
    const total = Object.keys(migrations).length;
    const first = await open();
    expect(first.migration).toMatchObject({ total });
    expect(first.migration.applied).toHaveLength(total);
    await first.database.close();

    const second = await open();
    expect(second.migration.applied).toEqual([]);
    await sql`insert into kysely_migration values ('9999-later', '2030-01-01')`.execute(second.database.db);
    await second.database.close();

    await expect(open()).rejects.toThrow('bước lạ: 9999-later');
  });

  it('a database held by another process is refused with its process id', async () => {
    const holder = await openDatabase({ kind: 'pglite', dir: directory });
    await expect(open()).rejects.toThrow(`tiến trình ${process.pid}`);
    await holder.close();
  });

  it('a server that does not answer is refused without showing the password', async () => {
    const refused = open(`postgres://dondoc:bi-mat@127.0.0.1:${await freePort()}/dondoc`);
    await expect(refused).rejects.toThrow(StartRefused);
    await expect(refused).rejects.toThrow('ECONNREFUSED');
    await expect(refused).rejects.not.toThrow('bi-mat');
  });
});
