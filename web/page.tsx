import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Action, may, type Subject, type WebActor } from './access.ts';
import { type PageProps, renderDocument } from './components/layout.tsx';
import { takeFlash } from './flash.ts';
import { RefusalPage } from './pages/refusal.tsx';
import type { AuditEntry, RefusedWhy, WebDeps } from './ports.ts';

export interface WebEnv {
  Variables: {
    actor: WebActor | null;
    /** The count of changes before anything of the answer was read. */
    changes: number;
  };
}

export type WebContext = Context<WebEnv>;

/** Path and query of this page, for ways back to it. */
export function hereOf(c: WebContext): string {
  const url = new URL(c.req.url);
  return c.req.method === 'GET' ? `${url.pathname}${url.search}` : url.pathname;
}

function readable(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** Answers with a whole page: the frame, the flash of the act before, the body. */
export async function showPage(
  c: WebContext,
  deps: WebDeps,
  page: PageProps,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  const actor = c.get('actor');
  const frame = await deps.views.frame(actor);
  const here = hereOf(c);
  const around = { frame, actor, flash: takeFlash(c), here, printedHere: readable(here), changes: c.get('changes') };
  const text = await renderDocument({ page, ...around });
  return c.html(text, status);
}

/** The address at the other end, for the audit trail; "unknown" where there is no socket. */
export function addressOf(c: WebContext): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** What happened and who did it; `at`, `person` and `address` are filled in from the request. */
export type AuditFact = AuditEntry extends infer Entry
  ? Entry extends AuditEntry
    ? Omit<Entry, 'at' | 'person' | 'address'>
    : never
  : never;

export async function record(c: WebContext, deps: WebDeps, fact: AuditFact): Promise<void> {
  const who = { at: deps.now(), person: c.get('actor')?.person ?? null, address: addressOf(c) };
  await deps.audit.record({ ...who, ...fact } as AuditEntry);
}

/** The path for the log; a one-time code in it is left out. */
export function loggedPath(c: WebContext): string {
  return c.req.path.replace(/^\/vao\/.*$/, '/vao/…');
}

export interface RefusalFacts {
  status: ContentfulStatusCode;
  why: RefusedWhy;
  title: string;
  text: string;
  wayOut?: { href: string; label: string };
}

/** Refuses a request with a page, and logs it. */
export async function refuseRequest(c: WebContext, deps: WebDeps, facts: RefusalFacts): Promise<Response> {
  await record(c, deps, { what: 'refused', method: c.req.method, path: loggedPath(c), why: facts.why });
  const wayOut = facts.wayOut ?? { href: '/', label: 'Về trang Hôm nay' };
  const body = RefusalPage({ title: facts.title, text: facts.text, wayOut });
  return showPage(c, deps, { title: facts.title, width: 'letter', body }, facts.status);
}

/** Null when the person may; else the refusal to answer with. */
export async function unlessMay(
  c: WebContext,
  deps: WebDeps,
  actor: WebActor,
  action: Action,
  subject?: Subject,
): Promise<Response | null> {
  if (may(actor, action, subject)) return null;
  return refuseRequest(c, deps, {
    status: 403,
    why: 'notAllowed',
    title: 'Trang này không dành cho vị trí của Ông/Bà',
    text: `${actor.name}, ${actor.title}, ${actor.agencyName} chỉ xem và làm được việc của cơ quan mình và việc được giao cho vị trí của mình.`,
  });
}

/** The page does not exist, or what it was about is unknown. */
export async function notFound(c: WebContext, deps: WebDeps): Promise<Response> {
  const text = 'Không có trang nào ở địa chỉ này, hoặc địa chỉ thiếu một phần.';
  const wayOut = { href: '/', label: 'Về trang Hôm nay' };
  const body = RefusalPage({ title: 'Không thấy trang', text, wayOut });
  return showPage(c, deps, { title: 'Không thấy trang', width: 'letter', body }, 404);
}

/** The person of this request. Routes behind the sign-in always have one. */
export function signedIn(c: WebContext): WebActor {
  const actor = c.get('actor');
  if (actor === null) throw new Error('a route behind the sign-in was reached without a session');
  return actor;
}

/** The fields of a posted form, as text. */
export async function formOf(c: WebContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody();
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
