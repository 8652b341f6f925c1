import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPlanFile, loadPlans } from '../../plans/load-plans.ts';
import { PlanFileError, problemLine } from '../../plans/plan-file-error.ts';

const FIXTURE = fileURLToPath(new URL('../fixtures/plans', import.meta.url));
const dir = mkdtempSync(join(tmpdir(), 'dondoc-plans-'));
const file = join(dir, 'dongthu', 'dongthu-kh12-2024.yaml');
let sound = '';

beforeAll(async () => {
  await cp(FIXTURE, dir, { recursive: true });
  sound = readFileSync(file, 'utf8');
});
afterAll(() => rm(dir, { recursive: true }));

/** Writes the plan with some words changed; "§" in the new words marks where the mistake must be told. */
function broken(changes: [string, string][]): string[] {
  let text = sound;
  for (const [words, mistake] of changes) {
    expect(text).toContain(words);
    text = text.replace(words, mistake);
  }
  const places = [...text.matchAll(/§/g)].map(({ index }) => {
    const before = text.slice(0, index).replaceAll('§', '').split('\n');
    return `${before.length}:${(before.at(-1) ?? '').length + 1}`;
  });
  writeFileSync(file, text.replaceAll('§', ''));
  return places;
}

function problems(): string[] {
  return checkPlanFile(file).problems.map(({ line, column, text }) => `${line}:${column} ${text}`);
}

describe('a plan file with one mistake', () => {
  test.each<[string, string, string, string]>([
    [
      'unknown key, at the key',
      'shortName: KH 12',
      'shortName: KH 12\n§tilte: Nhầm',
      'khóa "tilte" không có trong lược đồ; có phải "title"?',
    ],
    [
      'unknown key in a measure',
      '    leads: [so-xd]',
      '    leads: [so-xd]\n    §đến: 2026',
      'khóa "đến" không có trong lược đồ',
    ],
    [
      'missing key, at the parent',
      '  - id: IV.2.b\n    kind: budgetEstimate\n',
      '  - §id: IV.2.b\n',
      'thiếu khóa "kind"',
    ],
    ['missing key of the whole plan', 'id: dongthu-kh12-2024\nprovince', '§province', 'thiếu khóa "id"'],
    [
      'a kind that does not exist',
      'kind: consolidation',
      'kind: §consolidated',
      'phải là một trong: report, consolidation, statistics',
    ],
    [
      'a day that does not exist',
      'issuedOn: 2024-02-05',
      'issuedOn: §2024-02-30',
      '"2024-02-30" không phải một ngày có thật',
    ],
    ['a number where words stand', 'no: I.1', 'no: §1.1', 'phải là chữ, đang là "1.1"'],
    ['words where a list stands', 'leads: [so-xd]', 'leads: §so-xd', 'phải là danh sách, đang là "so-xd"'],
    ['empty words', 'signatory: Nguyễn Văn Ví Dụ', 'signatory: §""', 'không được để trống'],
    ['an empty list', 'owedBy: [so-nnptnt]', 'owedBy: §[]', 'phải có ít nhất một mục'],
    ['a mistake inside a timing table', 'kind: onEvent', 'kind: §whenever', 'phải là một trong: yearly, window'],
    [
      'an unknown agency, with its likes',
      'owedTo: [so-tc]',
      'owedTo: [§so-tcc]',
      'không có cơ quan hay nhóm "so-tcc"; gần giống: so-tc',
    ],
    [
      'an unknown agency in a group',
      'cac-so: [so-yt, so-xd]',
      'cac-so: [so-yt, §so-xdd]',
      'không có cơ quan hay nhóm "so-xdd"',
    ],
    [
      'an unknown coordinator',
      'coordinator: so-nnptnt',
      'coordinator: §so-khcn',
      'không có cơ quan hay nhóm "so-khcn"',
    ],
    [
      'a group named like an agency',
      '  cac-so: [so-yt, so-xd]',
      '  cac-so: [so-yt, so-xd]\n  §so-tc: [so-yt]',
      'tên nhóm "so-tc" trùng mã một cơ quan',
    ],
    ['a number used twice', 'no: I.2', 'no: §I.1', 'mã "I.1" đã dùng ở trên'],
    [
      'an id other than the file name',
      'id: dongthu-kh12-2024',
      'id: §dongthu-kh13-2024',
      'phải trùng tên tệp "dongthu-kh12-2024.yaml"',
    ],
    ['another province', 'province: dongthu', 'province: §taythu', 'tỉnh "taythu" phải là tỉnh của thư mục: "dongthu"'],
    [
      'a period that ends before it begins',
      'from: 2024, to: 2028',
      'from: 2024, to: §2023',
      'giai đoạn kết thúc năm 2023',
    ],
    ['a target outside the period', 'year: 2028', 'year: §2031', 'năm 2031 nằm ngoài giai đoạn 2024–2028'],
    ['a review outside the period', 'year: 2026 }', 'year: §2029 }', 'năm 2029 nằm ngoài giai đoạn 2024–2028'],
    [
      'a window outside the period',
      'timing: Giai đoạn 2024 – 2026',
      'timing: §Giai đoạn 2019 – 2022',
      'nằm ngoài giai đoạn 2024–2028',
    ],
    ['a timing phrase nobody knows', 'timing: Hằng năm', 'timing: §Lúc rảnh', 'chưa hiểu cụm từ thời gian "Lúc rảnh"'],
    [
      'a quantity without a number',
      'quantity: 03-05 trạm',
      'quantity: §vài trạm',
      'chưa hiểu cụm từ số lượng "vài trạm"',
    ],
    [
      'a due phrase without a day',
      'duePhrase: Trước ngày 31 tháng 3 hằng năm',
      'duePhrase: §Trước mùa lũ',
      'không thấy ngày có thật trong "Trước mùa lũ"',
    ],
    [
      'a due day that does not exist',
      'duePhrase: chậm nhất ngày 10 tháng 3',
      'duePhrase: §chậm nhất ngày 31 tháng 6',
      'không thấy ngày có thật',
    ],
    [
      'a written due day that does not exist',
      'duePhrase: chậm nhất ngày 10 tháng 3',
      'due: §{ rule: before, month: 4, day: 31 }',
      'ngày 31/4 không có thật',
    ],
    [
      'a setting for no requirement',
      'dueDays: { IV.2.b:',
      'dueDays: { §IV.2.c:',
      'không có yêu cầu "IV.2.c" để đặt ngày',
    ],
    ['a setting on no day', '"06-28"', '§"06-31"', 'ngày 31/06 không có thật'],
    ['covered by nothing', '    owedTo: [so-tc]', '    owedTo: [so-tc]\n    coveredBy: §V.1', 'không có yêu cầu "V.1"'],
    [
      'a lead without ids',
      '    lead: Sở Xây dựng\n    leads: [so-xd]',
      '    lead: §Sở Xây dựng',
      'có đơn vị chủ trì nhưng thiếu leads',
    ],
    [
      'a correction without a note',
      'where: nhiệm vụ II.-1',
      'where: mục II',
      'khác bản in mà chưa có mục sourceNotes với where: nhiệm vụ II.-1',
    ],
    ['the same key twice', 'shortName: KH 12', 'shortName: KH 12\n§shortName: KH 13', 'khóa này đã ghi ở trên'],
    ['broken YAML', 'goals:', 'goals: ]', 'không đọc được YAML'],
  ])('%s', (_label, words, mistake, sentence) => {
    const [place] = broken([[words, mistake]]);
    const told = problems();
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((line) => line.includes(sentence))).toHaveLength(1);
    if (place !== undefined) expect(told.find((line) => line.includes(sentence))?.split(' ')[0]).toBe(place);
  });
});

test('all mistakes are told at once, in the order of the file, as file:line:column: sentence', () => {
  const places = broken([
    ['shortName: KH 12', '§shortNam: KH 12'],
    ['issuedOn: 2024-02-05', 'issuedOn: §2024-13-05'],
    ['leads: [so-xd]', 'leads: [§so-xdd]'],
    ['frequency: yearly', 'frequency: §weekly'],
  ]);
  const told = checkPlanFile(file).problems.map(problemLine);
  for (const place of places) expect(told.some((line) => line.startsWith(`${file}:${place}: `))).toBe(true);
  expect(told).toHaveLength(5);
  expect(() => loadPlans(dir)).toThrow(PlanFileError);
});

test('the same plan without a mistake is sound', () => {
  writeFileSync(file, sound);
  expect(checkPlanFile(file).problems).toEqual([]);
});

test('a day may be set for a review and for what agencies give to it', () => {
  broken([
    [
      'dueDays: { IV.2.b: "06-28" }',
      'dueDays: { IV.2.b: "06-28", IV.1-midTerm: "10-30", IV.1-midTerm-inputs: "08-29" }',
    ],
  ]);
  expect(checkPlanFile(file).problems).toEqual([]);
  writeFileSync(file, sound);
});

test('a mother plan that is not there is told when the folder is read', () => {
  const places = broken([
    ['coordinator: so-nnptnt', 'parent: { planId: §dongthu-kh1-2020, document: null }\ncoordinator: so-nnptnt'],
  ]);
  expect(() => loadPlans(dir)).toThrow(`${file}:${places[0]}: không có kế hoạch mẹ "dongthu-kh1-2020"`);
  writeFileSync(file, sound);
});

test('a plan beside no agencies is told so', () => {
  const alone = mkdtempSync(join(tmpdir(), 'dondoc-alone-'));
  writeFileSync(join(alone, 'x.yaml'), sound);
  expect(checkPlanFile(join(alone, 'x.yaml')).problems.map(({ text }) => text)).toContain('không mở được tệp này');
});
