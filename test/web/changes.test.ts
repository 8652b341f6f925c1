import { expect, it } from 'vitest';
import { createWeb } from '../../web/app.ts';
import { fixtureDeps, sessionOf } from './fixture-ports.ts';
import * as f from './fixtures.ts';

it('an open page is told that something changed, nothing about what, until it leaves', async () => {
  const { deps, seen } = fixtureDeps();
  const listeners = new Set<() => void>();
  deps.changes = {
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
