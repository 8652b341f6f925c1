import type { Hono } from 'hono';
import { addDays } from '../../domain/calendar/day.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay } from '../../wording/format.ts';
import { roleGivenBack, understudiesTurned } from '../../wording/understudies.ts';
import { may, type WebActor } from '../access.ts';
import { issueLink } from '../auth/link-code.ts';
import { setFlash } from '../flash.ts';
import { readDay } from '../forms/day-field.ts';
import { safeReturn } from '../href.ts';
import { formOf, notFound, record, showPage, signedIn, unlessMay, type WebContext, type WebEnv } from '../page.tsx';
import { ComponentsSheet } from '../pages/components-sheet.tsx';
import { MailboxPage } from '../pages/mailbox.tsx';
import { type NewLink, RolesPage } from '../pages/roles.tsx';
import type { Mailbox, Outcome, TrialClock, WebDeps } from '../ports.ts';

/** What exists in the trial only: the clock's control, the roles, the mailbox, the sheet of components. */
export function trialRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  if (deps.trial !== null) {
    clockRoutes(app, deps, deps.trial);
    roleRoutes(app, deps);
    app.get('/thanh-phan', async (c) => {
      const frame = await deps.views.frame(signedIn(c));
      const today = dayOf(frame.at);
      const tomorrow = formatDay(addDays(today, 1));
      const body = ComponentsSheet({
        today,
        day: addDays(today, 1),
        dayOff: { typed: formatDay(today), nearest: formatDay(addDays(today, -1)) },
        message: [
          'Kính gửi Ông/Bà (họ tên), (cơ quan).',
          '(Số kế hoạch), (mục, điểm): (việc phải làm).',
          `Hạn: ${tomorrow} (còn 1 ngày làm việc).`,
          'Trả lời bằng số: 1 Trả lời báo cáo, 2 Xin gia hạn, 3 Báo khó khăn, vướng mắc.',
          'Cần trao đổi, xin gọi: (người điều phối, số điện thoại).',
        ],
      });
      return showPage(c, deps, { title: 'Thành phần', body });
    });
  }
  if (deps.mailbox !== null) mailboxRoutes(app, deps, deps.mailbox);
}

function clockRoutes(app: Hono<WebEnv>, deps: WebDeps, clock: TrialClock): void {
  const move = async (
    c: WebContext,
    act: (actor: WebActor, form: Record<string, string>) => Promise<Outcome>,
  ): Promise<Response> => {
    const actor = signedIn(c);
    const refused = await unlessMay(c, deps, actor, 'moveClock');
    if (refused !== null) return refused;
    const form = await formOf(c);
    setFlash(c, await act(actor, form));
    return c.redirect(safeReturn(form.ve), 303);
  };
  app.post('/chay-thu/moc-ke-tiep', (c) => move(c, (actor) => clock.toNext(actor)));
  app.post('/chay-thu/chay', (c) => move(c, (actor) => clock.run(actor)));
  app.post('/chay-thu/dung', (c) => move(c, (actor) => clock.stop(actor)));
  app.post('/chay-thu/den-ngay', (c) =>
    move(c, async (actor, form) => {
      const day = readDay(form.ngay ?? '');
      if (day !== null) return clock.toDay(actor, day);
      return { kind: 'refused', text: `“${form.ngay ?? ''}” không phải là một ngày. Ghi ngày/tháng/năm.` };
    }),
  );
}

function roleRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  const page = async (c: WebContext, link: NewLink | null): Promise<Response> => {
    const actor = signedIn(c);
    const state = await deps.understudies?.state();
    const fact = state === undefined ? null : { ...state, mayTurn: may(actor, 'moveClock') };
    const body = RolesPage(await deps.views.roles(actor), link, fact);
    return showPage(c, deps, { title: 'Các vai chạy thử', active: 'roles', body });
  };
  app.get('/vai-chay-thu', async (c) => {
    const refused = await unlessMay(c, deps, signedIn(c), 'handOutLinks');
    return refused ?? page(c, null);
  });
  app.post('/vai-chay-thu/tu-tra-loi', async (c) => {
    const refused = await unlessMay(c, deps, signedIn(c), 'moveClock');
    if (refused !== null) return refused;
    if (deps.understudies === null) return notFound(c, deps);
    const on = (await formOf(c)).bat === '1';
    await deps.understudies.turn(on);
    setFlash(c, { kind: 'done', text: understudiesTurned(on) });
    return c.redirect('/vai-chay-thu', 303);
  });
  app.post('/vai-chay-thu/tra-vai', async (c) => {
    const refused = await unlessMay(c, deps, signedIn(c), 'handOutLinks');
    if (refused !== null) return refused;
    const person = await deps.people.actor((await formOf(c)).nguoi ?? '');
    if (person === null || deps.understudies === null) return notFound(c, deps);
    await deps.understudies.giveBack(person.person);
    setFlash(c, { kind: 'done', text: roleGivenBack(person.name) });
    return c.redirect('/vai-chay-thu', 303);
  });
  app.post('/vai-chay-thu', async (c) => {
    const actor = signedIn(c);
    const refused = await unlessMay(c, deps, actor, 'handOutLinks');
    if (refused !== null) return refused;
    const person = await deps.people.actor((await formOf(c)).nguoi ?? '');
    if (person === null) return notFound(c, deps);
    const issued = await issueLink(deps.links, person.person, 'từ trang Các vai chạy thử', deps.now());
    await record(c, deps, { what: 'linkHandedOut', for: person.person });
    const until = `${timeOf(issued.expiresAt)} ngày ${formatDay(dayOf(issued.expiresAt))}`;
    return page(c, { name: person.name, href: `${deps.origin}${issued.path}`, until });
  });
}

function mailboxRoutes(app: Hono<WebEnv>, deps: WebDeps, mailbox: Mailbox): void {
  app.get('/hop-thu', async (c) => {
    const filter = c.req.query('loc') ?? '';
    const body = MailboxPage(await mailbox.list(signedIn(c), filter), null, filter);
    return showPage(c, deps, { title: 'Hộp thư chạy thử', active: 'mailbox', body });
  });
  app.get('/hop-thu/:id{.+}', async (c) => {
    const actor = signedIn(c);
    const letter = await mailbox.letter(actor, c.req.param('id'));
    if (letter === null) return notFound(c, deps);
    const refused = await unlessMay(c, deps, actor, 'seeLetter', letter.subject);
    if (refused !== null) return refused;
    if (c.req.query('dang') === 'chu') return c.text(letter.text);
    if (c.req.query('dang') === 'nguon') return c.text((await mailbox.source(actor, letter.id)) ?? '');
    const filter = c.req.query('loc') ?? '';
    const body = MailboxPage(await mailbox.list(actor, filter), letter, filter);
    return showPage(c, deps, { title: letter.title, active: 'mailbox', body });
  });
}
