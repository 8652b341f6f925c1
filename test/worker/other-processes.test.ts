import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCalendar } from '../../plans/calendar-file.ts';
import { createCalendarStore } from '../../store/calendar-store.ts';
import type { Database } from '../../store/database.ts';
import { openCalendar } from '../../worker/calendar-in-force.ts';
import { createChanges } from '../../worker/changes.ts';
import { watchOthers } from '../../worker/other-processes.ts';
import { freshDatabase } from '../harness/database.ts';
import { until } from '../harness/wall-round.ts';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it('what one process wrote reaches the pages and the calendar of another', async () => {
  const { db } = database;
  const files = loadCalendar();
  const here = await openCalendar(createCalendarStore(db), files);
  const there = await openCalendar(createCalendarStore(db), files);
  const changes = createChanges();
  let told = 0;
  changes.subscribe(() => {
    told += 1;
  });
  const faults: unknown[] = [];
  const watch = watchOthers(db, {
    written: changes.writtenElsewhere,
    calendar: there.refresh,
    fault: (error) => void faults.push(error),
  });

  await db
    .insertInto('chat_line')
    .values({ key: 'k', person: 'p05', at: '2026-03-02T09:00:00.000+07:00', direction: 'in', reply: '{}' })
    .execute();
  await until('the pages are told', async () => changes.count() === 1 && told > 0);

  const announced = { ...files, version: `${files.version}+1` };
  await here.keep(announced, { person: 'p01', at: '2026-03-02T09:00:00.000+07:00' });
  await until('the other calendar follows', async () => there.now().version === announced.version);
  await watch.stop();
  expect(faults).toEqual([]);
});
