import type { Kysely } from 'kysely';
import type { StoredWords } from '../activities/ports.ts';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Schema } from './schema.ts';

/** Words that a person wrote, under the key by which histories name them. */
export interface NewText {
  ref: string;
  at: Instant;
  person: string;
  text: string;
  /** Structured parts, such as a letter's number, day and signatory. Default none. */
  facts?: Record<string, unknown>;
}

export interface TextStore {
  /** Kept for ever as first written: the same key a second time changes nothing. */
  saveText(text: NewText): Promise<void>;
  loadText(ref: string): Promise<(StoredWords & { facts: Record<string, unknown> }) | null>;
  loadTexts(refs: string[]): Promise<Map<string, StoredWords>>;
}

export function createTextStore(db: Kysely<Schema>): TextStore {
  return {
    async saveText({ ref, at, person, text, facts }) {
      await db
        .insertInto('stored_text')
        .values({ ref, at, person, text, facts: JSON.stringify(facts ?? {}) })
        .onConflict((oc) => oc.column('ref').doNothing())
        .execute();
    },
    async loadText(ref) {
      const row = await db
        .selectFrom('stored_text')
        .select(['text', 'person', 'at', 'facts'])
        .where('ref', '=', ref)
        .executeTakeFirst();
      return row ?? null;
    },
    async loadTexts(refs) {
      if (refs.length === 0) return new Map();
      const rows = await db
        .selectFrom('stored_text')
        .select(['ref', 'text', 'person', 'at', 'facts'])
        .where('ref', 'in', refs)
        .execute();
      return new Map(
        rows.map(({ ref, facts: { document }, ...words }) => [
          ref,
          { ...words, ...(typeof document === 'string' ? { document } : {}) },
        ]),
      );
    },
  };
}
