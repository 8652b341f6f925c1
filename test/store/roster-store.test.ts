import { afterEach, describe, expect, it } from 'vitest';
import type { Roster } from '../../domain/roster/roster.ts';
import { loadTrial } from '../../plans/load-trial.ts';
import { changeAddress } from '../../store/change-address.ts';
import { enterChat } from '../../store/chat-entry.ts';
import type { Database } from '../../store/database.ts';
import { createRosterStore } from '../../store/roster-store.ts';
import { testEngines } from '../harness/database.ts';

let database: Database;
afterEach(() => database.close());

const CHANGE = { province: 'brvt', at: '2024-10-07T09:00:00.000+07:00', slot: '2024-10-08T08:00:00.000+07:00' };

function withEmail(roster: Roster, person: string, email: string): Roster {
  return { ...roster, people: roster.people.map((each) => (each.id === person ? { ...each, email } : each)) };
}

function emailOf(roster: Roster, person: string): string | null | undefined {
  return roster.people.find(({ id }) => id === person)?.email;
}

describe.each(testEngines())('the directory on the $name', ({ open }) => {
  it('comes back as it was given', async () => {
    database = await open();
    const store = createRosterStore(database.db);
    const { roster } = loadTrial();
    await store.saveRoster(roster);
    const stored = await store.loadRoster('brvt');
    expect(stored.contact).toBe(roster.contact);
    const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1);
    expect([...stored.agencies].sort(byId)).toEqual([...roster.agencies].sort(byId));
    expect([...stored.people].sort(byId)).toEqual([...roster.people].sort(byId));
    const text = (value: unknown): string => JSON.stringify(value);
    const posts = (of: Roster): string[] =>
      of.posts.map(({ agency, role, person, rank, from, to }) => text([agency, role, person, rank, from, to])).sort();
    expect(posts(stored)).toEqual(posts(roster));
    expect(stored.standIns).toEqual(roster.standIns);
  });

  it('keeps an address changed on the page until the file changes it', async () => {
    database = await open();
    const store = createRosterStore(database.db);
    const { roster } = loadTrial();
    await store.saveRoster(roster);
    await changeAddress(database.db, { ...CHANGE, person: 'p05', email: 'moi@so-dl.example', phone: null });
    await store.saveRoster(roster);
    expect(emailOf(await store.loadRoster('brvt'), 'p05')).toBe('moi@so-dl.example');
    await store.saveRoster(withEmail(roster, 'p05', 'tep@so-dl.example'));
    expect(emailOf(await store.loadRoster('brvt'), 'p05')).toBe('tep@so-dl.example');
  });

  it('never forgets that a person has entered, nor a person who left the file', async () => {
    database = await open();
    const { db } = database;
    const store = createRosterStore(db);
    const { roster } = loadTrial();
    await store.saveRoster(roster);
    await enterChat(db, 'p05', CHANGE.at);
    const gone = (each: { person: string }): boolean => each.person !== 'p05';
    await store.saveRoster({
      ...roster,
      people: roster.people.filter(({ id }) => id !== 'p05'),
      posts: roster.posts.filter(gone),
    });
    const stored = await store.loadRoster('brvt');
    expect(stored.people.some(({ id }) => id === 'p05')).toBe(true);
    expect(stored.posts.some(({ person }) => person === 'p05')).toBe(false);
    const row = await db.selectFrom('person').select('entered_at').where('id', '=', 'p05').executeTakeFirst();
    expect(row?.entered_at).toBe(CHANGE.at);
  });

  it('says when it does not know the person', async () => {
    database = await open();
    expect(await changeAddress(database.db, { ...CHANGE, person: 'nobody', email: null, phone: null })).toBeNull();
  });
});
