import { type Kysely, sql, type Transaction } from 'kysely';
import type { ChatNote, NewSend, QueuedSend, SendOutcome, SendQueue } from '../bot/telegram/ports.ts';
import { plusMs } from '../domain/calendar/instant.ts';
import { outcomeLine } from './dialogue-store.ts';
import type { Schema } from './schema.ts';
import type { OwnTables, TelegramTables } from './telegram-schema.ts';

const CHANNEL = 'telegram';

/** A repeat whose fate stays unknown as well is given up after so many attempts. */
const MOST_UNKNOWN = 3;

/** Buttons of a question end with it; those nobody pressed are forgotten after 30 days. */
const BUTTON_LIFE_MS = 30 * 24 * 3_600_000;

/** The queue of what leaves to chats. */
export function createTelegramQueue(database: Kysely<Schema>): SendQueue {
  const db = database.withTables<OwnTables>();
  return {
    async recover(bot) {
      // A death of ours is no silence of the provider's: however often it happens, what is worth repeating is not given up.
      await db
        .updateTable('telegram_send')
        .set({
          status: 'unknown',
          error: 'the sending process ended',
          attempts: sql<number>`greatest(attempts - 1, 0)`,
        })
        .where('bot', '=', bot)
        .where('status', '=', 'sending')
        .execute();
      const lost = await db
        .selectFrom('telegram_send')
        .select('message')
        .distinct()
        .where('bot', '=', bot)
        .where('status', '=', 'unknown')
        .where('message', 'is not', null)
        .execute();
      for (const { message } of lost) if (message !== null) await settleMessage(db, message);
    },
    heads: (bot, at, limit) => heads(db, bot, at, limit),
    async claim(seq) {
      const claimed = await db
        .updateTable('telegram_send')
        .set((eb) => ({
          again: sql<boolean>`status = 'unknown' or again`,
          status: 'sending',
          attempts: eb('attempts', '+', 1),
        }))
        .where('seq', '=', seq)
        .where('status', 'in', ['queued', 'unknown'])
        .returning('seq')
        .executeTakeFirst();
      return claimed !== undefined;
    },
    settle: (bot, send, outcome, pause) =>
      db.transaction().execute(async (tx) => {
        const row = await tx
          .updateTable('telegram_send')
          .set(outcomeColumns(outcome, send))
          .where('seq', '=', send.seq)
          .where('status', '=', 'sending')
          .returning('message')
          .executeTakeFirst();
        await pauseChat(tx, { bot, chat: send.chat }, pause);
        if (row?.message) await settleMessage(tx, row.message);
      }),
    block: (bot, chat, error, told) =>
      db.transaction().execute(async (tx) => {
        await tx
          .updateTable('binding')
          .set({ reachable: false })
          .where('channel', '=', CHANNEL)
          .where('account', '=', chat)
          .execute();
        await blockChat(tx, { bot, chat }, error);
        for (const line of told) await sayInChat(tx, 'out', line);
      }),
    enqueue: (bot, sends, at) =>
      db.transaction().execute(async (tx) => {
        for (const send of sends) await insertSend(tx, bot, send, at);
      }),
    outbox: (limit) => outbox(db, limit),
    async outcomes(limit) {
      const { rows } = await sql<{ key: string; person: string; chat: string; reply: never }>`
        select line.key, line.person, binding.account as chat, line.reply
        from inbox join chat_line line on line.key = ${outcomeLine('')} || inbox.key
          join binding on binding.channel = ${CHANNEL} and binding.person = inbox.person and binding.reachable
        where inbox.told >= binding.at and inbox.channel = ${CHANNEL}
          and not exists (select 1 from telegram_send where telegram_send.key = line.key || '/say/0')
        order by inbox.told, line.key limit ${limit}`.execute(db);
      return rows;
    },
    failOutbox: (key, error) =>
      db.transaction().execute(async (tx) => {
        await tx
          .updateTable('message')
          .set({ status: 'failed', error })
          .where('key', '=', key)
          .where('status', '=', 'queued')
          .execute();
        await letterInstead(tx, key);
      }),
    pastKeyboards: (bot, at, limit) => pastKeyboards(db, bot, at, limit),
    async retire(seq) {
      await db.updateTable('telegram_send').set({ keyboard: 'retired' }).where('seq', '=', seq).execute();
    },
    pause: (bot, chat, until) => pauseChat(db, { bot, chat }, until),
  };
}

type Handle = Kysely<TelegramTables> | Transaction<TelegramTables>;

/** A send joins the queue once under its key, with its buttons. */
export async function insertSend(
  tx: Transaction<TelegramTables>,
  bot: string,
  send: NewSend,
  at: string,
): Promise<void> {
  const { key, chat, person, message, text, buttons, question, repeat } = send;
  const inserted = await tx
    .insertInto('telegram_send')
    .values({
      key,
      bot,
      chat,
      person,
      message,
      text,
      buttons: JSON.stringify(buttons.map(({ id, label }) => ({ id, label }))),
      question,
      repeat,
      status: 'queued',
      not_before: null,
      error: null,
      at,
      sent_at: null,
      message_id: null,
      keyboard: 'none',
    })
    .onConflict((oc) => oc.column('key').doNothing())
    .returning('seq')
    .executeTakeFirst();
  if (!inserted || buttons.length === 0 || person === null) return;
  const expires_at = plusMs(at, BUTTON_LIFE_MS);
  const rows = buttons.map(({ id, event }) => ({
    id,
    send: key,
    chat,
    person,
    event: JSON.stringify(event),
    expires_at,
  }));
  await tx.insertInto('telegram_button').values(rows).execute();
}

/** A line in the log of a person's chat, once under its key. */
export async function sayInChat(
  tx: Transaction<TelegramTables>,
  direction: 'in' | 'out',
  line: ChatNote,
): Promise<void> {
  const { key, person, at, lines } = line;
  await tx
    .insertInto('chat_line')
    .values({ key, person, at, direction, reply: JSON.stringify({ kind: 'info', lines }) })
    .onConflict((oc) => oc.column('key').doNothing())
    .execute();
}

/** What waits for a chat that cannot be written to fails; letters take over from messages of the outbox. */
export async function blockChat(
  tx: Transaction<TelegramTables>,
  { bot, chat }: { bot: string; chat: string },
  error: string,
): Promise<void> {
  const failed = await tx
    .updateTable('telegram_send')
    .set({ status: 'failed', error })
    .where('bot', '=', bot)
    .where('chat', '=', chat)
    .where((eb) =>
      eb.or([eb('status', '=', 'queued'), eb.and([eb('status', '=', 'unknown'), eb('repeat', '=', true)])]),
    )
    .returning('message')
    .execute();
  for (const message of new Set(failed.flatMap((row) => row.message ?? []))) await settleMessage(tx, message);
}

async function heads(db: Kysely<TelegramTables>, bot: string, at: string, limit: number): Promise<QueuedSend[]> {
  const rows = await db
    .selectFrom((eb) =>
      eb
        .selectFrom('telegram_send')
        .selectAll()
        .distinctOn('chat')
        .where('bot', '=', bot)
        .where((or) =>
          or.or([
            or('status', 'in', ['queued', 'sending']),
            or.and([or('status', '=', 'unknown'), or('repeat', '=', true), or('attempts', '<', MOST_UNKNOWN)]),
          ]),
        )
        .orderBy('chat')
        .orderBy('seq')
        .as('head'),
    )
    .leftJoin('telegram_chat', (join) =>
      join.onRef('telegram_chat.bot', '=', 'head.bot').onRef('telegram_chat.chat', '=', 'head.chat'),
    )
    .selectAll('head')
    .where('head.status', 'in', ['queued', 'unknown'])
    .where((eb) => eb.or([eb('head.not_before', 'is', null), eb('head.not_before', '<=', at)]))
    .where((eb) => eb.or([eb('telegram_chat.not_before', 'is', null), eb('telegram_chat.not_before', '<=', at)]))
    .orderBy('head.seq')
    .limit(limit)
    .execute();
  return rows.map(({ seq, chat, person, text, buttons, again, status, attempts }) => ({
    seq,
    chat,
    person,
    text,
    buttons,
    again: again || status === 'unknown',
    attempts,
  }));
}

function outcomeColumns(outcome: SendOutcome, send: QueuedSend): Record<string, string | number | null> {
  switch (outcome.status) {
    case 'sent':
      return {
        status: 'sent',
        sent_at: outcome.at,
        message_id: outcome.messageId,
        error: null,
        keyboard: send.buttons.length > 0 ? 'live' : 'none',
      };
    case 'failed':
      return { status: 'failed', error: outcome.error };
    case 'queued':
      // One whose first fate nobody knows keeps that standing, or its mark would be lost.
      return { status: send.again ? 'unknown' : 'queued', error: outcome.error, not_before: outcome.until };
    case 'unknown':
      return { status: 'unknown', error: outcome.error, not_before: outcome.until };
  }
}

async function pauseChat(db: Handle, { bot, chat }: { bot: string; chat: string }, until: string): Promise<void> {
  await db
    .insertInto('telegram_chat')
    .values({ bot, chat, tries_since: null, not_before: until })
    .onConflict((oc) =>
      oc.columns(['bot', 'chat']).doUpdateSet({
        not_before: sql<string>`greatest(coalesce(telegram_chat.not_before, ''), ${until})`,
      }),
    )
    .execute();
}

/** A message of the outbox is what its parts are: failed if one failed, unknown if one is, sent when all are. */
async function settleMessage(db: Handle, message: string): Promise<void> {
  const parts = await db
    .selectFrom('telegram_send')
    .select(['status', 'again', 'error', 'sent_at', 'message_id', 'repeat', 'attempts'])
    .where('message', '=', message)
    .orderBy('seq')
    .execute();
  const has = (status: string): boolean => parts.some((part) => part.status === status);
  const all = parts.every(({ status }) => status === 'sent');
  const status = has('failed') ? 'failed' : has('unknown') ? 'unknown' : all ? 'sent' : 'queued';
  const last = parts.at(-1);
  await db
    .updateTable('message')
    .set({
      status,
      attempts: Math.max(0, ...parts.map(({ attempts }) => attempts)),
      again: parts.some(({ again }) => again),
      error: parts.find(({ error }) => error !== null)?.error ?? null,
      sent_at: all ? (last?.sent_at ?? null) : null,
      provider_id: all && last?.message_id ? String(last.message_id) : null,
    })
    .where('key', '=', message)
    .where('status', 'in', ['queued', 'unknown'])
    .execute();
  if (status === 'failed') await letterInstead(db, message);
}

/** A letter with the same notices, put together with the next ones; none where the person was written to anyway. */
async function letterInstead(db: Handle, message: string): Promise<void> {
  await sql`insert into message (key, province, slot, person, agency, channel, subject, text, html, notices, status)
    select lost.slot || '/' || lost.person || '/email', lost.province, lost.slot, lost.person, lost.agency, 'email',
      lost.subject, lost.text, '', lost.notices, 'queued'
    from message lost join person on person.id = lost.person
    where lost.key = ${message} and lost.status = 'failed' and person.email is not null
      and person.returned_email is distinct from person.email and not exists (select 1 from message other where other.channel = 'email' and other.person = lost.person
        and other.notices @> lost.notices)
    on conflict (key) do nothing`.execute(db);
}

async function outbox(db: Kysely<TelegramTables>, limit: number): ReturnType<SendQueue['outbox']> {
  const { rows } = await sql<{
    key: string;
    person: string;
    chat: string | null;
    subject: string;
    text: string;
    reply: never;
    kinds: string[] | null;
  }>`select message.key, message.person, binding.account as chat, message.subject, message.text, message.reply,
      (select array_agg(notice.kind) from notice where message.notices ? notice.key) as kinds
    from message left join binding on binding.channel = ${CHANNEL} and binding.person = message.person and binding.reachable
    where message.channel = ${CHANNEL} and message.status = 'queued'
      and not exists (select 1 from telegram_send where telegram_send.message = message.key)
    order by message.slot, message.key limit ${limit}`.execute(db);
  return rows.map(({ kinds, ...row }) => ({ ...row, kinds: kinds ?? [] }));
}

async function pastKeyboards(
  db: Kysely<TelegramTables>,
  bot: string,
  at: string,
  limit: number,
): ReturnType<SendQueue['pastKeyboards']> {
  const { rows } = await sql<{
    seq: number;
    chat: string;
    message_id: number;
  }>`select send.seq, send.chat, send.message_id
    from telegram_send send
      left join dialogue on dialogue.person = send.person
      left join telegram_chat on telegram_chat.bot = send.bot and telegram_chat.chat = send.chat
    where send.bot = ${bot} and send.keyboard = 'live' and send.question is not null and send.message_id is not null
      and coalesce(telegram_chat.not_before, '') <= ${at}
      and (coalesce((dialogue.state ->> 'question')::int, 0) <> send.question
        or exists (select 1 from telegram_send later where later.bot = send.bot and later.chat = send.chat
          and later.keyboard = 'live' and later.seq > send.seq and later.question is not null)
        or not exists (select 1 from binding where binding.channel = ${CHANNEL} and binding.account = send.chat
          and binding.person = send.person))
    order by send.seq limit ${limit}`.execute(db);
  return rows.map(({ seq, chat, message_id }) => ({ seq, chat, messageId: message_id }));
}
