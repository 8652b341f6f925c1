import type { Kysely } from 'kysely';
import type { Audit, LinkStore, SessionStore } from '../web/ports.ts';
import type { Schema } from './schema.ts';

/** Sign-ins; only hashes of tokens are kept. */
export function createSessionStore(db: Kysely<Schema>): SessionStore {
  return {
    async create({ tokenHash, person, createdAt, lastSeenAt }) {
      await db
        .insertInto('session')
        .values({ hash: tokenHash, person, created_at: createdAt, seen_at: lastSeenAt })
        .execute();
    },
    async find(tokenHash) {
      const row = await db.selectFrom('session').selectAll().where('hash', '=', tokenHash).executeTakeFirst();
      return row ? { tokenHash, person: row.person, createdAt: row.created_at, lastSeenAt: row.seen_at } : null;
    },
    async touch(tokenHash, at) {
      await db.updateTable('session').set({ seen_at: at }).where('hash', '=', tokenHash).execute();
    },
    async end(tokenHash) {
      await db.deleteFrom('session').where('hash', '=', tokenHash).execute();
    },
  };
}

/** One-time links; only hashes of codes are kept, and a link is consumed by one statement. */
export function createLinkStore(db: Kysely<Schema>): LinkStore {
  return {
    async put({ codeHash, person, createdAt, expiresAt, usedAt, cancelledAt, from }) {
      await db
        .insertInto('login_link')
        .values({
          hash: codeHash,
          person,
          created_at: createdAt,
          expires_at: expiresAt,
          used_at: usedAt,
          cancelled_at: cancelledAt,
          origin: from,
        })
        .execute();
    },
    async find(codeHash) {
      const row = await db.selectFrom('login_link').selectAll().where('hash', '=', codeHash).executeTakeFirst();
      if (!row) return null;
      const { person, created_at, expires_at, used_at, cancelled_at, origin } = row;
      return {
        codeHash,
        person,
        createdAt: created_at,
        expiresAt: expires_at,
        usedAt: used_at,
        cancelledAt: cancelled_at,
        from: origin,
      };
    },
    async consume(codeHash, at) {
      const used = await db
        .updateTable('login_link')
        .set({ used_at: at })
        .where('hash', '=', codeHash)
        .where('used_at', 'is', null)
        .where('cancelled_at', 'is', null)
        .where('expires_at', '>', at)
        .returning('hash')
        .executeTakeFirst();
      return used !== undefined;
    },
    async cancel(codeHash, at) {
      await db
        .updateTable('login_link')
        .set({ cancelled_at: at })
        .where('hash', '=', codeHash)
        .where('used_at', 'is', null)
        .execute();
    },
  };
}

/** Every entry, exit and refusal, append-only. */
export function createAudit(db: Kysely<Schema>): Audit {
  return {
    async record({ at, person, what, ...facts }) {
      await db
        .insertInto('access_log')
        .values({ at, person, what, facts: JSON.stringify(facts) })
        .execute();
    },
  };
}
