import type { Hono } from 'hono';
import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayWithWeekday } from '../../wording/format.ts';
import { Attempts } from '../auth/attempts.ts';
import { readLinkCode } from '../auth/link-code.ts';
import { hashOf } from '../auth/secret.ts';
import { endSession, startSession } from '../auth/session.ts';
import { EMPTY_FORM, type FormState } from '../forms/form-state.ts';
import { addressOf, formOf, record, refuseRequest, showPage, type WebContext, type WebEnv } from '../page.tsx';
import { DeadLinkPage, SignInPage, TypeCodePage } from '../pages/sign-in.tsx';
import type { RefusedWhy, SignInLink, WebDeps } from '../ports.ts';

/** Entering by a one-time link: GET shows whom it is for, only POST consumes it. */
export function signInRoutes(app: Hono<WebEnv>, deps: WebDeps): void {
  const attempts = new Attempts();
  const tooOften = async (c: WebContext): Promise<Response | null> => {
    if (attempts.allow(addressOf(c), deps.now())) return null;
    return refuseRequest(c, deps, {
      status: 429,
      why: 'tooOften',
      title: 'Thử quá nhiều lần',
      text: 'Quá nhiều lần thử trong một phút.',
      wayOut: { href: '/vao', label: 'Thử lại sau một phút' },
    });
  };

  app.get('/vao', (c) => typeCode(c, deps, EMPTY_FORM, 200));
  app.post('/vao', async (c) => {
    const typed = await formOf(c);
    const code = readLinkCode(typed.ma ?? '');
    if (code !== null) return c.redirect(`/vao/${code}`, 303);
    const text = 'Mã gồm 12 chữ và số, không có số 0, 1 và chữ O, I.';
    return typeCode(c, deps, { values: typed, errors: [{ field: 'ma', short: 'Mã chưa đúng dạng', text }] }, 422);
  });

  app.get('/vao/:code', async (c) => {
    const found = (await tooOften(c)) ?? (await usableLink(c, deps));
    if (found instanceof Response) return found;
    const person = await deps.people.actor(found.link.person);
    if (person === null) return deadLink(c, deps, 'personGone');
    const body = SignInPage({
      code: found.code,
      name: person.name,
      title: person.title,
      agency: person.agencyName,
      issued: `${when(found.link.createdAt, deps.now())}, ${found.link.from}`,
      usable: `một lần, đến ${timeOf(found.link.expiresAt)} ${formatDayWithWeekday(dayOf(found.link.expiresAt))}`,
    });
    return showPage(c, deps, { title: 'Vào Đôn Đốc', width: 'narrow', body });
  });

  app.post('/vao/:code', async (c) => {
    const found = (await tooOften(c)) ?? (await usableLink(c, deps));
    if (found instanceof Response) return found;
    if ((await deps.people.actor(found.link.person)) === null) return deadLink(c, deps, 'personGone');
    if (!(await deps.links.consume(found.link.codeHash, deps.now()))) return deadLink(c, deps, 'linkUsed');
    await startSession(c, deps, found.link.person);
    await deps.understudies?.take(found.link.person);
    const who = { at: deps.now(), person: found.link.person, address: addressOf(c) };
    await deps.audit.record({ ...who, what: 'signedIn', from: found.link.from });
    return c.redirect('/', 303);
  });

  app.post('/vao/:code/khong-phai-toi', async (c) => {
    const found = (await tooOften(c)) ?? (await usableLink(c, deps));
    if (found instanceof Response) return found;
    await deps.links.cancel(found.link.codeHash, deps.now());
    await record(c, deps, { what: 'linkDisowned', for: found.link.person });
    const notice = (
      <p>
        <strong>Liên kết đã bị hủy và quản trị đã được báo.</strong>
      </p>
    );
    const body = TypeCodePage(EMPTY_FORM, notice);
    return showPage(c, deps, { title: 'Liên kết đã bị hủy', width: 'narrow', body });
  });

  app.post('/thoat', async (c) => {
    const actor = c.get('actor');
    if (actor !== null) {
      await record(c, deps, { what: 'signedOut' });
      await deps.understudies?.giveBack(actor.person);
    }
    await endSession(c, deps);
    return c.redirect('/vao', 303);
  });
}

function typeCode(c: WebContext, deps: WebDeps, form: FormState, status: 200 | 422): Promise<Response> {
  return showPage(c, deps, { title: 'Vào Đôn Đốc', width: 'narrow', body: TypeCodePage(form, null) }, status);
}

/** The machine's moment, not the domain's: "08:00 hôm nay". */
function when(at: Instant, now: Instant): string {
  return dayOf(at) === dayOf(now) ? `${timeOf(at)} hôm nay` : `${timeOf(at)} ${formatDayWithWeekday(dayOf(at))}`;
}

async function usableLink(c: WebContext, deps: WebDeps): Promise<{ link: SignInLink; code: string } | Response> {
  const code = readLinkCode(c.req.param('code') ?? '');
  const link = code === null ? null : await deps.links.find(hashOf(code));
  if (code === null || link === null) return deadLink(c, deps, 'linkUnknown');
  if (link.cancelledAt !== null) return deadLink(c, deps, 'linkCancelled');
  if (link.usedAt !== null) return deadLink(c, deps, 'linkUsed');
  if (link.expiresAt <= deps.now()) return deadLink(c, deps, 'linkExpired');
  return { link, code };
}

const REASONS: Partial<Record<RefusedWhy, string>> = {
  linkUnknown: 'Hệ thống không có liên kết này. Mã có thể bị gõ thiếu một phần.',
  linkUsed: 'Liên kết này đã được dùng rồi; mỗi liên kết dùng một lần.',
  linkExpired: 'Liên kết này đã hết hạn; mỗi liên kết dùng được trong 24 giờ.',
  linkCancelled: 'Liên kết này đã bị hủy vì có người bấm “Không phải tôi”.',
  personGone: 'Người được cấp liên kết này hiện không giữ vị trí nào trong danh bạ.',
};

async function deadLink(c: WebContext, deps: WebDeps, why: RefusedWhy): Promise<Response> {
  await record(c, deps, { what: 'refused', method: c.req.method, path: '/vao', why });
  const body = DeadLinkPage(REASONS[why] ?? '');
  return showPage(c, deps, { title: 'Liên kết không dùng được', width: 'narrow', body }, 410);
}
