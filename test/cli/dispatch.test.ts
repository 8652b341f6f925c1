import { expect, test } from 'vitest';
import { dispatch } from '../../cli/dispatch.ts';
import { planList } from '../../cli/plan-list.ts';

async function ran(words: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const keep = (stream: 'out' | 'err') => (text: string) => {
    said[stream] += text;
  };
  const code = await dispatch([planList], words, { out: keep('out'), err: keep('err'), env: {} });
  return { code, ...said };
}

test('no words: wrong usage, what there is on standard error only', async () => {
  const { code, out, err } = await ran([]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('dondoc plan list [--json]');
});

test('help is an answer', async () => {
  const { code, out, err } = await ran(['help']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('dondoc plan list [--json]');
});

test('an unknown command names those that exist', async () => {
  const { code, out, err } = await ran(['plan', 'xoa']);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('Không có lệnh “plan xoa”. Hiện có: plan list.');
});
