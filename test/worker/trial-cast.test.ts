import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Agenda } from '../../client/ports.ts';
import { instantOn } from '../../domain/calendar/instant.ts';
import { createAgenda, createStoredClock } from '../../store/agenda-store.ts';
import type { Database } from '../../store/database.ts';
import { createDeskReader } from '../../store/desk-reader.ts';
import { createLedger } from '../../store/ledger.ts';
import { openTrialCast, type TrialCast } from '../../worker/trial-cast.ts';
import { planOf, played, sceneOf } from '../domain/rehearsal/played.ts';
import { freshDatabase } from '../harness/database.ts';

const NOW = instantOn('2024-10-08', '09:00');
const LATER = instantOn('2024-12-31', '17:00');
const COORDINATOR = 'p01';
const SPECIALIST = 'p05';

describe('others answer by themselves in the trial', () => {
  let database: Database;
  let cast: TrialCast;
  let agenda: Agenda;
  const scene = sceneOf(7);
  let { roster } = scene;

  const open = async (): Promise<void> => {
    cast = await openTrialCast({
      database,
      plans: [planOf('brvt-kh54-2022')],
      seed: 7,
      roster: async () => roster,
      calendar: { now: () => scene.calendar },
    });
    agenda = cast.agenda(createAgenda(database.db));
  };
  /** What the clock's driver finds when it is told to move: who is going to act. */
  const acting = async (): Promise<string[]> => {
    await agenda.smallest(NOW);
    const rows = await database.db.selectFrom('inbox').select(['key', 'person']).orderBy('key').execute();
    return rows.map(({ key, person }) => `${person} ${key}`);
  };
  const of = (acts: string[], person: string): string[] => acts.filter((act) => act.startsWith(`${person} `));

  beforeAll(async () => {
    database = await freshDatabase();
    await createStoredClock(database.db).initialise('stepped', NOW);
    await open();
    await cast.understudies.take(COORDINATOR);
    const ledger = cast.ledger(createLedger(database.db));
    for (const batch of played(scene, { from: '2024-10-01', to: '2024-10-07' }).batches) await ledger.write(batch);
  });
  afterAll(() => database.close());

  it('nobody does, until it is turned on', async () => {
    expect(await acting()).toEqual([]);
    expect(await cast.understudies.state()).toEqual({ on: false, taken: [COORDINATOR] });
  });

  it('once it is on, everybody but those who are played, from the next move of the clock', async () => {
    await cast.understudies.turn(true);
    const acts = await acting();
    expect(acts.length).toBeGreaterThan(5);
    expect(of(acts, SPECIALIST)).not.toEqual([]);
    expect(of(acts, COORDINATOR)).toEqual([]);
    // What somebody is going to do is not a command that is held up.
    expect((await createDeskReader(database.db).counts()).inbox).toBe(0);
  });

  it('who signs in takes his acts with him, and leaves them when he gives the role back', async () => {
    const before = await acting();
    await cast.understudies.take(SPECIALIST);
    expect(await acting()).toEqual(before.filter((act) => !act.startsWith(`${SPECIALIST} `)));
    await cast.understudies.giveBack(SPECIALIST);
    expect(await acting()).toEqual(before);
  });

  it('goes on after a restart with the same acts and the same roles taken', async () => {
    const before = await acting();
    await open();
    expect(await acting()).toEqual(before);
    expect(await cast.understudies.state()).toEqual({ on: true, taken: [COORDINATOR] });
  });

  it('a change that a kill overtook is made up for', async () => {
    await database.db.updateTable('clock').set({ cast_plays: false }).execute();
    await open();
    expect(await acting()).toEqual([]);
    await cast.understudies.turn(true);
    expect((await acting()).length).toBeGreaterThan(5);
  });

  it('turned off, not one act more is delivered', async () => {
    const first = await agenda.smallest(LATER);
    expect((await acting()).length).toBeGreaterThan(5);
    await cast.understudies.turn(false);
    expect(await acting()).toEqual([]);
    expect((await agenda.smallest(LATER))?.key).not.toMatch(/^cast\//);
    expect(first).not.toBeNull();
  });

  it('what waits for either of two is kept for the one who plays', async () => {
    const other = roster.posts.map((post) => (post.role === 'reviewer' ? { ...post, person: 'p03' } : post));
    roster = { ...roster, posts: other };
    await database.db.deleteFrom('taken_role').execute();
    await cast.understudies.turn(true);
    const { batches } = played(scene, { from: '2024-10-01', to: '2024-11-01' });
    const ledger = cast.ledger(createLedger(database.db));
    await acting();
    for (const batch of batches) await ledger.write(batch);
    expect((await acting()).filter((act) => act.startsWith('p03 ') && act.includes('/review-'))).not.toEqual([]);
    await cast.understudies.take(COORDINATOR);
    expect((await acting()).filter((act) => act.includes('/review-'))).toEqual([]);
  });
});
