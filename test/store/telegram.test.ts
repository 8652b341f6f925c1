import type { Update } from 'grammy/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewSend, QueuedSend } from '../../bot/telegram/ports.ts';
import { createBindingStore } from '../../store/binding-store.ts';
import type { Database } from '../../store/database.ts';
import { createLeaseStore } from '../../store/lease-store.ts';
import { createTelegramQueue } from '../../store/telegram-queue.ts';
import { createTelegramUpdates } from '../../store/telegram-updates.ts';
import { noticeFor, personRow } from '../bot/telegram/notice-for.ts';
import { testEngines } from '../harness/database.ts';

const at = (second: string): string => `2024-11-07T09:00:${second}.000+07:00`;
const BOT = '7';

function send(key: string, more: Partial<NewSend> = {}): NewSend {
  return {
    key,
    chat: '1',
    person: 'p03',
    message: null,
    text: key,
    buttons: [],
    question: null,
    repeat: true,
    ...more,
  };
}

describe.each(testEngines())('$name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it('a lease has one holder until it ends', async () => {
    const leases = createLeaseStore(database.db);
    expect(await leases.take('bot', 'one', at('00'), at('30'))).toBe(true);
    expect(await leases.take('bot', 'two', at('10'), at('40'))).toBe(false);
    expect(await leases.take('bot', 'one', at('20'), at('50'))).toBe(true);
    expect(await leases.take('bot', 'two', at('50'), at('59'))).toBe(true);
    await leases.free('bot', 'one');
    expect(await leases.take('bot', 'one', at('51'), at('59'))).toBe(false);
    await leases.free('bot', 'two');
    expect(await leases.take('bot', 'one', at('51'), at('59'))).toBe(true);
  });

  it('updates are kept once, handed out by chat in order, and end once with all they change', async () => {
    const updates = createTelegramUpdates(database.db);
    const keep = (id: number, chat: string): Promise<void> =>
      updates.keep(BOT, { id, chat, body: { update_id: id } as Update }, at('00'));
    for (const [id, chat] of [
      [12, '1'],
      [11, '1'],
      [11, '1'],
      [13, '2'],
      [14, ''],
    ] as const)
      await keep(id, chat);
    const ids = async (): Promise<number[]> => (await updates.heads(BOT, at('10'), 9)).map((head) => head.id).sort();
    expect(await ids()).toEqual([11, 13]);
    await updates.postpone(BOT, 11, at('20'), 'once more');
    expect(await ids()).toEqual([13]);
    const all = [
      { do: 'heard', message: 5 },
      { do: 'heard', message: 3 },
      { do: 'tried', count: 2, since: at('01') },
      { do: 'bind', person: 'p03', at: at('01') },
      {
        do: 'send',
        send: send('a', { buttons: [{ id: 'b1', label: '1', event: { kind: 'choice', id: '4.1' } }], question: 4 }),
      },
    ] as const;
    await updates.finish(BOT, { id: 11, chat: '1' }, at('11'), [...all]);
    await updates.finish(BOT, { id: 11, chat: '1' }, at('12'), [{ do: 'unbind' }]);
    expect(await ids()).toEqual([12, 13]);
    expect(await updates.chat(BOT, '1')).toEqual({ lastMessage: 5, memberAt: 0, tries: 2, triesSince: at('01') });
    expect(await updates.button('b1', '1', at('12'))).toEqual({ person: 'p03', event: { kind: 'choice', id: '4.1' } });
    expect(await updates.button('b1', '2', at('12'))).toBeNull();
    expect(await createBindingStore(database.db, 'telegram').of('1')).toMatchObject({ person: 'p03', reachable: true });
    await updates.note(BOT, { username: 'mau_bot', state: 'polling', at: at('00') });
    await updates.note(BOT, { username: null, state: 'away', at: at('01') });
    expect(await updates.standing(BOT)).toEqual({ username: 'mau_bot', state: 'away', at: at('01') });
    await updates.forget(at('59'));
    expect(await ids()).toEqual([12, 13]);
  });

  it('a chat’s sends leave one after the other, and those of unknown fate are told apart', async () => {
    const queue = createTelegramQueue(database.db);
    await queue.enqueue(BOT, [send('b'), send('b'), send('c', { chat: '2', repeat: false })], at('00'));
    const keys = async (second: string): Promise<string[]> =>
      (await queue.heads(BOT, at(second), 9)).map(({ text }) => text);
    expect(await keys('00')).toEqual(['a', 'c']);
    const [a, c] = await queue.heads(BOT, at('00'), 9);
    if (!a || !c) throw new Error('two heads');
    expect(await queue.claim(a.seq)).toBe(true);
    expect(await queue.claim(a.seq)).toBe(false);
    expect(await keys('00')).toEqual(['c']);
    await queue.settle(BOT, a, { status: 'sent', at: at('01'), messageId: 41 }, at('02'));
    expect(await keys('01')).toEqual(['c']);
    expect(await keys('02')).toEqual(['b', 'c']);
    expect(await queue.pastKeyboards(BOT, at('02'), 9)).toEqual([{ seq: a.seq, chat: '1', messageId: 41 }]);
    await queue.retire(a.seq);
    expect(await queue.pastKeyboards(BOT, at('02'), 9)).toEqual([]);
    for (const { seq } of await queue.heads(BOT, at('02'), 9)) await queue.claim(seq);
    await queue.recover(BOT);
    expect(await queue.heads(BOT, at('03'), 9)).toMatchObject([{ text: 'b', again: true }]);
    // However often the bot dies over it; a provider that is silent again and again is another matter.
    const inHand = async (then: (head: QueuedSend) => Promise<void>): Promise<void> => {
      for (let time = 0; time < 4; time += 1) {
        const [b] = await queue.heads(BOT, at('03'), 9);
        if (b && (await queue.claim(b.seq))) await then(b);
      }
    };
    await inHand(() => queue.recover(BOT));
    expect(await queue.heads(BOT, at('03'), 9)).toMatchObject([{ text: 'b', again: true }]);
    const silent = { status: 'unknown', error: 'no answer', until: at('03') } as const;
    await inHand((b) => queue.settle(BOT, b, silent, at('03')));
    expect(await queue.heads(BOT, at('03'), 9)).toEqual([]);
  });

  it('a code is used once; a newer one ends it', async () => {
    const bindings = createBindingStore(database.db, 'telegram');
    const updates = createTelegramUpdates(database.db);
    const issue = (hash: string): Promise<void> =>
      bindings.issue({ hash, person: 'p07', createdAt: at('00'), expiresAt: at('30') });
    await issue('first');
    await issue('second');
    expect(await bindings.code('first')).toMatchObject({ ended: 'refused' });
    const take = async (id: number, chat: string, second: string): Promise<void> => {
      await updates.keep(BOT, { id, chat, body: { update_id: id } as Update }, at('00'));
      await updates.finish(BOT, { id, chat }, at(second), [{ do: 'takeCode', hash: 'second' }]);
    };
    await expect(take(21, '5', '31')).rejects.toThrow('meanwhile');
    await take(22, '5', '10');
    await expect(take(23, '6', '11')).rejects.toThrow('meanwhile');
    expect(await bindings.pending('5')).toMatchObject({ person: 'p07', usedAt: at('10') });
    expect(await bindings.pending('6')).toBeNull();
  });

  it('a chat that is closed: its messages fail, letters take over, nobody is reached there', async () => {
    const queue = createTelegramQueue(database.db);
    const bindings = createBindingStore(database.db, 'telegram');
    await personRow(database, 'p03');
    const key = await noticeFor(database, 'p03', 'returned');
    const [message] = await queue.outbox(9);
    expect(message).toMatchObject({ key, chat: '1', kinds: ['returned'] });
    await queue.enqueue(BOT, [send(`message:${key}`, { message: key })], at('00'));
    expect(await queue.outbox(9)).toEqual([]);
    await queue.block(BOT, '1', 'blocked', [{ key: 'told', person: 'p01', at: at('00'), lines: ['…'] }]);
    const rows = await database.db.selectFrom('message').select(['channel', 'status']).orderBy('channel').execute();
    expect(rows).toEqual([
      { channel: 'email', status: 'queued' },
      { channel: 'telegram', status: 'failed' },
    ]);
    expect((await bindings.reaches(['p03'])).size).toBe(0);
    expect(await queue.heads(BOT, at('59'), 9)).toEqual([]);
  });
});
