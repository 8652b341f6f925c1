import { expect, it } from 'vitest';
import { createWeb } from '../../web/app.ts';
import { fixtureDeps, sessionOf } from './fixture-ports.ts';
import * as f from './fixtures.ts';

const AWAY = new Error('connection terminated');

function withoutDatabase(): { web: ReturnType<typeof createWeb>; faults: string[]; cookie: string } {
  const { deps, seen } = fixtureDeps();
  const away = (): Promise<never> => Promise.reject(AWAY);
  const web = createWeb({
    ...deps,
    views: { ...deps.views, frame: away, today: away },
    links: { ...deps.links, find: away },
  });
  return { web, faults: seen.faults, cookie: sessionOf(f.COORDINATOR, seen) };
}

it('a page that cannot be read says so in words, with the way to try again', async () => {
  const { web, faults, cookie } = withoutDatabase();
  const answer = await web.request('/?ngay=20', { headers: { cookie } });
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).toContain('Đôn Đốc tạm thời chưa trả lời được');
  expect(text).toContain('những gì đã ghi nhận vẫn còn nguyên');
  expect(text).toContain('href="/?ngay=20"');
  expect(text).not.toContain(AWAY.message);
  expect(faults).toEqual(['GET /']);
});

it('after a form it does not say that nothing was done, and a one-time code stays out of the log', async () => {
  const { web, faults } = withoutDatabase();
  const answer = await web.request('/vao/ABCD-EFGH-JKMN', {
    method: 'POST',
    body: new URLSearchParams(),
    headers: { 'sec-fetch-site': 'same-origin' },
  });
  const text = await answer.text();
  expect(answer.status).toBe(500);
  expect(text).toContain('Chưa rõ việc Ông/Bà vừa gửi đã được ghi hay chưa');
  expect(text).not.toContain('ABCD');
  expect(faults).toEqual(['POST /vao/…']);
});
