import type { Hono } from 'hono';
import { may } from '../access.ts';
import { showPage, signedIn, type WebEnv } from '../page.tsx';
import { HelpPage } from '../pages/help.tsx';
import { StatusPage } from '../pages/status.tsx';
import { TodayPage } from '../pages/today.tsx';
import { UpcomingPage } from '../pages/upcoming.tsx';
import type { WebDeps } from '../ports.ts';

const DAYS = [5, 14];

/** Hôm nay and the small pages around it. */
export function todayRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  app.get('/', async (c) => {
    const actor = signedIn(c);
    const asked = Number(c.req.query('ngay'));
    const visited = await deps.visits.look(actor.person);
    const view = await deps.views.today(actor, DAYS.includes(asked) ? asked : 5, visited);
    const body = TodayPage(view, { roundLinks: may(actor, 'seeSystem'), whole: c.req.query('tat-ca') !== undefined });
    return showPage(c, deps, { title: 'Hôm nay', active: 'today', body });
  });

  app.get('/moc-ke-tiep', async (c) => {
    const actor = signedIn(c);
    const body = UpcomingPage(await deps.views.upcoming(actor));
    return showPage(c, deps, { title: 'Sẽ gửi khi đến mốc kế tiếp', active: 'today', width: 'letter', body });
  });

  app.get('/tro-giup', async (c) => {
    const body = HelpPage(await deps.views.frame(c.get('actor')));
    return showPage(c, deps, { title: 'Trợ giúp', width: 'letter', body });
  });

  app.get('/trang-thai', async (c) => {
    const actor = c.get('actor');
    const view = await deps.views.status(actor);
    const shown = actor !== null && may(actor, 'seeSystem') ? view : { ...view, workflows: [] };
    return showPage(c, deps, { title: 'Trạng thái hệ thống', active: 'system', body: StatusPage(shown) });
  });
}
