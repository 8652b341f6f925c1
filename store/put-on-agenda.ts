import { sql, type Transaction } from 'kysely';
import type { AgendaItem } from '../domain/engine/effects.ts';
import type { Message } from '../domain/engine/message.ts';
import { digestId } from '../domain/notice/post-notice.ts';
import type { Schema } from './schema.ts';

/** Unless it is there already, or was ever taken. A digest that has closed is followed by the next of its slot. */
export async function putOnAgenda(tx: Transaction<Schema>, item: AgendaItem): Promise<void> {
  const closed =
    item.workflow.startsWith('digest/') &&
    (await tx.selectFrom('workflow').select('closed').where('workflow', '=', item.workflow).executeTakeFirst())?.closed;
  if (closed) {
    const { province, slot } = item.message.body as { province: string; slot: string };
    await openNextDigest(tx, province, slot, item.at);
    return;
  }
  await insert(tx, item);
}

/** Opens the first digest of a slot, after its own, that has not closed. */
export async function openNextDigest(
  tx: Transaction<Schema>,
  province: string,
  slot: string,
  at: string,
): Promise<void> {
  for (let number = 2; ; number += 1) {
    const id = digestId(province, slot, number);
    const found = await tx.selectFrom('workflow').select('closed').where('workflow', '=', id).executeTakeFirst();
    if (found?.closed) continue;
    const key = `open:${id}`;
    const message: Message = { kind: 'open', key, at, body: { id, province, slot } };
    await insert(tx, { key, workflow: id, at, rank: 0, message });
    return;
  }
}

async function insert(tx: Transaction<Schema>, { key, workflow, at, rank, message }: AgendaItem): Promise<void> {
  await sql`insert into agenda (key, workflow, at, rank, message)
    select ${key}, ${workflow}, ${at}, ${rank}::int, ${JSON.stringify(message)}::jsonb
    where not exists (select 1 from handled where key = ${key})
    on conflict (key) do nothing`.execute(tx);
}
