import { expect, it } from 'vitest';
import { createWeb } from '../../web/app.ts';
import { fixtureDeps, sessionOf } from './fixture-ports.ts';
import * as f from './fixtures.ts';

it('an open page is told that something changed, nothing about what, until it leaves', async () => {
  const { deps, seen } = fixtureDeps();
  const listeners = new Set<() => void>();
  deps.changes = {
    count: () => 0,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const response = await createWeb(deps).request('/su-kien', { headers: { cookie: sessionOf(f.FOCAL, seen) } });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const reader = (response.body ?? new ReadableStream()).getReader();
  const read = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
  expect(await read()).toBe('event: chao\ndata: \n\n');
  for (const listener of listeners) listener();
  expect(await read()).toBe('event: thay-doi\ndata: \n\n');
  await reader.cancel();
  await expect.poll(() => listeners.size).toBe(0);
});

it('a page that was made before the last change is told at once; one that shows it is not', async () => {
  const { deps, seen } = fixtureDeps();
  deps.changes = { count: () => 7, subscribe: () => () => undefined };
  const first = async (shown: string): Promise<string> => {
    const headers = { cookie: sessionOf(f.FOCAL, seen) };
    const response = await createWeb(deps).request(`/su-kien?tu=${shown}`, { headers });
    const reader = (response.body ?? new ReadableStream()).getReader();
    await reader.read();
    const next = reader.read().then(({ value }) => new TextDecoder().decode(value));
    const said = await Promise.race([next, new Promise<string>((done) => setTimeout(done, 100, 'nothing'))]);
    await reader.cancel();
    return said;
  };
  expect(await first('6')).toBe('event: thay-doi\ndata: \n\n');
  expect(await first('7')).toBe('nothing');
});
