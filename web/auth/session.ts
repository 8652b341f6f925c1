import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type Instant, msOf } from '../../domain/calendar/instant.ts';
import type { WebActor } from '../access.ts';
import type { WebDeps } from '../ports.ts';
import { hashOf, newToken } from './secret.ts';

const IDLE_MS = 12 * 3_600_000;
const LIFE_MS = 7 * 24 * 3_600_000;
const TOUCH_MS = 60_000;

/** `__Host-` binds the cookie to this host over https; plain http on loopback cannot carry that name. */
function cookieName(origin: string): string {
  return isSecure(origin) ? '__Host-phien' : 'phien';
}

export function isSecure(origin: string): boolean {
  return origin.startsWith('https://');
}

/** Begins a session on this machine, ending the one before: kept 12 hours after the last visit, 7 days at most. */
export async function startSession(c: Context, deps: WebDeps, person: string): Promise<void> {
  const former = getCookie(c, cookieName(deps.origin));
  if (former !== undefined) await deps.sessions.end(hashOf(former));
  const token = newToken();
  const now = deps.now();
  await deps.sessions.create({ tokenHash: hashOf(token), person, createdAt: now, lastSeenAt: now });
  setCookie(c, cookieName(deps.origin), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(deps.origin),
    maxAge: LIFE_MS / 1000,
  });
}

/** Who this request comes from; null without a live session. Posts are read from the directory each time. */
export async function actorOf(c: Context, deps: WebDeps): Promise<WebActor | null> {
  const token = getCookie(c, cookieName(deps.origin));
  if (token === undefined) return null;
  const hash = hashOf(token);
  const session = await deps.sessions.find(hash);
  if (session === null) return null;
  const now = deps.now();
  if (!isLive(session, now)) {
    await deps.sessions.end(hash);
    return null;
  }
  if (msOf(now) - msOf(session.lastSeenAt) > TOUCH_MS) await deps.sessions.touch(hash, now);
  return deps.people.actor(session.person);
}

function isLive(session: { createdAt: Instant; lastSeenAt: Instant }, now: Instant): boolean {
  return msOf(now) - msOf(session.lastSeenAt) < IDLE_MS && msOf(now) - msOf(session.createdAt) < LIFE_MS;
}

export async function endSession(c: Context, deps: WebDeps): Promise<void> {
  const token = getCookie(c, cookieName(deps.origin));
  if (token !== undefined) await deps.sessions.end(hashOf(token));
  deleteCookie(c, cookieName(deps.origin), { path: '/', secure: isSecure(deps.origin) });
}
