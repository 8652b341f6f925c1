import type { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { WebEnv } from '../page.tsx';
import type { WebDeps } from '../ports.ts';

const BEAT_MS = 25_000;

/** Server-sent events: "thay-doi" whenever something changed since the count of changes that the page names; nothing about what. */
export function changeRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/su-kien', (c) =>
    streamSSE(c, async (stream) => {
      let wake = (): void => {};
      const shown = c.req.query('tu') ?? '';
      let changed = shown !== '' && Number(shown) !== deps.changes.count();
      const end = deps.changes.subscribe(() => {
        changed = true;
        wake();
      });
      stream.onAbort(() => {
        end();
        wake();
      });
      await stream.writeSSE({ event: 'chao', data: '' });
      while (!stream.aborted && !stream.closed) {
        if (changed) {
          changed = false;
          await stream.writeSSE({ event: 'thay-doi', data: '' });
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, BEAT_MS);
          timer.unref();
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        if (!changed && !stream.aborted) await stream.write(': \n\n');
      }
      end();
    }),
  );
}
