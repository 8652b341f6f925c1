import { type Kysely, sql, type Transaction } from 'kysely';
import type { AgencyKind, DirectoryChannel, Person, Role, Roster } from '../domain/roster/roster.ts';
import type { Schema } from './schema.ts';

/** The directory of people, posts and stand-ins as the database holds it. */
export interface RosterStore {
  /**
   * Takes over a directory from its file: agencies and people are added or renamed, posts and stand-ins replaced. An
   * address that was corrected on the page stays until the file itself names another than it did.
   */
  saveRoster(roster: Roster): Promise<void>;
  loadRoster(province: string): Promise<Roster>;
}

export function createRosterStore(db: Kysely<Schema>): RosterStore {
  return {
    saveRoster: (roster) => db.transaction().execute((tx) => save(tx, roster)),
    loadRoster: (province) => load(db, province),
  };
}

async function save(tx: Transaction<Schema>, roster: Roster): Promise<void> {
  // Two processes may start at once on one server.
  await sql`select pg_advisory_xact_lock(hashtext('directory'))`.execute(tx);
  const { province } = roster;
  for (const { id, name, names, shortName, kind, aliases } of roster.agencies) {
    const body = { name, short_name: shortName, kind, names: JSON.stringify(names), aliases: JSON.stringify(aliases) };
    await tx
      .insertInto('agency')
      .values({ id, province, ...body })
      .onConflict((oc) => oc.columns(['province', 'id']).doUpdateSet(body))
      .execute();
  }
  for (const person of roster.people) await savePerson(tx, person);
  // Those of the province's agencies, so that somebody who is no longer in the file holds no post either.
  const before = tx.selectFrom('agency').select('id').where('province', '=', province);
  const held = tx.selectFrom('post').select('person').where('agency', 'in', before);
  await tx.deleteFrom('stand_in').where('absent', 'in', held).execute();
  for (const { for: absent } of roster.standIns) await tx.deleteFrom('stand_in').where('absent', '=', absent).execute();
  await tx.deleteFrom('post').where('agency', 'in', before).execute();
  const posts = roster.posts.map(({ agency, role, person, rank, from, to }) => ({
    agency,
    role,
    person,
    rank,
    from_day: from,
    to_day: to,
  }));
  if (posts.length > 0) await tx.insertInto('post').values(posts).execute();
  const standIns = roster.standIns.map((one) => ({
    absent: one.for,
    person: one.person,
    from_day: one.from,
    to_day: one.to,
  }));
  if (standIns.length > 0) await tx.insertInto('stand_in').values(standIns).execute();
  const contact = { contact: roster.contact };
  await tx
    .insertInto('directory')
    .values({ province, ...contact })
    .onConflict((oc) => oc.column('province').doUpdateSet(contact))
    .execute();
}

async function savePerson(tx: Transaction<Schema>, { id, name, title, email, phone, channels }: Person): Promise<void> {
  const known = await tx
    .selectFrom('person')
    .select(['email', 'phone', 'given'])
    .where('id', '=', id)
    .executeTakeFirst();
  const given = { email, phone };
  const before = known?.given as typeof given | null | undefined;
  const told = { name, title, channels: JSON.stringify(channels), given: JSON.stringify(given) };
  if (!known) {
    await tx
      .insertInto('person')
      .values({ id, ...told, ...given, entered_at: null })
      .execute();
    return;
  }
  const address = {
    email: before?.email === email ? known.email : email,
    phone: before?.phone === phone ? known.phone : phone,
  };
  await tx
    .updateTable('person')
    .set({ ...told, ...address })
    .where('id', '=', id)
    .execute();
}

async function load(db: Kysely<Schema>, province: string): Promise<Roster> {
  const agencies = await db.selectFrom('agency').selectAll().where('province', '=', province).orderBy('id').execute();
  const people = await db.selectFrom('person').selectAll().orderBy('id').execute();
  const posts = await db.selectFrom('post').selectAll().orderBy('id').execute();
  const standIns = await db.selectFrom('stand_in').selectAll().orderBy('id').execute();
  const directory = await db
    .selectFrom('directory')
    .select('contact')
    .where('province', '=', province)
    .executeTakeFirst();
  return {
    province,
    contact: directory?.contact ?? '',
    agencies: agencies.map(({ id, name, short_name, kind, names, aliases }) => ({
      id,
      name,
      shortName: short_name,
      kind: kind as AgencyKind,
      names,
      aliases,
    })),
    people: people.map(({ id, name, title, email, phone, channels }) => ({
      id,
      name,
      title,
      email,
      phone,
      channels: channels as DirectoryChannel[],
    })),
    posts: posts.map(({ agency, role, person, rank, from_day, to_day }) => ({
      agency,
      role: role as Role,
      person,
      rank,
      from: from_day,
      to: to_day,
    })),
    standIns: standIns.map(({ absent, person, from_day, to_day }) => ({
      for: absent,
      person,
      from: from_day,
      to: to_day,
    })),
  };
}
