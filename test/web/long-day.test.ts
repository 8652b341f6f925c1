import { expect, it } from 'vitest';
import { createWeb } from '../../web/app.ts';
import { fixtureDeps, sessionOf } from './fixture-ports.ts';
import * as f from './fixtures.ts';

const [one] = f.TODAY_VIEW.overdue;
if (one === undefined) throw new Error('the fixture has nothing overdue');
const today = {
  ...f.TODAY_VIEW,
  overdue: Array.from({ length: 150 }, (_, index) => ({
    ...one,
    key: `${one.key}-${index}`,
    agency: `Đơn vị ${index}`,
  })),
};

async function page(path: string): Promise<string> {
  const { deps, seen } = fixtureDeps({ today });
  const answer = await createWeb(deps).request(path, { headers: { cookie: sessionOf(f.COORDINATOR, seen) } });
  return answer.text();
}

const named = (text: string): number => new Set(text.match(/Đơn vị \d+(?=<)/g)).size;

it('a list of a hundred and fifty counts them all, shows a hundred and leads to the rest', async () => {
  const text = await page('/');
  expect(text).toContain('Quá hạn (150)');
  expect(named(text)).toBe(100);
  expect(text).toContain('Còn 50 việc nữa. <a href="/?ngay=5&amp;tat-ca=1#qua-han">Xem tất cả</a>');
});

it('all of it is shown to whoever asks', async () => {
  const text = await page('/?tat-ca=1');
  expect(named(text)).toBe(150);
  expect(text).not.toContain('việc nữa');
});
