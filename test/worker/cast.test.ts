import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOn } from '../../domain/calendar/instant.ts';
import type { AgendaItem } from '../../domain/engine/effects.ts';
import { castSubmission } from '../../domain/rehearsal/act.ts';
import type { Scene } from '../../domain/rehearsal/scene.ts';
import { createAgenda } from '../../store/agenda-store.ts';
import type { Database } from '../../store/database.ts';
import { createInbox } from '../../store/inbox-store.ts';
import { createLedger } from '../../store/ledger.ts';
import { createRecords } from '../../store/records.ts';
import { type Cast, createCast } from '../../worker/cast.ts';
import { planOf, played, sceneOf } from '../domain/rehearsal/played.ts';
import { freshDatabase } from '../harness/database.ts';

const NOW = instantOn('2024-10-08', '09:00');

describe('a cast that plays for everybody but the roles somebody holds', () => {
  let database: Database;
  let cast: Cast;
  let scene: Scene | null = null;

  beforeAll(async () => {
    database = await freshDatabase();
    const { db } = database;
    const { calendar } = sceneOf(7);
    const [inbox, records] = [createInbox(db), createRecords(db, () => calendar)];
    cast = createCast({ database, inbox, records, plans: [planOf('brvt-kh54-2022')], scene: () => scene });
    const ledger = cast.ledger(createLedger(db));
    for (const batch of played(sceneOf(7), { from: '2024-10-01', to: '2024-10-07' }).batches) await ledger.write(batch);
  });
  afterAll(() => database.close());

  const planned = () =>
    database.db
      .selectFrom('inbox')
      .innerJoin('agenda', 'agenda.key', 'inbox.key')
      .select(['inbox.key', 'inbox.person', 'inbox.channel', 'agenda.at'])
      .orderBy('agenda.at')
      .execute();

  it('plans nothing while nobody has asked for it', async () => {
    expect(await planned()).toEqual([]);
  });

  it('takes up what is open when it is asked to, all of it in the future', async () => {
    scene = sceneOf(7);
    await cast.recast(NOW);
    const acts = await planned();
    expect(acts.length).toBeGreaterThan(5);
    expect(new Set(acts.map(({ channel }) => channel))).toEqual(new Set(['cast']));
    expect(acts.every(({ at }) => at > NOW)).toBe(true);
    expect(acts.map(({ person }) => person)).toContain('p05');
  });

  it('asked twice, plans the same once', async () => {
    const before = await planned();
    await cast.recast(NOW);
    expect(await planned()).toEqual(before);
  });

  it('leaves a role to who takes it over, and the others as they were', async () => {
    const before = await planned();
    scene = sceneOf(7, undefined, [{ agency: 'so-dl', role: 'focalPoint' }]);
    await cast.recast(NOW);
    expect(await planned()).toEqual(before.filter(({ person }) => person !== 'p05'));
  });

  it('answers a submission, and numbers it, when it is delivered; once, however often it is looked at', async () => {
    const item = await firstReport(database);
    const agenda = cast.agenda({ ...createAgenda(database.db), smallest: async () => item });
    const first = await agenda.smallest(item.at);
    expect(first && castSubmission(first)?.receipt).toBe('BN-2024-0001');
    expect(await agenda.smallest(item.at)).toEqual(first);
    const kept = await database.db.selectFrom('submission').selectAll().execute();
    expect(kept).toMatchObject([{ receipt: 'BN-2024-0001', key: first?.key, at: first?.at }]);
    expect(kept[0]?.answers).not.toEqual([]);
  });
});

/** The first report of the cast that waits on the agenda. */
async function firstReport({ db }: Database): Promise<AgendaItem> {
  const rows = await db.selectFrom('agenda').selectAll().where('key', 'like', '%/submit-%').orderBy('at').execute();
  const [row] = rows;
  if (row === undefined) throw new Error('nobody is going to report');
  return { ...row, rank: 2, message: row.message as unknown as AgendaItem['message'] };
}
