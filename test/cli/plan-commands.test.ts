import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { planCheck } from '../../cli/plan-check.ts';
import { planList } from '../../cli/plan-list.ts';
import { planSchema } from '../../cli/plan-schema.ts';
import { planShow } from '../../cli/plan-show.ts';
import { loadPlans } from '../../plans/load-plans.ts';
import { runCommand } from './run-command.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/plans', import.meta.url));
const EXAMPLE = join(FIXTURES, 'dongthu', 'dongthu-kh12-2024.yaml');

describe('plan list', () => {
  test('the five plans, in the order in which they were issued', async () => {
    const { code, out, err } = await runCommand(planList, ['--json']);
    expect([code, err]).toEqual([0, '']);
    expect(out.endsWith(']\n')).toBe(true);
    expect(JSON.parse(out)).toMatchObject([
      { id: 'tthue-kh149-2021', number: '149/KH-UBND', issuedOn: '2021-04-14', period: { from: 2021, to: 2021 } },
      { id: 'brvt-kh54-2022', number: '54/KH-UBND', issuedOn: '2022-04-07', parent: null },
      { id: 'brvt-kh57-2022', number: '57/KH-UBND', issuedOn: '2022-11-18' },
      { id: 'brvt-kh-2023', title: null, number: null, issuedOn: null, parent: { planId: 'brvt-kh57-2022' } },
      { id: 'vinhlong-qd3064-2023', number: '3064/QĐ-UBND', issuedOn: '2023-12-29', period: { from: 2021, to: 2030 } },
    ]);
  });

  test('another folder of plans by DONDOC_PLANS', async () => {
    const { out } = await runCommand(planList, ['--json'], { DONDOC_PLANS: FIXTURES });
    expect(JSON.parse(out)).toMatchObject([{ id: 'dongthu-kh12-2024' }]);
  });

  test('a folder that is not there ends with 1', async () => {
    const { code, out, err } = await runCommand(planList, [], { DONDOC_PLANS: join(FIXTURES, 'khong-co') });
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('không có thư mục kế hoạch này');
  });

  test('as text for an official', async () => {
    const { out } = await runCommand(planList, []);
    expect(out).toContain('brvt-kh54-2022\n  Số 54/KH-UBND, ngày 07/04/2022, giai đoạn 2022–2030\n');
  });
});

describe('plan show', () => {
  test.each(loadPlans().map(({ id }) => id))('%s as JSON has every key that others rely on', async (id) => {
    const { code, out, err } = await runCommand(planShow, [id, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(out.normalize('NFC'));
    const plan = JSON.parse(out);
    expect(Object.keys(plan)).toEqual(expect.arrayContaining(PLAN_KEYS));
    for (const measure of plan.measures) expect(Object.keys(measure)).toEqual(expect.arrayContaining(MEASURE_KEYS));
    for (const each of plan.requirements) expect(Object.keys(each)).toEqual(expect.arrayContaining(REQUIREMENT_KEYS));
    expect(out).not.toContain('undefined');
  });

  test.each([...loadPlans().map(({ id }) => id)])('%s as text is the one an official approved', async (id) => {
    const { out } = await runCommand(planShow, [id]);
    await expect(out).toMatchFileSnapshot(`../golden/plans/${id}.txt`);
  });

  test('an unknown plan ends with 1, nothing on standard output, and names those that exist', async () => {
    const { code, out, err } = await runCommand(planShow, ['khong-co', '--json']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('Không có kế hoạch “khong-co”');
    expect(err).toContain('brvt-kh54-2022');
  });

  test.each([
    ['no plan named', []],
    ['an unknown option', ['brvt-kh54-2022', '--year', '2024']],
    ['a word too many', ['brvt-kh54-2022', 'brvt-kh57-2022']],
  ])('%s is wrong usage: 2', async (_label, args) => {
    const { code, out, err } = await runCommand(planShow, args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain('Cách dùng: dondoc plan show');
  });
});

describe('plan check', () => {
  test('a sound file, by its path and by its id', async () => {
    const byPath = await runCommand(planCheck, [EXAMPLE, '--json']);
    expect(byPath.code).toBe(0);
    expect(JSON.parse(byPath.out)).toMatchObject({ ok: true, errors: [], warnings: [{ code: 'LEAD_VAGUE' }, {}, {}] });
    const byId = await runCommand(planCheck, ['brvt-kh-2023', '--json']);
    expect(JSON.parse(byId.out).warnings.map(({ code }: { code: string }) => code)).toContain(
      'CONSOLIDATION_HAS_NO_DAY',
    );
    expect((await runCommand(planCheck, ['brvt-kh54-2022'])).out).toMatch(/^brvt-kh54-2022: đúng lược đồ; 18 nhiệm vụ/);
  });

  test('a file with mistakes ends with 1: the verdict as JSON, the mistakes as lines on standard error', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'dondoc-check-')), 'x.yaml');
    writeFileSync(file, 'id: x\nperiod: { from: 2024 }\n');
    const { code, out, err } = await runCommand(planCheck, [file, '--json']);
    expect(code).toBe(1);
    const verdict = JSON.parse(out);
    expect(verdict.ok).toBe(false);
    expect(verdict.errors).toContainEqual({ file, line: 2, column: 9, path: 'period.to', text: 'thiếu khóa "to"' });
    expect(err).toContain(`${file}:2:9: thiếu khóa "to"\n`);
    expect((await runCommand(planCheck, [file])).out).toBe('');
  });

  test('neither a file nor a plan: 1, and those that exist', async () => {
    const { code, out, err } = await runCommand(planCheck, ['khong-co.yaml', '--json']);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('vinhlong-qd3064-2023');
  });
});

test('plan schema is JSON with and without --json', async () => {
  for (const args of [[], ['--json']]) {
    const { code, out } = await runCommand(planSchema, args);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' });
  }
});

const PLAN_KEYS = [
  ...['schema', 'id', 'province', 'documentKind', 'title', 'number', 'issuedOn', 'issuer', 'signatory', 'period'],
  ...['parent', 'legalBases', 'goals', 'targets', 'measures', 'duties', 'requirements', 'reviews', 'difficultyClause'],
  ...['recipients', 'sourceNotes', 'warnings'],
];
const MEASURE_KEYS = [
  ...['no', 'path', 'section', 'source', 'text', 'printed', 'timing', 'quantity', 'lead', 'leads', 'leadKind'],
  ...['leadBasis', 'unassigned', 'cooperating', 'cooperators', 'holder', 'notes'],
];
const REQUIREMENT_KEYS = [
  ...['id', 'clause', 'kind', 'owedBy', 'owedTo', 'reviewer', 'duePhrase', 'due', 'frequency', 'alsoOnRequest'],
  ...['coveredBy', 'default', 'defaultBasis'],
];
