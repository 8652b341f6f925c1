import { describe, expect, it } from 'vitest';
import { rungDone } from '../../../wording/dialogue/item.ts';
import { doneLines } from '../../../wording/notices/story.ts';

function asked(words: string | null): string[] {
  const what = { kind: 'act', act: 'extensionRequested', agency: 'Sở Xây dựng', to: '2024-11-13', words } as const;
  return doneLines([{ on: '2024-10-31', what }]);
}

describe('what was done so far', () => {
  it.each([
    ['Chờ số liệu', ': “Chờ số liệu”.'],
    ['Chờ số liệu.', ': “Chờ số liệu.”'],
    [null, '.'],
  ])('quotes %s with one full stop', (words, end) => {
    expect(asked(words)).toEqual([`31/10 Sở Xây dựng xin gia hạn đến 13/11/2024${end}`]);
  });

  it('says whom a rung told', () => {
    const rung = { on: '2024-11-06', agency: 'Sở Xây dựng' };
    expect(rungDone({ ...rung, toHead: true })).toBe('06/11 báo lãnh đạo Sở Xây dựng');
    expect(rungDone({ ...rung, toHead: false })).toBe('06/11 báo Sở Xây dựng');
  });
});
