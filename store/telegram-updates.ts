import { type Kysely, sql, type Transaction } from 'kysely';
import type { BotState, ButtonEvent, Effect, UpdateStore } from '../bot/telegram/ports.ts';
import { bind, takeCode } from './binding-store.ts';
import type { Schema } from './schema.ts';
import { blockChat, insertSend, sayInChat } from './telegram-queue.ts';
import type { OwnTables, TelegramTables } from './telegram-schema.ts';

const CHANNEL = 'telegram';

/** Updates as they came, and what their processing changes, written together. */
export function createTelegramUpdates(database: Kysely<Schema>): UpdateStore {
  const db = database.withTables<OwnTables>();
  return {
    async keep(bot, { id, chat, body }, at) {
      await db
        .insertInto('telegram_update')
        .values({
          bot,
          id,
          chat,
          at,
          body: JSON.stringify(body),
          // What belongs to no private chat asks for nothing.
          status: chat === '' ? 'done' : 'waiting',
          not_before: null,
          error: null,
        })
        .onConflict((oc) => oc.columns(['bot', 'id']).doNothing())
        .execute();
    },
    async heads(bot, at, limit) {
      const rows = await db
        .selectFrom((eb) =>
          eb
            .selectFrom('telegram_update')
            .selectAll()
            .distinctOn('chat')
            .where('bot', '=', bot)
            .where('status', '=', 'waiting')
            .orderBy('chat')
            .orderBy('id')
            .as('head'),
        )
        .selectAll()
        .where((eb) => eb.or([eb('not_before', 'is', null), eb('not_before', '<=', at)]))
        .orderBy('at')
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id, chat, body, attempts }) => ({ id, chat, body: body as never, attempts }));
    },
    async chat(bot, chat) {
      const row = await db
        .selectFrom('telegram_chat')
        .selectAll()
        .where('bot', '=', bot)
        .where('chat', '=', chat)
        .executeTakeFirst();
      return {
        lastMessage: row?.last_message ?? 0,
        memberAt: row?.member_at ?? 0,
        tries: row?.tries ?? 0,
        triesSince: row?.tries_since ?? null,
      };
    },
    async replies(key) {
      const rows = await db
        .selectFrom('chat_line')
        .select('reply')
        .where('key', '>=', `${key}/out/`)
        .where('key', '<', `${key}/out0`)
        .orderBy('seq')
        .execute();
      return rows.map(({ reply }) => reply as never);
    },
    async button(id, chat, at) {
      const row = await db
        .selectFrom('telegram_button')
        .select(['person', 'event'])
        .where('id', '=', id)
        .where('chat', '=', chat)
        .where('expires_at', '>', at)
        .executeTakeFirst();
      return row ? { person: row.person, event: row.event as unknown as ButtonEvent } : null;
    },
    async questionOf(bot, chat, messageId) {
      const row = await db
        .selectFrom('telegram_send')
        .select('question')
        .where('bot', '=', bot)
        .where('chat', '=', chat)
        .where('message_id', '=', messageId)
        .executeTakeFirst();
      return row?.question ?? null;
    },
    finish: (bot, { id, chat }, at, effects) =>
      db.transaction().execute(async (tx) => {
        const ended = await tx
          .updateTable('telegram_update')
          .set({ status: 'done', error: null })
          .where('bot', '=', bot)
          .where('id', '=', id)
          .where('status', '=', 'waiting')
          .returning('id')
          .executeTakeFirst();
        if (!ended) return;
        for (const effect of effects) await apply(tx, { bot, id, chat, at }, effect);
      }),
    async postpone(bot, id, until, error) {
      await db
        .updateTable('telegram_update')
        .set((eb) => ({ attempts: eb('attempts', '+', 1), not_before: until, error }))
        .where('bot', '=', bot)
        .where('id', '=', id)
        .where('status', '=', 'waiting')
        .execute();
    },
    async note(bot, { username, state, at }) {
      await db
        .insertInto('telegram_bot')
        .values({ bot, username, state, at })
        .onConflict((oc) =>
          oc
            .column('bot')
            .doUpdateSet({ state, at, username: sql<string>`coalesce(${username}, telegram_bot.username)` }),
        )
        .execute();
    },
    async standing(bot) {
      const row = await db.selectFrom('telegram_bot').selectAll().where('bot', '=', bot).executeTakeFirst();
      return row ? { username: row.username, state: row.state as BotState, at: row.at } : null;
    },
    async forget(before) {
      await db.deleteFrom('telegram_update').where('status', '!=', 'waiting').where('at', '<', before).execute();
      await db.deleteFrom('telegram_button').where('expires_at', '<', before).execute();
    },
  };
}

interface Place {
  bot: string;
  id: number;
  chat: string;
  at: string;
}

async function apply(tx: Transaction<TelegramTables>, { bot, id, chat, at }: Place, effect: Effect): Promise<void> {
  switch (effect.do) {
    case 'send':
      return insertSend(tx, bot, effect.send, at);
    case 'heard':
      return chatRow(tx, { bot, chat }, sql`last_message = greatest(telegram_chat.last_message, ${effect.message})`, {
        last_message: effect.message,
      });
    case 'member':
      return chatRow(tx, { bot, chat }, sql`member_at = greatest(telegram_chat.member_at, ${effect.at})`, {
        member_at: effect.at,
      });
    case 'tried':
      return chatRow(tx, { bot, chat }, sql`tries = ${effect.count}, tries_since = ${effect.since}`, {
        tries: effect.count,
        tries_since: effect.since,
      });
    case 'takeCode':
      return takeCode(tx, { hash: effect.hash, account: chat, at });
    case 'endCode':
      await tx.updateTable('binding_code').set({ ended: effect.as }).where('hash', '=', effect.hash).execute();
      return;
    case 'bind':
      return bind(tx, { channel: CHANNEL, account: chat, person: effect.person, at: effect.at });
    case 'unbind':
      await tx.deleteFrom('binding').where('channel', '=', CHANNEL).where('account', '=', chat).execute();
      return;
    case 'reachable':
      await tx
        .updateTable('binding')
        .set({ reachable: effect.is })
        .where('channel', '=', CHANNEL)
        .where('account', '=', chat)
        .execute();
      if (!effect.is) await blockChat(tx, { bot, chat }, 'BLOCKED');
      return;
    case 'failed':
      await tx
        .updateTable('telegram_update')
        .set({ status: 'failed', error: effect.error })
        .where('bot', '=', bot)
        .where('id', '=', id)
        .execute();
      return;
    case 'note':
      return sayInChat(tx, 'in', effect.line);
    case 'tell':
      return sayInChat(tx, 'out', effect.line);
  }
}

type ChatValues = { last_message: number } | { member_at: number } | { tries: number; tries_since: string };

async function chatRow(
  tx: Transaction<TelegramTables>,
  { bot, chat }: Pick<Place, 'bot' | 'chat'>,
  set: ReturnType<typeof sql>,
  values: ChatValues,
): Promise<void> {
  const names = sql.join(Object.keys(values).map((name) => sql.ref(name)));
  await sql`insert into telegram_chat (bot, chat, ${names}) values (${bot}, ${chat}, ${sql.join(Object.values(values))})
    on conflict (bot, chat) do update set ${set}`.execute(tx);
}
