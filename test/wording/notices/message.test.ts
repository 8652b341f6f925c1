import { describe, expect, it } from 'vitest';
import type { Reply } from '../../../bot/dialogue/types.ts';
import { composeMessage, type MessageFacts, markAgain } from '../../../wording/notices/message.ts';
import { expectGolden } from '../../harness/golden.ts';
import { EXAMPLES, item } from './items.ts';

const FRAME: Omit<MessageFacts, 'items'> = {
  person: { name: 'Bùi Thí Điểm', title: null },
  contact: { name: 'Trần Thị Mẫu', agency: 'Sở Khoa học và Công nghệ', phone: '0254 000 0101' },
};

function alone(example: (typeof EXAMPLES)[number][1]): ReturnType<typeof composeMessage> {
  return composeMessage({ ...FRAME, items: [example] });
}

describe('each notice as a letter', () => {
  it.each(EXAMPLES)('%s', (name, example) => {
    const { subject, text } = alone(example);
    expectGolden(`notices/${name}.txt`, `Tiêu đề: ${subject}\n\n${text}`);
  });

  it('has an example of every kind', () => {
    expect(new Set(EXAMPLES.map(([, { kind }]) => kind)).size).toBe(37);
  });

  it('has no blame, no exclamation mark, no empty value', () => {
    for (const [name, example] of EXAMPLES) {
      const { subject, text, html } = alone(example);
      for (const words of [subject, text, html.replace('<!doctype html>', '')]) {
        expect(words, name).not.toMatch(/chưa nộp|undefined|null|NaN|!|\bBạn\b|[,.] ?[,.]| {2}/);
      }
    }
  });
});

describe('one message', () => {
  it('looks as the pictures show it: plan, number, clause, words, day and days left', () => {
    const { subject, text } = alone(item('reminder', { facts: { workingDaysBefore: 1 } }));
    expect(subject).toBe('Nhắc: báo cáo năm 2024, KH 54/KH-UBND, hạn 08/11/2024 (còn 1 ngày làm việc)');
    expect(text).toContain('Kính gửi: Sở Giáo dục và Đào tạo;\nÔng/Bà Bùi Thí Điểm, chuyên viên đầu mối.');
    expect(text).toContain('mục IV.2 điểm đ:');
    expect(text).toContain('đến hạn Thứ Sáu, ngày 08/11/2024');
    expect(text).toContain('1 Trả lời báo cáo');
  });

  it('says several things in the order of urgency, each with its number', () => {
    const { subject, text, reply, leading } = composeMessage({
      ...FRAME,
      items: [
        item('accepted', { key: 'a', facts: { version: 1 } }),
        item('reminder', { key: 'b', facts: { workingDaysBefore: 1 } }),
        item('returned', { key: 'c', facts: { version: 1, dueOn: '2024-11-14' } }),
      ],
    });
    expect(subject).toBe('Việc hôm nay: 3 việc');
    expect(leading).toBe('c');
    expect(text.indexOf('1. Trả lại')).toBeLessThan(text.indexOf('2. Nhắc'));
    expect(text.indexOf('2. Nhắc')).toBeLessThan(text.indexOf('3. Đã chấp nhận'));
    expect(text).toContain('Mã tin: a');
    expect(reply.links).toHaveLength(1);
  });

  it('is the week of several plans when that is all there is to say', () => {
    const [, week] = EXAMPLES.find(([name]) => name === 'weeklyDigest') ?? [];
    if (week === undefined) throw new Error('no example of a weekly digest');
    const { basis } = week;
    const other = { ...week, key: 'other', basis: basis && { ...basis, short: 'KH 57/KH-UBND' } };
    const { subject, text } = composeMessage({ ...FRAME, items: [week, other] });
    expect(subject).toBe('Tình hình tuần của 2 kế hoạch');
    expect(text).toContain('KH 57/KH-UBND');
  });

  it('counts what is past its day in the subject', () => {
    const past = { number: 1, lastDayOn: '2024-11-05', default: false, daysLeft: -2, how: [] };
    const { subject } = composeMessage({
      ...FRAME,
      items: [
        item('escalation', { key: 'a', facts: { step: 2, workingDaysAfter: 2 }, deadline: past }),
        item('reminder', { key: 'b', facts: { workingDaysBefore: 1 } }),
      ],
    });
    expect(subject).toBe('Việc hôm nay: 2 việc, 1 quá hạn');
  });

  it('names what is urgent in the subject and puts it first; what is only told of an urgent duty bears no mark', () => {
    const { subject, text, reply } = composeMessage({
      ...FRAME,
      items: [
        item('requestOpened', { key: 'a' }),
        item('requestOpened', { key: 'b', urgent: true }),
        item('accepted', { key: 'c', urgent: true, facts: { version: 1 } }),
      ],
    });
    expect(subject).toBe('Việc hôm nay: 3 việc, 1 khẩn');
    expect(text).toContain('1. KHẨN. Yêu cầu: báo cáo năm 2024');
    expect(reply.lines?.[0]).toBe('1. KHẨN. Yêu cầu: báo cáo năm 2024, KH 54/KH-UBND, hạn 08/11/2024');
    expect(text.match(/KHẨN\. /g)).toHaveLength(2);
  });

  it('says once what several reminders of one duty say after an outage', () => {
    const { subject, text } = composeMessage({
      ...FRAME,
      items: [
        item('reminder', { key: 'older', facts: { workingDaysBefore: 7 } }),
        item('reminder', { key: 'newer', facts: { workingDaysBefore: 1 } }),
      ],
    });
    expect(subject).toMatch(/^Nhắc:/);
    expect(text).toContain('trước hạn 1 ngày làm việc');
    expect(text).not.toContain('trước hạn 7');
  });

  it('is a card that the dialogue of the web chat can show', () => {
    const card: Reply = alone(item('reminder', { facts: { workingDaysBefore: 1 } })).reply;
    expect(card.fields).toContainEqual({ label: 'Hạn', value: 'Thứ Sáu 08/11/2024, còn 1 ngày làm việc' });
  });

  it('does not let words of people become markup', () => {
    const words = { text: '<b>đậm</b> & "ngoặc"', by: null, on: '2024-11-06' };
    const { html } = alone(item('returned', { facts: { version: 1, dueOn: '2024-11-14' }, words }));
    expect(html).toContain('&lt;b&gt;đậm&lt;/b&gt; &amp; &quot;ngoặc&quot;');
  });

  it('greets a stand-in in the name of the absent holder', () => {
    const to = {
      role: 'head' as const,
      post: 'head' as const,
      agency: 'Sở Y tế',
      since: null,
      standsInFor: 'Phạm Thí Dụ',
    };
    expect(alone(item('escalation', { to, facts: { step: 1 } })).text).toContain(
      'Ông/Bà thay Phạm Thí Dụ, lãnh đạo cơ quan của Sở Y tế.',
    );
  });

  it('is marked in subject, text and page when it is sent again', () => {
    const again = markAgain(alone(item('receipt', { facts: { receipt: 'BN-2024-0203', version: 1 } })));
    expect(again.subject).toBe('Biên nhận BN-2024-0203: báo cáo năm 2024, KH 54/KH-UBND (gửi lại)');
    expect(again.text).toContain('được gửi lại');
    expect(again.html).toContain('được gửi lại');
  });
});
