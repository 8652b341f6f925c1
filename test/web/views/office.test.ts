import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Views } from '../../../web/ports.ts';
import { createViews } from '../../../web/views/create-views.ts';
import type { MachineHouse } from './machine-house.ts';
import * as people from './people.ts';
import { KH54, KH57, referenceMorning } from './reference-morning.ts';
import { sourcesOf } from './sources.ts';

let house: MachineHouse;
let views: Views;

beforeAll(async () => {
  house = await referenceMorning();
  views = createViews(sourcesOf(house));
}, 180_000);
afterAll(() => house.close());

describe('plans', () => {
  test('a year of a plan: phases, days with their reason, what lies before the start', async () => {
    const view = await views.planYear(people.COORDINATOR, KH54, 2024);
    expect(view?.phases.map(({ phase }) => phase)).toEqual(['budgeting', 'execution', 'reporting']);
    const standings = view?.phases.flatMap(({ rounds }) => rounds.map(({ standing }) => standing)) ?? [];
    expect(new Set(standings)).toEqual(new Set(['imported', 'open']));
    expect(view?.imported?.total).toBe(view?.imported?.noEvidence);
    expect(view?.measures.length).toBeGreaterThan(10);
  });

  test('an agency sees its own rounds and measures', async () => {
    const view = await views.planYear(people.TOURISM, KH57, 2024);
    const rounds = view?.phases.flatMap(({ rounds: each }) => each) ?? [];
    expect(rounds.find(({ standing }) => standing === 'open')).toMatchObject({
      shares: [],
      mine: [{ agency: 'Sở Du lịch', state: { is: 'overdue', days: 5 } }],
    });
    expect(view?.measures.map(({ no }) => no)).toEqual(['2.1', '2.2', '2.3']);
    expect(view?.imported).toBeNull();
  });

  test('the year before the start lists its rounds as before the start; a year of no plan is the nearest', async () => {
    expect((await views.planYear(people.COORDINATOR, KH57, 2019))?.year).toBe(2022);
    expect((await views.planYear(people.COORDINATOR, KH57, null))?.year).toBe(2024);
    expect(await views.planYear(people.COORDINATOR, 'no-such-plan', null)).toBeNull();
  });

  test('an agency gets no list of what lies before the start but its own', async () => {
    const own = await views.imported(people.TOURISM, KH54);
    expect(new Set(own?.rows.map(({ agency }) => agency))).toEqual(new Set(['Sở Du lịch']));
    const all = await views.imported(people.COORDINATOR, KH54);
    expect(all?.rows.length).toBeGreaterThan(own?.rows.length ?? 0);
    expect(all?.rows.every(({ standing }) => standing.is === 'noEvidence')).toBe(true);
  });
});

describe('obstacles', () => {
  test('the raiser and the coordinator see it, another agency does not', async () => {
    expect((await views.obstacles(people.HEALTH)).open).toMatchObject([
      {
        id: 'act:7',
        agency: 'Sở Y tế',
        about: 'nhiệm vụ 2.1 của KH 57',
        answerBy: { lastDay: '2024-11-08', daysLeft: 1 },
      },
    ]);
    expect((await views.obstacles(people.COORDINATOR)).open).toHaveLength(1);
    expect((await views.obstacles(people.TOURISM)).open).toEqual([]);
  });

  test('its page holds the words, the clause and the story', async () => {
    const view = await views.obstacle(people.COORDINATOR, 'act:7');
    expect(view).toMatchObject({ text: 'Chưa rõ mức chi tập huấn', step: 'coordinator', agency: 'Sở Y tế' });
    expect(view?.clause).toContain('khó khăn, vướng mắc');
    expect(view?.story).toHaveLength(1);
    expect(view?.running.rows.every(({ same }) => same)).toBe(true);
    expect(await views.obstacle(people.COORDINATOR, 'nothing')).toBeNull();
  });
});

describe('people and system', () => {
  test('the directory: all for who watches over, own agency and coordinator for an agency; channels tell the truth', async () => {
    const all = await views.directory(people.COORDINATOR);
    const labour = all.agencies.find(({ id }) => id === 'so-ldtbxh');
    expect(labour?.people.find(({ person }) => person === 'p10')?.channels).toEqual([
      { channel: 'Chat web', is: 'untried', note: 'chưa mở lần nào' },
      { channel: 'Thư điện tử', is: 'failed', note: 'bị trả về ngày 05/11' },
    ]);
    expect((await views.directory(people.TOURISM)).agencies.map(({ id }) => id)).toEqual(['so-dl', 'so-khcn']);
  });

  test('a receipt is verified with its standing', async () => {
    expect(await views.receipt(people.HEALTH, 'BN-2024-0001')).toMatchObject({
      agency: 'Sở Y tế',
      what: 'Báo cáo năm 2024, KH 57/KH-UBND, mục IV.2, gạch đầu dòng thứ 2, bản 1',
      standing: 'chính thức; đã được trả lại để bổ sung',
    });
    expect(await views.receipt(people.HEALTH, 'BN-2024-9999')).toBeNull();
  });

  test('the calendar shows the tables in force', async () => {
    expect(await views.calendar(people.TOURISM, 2024)).toMatchObject({ year: 2024, announced: true, workingDays: 251 });
    expect((await views.calendar(people.TOURISM, 1999)).year).toBe(2021);
  });

  test('workflows are listed for those who watch over the system only', async () => {
    const { workflows } = await views.status(people.COORDINATOR);
    expect(workflows.length).toBeGreaterThan(5);
    expect(workflows.every(({ same }) => same)).toBe(true);
    expect((await views.status(people.TOURISM)).workflows).toEqual([]);
    expect((await views.status(null)).workflows).toEqual([]);
  });

  test('each role of the trial with what is on its desk', async () => {
    const { groups } = await views.roles(people.COORDINATOR);
    const now = new Map(groups.flatMap(({ people: each }) => each.map(({ person, now: what }) => [person, what])));
    expect(groups.map(({ people: each }) => each.length)).toEqual([4, 26, 3]);
    expect(now.get('p05')).toEqual({ state: { is: 'overdue', days: 5 }, words: 'quá hạn 2' });
    expect(now.get('p10')?.state).toEqual({ is: 'unreachable' });
    expect(now.get('p01')?.words).toBe('5 việc chờ xử lý, 1 quá hạn');
    expect(now.get('p31')?.words).toBe('4 việc xin ý kiến');
  });
});

describe('banners', () => {
  test('letters that cannot leave, and a reorganisation not yet applied, are said on every page', async () => {
    const waiting = createViews({ ...sourcesOf(house), mailConfigured: false, notYetAppliedFrom: '2024-11-01' });
    const { banners } = await waiting.frame(null);
    expect(banners[0]).toContain('Từ 01/11/2024 các cơ quan được sắp xếp lại');
    expect(banners[1]).toContain('Chưa cấu hình máy chủ thư');
    expect((await views.frame(null)).banners).toEqual([]);
  });
});
