import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FakeTelegram, TOKEN } from './server.ts';

/** What the real Bot API refuses, the fake refuses in the same words: else a test that passes on it proves nothing. */
describe('the Bot API of the tests', () => {
  let server: FakeTelegram;
  beforeAll(async () => {
    server = await FakeTelegram.start();
    server.chat(1).started = true;
    server.chat(2);
    server.chat(3).deactivated = true;
    server.chat(4).started = true;
    server.chat(4).blocked = true;
  });
  afterAll(() => server.stop());

  async function call(method: string, body: Record<string, unknown>, token = TOKEN): Promise<string> {
    const response = await fetch(`${server.apiRoot}/bot${token}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as { ok: boolean; error_code?: number; description?: string };
    return answer.ok ? 'ok' : `${answer.error_code} ${answer.description}`;
  }

  const button = (data: string): Record<string, unknown> => ({
    inline_keyboard: [[{ text: 'Gửi', callback_data: data }]],
  });

  it.each([
    { label: '4096 letters', method: 'sendMessage', body: { chat_id: 1, text: 'ắ'.repeat(4096) }, answer: 'ok' },
    {
      label: '4097 letters',
      method: 'sendMessage',
      body: { chat_id: 1, text: 'ắ'.repeat(4097) },
      answer: '400 Bad Request: message is too long',
    },
    {
      label: 'no letter',
      method: 'sendMessage',
      body: { chat_id: 1, text: ' ' },
      answer: '400 Bad Request: message text is empty',
    },
    {
      label: '64 bytes on a button',
      method: 'sendMessage',
      body: { chat_id: 1, text: 'a', reply_markup: button('a'.repeat(64)) },
      answer: 'ok',
    },
    {
      label: '66 bytes in 22 letters',
      method: 'sendMessage',
      body: { chat_id: 1, text: 'a', reply_markup: button('ắ'.repeat(22)) },
      answer: '400 Bad Request: BUTTON_DATA_INVALID',
    },
    {
      label: 'a chat of nobody',
      method: 'sendMessage',
      body: { chat_id: 9, text: 'a' },
      answer: '400 Bad Request: chat not found',
    },
    {
      label: 'a chat never started',
      method: 'sendMessage',
      body: { chat_id: 2, text: 'a' },
      answer: "403 Forbidden: bot can't initiate conversation with a user",
    },
    {
      label: 'a deactivated person',
      method: 'sendMessage',
      body: { chat_id: 3, text: 'a' },
      answer: '403 Forbidden: user is deactivated',
    },
    {
      label: 'a block',
      method: 'sendMessage',
      body: { chat_id: 4, text: 'a' },
      answer: '403 Forbidden: bot was blocked by the user',
    },
    {
      label: 'an edit of nothing',
      method: 'editMessageReplyMarkup',
      body: { chat_id: 1, message_id: 99 },
      answer: '400 Bad Request: message to edit not found',
    },
    {
      label: 'an edit that changes nothing',
      method: 'editMessageReplyMarkup',
      body: { chat_id: 1, message_id: 1 },
      answer: expect.stringMatching(/^400 Bad Request: message is not modified/) as string,
    },
    {
      label: 'an old query',
      method: 'answerCallbackQuery',
      body: { callback_query_id: 'q9' },
      answer: expect.stringMatching(/^400 Bad Request: query is too old/) as string,
    },
    { label: 'an unknown method', method: 'sendSecret', body: {}, answer: '404 Not Found: method not found' },
  ])('$label', async ({ method, body, answer }) => {
    expect(await call(method, body)).toEqual(answer);
  });

  it('another token is not known, and a poll beside a webhook is a conflict', async () => {
    expect(await call('getMe', {}, '1:a')).toBe('401 Unauthorized');
    expect(await call('setWebhook', { url: 'http://127.0.0.1:1/x', secret_token: 'a b' })).toMatch(/^400 /);
    expect(await call('setWebhook', { url: 'http://127.0.0.1:1/x', secret_token: 'ab' })).toBe('ok');
    expect(await call('getUpdates', {})).toMatch(/^409 Conflict/);
    expect(await call('deleteWebhook', {})).toBe('ok');
  });

  it('updates stay until a later offset confirms them; a second poller ends the first', async () => {
    server.chat(1).say('một');
    server.chat(1).say('hai');
    const updates = async (offset: number): Promise<number[]> => {
      const response = await fetch(`${server.apiRoot}/bot${TOKEN}/getUpdates?x=1`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ offset }),
      });
      return ((await response.json()) as { result: { update_id: number }[] }).result.map((update) => update.update_id);
    };
    const first = await updates(0);
    expect(first).toHaveLength(2);
    expect(await updates(0)).toEqual(first);
    expect(await updates((first[0] ?? 0) + 1)).toEqual(first.slice(1));
    expect(await updates((first[1] ?? 0) + 1)).toEqual([]);
    const waiting = call('getUpdates', { timeout: 5 });
    await new Promise((next) => setTimeout(next, 100));
    const second = call('getUpdates', { timeout: 1 });
    expect(await waiting).toBe('409 Conflict: terminated by other getUpdates request');
    expect(await second).toBe('ok');
  });
});
