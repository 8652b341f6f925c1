import fs, { mkdtempSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DatabaseHeld, openDatabase } from '../../store/database.ts';
import { runChild } from '../harness/child.ts';
import { runDirectory } from '../harness/services.ts';

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(runDirectory(), 'dondoc-db-')), 'co-so-du-lieu');
});

const realFsync = fs.fsyncSync;
function replaceFsync(replacement: typeof fs.fsyncSync): void {
  fs.fsyncSync = replacement;
  syncBuiltinESMExports();
}
afterEach(() => replaceFsync(realFsync));

describe('the embedded database', () => {
  it('flushes to the disk at least once for each commit', async () => {
    const { db, close } = await openDatabase({ kind: 'pglite', dir });
    await sql`create table act (n int)`.execute(db);
    let flushes = 0;
    replaceFsync((handle) => {
      flushes += 1;
      realFsync(handle);
    });
    for (let n = 0; n < 20; n += 1) await sql`insert into act values (${n})`.execute(db);
    expect(flushes).toBeGreaterThanOrEqual(20);
    await close();
  });

  it('rejects the commit that the disk would not keep, and says once that it is broken', async () => {
    const onBroken = vi.fn();
    const { db, close } = await openDatabase({ kind: 'pglite', dir, onBroken });
    await sql`create table act (n int)`.execute(db);
    replaceFsync(() => {
      throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    });
    await expect(sql`insert into act values (1)`.execute(db)).rejects.toThrow();
    expect(onBroken).toHaveBeenCalledOnce();
    replaceFsync(realFsync);
    await close().catch(() => undefined);
  });

  it('kill -9 in the middle of writing loses nothing that was answered, and no half transaction is left', async () => {
    for (const commits of [3, 17, 40]) {
      const writer = runChild('test/store/children/write-until-killed.ts', [dir]);
      await writer.line('kept ');
      const already = writer.lines.length;
      while (writer.lines.length < already + commits) await new Promise((tick) => setTimeout(tick, 5));
      await writer.kill();
      const answered = Number(writer.lines.findLast((line) => line.startsWith('kept '))?.slice(5));

      const { db, close } = await openDatabase({ kind: 'pglite', dir });
      const { rows } = await sql<{ acts: number; last: number; told: number }>`
        select count(*) as acts, max(n) as last, (select acts from tally) as told from act`.execute(db);
      await close();
      const found = rows[0];
      expect(found?.last).toBeGreaterThanOrEqual(answered);
      expect(found).toEqual({ acts: found?.last, last: found?.last, told: found?.last });
    }
  });

  it('refuses a second opening with the process id of the holder', async () => {
    const first = await openDatabase({ kind: 'pglite', dir });
    const second = openDatabase({ kind: 'pglite', dir });
    await expect(second).rejects.toThrow(DatabaseHeld);
    await expect(second).rejects.toMatchObject({ holder: { pid: process.pid } });
    await first.close();
    const again = await openDatabase({ kind: 'pglite', dir });
    await again.close();
  });
});
