import { beforeEach, describe, expect, it } from 'vitest';
import { type Instant, plusMs } from '../../domain/calendar/instant.ts';
import { createWeb } from '../../web/app.ts';
import { foreignForm } from '../../web/auth/form-guard.ts';
import { issueLink, newLinkCode, readLinkCode } from '../../web/auth/link-code.ts';
import { hashOf } from '../../web/auth/secret.ts';
import type { WebDeps } from '../../web/ports.ts';
import { fixtureDeps, type Seen, sessionOf } from './fixture-ports.ts';
import * as f from './fixtures.ts';

const NOW: Instant = '2026-03-02T09:00:00.000+07:00';
const HOUR = 3_600_000;

let now: Instant;
let deps: WebDeps;
let seen: Seen;
let web: ReturnType<typeof createWeb>;

beforeEach(() => {
  now = NOW;
  ({ deps, seen } = fixtureDeps({ now: () => now }));
  web = createWeb(deps);
});

const post = (
  path: string,
  fields: Record<string, string> = {},
  headers: Record<string, string> = {},
): Promise<Response> =>
  Promise.resolve(web.request(path, { method: 'POST', body: new URLSearchParams(fields), headers }));

const use = async (path: string): Promise<void> => void (await post(path));
const disown = async (path: string): Promise<void> => void (await post(`${path}/khong-phai-toi`));
const later = async (): Promise<void> => {
  now = plusMs(NOW, 24 * HOUR);
};

const cookieOf = (response: Response): string =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => /^(__Host-)?phien=./.test(cookie))
    .join('; ');

describe('a one-time code', () => {
  it('has three groups of four from an alphabet without 0, O, 1 and I', () => {
    for (let i = 0; i < 200; i++) expect(newLinkCode()).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
  });

  it.each([
    ['as printed', '7K3M-Q9TX-4HDP', '7K3M-Q9TX-4HDP'],
    ['small letters, spaces', ' 7k3m q9tx 4hdp ', '7K3M-Q9TX-4HDP'],
    ['too short', '7K3M-Q9TX', null],
    ['a letter that is not used', '7K3M-Q9TX-4HDO', null],
    ['empty', '', null],
  ])('typed %s', (_label, typed, code) => {
    expect(readLinkCode(typed)).toBe(code);
  });

  it('is stored as its SHA-256 only', async () => {
    const { code } = await issueLink(deps.links, 'p11', 'thử', NOW);
    expect([...seen.links.keys()]).toEqual([hashOf(code)]);
    expect(JSON.stringify([...seen.links.values()])).not.toContain(code);
  });
});

describe('entering', () => {
  it('looking at the link does not use it; only the button does', async () => {
    const { path } = await issueLink(deps.links, 'p11', 'từ trang Các vai chạy thử', NOW);
    for (let i = 0; i < 3; i++) {
      const page = await (await web.request(path)).text();
      expect(page).toContain('Vào với tên Hồ Văn Ví Dụ');
    }
    const entered = await post(path);
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/']);
    const cookie = cookieOf(entered);
    const today = await web.request('/', { headers: { cookie } });
    expect(await today.text()).toContain('Hồ Văn Ví Dụ');
    expect(seen.audit.at(-1)).toMatchObject({ what: 'signedIn', person: 'p11' });
  });

  it('stores the hash of the token, in a cookie that script cannot read', async () => {
    const { path } = await issueLink(deps.links, 'p11', 'thử', NOW);
    const header = (await post(path)).headers.getSetCookie().find((cookie) => cookie.startsWith('phien=')) ?? '';
    expect(header).toMatch(/^phien=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Lax$/);
    expect([...seen.sessions.keys()]).toEqual([hashOf(header.slice(6, 49))]);
  });

  it('over https the cookie is bound to the host', async () => {
    ({ deps, seen } = fixtureDeps({ now: () => now, origin: 'https://don-doc.example' }));
    web = createWeb(deps);
    const { path } = await issueLink(deps.links, 'p11', 'thử', NOW);
    const header = (await post(path)).headers.getSetCookie().find((cookie) => cookie.startsWith('__Host-phien=')) ?? '';
    expect(header).toMatch(/Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  it.each([
    ['used', use, 'đã được dùng rồi', 'linkUsed'],
    ['expired', later, 'đã hết hạn', 'linkExpired'],
    ['disowned', disown, 'đã bị hủy', 'linkCancelled'],
  ] as const)('a link that is %s says so and lets nobody in', async (_label, before, words, why) => {
    const { path } = await issueLink(deps.links, 'p11', 'thử', NOW);
    await before(path);
    const answer = await post(path);
    expect(answer.status).toBe(410);
    expect(await answer.text()).toContain(words);
    expect(cookieOf(answer)).toBe('');
    expect(seen.audit.at(-1)).toMatchObject({ what: 'refused', why });
  });

  it('an unknown link, and a link for somebody who holds no post, let nobody in', async () => {
    expect((await post('/vao/2222-2222-2222')).status).toBe(410);
    const { path } = await issueLink(deps.links, 'p99', 'thử', NOW);
    const answer = await post(path);
    expect([answer.status, cookieOf(answer)]).toEqual([410, '']);
    expect(seen.audit.map((entry) => ('why' in entry ? entry.why : entry.what))).toEqual(['linkUnknown', 'personGone']);
  });

  it('two windows at once: one enters', async () => {
    const { path } = await issueLink(deps.links, 'p11', 'thử', NOW);
    const answers = await Promise.all([post(path), post(path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  });

  it('more than 30 tries a minute from one address are refused', async () => {
    let last = 0;
    for (let i = 0; i < 31; i++) last = (await post('/vao/2222-2222-2222')).status;
    expect(last).toBe(429);
    now = plusMs(NOW, 61_000);
    expect((await post('/vao/2222-2222-2222')).status).toBe(410);
  });
});

describe('a session', () => {
  it.each([
    ['11 hours idle', 11 * HOUR, 200],
    ['12 hours idle', 12 * HOUR, 303],
  ])('%s', async (_label, idle, status) => {
    const cookie = sessionOf(f.FOCAL, seen, NOW);
    now = plusMs(NOW, idle);
    expect((await web.request('/', { headers: { cookie } })).status).toBe(status);
  });

  it('ends after seven days however often it is used', async () => {
    const cookie = sessionOf(f.FOCAL, seen, NOW);
    for (let hours = 6; hours < 24 * 7; hours += 6) {
      now = plusMs(NOW, hours * HOUR);
      expect((await web.request('/', { headers: { cookie } })).status).toBe(200);
    }
    now = plusMs(NOW, 24 * 7 * HOUR);
    expect((await web.request('/', { headers: { cookie } })).status).toBe(303);
  });

  it('leaving ends it', async () => {
    const cookie = sessionOf(f.FOCAL, seen);
    await post('/thoat', {}, { cookie });
    expect(seen.sessions.size).toBe(0);
    expect((await web.request('/', { headers: { cookie } })).headers.get('location')).toBe('/vao');
  });

  it('without one, pages lead to the sign-in and acts are refused and logged', async () => {
    expect((await web.request('/ke-hoach')).headers.get('location')).toBe('/vao');
    expect((await post('/chat', { chu: '1' })).status).toBe(401);
    expect((await web.request('/su-kien')).status).toBe(401);
    expect(seen.said).toEqual([]);
    expect(seen.audit.map((entry) => ('why' in entry ? entry.why : ''))).toEqual(['notSignedIn', 'notSignedIn']);
  });
});

describe('a form from elsewhere', () => {
  const form = { 'content-type': 'application/x-www-form-urlencoded', host: '127.0.0.1:8080' };
  it.each([
    ['our own page', { ...form, 'sec-fetch-site': 'same-origin', origin: 'null' }, null],
    ['our own page, older browser', { ...form, origin: 'http://127.0.0.1:8080' }, null],
    ['another site', { ...form, 'sec-fetch-site': 'cross-site' }, 'foreignForm'],
    ['a sister site', { ...form, 'sec-fetch-site': 'same-site' }, 'foreignForm'],
    ['another origin, older browser', { ...form, origin: 'http://evil.example' }, 'foreignForm'],
    ['a hidden origin without other signs', { ...form, origin: 'null' }, 'foreignForm'],
    ['JSON', { ...form, 'content-type': 'application/json' }, 'notAForm'],
    ['plain text', { ...form, 'content-type': 'text/plain' }, 'notAForm'],
  ] as const)('%s', (_label, headers, refused) => {
    // A real Request drops forbidden headers such as Origin, so the two parts that are read are given as they are.
    const request = { method: 'POST', headers: new Headers(headers) };
    expect(foreignForm(request as Request)).toBe(refused);
  });

  it('is refused before anything is done, and logged', async () => {
    const cookie = sessionOf(f.FOCAL, seen);
    const answer = await post('/chat', { chu: '1' }, { cookie, 'sec-fetch-site': 'cross-site' });
    expect(answer.status).toBe(403);
    expect(seen.said).toEqual([]);
    expect(seen.audit.at(-1)).toMatchObject({ what: 'refused', why: 'foreignForm', path: '/chat' });
  });
});

describe('every answer', () => {
  it('forbids foreign and inline script, framing, referrers and keeping', async () => {
    const headers = (await web.request('/vao')).headers;
    expect(headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
  });

  it('holds no inline script or style', async () => {
    const cookie = sessionOf(f.COORDINATOR, seen);
    for (const path of ['/', '/thanh-phan', '/chat', '/vai-chay-thu']) {
      const html = await (await web.request(path, { headers: { cookie } })).text();
      expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|\sstyle=|\son[a-z]+=/);
      expect(html).toMatch(/^<!doctype html><html lang="vi">/);
    }
  });
});
