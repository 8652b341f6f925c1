import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Views } from '../../../web/ports.ts';
import { createViews } from '../../../web/views/create-views.ts';
import type { MachineHouse } from './machine-house.ts';
import * as people from './people.ts';
import { HEALTH57, ROUND54, referenceMorning, TOURISM57 } from './reference-morning.ts';
import { sourcesOf } from './sources.ts';

let house: MachineHouse;
let views: Views;

beforeAll(async () => {
  house = await referenceMorning();
  views = createViews(sourcesOf(house));
}, 180_000);
afterAll(() => house.close());

describe('one duty: Sở Y tế, báo cáo năm 2024, KH 57', () => {
  test('the clause comes first: document, item, quoted words, and its place among those who owe', async () => {
    const view = await views.obligation(people.COORDINATOR, HEALTH57);
    expect(view?.basis.document).toContain('Kế hoạch số 57/KH-UBND ngày 18/11/2022');
    expect(view?.basis.scope).toBe('Sở Y tế là một trong sáu sở được giao');
    expect(view?.basis.quote).toMatch(/^Định kỳ hàng năm hoặc đột xuất khi có yêu cầu/);
    expect(view?.basis.note).toContain('Kế hoạch không ghi ngày.');
  });

  test('each numbered deadline says why it is there; a day the plan did not print is marked and counted', async () => {
    const view = await views.obligation(people.COORDINATOR, HEALTH57);
    const [first, second] = view?.deadlines ?? [];
    expect(first).toMatchObject({ number: 1, lastDay: '2024-10-31', isDefault: true, state: { is: 'onTime' } });
    expect(first?.why).toContain('10 ngày làm việc trước ngày 14/11/2024');
    expect(first?.calculation[0]).toContain('“Trước ngày 15 tháng 11 hàng năm”');
    expect(second).toMatchObject({ number: 2, lastDay: '2024-11-12', isDefault: false, state: { is: 'due', days: 3 } });
    expect(second?.why).toContain('trả lại ngày 05/11, cho 5 ngày làm việc');
    expect(view?.deadline).toEqual({ number: 2, lastDay: '2024-11-12', daysLeft: 3, isDefault: false });
  });

  test('working days are shared out: agency 18, reviewer 4, agency 2, remaining 3', async () => {
    const view = await views.obligation(people.COORDINATOR, HEALTH57);
    expect(view?.spans).toEqual([
      { whose: 'agency', days: 18, from: '2024-10-07', to: '2024-10-30' },
      { whose: 'reviewer', days: 4, from: '2024-10-31', to: '2024-11-05' },
      { whose: 'agency', days: 2, from: '2024-11-06', to: '2024-11-07' },
      { whose: 'remaining', days: 3, from: '2024-11-08', to: '2024-11-12' },
    ]);
  });

  test('the version, how it became official, and what was decided', async () => {
    const [version] = (await views.obligation(people.COORDINATOR, HEALTH57))?.versions ?? [];
    expect(version).toMatchObject({
      number: 1,
      receipt: 'BN-2024-0001',
      standing: 'chính thức: lãnh đạo xác nhận 30/10',
      decision: { is: 'returned', on: '2024-11-05' },
    });
    expect(version?.content).toContainEqual({ text: '1.250 lượt', as: 'strong' });
    expect(version?.content.map(({ text }) => text).join('')).toMatch(
      /^nhiệm vụ 2\.1, 2\.3: đã thực hiện; nhiệm vụ 2\.2: có khó khăn, vướng mắc, “Thiếu giảng viên”; /,
    );
  });

  test('the story, newest first, holds each message once, with its delivery under the act it reports', async () => {
    const { story } = (await views.obligation(people.COORDINATOR, HEALTH57)) ?? { story: [] };
    expect(story.map(({ title }) => title).slice(0, 4)).toEqual([
      'Nhắc: còn 3 ngày làm việc đến hạn số 2',
      'Khó khăn, vướng mắc: “Chưa rõ mức chi tập huấn”',
      'Trả lại bản 1, mở hạn số 2: 12/11/2024',
      'Nhắc người duyệt: đã quá 1 ngày làm việc',
    ]);
    const returned = story[2];
    expect(returned?.text).toContain('Lý do gửi nguyên văn: “Số lượt đào tạo 1.250');
    expect(returned?.deliveries).toEqual([
      { channel: 'Thư điện tử', is: 'accepted', at: '2024-11-06T08:00:00.000+07:00' },
      { channel: 'Chat web', is: 'delivered', at: '2024-11-06T08:00:00.000+07:00' },
    ]);
    expect(story.map(({ at }) => at)).toEqual(
      story
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
  });

  test('an act that is not possible yet says what it waits for', async () => {
    const { acts } = (await views.obligation(people.COORDINATOR, HEALTH57)) ?? { acts: [] };
    expect(acts.find(({ act }) => act === 'accept')).toEqual({ act: 'accept', ready: false, when: 'khi có bản 2' });
    expect(acts.find(({ act }) => act === 'return')).toEqual({ act: 'return', ready: false, when: 'khi có bản 2' });
    expect(acts.filter(({ ready }) => ready).map(({ act }) => act)).toEqual([
      'answer',
      'extend',
      'recordOnBehalf',
      'waive',
      'suspend',
      'raiseObstacle',
    ]);
    expect(acts.map(({ act }) => act)).not.toContain('confirm');
  });

  test('other agencies’ messages are not shown to the owing agency', async () => {
    const own = await views.obligation(people.HEALTH, HEALTH57);
    const reminder = own?.story.find(({ title }) => title.startsWith('Nhắc người duyệt'));
    expect(reminder?.fullText).toBeNull();
    expect(own?.story[0]?.fullText?.[0]).toContain('Phạm Thí Dụ');
  });

  test('the form in which somebody records an answer asks what the dialogue asks', async () => {
    const { answerFields } = (await views.obligation(people.COORDINATOR, HEALTH57)) ?? { answerFields: [] };
    expect(answerFields[0]).toMatchObject({ id: 'measure/2.1/status', label: 'Nhiệm vụ 2.1' });
    expect(answerFields[0]?.options.map(({ label }) => label)).toEqual([
      'Đã thực hiện',
      'Đang thực hiện',
      'Chưa thực hiện',
      'Có khó khăn, vướng mắc',
    ]);
  });
});

describe('one round: báo cáo năm 2024, KH 54', () => {
  test('agencies by attention, held ladders last among the overdue, the extended below', async () => {
    const round = await views.round(people.COORDINATOR, ROUND54);
    expect(round?.title).toBe('Báo cáo năm 2024 của các sở');
    expect(round?.isDefault).toBe(true);
    expect(round?.rows.at(-2)).toMatchObject({
      agency: 'Sở Lao động – Thương binh và Xã hội',
      note: 'chưa liên lạc được',
      next: { at: null, what: 'khi có địa chỉ mới' },
    });
    expect(round?.rows.at(-1)).toMatchObject({ state: { is: 'extended', to: '2024-11-08' }, note: 'hạn số 2' });
    expect(round?.rows[0]?.next).toEqual({ at: '2024-11-08T08:00:00.000+07:00', what: 'bậc 2 Điều phối' });
  });

  test('the running workflow agrees with the projection', async () => {
    const running = (await views.round(people.COORDINATOR, ROUND54))?.running;
    expect(running?.answered).toBe(true);
    expect(running?.differences).toEqual([]);
    expect(running?.rows.every(({ same }) => same)).toBe(true);
    expect(running?.rows.find(({ what }) => what === 'Mốc kế tiếp')?.running).toBe('08/11/2024 07:00 (+07:00)');
  });

  test('a projection that stays behind is named, agency by agency', async () => {
    await house.database.db
      .updateTable('obligation')
      .set({ phase: 'submitted' })
      .where('key', '=', `${ROUND54.slice('round/brvt/'.length)}/so-yt`)
      .execute();
    const round = await views.round(people.COORDINATOR, ROUND54);
    expect(round?.rows.find(({ agencyId }) => agencyId === 'so-yt')?.running).toEqual({ is: 'overdue', days: 2 });
    expect(round?.running.differences).toHaveLength(1);
    expect(round?.running.differences[0]).toContain('Sở Y tế');
    await house.database.db
      .updateTable('obligation')
      .set({ phase: 'open' })
      .where('key', '=', `${ROUND54.slice('round/brvt/'.length)}/so-yt`)
      .execute();
  });

  test('a server that does not answer is said to be silent; the projection still stands', async () => {
    const silent = createViews(sourcesOf(house, true));
    const round = await silent.round(people.COORDINATOR, ROUND54);
    expect(round?.running).toMatchObject({ answered: false, differences: [] });
    expect(round?.running.rows.every(({ running }) => running === null)).toBe(true);
    expect(round?.rows).toHaveLength(10);
  });
});

describe('the letter that asks leadership', () => {
  test('one sentence of facts: what was done and reached, what waits, when it is repeated and handed on', async () => {
    const view = await views.opinion(people.VICE_CHAIR, TOURISM57);
    expect(view).toMatchObject({
      addressee: 'Lý Thị Giả Định, Phó Chủ tịch UBND tỉnh',
      overdue: 5,
      effect:
        'Báo cáo tổng hợp năm 2024 gửi UBND tỉnh và Bộ KH&CN, chậm nhất 14/11 (còn 5 ngày làm việc), mới có số liệu của 2 trong 6 cơ quan',
      proposedDay: '2024-11-11',
      extendDay: '2024-11-14',
      repeatOn: '2024-11-11',
      nextPostOn: '2024-11-14',
      answered: null,
    });
    expect(view?.subject.asked).toEqual(['p31']);
    expect(view?.done.map(({ on, text }) => [on, text])).toEqual([
      ['2024-11-01', 'Lãnh đạo Sở Du lịch'],
      ['2024-11-05', 'Điều phối'],
      ['2024-11-07', 'Tin này. Lãnh đạo tỉnh là bậc cuối'],
    ]);
  });

  test('nobody who was not asked has such a letter', async () => {
    expect(await views.opinion(people.VICE_CHAIR, HEALTH57)).toBeNull();
  });
});
