import { describe, expect, it } from 'vitest';
import { compareLedgers } from '../../../domain/rehearsal/compare.ts';
import { byWeight, inOrder, type LedgerMessage, perPersonMonth, totalsOf } from '../../../domain/rehearsal/ledger.ts';

function message(given: Partial<LedgerMessage>): LedgerMessage {
  return {
    at: '2024-11-04T08:00:00.000+07:00',
    person: 'p05',
    post: 'focalPoint',
    agency: 'so-dl',
    channel: 'email',
    kind: 'reminder',
    subject: 'Nhắc: báo cáo năm 2024',
    obligation: null,
    deadline: null,
    rung: null,
    why: '',
    items: [],
    ...given,
  };
}

describe('the order of a ledger', () => {
  it('is by instant, then person, then subject, then channel', () => {
    const late = message({ at: '2024-11-05T08:00:00.000+07:00', person: 'p01' });
    const chat = message({ channel: 'webChat' });
    const other = message({ person: 'p07' });
    const earlier = message({ subject: 'Biên nhận BN-2024-0001' });
    const mail = message({});
    expect(inOrder([late, chat, other, mail, earlier])).toEqual([earlier, mail, chat, other, late]);
  });

  it('puts the ladder before what is asked, and what is asked before what is told', () => {
    const notice = (kind: 'accepted' | 'reminder' | 'escalation', key: string) => ({ kind, key });
    const ordered = byWeight([
      notice('accepted', 'a'),
      notice('reminder', 'c'),
      notice('reminder', 'b'),
      notice('escalation', 'd'),
    ]);
    expect(ordered.map(({ key }) => key)).toEqual(['d', 'b', 'c', 'a']);
  });
});

describe('the totals of a ledger', () => {
  const messages = [
    message({}),
    message({ channel: 'webChat' }),
    message({ kind: 'receipt', at: '2024-11-29T09:14:00.000+07:00' }),
    message({ at: '2024-12-02T08:00:00.000+07:00' }),
    message({ person: 'p06', kind: 'escalation' }),
  ];

  it('count messages, people, kinds and the fullest month of a person', () => {
    expect(totalsOf(messages)).toEqual({
      messages: 5,
      people: 2,
      perPersonMonthMax: 3,
      reminders: 3,
      escalations: 1,
      receipts: 1,
    });
    expect(perPersonMonth(messages)).toEqual([
      { person: 'p05', month: '2024-11', messages: 3 },
      { person: 'p05', month: '2024-12', messages: 1 },
      { person: 'p06', month: '2024-11', messages: 1 },
    ]);
  });

  it('of nothing are nothing', () => {
    expect(totalsOf([])).toMatchObject({ messages: 0, people: 0, perPersonMonthMax: 0 });
  });
});

describe('two ledgers', () => {
  it('are the same when each line is in both as often', () => {
    const lines = [message({}), message({})];
    expect(compareLedgers(lines, [message({}), message({})])).toMatchObject({ same: true });
  });

  it('differ in a line that only one has, and in a line said twice', () => {
    const twice = compareLedgers([message({}), message({})], [message({})]);
    expect(twice).toEqual({ same: false, onlyRehearsed: [message({})], onlyComputed: [] });
    const other = message({ subject: 'Khác' });
    expect(compareLedgers([], [other])).toEqual({ same: false, onlyRehearsed: [], onlyComputed: [other] });
  });
});
