import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { cp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkPlanFile } from '../../plans/load-plans.ts';

const dir = mkdtempSync(join(tmpdir(), 'dondoc-warnings-'));
const file = join(dir, 'dongthu', 'dongthu-kh12-2024.yaml');
let sound = '';

beforeAll(async () => {
  await cp(fileURLToPath(new URL('../fixtures/plans', import.meta.url)), dir, { recursive: true });
  sound = readFileSync(file, 'utf8');
});
afterAll(() => rm(dir, { recursive: true }));

function warned(changes: [string, string][]): string[] {
  let text = sound;
  for (const [words, other] of changes) {
    expect(text).toContain(words);
    text = text.replace(words, other);
  }
  writeFileSync(file, text);
  return checkPlanFile(file).plan?.warnings.map(({ code, about }) => `${code} ${about.join(' ')}`) ?? [];
}

const FROM_THE_FILE = ['LEAD_VAGUE I.2', 'BASIS_ENDS_EARLIER I.1', 'BASIS_ENDS_EARLIER legalBases.1'];
const INPUTS = 'duePhrase: chậm nhất ngày 10 tháng 3';

test.each<[string, [string, string][], string[]]>([
  ['as it is', [], FROM_THE_FILE],
  ['inputs one day earlier', [[INPUTS, 'duePhrase: chậm nhất ngày 28 tháng 3']], FROM_THE_FILE],
  [
    'inputs on the eve: no day stands between',
    [[INPUTS, 'duePhrase: chậm nhất ngày 29 tháng 3']],
    ['CONSOLIDATION_HAS_NO_DAY IV.2.a IV.1', ...FROM_THE_FILE],
  ],
  [
    'inputs and consolidation by the same words',
    [[INPUTS, 'duePhrase: trước ngày 31 tháng 3']],
    ['CONSOLIDATION_HAS_NO_DAY IV.2.a IV.1', ...FROM_THE_FILE],
  ],
  ['inputs without a day', [[`    ${INPUTS}\n`, '']], ['INPUT_UNDATED IV.2.a IV.1', ...FROM_THE_FILE]],
  [
    'signed after a day it prints, and after the time of a measure',
    [
      ['issuedOn: 2024-02-05', 'issuedOn: 2024-04-10'],
      ['timing: Giai đoạn 2024 – 2026', 'timing: Quý I/2024'],
    ],
    ['LEAD_VAGUE I.2', 'PAST_AT_ISSUE I.1', 'PAST_AT_ISSUE IV.1', 'PAST_AT_ISSUE IV.2.a', ...FROM_THE_FILE.slice(1)],
  ],
  [
    'a review without a year',
    [[', by: [so-nnptnt], year: 2026 }', ', by: [so-nnptnt] }']],
    [...FROM_THE_FILE, 'REVIEW_UNDATED IV.1-midTerm'],
  ],
  ['pages lost', [['issuedOn: 2024-02-05', 'issuedOn: null']], ['SOURCE_INCOMPLETE ', ...FROM_THE_FILE]],
])('%s', (_label, changes, expected) => {
  expect(warned(changes)).toEqual(expected);
});
