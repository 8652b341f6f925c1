import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Binding, BindingCode, BindingStore } from '../bot/telegram/ports.ts';
import type { BindingTable, Schema } from './schema.ts';
import type { BindingCodeTable, OwnTables, TelegramTables } from './telegram-schema.ts';

/** Accounts of one chat channel, and the codes that bind them. */
export function createBindingStore(database: Kysely<Schema>, channel: string): BindingStore {
  const db = database.withTables<OwnTables>();
  return {
    async of(account) {
      const row = await db
        .selectFrom('binding')
        .selectAll()
        .where('channel', '=', channel)
        .where('account', '=', account)
        .executeTakeFirst();
      return row ? bindingOf(row) : null;
    },
    async accounts(person) {
      const rows = await db
        .selectFrom('binding')
        .selectAll()
        .where('channel', '=', channel)
        .where('person', '=', person)
        .orderBy('account')
        .execute();
      return rows.map(bindingOf);
    },
    issue: ({ hash, person, createdAt, expiresAt }) =>
      db.transaction().execute(async (tx) => {
        await tx
          .updateTable('binding_code')
          .set({ ended: 'refused' })
          .where('channel', '=', channel)
          .where('person', '=', person)
          .where('used_at', 'is', null)
          .where('ended', 'is', null)
          .execute();
        await tx
          .insertInto('binding_code')
          .values({
            hash,
            channel,
            person,
            created_at: createdAt,
            expires_at: expiresAt,
            used_at: null,
            account: null,
            ended: null,
          })
          .execute();
      }),
    async code(hash) {
      const row = await db
        .selectFrom('binding_code')
        .selectAll()
        .where('channel', '=', channel)
        .where('hash', '=', hash)
        .executeTakeFirst();
      return row ? codeOf(row) : null;
    },
    async pending(account) {
      const row = await db
        .selectFrom('binding_code')
        .selectAll()
        .where('channel', '=', channel)
        .where('account', '=', account)
        .where('ended', 'is', null)
        .orderBy('used_at', 'desc')
        .executeTakeFirst();
      return row ? codeOf(row) : null;
    },
    async reaches(people) {
      if (people.length === 0) return new Set();
      const rows = await db
        .selectFrom('binding')
        .select('person')
        .where('channel', '=', channel)
        .where('reachable', '=', true)
        .where('person', 'in', people)
        .execute();
      return new Set(rows.map(({ person }) => person));
    },
  };
}

/** The code is this account's, once. @throws when somebody was quicker: the update is then read again. */
export async function takeCode(
  tx: Transaction<TelegramTables>,
  { hash, account, at }: { hash: string; account: string; at: string },
): Promise<void> {
  await tx
    .updateTable('binding_code')
    .set({ ended: 'refused' })
    .where('account', '=', account)
    .where('ended', 'is', null)
    .execute();
  const taken = await tx
    .updateTable('binding_code')
    .set({ used_at: at, account })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('ended', 'is', null)
    .where('expires_at', '>', at)
    .returning('hash')
    .executeTakeFirst();
  if (!taken) throw new Error('this code was used meanwhile');
}

/** One chat serves one person and the other way round: a new binding takes the place of every other of the two. */
export async function bind(
  tx: Transaction<TelegramTables>,
  { channel, account, person, at }: { channel: string; account: string; person: string; at: string },
): Promise<void> {
  await tx
    .deleteFrom('binding')
    .where('channel', '=', channel)
    .where((eb) => eb.or([eb('person', '=', person), eb('account', '=', account)]))
    .execute();
  await tx.insertInto('binding').values({ channel, account, person, at, reachable: true }).execute();
}

function bindingOf({ account, person, at, reachable }: Selectable<BindingTable>): Binding {
  return { account, person, at, reachable };
}

function codeOf(row: Selectable<BindingCodeTable>): BindingCode {
  return {
    hash: row.hash,
    person: row.person,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    account: row.account,
    ended: row.ended,
  };
}
