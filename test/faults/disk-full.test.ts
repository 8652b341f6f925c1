import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../store/database.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { migrate } from '../../store/migrate.ts';
import { diskFull } from '../../wording/operator/faults.ts';
import { createFaultReport } from '../../worker/fault-report.ts';
import { runDirectory } from '../harness/services.ts';
import { mustBeDone, openStory, type Story } from '../harness/story.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';

const DUTY = `${WALL_ROUND.slice('round/brvt/'.length)}/so-dl`;
const LIMIT_MS = 180_000;
const MEGABYTE = 1024 * 1024;
let story: Story | null = null;
let disk: string | null = null;

/** A disk of its own in memory; null where this machine lets nobody mount one. */
function smallDisk(): string | null {
  const place = join(runDirectory(), 'small-disk');
  mkdirSync(place, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=96m', 'tmpfs', place], { stdio: 'pipe' });
    return place;
  } catch {
    return null;
  }
}

afterEach(async () => {
  await story?.close();
  if (disk !== null) execFileSync('umount', [disk]);
});

describe('the disk of the database is full', () => {
  it(
    'nothing is acknowledged and nothing half done, the operator is told; with room everything goes on',
    async (test) => {
      disk = smallDisk();
      if (disk === null) return test.skip('no disk can be mounted here');
      const database = await openDatabase({ kind: 'pglite', dir: join(disk, 'database') });
      await migrate(database.db);
      const said: string[] = [];
      const onFault = createFaultReport((line) => said.push(line));
      story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall', database, onFault });
      const { db } = database;
      await putOnAgendaOf(db, [wallRound(story.calendar, { overdueInMs: 12_000 })]);
      story.engine.relay?.kick();
      const open = story;
      await until('the reminder', async () => (await open.notices({ kind: 'reminder' })).length === 1, LIMIT_MS);

      const filler = join(disk, 'filler');
      expect(() => writeFileSync(filler, Buffer.alloc(200 * MEGABYTE))).toThrow('ENOSPC');
      // A text too long for the page in hand asks the disk for room.
      const words = 'Đã thực hiện theo kế hoạch. '.repeat(40_000);
      const head = open.as('so-dl', 'head');
      await expect(head.submit(DUTY, { words })).rejects.toThrow('No space left on device');
      expect((await open.obligation(DUTY)).phase).toBe('open');
      expect(await db.selectFrom('stored_text').select('ref').execute()).toEqual([]);

      rmSync(filler);
      mustBeDone(await head.submit(DUTY, { words }));
      await until('it is taken', async () => (await open.obligation(DUTY)).phase === 'submitted', LIMIT_MS);
      expect((await open.journal(DUTY)).filter(({ kind }) => kind === 'submitted')).toHaveLength(1);
      expect(said.filter((line) => line !== diskFull())).toEqual([]);
    },
    2 * LIMIT_MS,
  );
});
