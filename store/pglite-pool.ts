import type { PGlite } from '@electric-sql/pglite';
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';

/** How long a caller waits for the one session before it is told, in milliseconds. */
const WAIT_MS = 30_000;

/**
 * PGlite in the shape of a PostgreSQL pool. There is one session, so a connection is handed out when the one before it
 * is released: transactions run one after the other.
 *
 * @param onEnd called once, when the pool has closed the database.
 */
export function pglitePool(db: PGlite, onEnd: () => Promise<void>): PostgresPool {
  let tail: Promise<void> = Promise.resolve();
  let ended: Promise<void> | undefined;

  async function connect(): Promise<PostgresPoolClient> {
    const before = tail;
    let release: () => void = () => undefined;
    const held = new Promise<void>((free) => {
      release = free;
    });
    tail = before.then(() => held);
    await turn(before, release);
    return { query: runner(db), release };
  }

  return {
    connect,
    end(): Promise<void> {
      ended ??= tail.then(() => db.close()).then(onEnd);
      return ended;
    },
  };
}

/** Waits for our turn; a wait that long means that a transaction uses the database outside itself, and is a bug. */
async function turn(before: Promise<void>, giveUp: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => {
      giveUp();
      fail(
        new Error(`no database session for ${WAIT_MS / 1000} s: does a transaction call the database outside itself?`),
      );
    }, WAIT_MS);
  });
  try {
    await Promise.race([before, late]);
  } finally {
    clearTimeout(timer);
  }
}

function runner(db: PGlite): PostgresPoolClient['query'] {
  async function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query<R>(
    sql: string | PostgresCursor<R>,
    parameters: readonly unknown[] = [],
  ): Promise<PostgresQueryResult<R>> | PostgresCursor<R> {
    if (typeof sql !== 'string') throw new Error('cursors are not used: read in pages instead');
    return db.query<R>(sql, [...parameters]).then((result) => ({
      command: commandOf(result, sql),
      rowCount: result.affectedRows ?? 0,
      rows: result.rows,
    }));
  }
  return query;
}

type Command = PostgresQueryResult<unknown>['command'];

function commandOf(result: object, sql: string): Command {
  const told =
    'command' in result && typeof result.command === 'string' ? result.command : (sql.trim().split(/\s/)[0] ?? '');
  return told.toUpperCase() as Command;
}
