import type { Kysely } from 'kysely';
import type { Instant } from '../domain/calendar/instant.ts';
import type { Message } from '../domain/engine/message.ts';
import { digestId } from '../domain/notice/post-notice.ts';
import { putOnAgenda } from './put-on-agenda.ts';
import type { Schema } from './schema.ts';

export interface AddressChange {
  person: string;
  /** Null takes the address away. */
  email: string | null;
  phone: string | null;
  at: Instant;
  /** When letters that never arrived may leave again: the next send slot. */
  slot: Instant;
  province: string;
}

/**
 * Changes how a person is reached. Letters that his former address refused are put back into the outbox for the slot;
 * what was done meanwhile is left out there. Answers how many; null: no such person.
 */
export async function changeAddress(db: Kysely<Schema>, change: AddressChange): Promise<number | null> {
  const { person, email, phone, at, slot, province } = change;
  return db.transaction().execute(async (tx) => {
    const known = await tx
      .updateTable('person')
      .set({ email, phone, returned_email: null })
      .where('id', '=', person)
      .returning('id')
      .executeTakeFirst();
    if (known === undefined) return null;
    if (email === null) return 0;
    const again = await tx
      .updateTable('message')
      .set({ status: 'queued', error: null })
      .where('person', '=', person)
      .where('channel', '=', 'email')
      .where('status', '=', 'failed')
      .returning('key')
      .execute();
    if (again.length === 0) return 0;
    const workflow = digestId(province, slot);
    const key = `open:${workflow}`;
    const message: Message = { kind: 'open', key, at, body: { id: workflow, province, slot } };
    await putOnAgenda(tx, { key, workflow, at, rank: 0, message });
    return again.length;
  });
}
