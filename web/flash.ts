import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Outcome } from './ports.ts';

const NAME = 'bao';
const KEY = randomBytes(32);

const sign = (payload: string): string => createHmac('sha256', KEY).update(payload).digest('base64url');

/** Keeps an outcome for the page after the redirect: signed, read once, a minute at most. */
export function setFlash(c: Context, outcome: Outcome): void {
  const payload = Buffer.from(JSON.stringify(outcome), 'utf8').toString('base64url');
  setCookie(c, NAME, `${payload}.${sign(payload)}`, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 60 });
}

/** The outcome left by the act before, if any; it is taken away. */
export function takeFlash(c: Context): Outcome | null {
  const value = getCookie(c, NAME);
  if (value === undefined) return null;
  deleteCookie(c, NAME, { path: '/' });
  const [payload = '', signature = ''] = value.split('.');
  const expected = Buffer.from(sign(payload));
  const given = Buffer.from(signature);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
  return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Outcome;
}
