import { describe, expect, it } from 'vitest';
import { answersOf, isTenfold, measureStates, missingFields, withAnswer } from '../../../domain/form/answers.ts';
import { buildForm, type FormSource } from '../../../domain/form/build-form.ts';
import type { Answer } from '../../../domain/form/form.ts';

const timing = { phrase: 'hàng năm', condition: null, from: null, to: null, kind: 'yearly' as const };

const SOURCE: FormSource = {
  requirement: 'bao-cao-nam',
  period: '2024',
  plan: {
    id: 'kh-mau',
    shortName: 'KH 57',
    measures: [
      { no: '1.1', text: 'Tổ chức hội nghị', timing, quantity: { phrase: '02 lớp', min: 2, max: null, unit: 'lớp' } },
      { no: '2.1', text: 'Đào tạo', timing: { ...timing, phrase: null }, quantity: null },
    ],
    targets: [
      {
        id: 'a',
        text: 'Trên 1.000 lượt và 50 doanh nghiệp',
        quantities: [
          { comparator: 'moreThan', value: 1000, max: null, unit: 'lượt' },
          { comparator: 'about', value: 50, max: 60, unit: 'doanh nghiệp' },
        ],
      },
      { id: 'b', text: 'Nâng cao nhận thức', quantities: [] },
    ],
  },
  measures: ['2.1', '1.1'],
  endingMeasures: ['2.1'],
  targets: ['b', 'a', 'z'],
  money: [],
  freeText: true,
};

describe('the form of an obligation', () => {
  it('asks measures and targets in the plan’s order, then difficulties and proposals', () => {
    const form = buildForm(SOURCE);
    expect(form.id).toBe('kh-mau/bao-cao-nam/2024');
    expect(form.fields.map(({ id, kind, optional }) => [id, kind, optional])).toEqual([
      ['measure/1.1/status', 'measureStatus', false],
      ['measure/1.1/quantity', 'figure', true],
      ['measure/2.1/end', 'measureEnd', false],
      ['target/a/1', 'figure', true],
      ['target/a/2', 'figure', true],
      ['target/b/text', 'text', true],
      ['obstacles', 'obstacle', true],
      ['proposals', 'text', true],
    ]);
    expect(form.fields[4]).toMatchObject({ aim: 60, unit: 'doanh nghiệp' });
  });

  it('asks growth in the unit that agencies count in, and of whoever adds up only his own part', () => {
    const growth = {
      id: 'c',
      text: 'Tăng 10%',
      quantities: [{ comparator: 'exactly' as const, value: 10, max: null, unit: '%' }],
      reportedIn: 'doanh nghiệp',
    };
    const source = { ...SOURCE, measures: [], endingMeasures: [], targets: ['c'], freeText: false };
    const plan = { ...SOURCE.plan, targets: [growth] };
    const [asked] = buildForm({ ...source, plan, ownPart: true }).fields;
    expect(asked).toMatchObject({ unit: 'doanh nghiệp', own: true });
    expect(asked?.aim).toBeUndefined();
    expect(buildForm({ ...source, plan }).fields[0]?.own).toBeUndefined();
  });

  it('asks an estimate by source of money, and words where nothing else is asked', () => {
    const empty = { ...SOURCE, measures: [], endingMeasures: [], targets: [], freeText: false };
    const estimate = buildForm({ ...empty, money: ['recurrent', 'investment', 'other'] });
    expect(estimate.fields.map(({ id, unit }) => [id, unit])).toEqual([
      ['money/recurrent', 'VND'],
      ['money/investment', 'VND'],
      ['money/other', 'VND'],
      ['obstacles', undefined],
    ]);
    expect(buildForm(empty).fields.map(({ id }) => id)).toEqual(['content', 'obstacles']);
  });

  it('is plain JSON', () => {
    const form = buildForm(SOURCE);
    expect(JSON.parse(JSON.stringify(form))).toEqual(form);
  });
});

describe('answers', () => {
  const form = buildForm(SOURCE);
  const done: Answer = { field: 'measure/1.1/status', value: { kind: 'status', status: 'done' } };
  const prolong: Answer = { field: 'measure/2.1/end', value: { kind: 'end', end: 'prolong' }, remark: 'đến 2026' };

  it('replaces an earlier answer where it stands', () => {
    const changed: Answer = { ...done, value: { kind: 'status', status: 'notDone' } };
    expect(withAnswer([done, prolong], changed)).toEqual([changed, prolong]);
  });

  it('knows what is missing, what belongs to the form, and where each measure stands', () => {
    expect(missingFields(form, [done]).map(({ id }) => id)).toEqual(['measure/2.1/end']);
    expect(answersOf(form, [prolong, { field: 'other', value: { kind: 'nothing' } }, done])).toEqual([done, prolong]);
    expect(measureStates(form, [done, prolong])).toEqual({ '1.1': 'done', '2.1': 'prolong' });
  });

  it.each([
    ['ten times', 850, 85, true],
    ['a tenth', 8.5, 85, true],
    ['a little under ten times', 849, 85, false],
    ['zero', 0, 85, false],
    ['from zero', 85, 0, false],
  ])('%s', (_, value, known, tenfold) => {
    expect(isTenfold(value, known)).toBe(tenfold);
  });
});
