import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { instantOn } from '../../../domain/calendar/instant.ts';
import type { Views } from '../../../web/ports.ts';
import { createViews } from '../../../web/views/create-views.ts';
import type { MachineHouse } from './machine-house.ts';
import * as people from './people.ts';
import {
  BUILDING54,
  EDUCATION54,
  HEALTH57,
  KH54,
  KH57,
  ROUND54,
  referenceMorning,
  TOURISM57,
  TRANSPORT57,
} from './reference-morning.ts';
import { sourcesOf } from './sources.ts';

let house: MachineHouse;
let views: Views;

beforeAll(async () => {
  house = await referenceMorning();
  views = createViews(sourcesOf(house));
}, 180_000);
afterAll(() => house.close());

describe('Hôm nay, Thursday 07/11/2024, 08:00', () => {
  test('what waits for the coordinator, by her own deadlines, with the working day of her time', async () => {
    const { waiting } = await views.today(people.COORDINATOR, 5);
    expect(waiting.map(({ act, key, mine }) => [act.is, key, mine.state, mine.lastDay, mine.dayNumber])).toEqual([
      ['review', TRANSPORT57, { is: 'overdue', days: 1 }, '2024-11-06', 4],
      ['obstacle', 'act:7', { is: 'due', days: 1 }, '2024-11-08', null],
      ['extension', BUILDING54, { is: 'due', days: 2 }, '2024-11-11', null],
      ['targetBasis', `${KH57}/targets`, { is: 'due', days: 5 }, '2024-11-14', null],
      ['targetBasis', `${KH54}/targets`, { is: 'due', days: 8 }, '2024-11-19', null],
    ]);
  });

  test('what came since the visit before is counted from what waits; else the messages since', async () => {
    const since = async (day: string, time: string, actor = people.COORDINATOR) =>
      (await views.today(actor, 5, instantOn(day, time))).since;
    expect((await views.today(people.COORDINATOR, 5)).since).toBeNull();
    expect(await since('2024-10-07', '08:00')).toMatchObject({ reports: 1, extensionRequests: 1, obstacles: 1 });
    expect(await since('2024-11-06', '16:40')).toMatchObject({ at: instantOn('2024-11-06', '16:40'), messages: 1 });
    expect(await since('2024-11-07', '08:00')).toEqual({
      ...{ at: instantOn('2024-11-07', '08:00'), messages: 0 },
      ...{ reports: 0, extensionRequests: 0, obstacles: 0 },
    });
    expect(await since('2024-10-07', '08:00', people.TOURISM)).toMatchObject({ reports: 0, extensionRequests: 0 });
  });

  test('overdue comes by working days past, each with its ladder and how the newest rung went', async () => {
    const { overdue } = await views.today(people.COORDINATOR, 5);
    expect(overdue).toHaveLength(13);
    const tourism = overdue.find(({ key }) => key === TOURISM57);
    expect(tourism).toMatchObject({
      days: 5,
      ladder: { rung: 3, state: 'climbing', to: 'Lãnh đạo tỉnh', delivered: true },
    });
    expect(overdue.find(({ key }) => key === BUILDING54)).toMatchObject({ days: 2, note: 'có đề nghị gia hạn' });
  });

  test('a rung is held over an agency that no message reached, with whom to call', async () => {
    const view = await views.today(people.COORDINATOR, 5);
    expect(view.overdue.find(({ unreachable }) => unreachable)).toMatchObject({
      agency: 'Sở Lao động – Thương binh và Xã hội',
      call: { phone: '0254 000 0110', person: 'p10' },
      ladder: {
        rung: 1,
        state: 'held',
        heldSince: '2024-11-06',
        heldWhy: 'thư bị trả về ngày 05/11, chưa mở chat web',
      },
    });
    expect(view.unreachable).toMatchObject([{ person: 'p10', name: 'Mai Văn Nháp', phone: '0254 000 0110' }]);
  });

  test('due within five days: extended and returned keep their standing', async () => {
    const { due } = await views.today(people.COORDINATOR, 5);
    expect(due.map(({ key, on, days, deadline, state }) => [key, on, days, deadline, state])).toEqual([
      [EDUCATION54, '2024-11-08', 1, 2, { is: 'extended', to: '2024-11-08' }],
      [HEALTH57, '2024-11-12', 3, 2, { is: 'returned', awaits: 2 }],
      ['brvt-kh57-2022/2024/IV.1.-3/2024/so-khcn', '2024-11-14', 5, 1, { is: 'due', days: 5 }],
    ]);
  });

  test('figures agree: bar, list, plan list and round', async () => {
    const today = await views.today(people.COORDINATOR, 5);
    const card = today.plans.find(({ plan }) => plan === KH54);
    const bar = card?.rounds[0]?.shares.find(({ is }) => is === 'overdue')?.count;
    const round = await views.round(people.COORDINATOR, ROUND54);
    const listed = today.overdue.filter(({ basis }) => basis.plan === 'KH 54').length;
    expect(bar).toBe(listed);
    expect(round?.rows.filter(({ state }) => state.is === 'overdue')).toHaveLength(listed);
    const plans = await views.plans(people.COORDINATOR);
    expect(plans.plans.find(({ id }) => id === KH54)?.counts.overdue).toBe(listed);
  });

  test('the bar of the trial promises as many messages as the list shows, at the same slot', async () => {
    const { next } = await views.today(people.COORDINATOR, 5);
    const { trial } = await views.frame(people.COORDINATOR);
    expect(next?.at).toBe('2024-11-08T08:00:00.000+07:00');
    expect(trial?.controls?.next).toEqual({ at: next?.at, messages: next?.messages.length });
    expect(next?.messages).toContain('Sở Giáo dục và Đào tạo: nhắc ngày hạn (KH 54)');
    const { messages } = await views.upcoming(people.COORDINATOR);
    expect(messages).toHaveLength(next?.messages.length ?? 0);
    expect(messages.find(({ to }) => to.startsWith('Bùi Thí Điểm'))?.subject).toContain('Nhắc: báo cáo năm 2024');
  });

  test('an agency sees its own duties only, and no control of the clock', async () => {
    const view = await views.today(people.TOURISM, 5);
    expect(new Set(view.overdue.map(({ agency }) => agency))).toEqual(new Set(['Sở Du lịch']));
    expect(view.waiting.map(({ act }) => act.is)).toEqual(['report', 'report']);
    expect(view.plans.flatMap(({ rounds }) => rounds.map(({ agencies }) => agencies))).toEqual([1, 1]);
    expect(view.plans.every(({ consolidation }) => consolidation === null)).toBe(true);
    expect(view.unreachable).toEqual([]);
    expect(view.next?.messages).toEqual(['Điều phối: bậc 2, Sở Du lịch (KH 54)']);
    expect((await views.frame(people.TOURISM)).trial?.controls).toBeNull();
  });

  test('a leader is asked for his opinion where the ladder has reached him', async () => {
    const { waiting } = await views.today(people.VICE_CHAIR, 5);
    expect(new Set(waiting.map(({ act }) => act.is))).toEqual(new Set(['opinion']));
    expect(waiting.map(({ key }) => key)).toContain(TOURISM57);
    expect(waiting[0]?.mine).toMatchObject({ lastDay: '2024-11-11', state: { is: 'due', days: 2 } });
  });

  test('the helper comes with his number, the note of the directory beside it', async () => {
    expect((await views.frame(null)).helper).toEqual({
      name: 'Trần Thị Mẫu',
      agency: 'Sở Khoa học và Công nghệ',
      phone: '0254 000 0101',
      note: 'số giả định',
    });
  });
});
