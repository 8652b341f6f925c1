import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadProvinces } from '../../plans/load-agencies.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { loadOwnRoster } from '../../plans/load-trial.ts';
import { planFileSchema } from '../../plans/plan-file.ts';
import { idsOf } from './plan-named.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/plans', import.meta.url));
const manual = readFileSync(fileURLToPath(new URL('../../docs/plan-file.md', import.meta.url)), 'utf8');

test.each(['roster.yaml', 'dongthu/agencies.yaml', 'dongthu/dongthu-kh12-2024.yaml'])(
  'the manual shows %s as it is',
  (name) => {
    expect(manual).toContain(`\`\`\`yaml ${name}\n${readFileSync(`${FIXTURES}/${name}`, 'utf8')}\`\`\``);
  },
);

test('the example of the manual is a plan of another province, with other months and its own settings', () => {
  const [plan, ...others] = loadPlans(FIXTURES);
  expect(others).toEqual([]);
  expect(plan).toMatchObject({
    id: 'dongthu-kh12-2024',
    coordinator: { id: 'so-nnptnt', name: 'Sở Nông nghiệp và Phát triển nông thôn' },
    policy: {
      dueDays: { 'IV.2.b': '06-28' },
      escalations: [{ workingDaysAfter: 2, to: 'head' }, { to: 'coordinator' }],
    },
  });
  expect(plan?.measures.map(({ no, leadKind, leads }) => [no, leadKind, idsOf(leads)])).toEqual([
    ['I.1', 'one', ['so-xd']],
    ['I.2', 'joint', ['so-nnptnt']],
    ['II.-1', 'group', ['so-yt', 'so-xd']],
  ]);
  expect(plan?.measures[0]?.quantity).toEqual({ phrase: '03-05 trạm', min: 3, max: 5, unit: 'trạm' });
  expect(plan?.requirements.map(({ id, due, defaultBasis }) => [id, due, defaultBasis])).toEqual([
    ['IV.1', { rule: 'before', month: 3, day: 31 }, null],
    ['IV.2.a', { rule: 'onOrBefore', month: 3, day: 10 }, null],
    ['IV.2.b', null, 'ngày cuối 28/06 theo thiết lập riêng của kế hoạch'],
    ['progress', null, expect.stringContaining('14/6')],
  ]);
});

test('its directory has people, posts and a stand-in; agencies are those of the province and the central ones', () => {
  const roster = loadOwnRoster(FIXTURES);
  expect(roster).toMatchObject({ province: 'dongthu', contact: 'a1' });
  expect(roster?.people.map(({ id, channels }) => [id, channels])).toEqual([
    ['a1', ['webChat', 'email']],
    ['a2', ['webChat', 'email']],
    ['a3', ['webChat']],
  ]);
  expect(idsOf(roster?.agencies ?? [])).toContain('bo-khcn');
  expect(loadProvinces(FIXTURES).map(({ id, name }) => [id, name])).toEqual([['dongthu', 'Đông Thử']]);
});

test('the JSON Schema names every key of the example', () => {
  const schema = planFileSchema();
  expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
  expect(JSON.stringify(schema)).toContain('"basisEndsIn"');
});
