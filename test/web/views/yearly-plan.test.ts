import { afterAll, beforeAll, expect, test } from 'vitest';
import { createViews } from '../../../web/views/create-views.ts';
import { MachineHouse } from './machine-house.ts';
import * as people from './people.ts';
import { KH57 } from './reference-morning.ts';
import { sourcesOf } from './sources.ts';

const ROUND = `round/brvt/${KH57}/2024/IV.1.-1/2025`;
const CHILD = 'brvt-kh-2025';

let house: MachineHouse;
beforeAll(async () => {
  house = await MachineHouse.open();
  await house.to('2024-11-25');
}, 180_000);
afterAll(() => house.close());

test('the yearly duty to draw up a plan shows the plan whose file names its mother, and says when there is none', async () => {
  const views = createViews(sourcesOf(house));
  expect((await views.round(people.COORDINATOR, ROUND))?.yearlyPlan).toEqual({ year: '2025', plan: null });
  const sister = house.plans.find(({ parent }) => parent?.planId === KH57);
  if (sister === undefined) throw new Error('the plan of 2023 names its mother');
  const child = { ...sister, id: CHILD, shortName: 'KH năm 2025', period: { from: 2025, to: 2025 } };
  const sources = { ...sourcesOf(house), plans: async () => [...house.plans, child] };
  const found = await createViews(sources).round(people.COORDINATOR, ROUND);
  expect(found?.yearlyPlan).toEqual({ year: '2025', plan: { id: CHILD, name: 'KH năm 2025' } });
});
