import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const KH54 = 'brvt-kh54-2022';
const KH57 = 'brvt-kh57-2022';

/** Two plans of one province, nobody answers: KH 57 asks until 31/10/2024, KH 54 until 05/11/2024. */
describe('leadership is told of the week, once', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54, KH57] });
    await story.advance('2024-11-04 09:00');
  });
  afterAll(() => story.close());

  const messages = async (day: string) => {
    const rows = await story.database.db
      .selectFrom('message')
      .select(['person', 'channel', 'subject', 'text', 'slot'])
      .where('agency', '=', 'ubnd-tinh')
      .orderBy('slot')
      .orderBy('channel')
      .execute();
    return rows.filter(({ slot }) => slot.startsWith(day));
  };

  it('on the first working day of each week in which rounds are open, one notice a plan', async () => {
    const told = (await story.notices({ kind: 'weeklyDigest' })).map(lineOf);
    expect(told.filter((line) => line.startsWith('2024-11-04'))).toEqual([
      '2024-11-04 08:00 weeklyDigest → ubnd-tinh/leadership',
      '2024-11-04 08:00 weeklyDigest → ubnd-tinh/leadership',
    ]);
    expect(new Set(told.map((line) => line.slice(0, 10)))).toEqual(
      new Set(['2024-10-14', '2024-10-21', '2024-10-28', '2024-11-04']),
    );
  });

  it('as one message with both plans: what is late, by agency, and what falls due', async () => {
    const [first, ...others] = await messages('2024-11-04');
    expect(first?.subject).toBe('Tình hình tuần của 2 kế hoạch');
    expect(first?.text).toContain('Tình hình tuần, KH 57/KH-UBND: 6 quá hạn, 0 sắp đến hạn');
    expect(first?.text).toContain('Quá hạn báo cáo năm 2024: Sở Công Thương;');
    expect(first?.text).toContain('Tình hình tuần, KH 54/KH-UBND: 0 quá hạn, 10 sắp đến hạn');
    expect(first?.text).toContain('Đến hạn báo cáo năm 2024 ngày 05/11/2024: ');
    expect(new Set(others.map(({ person }) => person))).toEqual(new Set([first?.person]));
    expect(others.map(({ channel }) => channel)).not.toContain(first?.channel);
  });

  it('and of nothing in a quiet week', async () => {
    expect(await messages('2024-10-14')).toEqual([]);
  });
});
