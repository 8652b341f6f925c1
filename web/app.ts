import { Hono } from 'hono';
import { type Asset, ICON, REFRESH, STYLE } from './assets.ts';
import { foreignForm } from './auth/form-guard.ts';
import { noStore, pageHeaders } from './auth/headers.ts';
import { actorOf, isSecure } from './auth/session.ts';
import { hereOf, loggedPath, notFound, refuseRequest, type WebEnv } from './page.tsx';
import { troubleDocument } from './pages/trouble.tsx';
import type { WebDeps } from './ports.ts';
import { changeRoutes } from './routes/change-routes.ts';
import { chatRoutes } from './routes/chat-routes.tsx';
import { conclusionRoutes } from './routes/conclusion-routes.tsx';
import { moneyRoutes } from './routes/money-routes.tsx';
import { obligationRoutes } from './routes/obligation-routes.tsx';
import { obstacleRoutes } from './routes/obstacle-routes.tsx';
import { officeRoutes } from './routes/office-routes.tsx';
import { opinionRoutes } from './routes/opinion-routes.tsx';
import { planAskingRoutes } from './routes/plan-asking-routes.tsx';
import { planRoutes } from './routes/plan-routes.tsx';
import { roundRoutes } from './routes/round-routes.tsx';
import { signInRoutes } from './routes/sign-in-routes.tsx';
import { targetsRoutes } from './routes/targets-routes.tsx';
import { telegramRoutes } from './routes/telegram-routes.tsx';
import { todayRoutes } from './routes/today-routes.tsx';
import { trialRoutes } from './routes/trial-routes.tsx';

/** Pages that somebody without a session may open. */
const OPEN = /^\/(vao(\/.*)?|tro-giup|trang-thai|thoat)$/;

/** The whole desk: pages, sign-in, forms, events. Holds no state of its own but the count of sign-in tries. */
export function createWeb(deps: WebDeps): Hono<WebEnv> {
  const app = new Hono<WebEnv>();
  app.use(pageHeaders(isSecure(deps.origin)));
  app.use(noStore);
  for (const asset of [STYLE, REFRESH, ICON]) serveAsset(app, asset);

  app.use(async (c, next) => {
    c.set('changes', deps.changes.count());
    c.set('actor', await actorOf(c, deps));
    const foreign = foreignForm(c.req.raw);
    if (foreign !== null) {
      return refuseRequest(c, deps, {
        status: foreign === 'notAForm' ? 415 : 403,
        why: foreign,
        title: 'Biểu mẫu không đến từ trang này',
        text: 'Đôn Đốc chỉ nhận biểu mẫu gửi từ chính trang của mình.',
      });
    }
    if (c.get('actor') !== null || OPEN.test(c.req.path)) return next();
    if (c.req.method === 'GET' && c.req.path !== '/su-kien') return c.redirect('/vao', 303);
    return refuseRequest(c, deps, {
      status: 401,
      why: 'notSignedIn',
      title: 'Chưa đăng nhập',
      text: 'Phiên đăng nhập đã hết hoặc chưa có.',
      wayOut: { href: '/vao', label: 'Vào bằng liên kết của Ông/Bà' },
    });
  });

  signInRoutes(app, deps);
  todayRoutes(app, deps);
  planRoutes(app, deps);
  planAskingRoutes(app, deps);
  conclusionRoutes(app, deps);
  targetsRoutes(app, deps);
  moneyRoutes(app, deps);
  roundRoutes(app, deps);
  obligationRoutes(app, deps);
  obstacleRoutes(app, deps);
  opinionRoutes(app, deps);
  chatRoutes(app, deps);
  officeRoutes(app, deps);
  telegramRoutes(app, deps);
  trialRoutes(app, deps);
  changeRoutes(app, deps);
  app.notFound((c) => notFound(c, deps));
  app.onError((error, c) => {
    deps.fault(error, `${c.req.method} ${loggedPath(c)}`);
    return c.html(troubleDocument(c.req.method === 'GET' ? hereOf(c) : null), 500);
  });
  return app;
}

function serveAsset(app: Hono<WebEnv>, asset: Asset): void {
  app.get(asset.href, (c) => {
    c.header('cache-control', 'public, max-age=31536000, immutable');
    return c.body(asset.body, 200, { 'content-type': asset.type });
  });
}
