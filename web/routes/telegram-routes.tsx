import type { Hono } from 'hono';
import { showPage, signedIn, type WebEnv } from '../page.tsx';
import { TelegramPage } from '../pages/telegram.tsx';
import type { WebDeps } from '../ports.ts';

/** Binding a Telegram account; exists only where the province uses Telegram. */
export function telegramRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  const { telegram } = deps;
  if (telegram === null) return;
  app.get('/telegram', (c) =>
    showPage(c, deps, { title: 'Liên kết Telegram', width: 'letter', body: TelegramPage({ binding: null }) }),
  );
  app.post('/telegram', async (c) => {
    const link = await telegram.link(signedIn(c).person);
    const binding = link === null ? { is: 'notReady' as const } : { is: 'link' as const, ...link };
    return showPage(c, deps, { title: 'Liên kết Telegram', width: 'letter', body: TelegramPage({ binding }) });
  });
}
