import { describe, expect, it } from 'vitest';
import type { Quantity } from '../../../domain/plan/plan.ts';
import { type TargetPart, targetProgress, targetRule } from '../../../domain/plan/target-progress.ts';

const PERIOD = { from: 2022, to: 2030 };
const quantity = (value: number, unit: string, comparator: Quantity['comparator'] = 'atLeast'): Quantity => ({
  comparator,
  value,
  max: null,
  unit,
});
const target = (quantities: Quantity[], more: { everyYear?: boolean; contribution?: boolean } = {}) => ({
  quantities,
  everyYear: false,
  contribution: false,
  ...more,
});
const part = (agency: string, year: number, value: number, official = true): TargetPart => ({
  agency,
  year,
  value,
  receipt: `BN-${year}-${agency}`,
  official,
});

describe('the rule of a target', () => {
  it.each([
    { label: 'Tối thiểu 100 doanh nghiệp', of: target([quantity(100, 'doanh nghiệp')]), rule: 'runningTotal' },
    {
      label: 'hàng năm tăng 10%',
      of: target([quantity(10, '%', 'exactly')], { everyYear: true }),
      rule: 'percentOfBase',
    },
    { label: 'mỗi năm 5 lớp', of: target([quantity(5, 'lớp')], { everyYear: true }), rule: 'sumOfYear' },
    {
      label: 'Góp phần tăng 8,3%/năm',
      of: target([quantity(8.3, '%/năm')], { contribution: true }),
      rule: 'statistics',
    },
    { label: 'Nghiên cứu, triển khai các hoạt động', of: target([]), rule: 'text' },
    {
      label: 'named in the plan file',
      of: { ...target([quantity(50, '%')]), rule: 'latest' as const },
      rule: 'latest',
    },
  ])('$label: $rule', ({ of, rule }) => {
    expect(targetRule(of, PERIOD)).toBe(rule);
  });

  it('a plan of one year counts that year', () => {
    expect(targetRule(target([quantity(2, 'doanh nghiệp', 'exactly')]), { from: 2021, to: 2021 })).toBe('sumOfYear');
  });
});

describe('what a target has come to', () => {
  const enterprises = target([quantity(100, 'doanh nghiệp')]);
  const parts = [
    part('so-ct', 2023, 60),
    part('so-yt', 2023, 45),
    part('so-ct', 2024, 20),
    part('so-dl', 2024, 9, false),
  ];

  it('an unknown starting year is a question before any figure is progress', () => {
    expect(targetProgress(enterprises, PERIOD, 2024, parts)).toMatchObject({ state: 'needsBase', missing: 'from' });
  });

  it('a running total lists its parts with their receipts; a draft stands beside it', () => {
    const shown = targetProgress(enterprises, PERIOD, 2024, parts, { from: 2023 });
    expect(shown).toMatchObject({ state: 'shown', value: 125, reached: true });
    expect('parts' in shown && shown.parts.map(({ receipt, counted }) => [receipt, counted])).toEqual([
      ['BN-2023-so-ct', true],
      ['BN-2023-so-yt', true],
      ['BN-2024-so-ct', true],
      ['BN-2024-so-dl', false],
    ]);
  });

  it('a part counted by two agencies counts once, as the larger', () => {
    const shown = targetProgress(enterprises, PERIOD, 2024, parts, { from: 2023 }, [
      ['BN-2023-so-yt', 'BN-2023-so-ct'],
    ]);
    expect(shown).toMatchObject({ value: 80, reached: false });
    expect('parts' in shown && shown.parts[1]).toMatchObject({ counted: false, sameAs: 'BN-2023-so-ct' });
  });

  it('growth needs its base', () => {
    const growth = target([quantity(10, '%', 'exactly')], { everyYear: true });
    const told = [part('so-khcn', 2024, 55)];
    expect(targetProgress(growth, PERIOD, 2024, told)).toMatchObject({ state: 'needsBase', missing: 'base' });
    expect(targetProgress(growth, PERIOD, 2024, told, { base: 50 })).toMatchObject({ value: 10, reached: true });
  });

  it.each([
    { label: 'the latest value', rule: 'latest' as const, value: 20 },
    { label: 'the sum of the year', rule: 'sumOfYear' as const, value: 20 },
  ])('$label', ({ rule, value }) => {
    expect(targetProgress({ ...enterprises, rule }, PERIOD, 2024, parts)).toMatchObject({ state: 'shown', value });
  });

  it('nothing reported is not zero, and "trên" is not reached by the number itself', () => {
    expect(targetProgress({ ...enterprises, rule: 'sumOfYear' }, PERIOD, 2026, parts)).toMatchObject({ value: null });
    const more = { ...target([quantity(20, 'lượt', 'moreThan')]), rule: 'sumOfYear' as const };
    expect(targetProgress(more, PERIOD, 2024, parts)).toMatchObject({ value: 20, reached: false });
  });

  it('words and statistics show no figure', () => {
    expect(targetProgress(target([]), PERIOD, 2024, parts)).toEqual({ state: 'noFigure', rule: 'text' });
  });
});
