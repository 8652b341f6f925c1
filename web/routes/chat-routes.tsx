import type { Hono } from 'hono';
import { formOf, notFound, showPage, signedIn, unlessMay, type WebEnv } from '../page.tsx';
import { ChatPage } from '../pages/chat.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import type { WebDeps } from '../ports.ts';

const TO_QUESTION = '/chat#cau-hoi';

/** The web chat and its receipts. Every post returns to the last question. */
export function chatRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/chat', async (c) => {
    const actor = signedIn(c);
    const view = await deps.chat.view(actor);
    const asked = c.req.query('viec');
    const body = ChatPage(view, asked === undefined || asked === '' ? null : asked, deps.telegram !== null);
    return showPage(c, deps, { title: 'Trả lời', active: 'chat', body });
  });

  app.post('/chat', async (c) => {
    const form = await formOf(c);
    const shown = { question: numberIn(form.cau), turn: numberIn(form.luot) };
    await deps.chat.say(signedIn(c), form.chu ?? '', shown);
    return c.redirect(TO_QUESTION, 303);
  });

  app.post('/chat/mo', async (c) => {
    const form = await formOf(c);
    const item = form.viec ?? '';
    await deps.chat.open(signedIn(c), item === '' ? null : item);
    return c.redirect(TO_QUESTION, 303);
  });

  app.get('/bien-nhan/:number', async (c) => {
    const actor = signedIn(c);
    const view = await deps.views.receipt(actor, c.req.param('number'));
    if (view === null) return notFound(c, deps);
    const refused = await unlessMay(c, deps, actor, 'seeObligation', view.subject);
    if (refused !== null) return refused;
    return showPage(c, deps, { title: `Biên nhận ${view.number}`, width: 'letter', body: ReceiptPage(view) });
  });
}

function numberIn(field: string | undefined): number | null {
  return field !== undefined && /^\d{1,9}$/.test(field) ? Number(field) : null;
}
