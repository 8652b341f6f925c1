import { mkdirSync, mkdtempSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LockOutcome, takeLock } from '../../store/lock.ts';
import { runChild } from '../harness/child.ts';
import { runDirectory } from '../harness/services.ts';

let dir: string;
beforeEach(() => {
  dir = join(mkdtempSync(join(runDirectory(), 'dondoc-lock-')), 'thu');
  mkdirSync(dir);
});

async function free(outcome: LockOutcome): Promise<void> {
  if ('lock' in outcome) await outcome.lock.release();
}

describe('takeLock', () => {
  it('a second process is refused with the process id of the first', async () => {
    const first = await takeLock(dir);
    const second = runChild('test/store/children/hold-lock.ts', [dir]);
    expect(await second.line('held by')).toBe(`held by ${process.pid}`);
    await free(first);
  });

  it('a name that leads to the same directory is the same lock', async () => {
    symlinkSync(dir, `${dir}-link`);
    const first = await takeLock(dir);
    expect(await takeLock(`${dir}-link`)).toMatchObject({ heldBy: { pid: process.pid } });
    await free(first);
  });

  it('a file that does not exist yet can be locked', async () => {
    const first = await takeLock(join(dir, 'temporal.db'));
    expect(await takeLock(join(dir, 'temporal.db'))).toMatchObject({ heldBy: { pid: process.pid } });
    await free(first);
  });

  it('kill -9 of the holder frees it at once', async () => {
    const holder = runChild('test/store/children/hold-lock.ts', [dir]);
    await holder.line('taken');
    expect(await takeLock(dir)).toEqual({ heldBy: expect.objectContaining({ pid: holder.process.pid }) });
    await holder.kill();
    const next = await takeLock(dir);
    expect(next).toHaveProperty('lock');
    await free(next);
  });

  it('released, it can be taken again', async () => {
    await free(await takeLock(dir));
    const again = await takeLock(dir);
    expect(again).toHaveProperty('lock');
    await free(again);
  });

  it('a holder on another machine is respected while its file is fresh', async () => {
    const file = `${dir}.pid`;
    writeFileSync(file, JSON.stringify({ pid: 4711, host: 'may-khac' }));
    expect(await takeLock(dir)).toEqual({ heldBy: { pid: 4711, host: 'may-khac' } });
    const aMinuteAgo = new Date(Date.now() - 60_000);
    utimesSync(file, aMinuteAgo, aMinuteAgo);
    const taken = await takeLock(dir);
    expect(taken).toHaveProperty('lock');
    await free(taken);
  });
});
