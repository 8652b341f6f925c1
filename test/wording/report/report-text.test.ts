import { describe, expect, it } from 'vitest';
import type { Answer, AnswerValue } from '../../../domain/form/form.ts';
import { asksOf } from '../../../domain/plan/asks.ts';
import type { BudgetRow } from '../../../domain/plan/budget-year.ts';
import type { Plan } from '../../../domain/plan/plan.ts';
import { type ReportSources, reviewReport, yearReport } from '../../../domain/report/plan-report.ts';
import type { Told } from '../../../domain/report/told.ts';
import { loadPlans } from '../../../plans/load-plans.ts';
import { documentText } from '../../../wording/basis.ts';
import { reportText } from '../../../wording/report/report-text.ts';
import { expectGolden } from '../../harness/golden.ts';

const plans = loadPlans();
const KH54 = planOf('brvt-kh54-2022');
const KH57 = planOf('brvt-kh57-2022');
const QD3064 = planOf('vinhlong-qd3064-2023');

function planOf(id: string): Plan {
  const found = plans.find((plan) => plan.id === id);
  if (found === undefined) throw new Error(`no plan ${id}`);
  return found;
}

const figure = (field: string, value: number, unit = ''): Answer => ({ field, value: { kind: 'figure', value, unit } });
const text = (field: string, words: string): Answer => ({ field, value: { kind: 'text', text: words } });
const state = (field: string, value: AnswerValue, remark?: string): Answer => ({
  field,
  value,
  ...(remark ? { remark } : {}),
});

/** What an agency told in a round, official unless said otherwise; no answers: nothing came. */
function told(
  plan: Plan,
  kind: string,
  agency: string,
  year: number,
  answers: Answer[] | null,
  more: Partial<Told> = {},
): Told {
  const receipt = `BN-${year}-${agency}`;
  return {
    agency,
    kind,
    year,
    period: String(year),
    asks: asksOf(plan, kind, agency, year, {}),
    waived: false,
    counted: answers === null ? null : { receipt, at: `${year}-11-01T09:00:00.000+07:00`, answers },
    pending: null,
    ...more,
  };
}

function textOf(plan: Plan, sources: Partial<ReportSources>, year: number, what: 'year' | 'review' = 'year'): string {
  const all = { plan, told: [], targets: {}, recorded: [], ...sources };
  return reportText(what === 'year' ? yearReport(all, year) : reviewReport(all, year), {
    document: documentText(plan),
    lastYear: plan.period.to,
    at: `${year}-11-15T09:00:00.000+07:00`,
    nameOf: (id) =>
      plan.requirements.flatMap(({ owedBy, owedTo }) => [...owedBy, ...owedTo]).find((agency) => agency.id === id)
        ?.name ?? id,
  });
}

describe('the text that is copied into the report', () => {
  const yearly = [
    told(KH57, 'report', 'so-ct', 2023, [figure('target/b.1/1', 300), figure('target/b.2/1', 40)]),
    told(KH57, 'report', 'so-ct', 2024, [
      state('measure/2.1/status', { kind: 'status', status: 'underWay' }),
      state('measure/2.2/status', { kind: 'status', status: 'hindered' }, 'Chưa có kinh phí in tài liệu'),
      figure('target/b.1/1', 450),
      figure('target/b.2/1', 44),
      text('obstacles', 'Doanh nghiệp nhỏ khó cử người đi học.'),
    ]),
    told(KH57, 'report', 'so-yt', 2024, [figure('target/b.1/1', 200)]),
    told(KH57, 'report', 'so-dl', 2024, null, {
      pending: {
        receipt: 'BN-2024-0009',
        at: '2024-11-02T09:00:00.000+07:00',
        why: 'draft',
        answers: [figure('target/b.1/1', 99)],
      },
    }),
    told(KH57, 'report', 'so-tttt', 2024, null),
    told(KH57, 'report', 'so-gtvt', 2024, null, { waived: true }),
    told(KH57, 'consolidation', 'so-khcn', 2024, [
      state('measure/1.3/status', { kind: 'status', status: 'done' }),
      figure('target/b.1/1', 150),
      text('proposals', 'Đề nghị bố trí kinh phí từ đầu năm.'),
    ]),
  ];

  it('a year: a running total from the year that was said, growth against a base, a draft beside', () => {
    const targets = { 'b.1': { from: 2023 }, 'b.2': { base: 40 } };
    expectGolden('report/kh57-nam-2024.txt', textOf(KH57, { told: yearly, targets }, 2024));
  });

  it('shows nothing as progress while base and first year are unknown', () => {
    const lines = textOf(KH57, { told: yearly }, 2024)
      .split('\n')
      .filter((line) => line.includes('Chưa tính được'));
    expect(lines).toHaveLength(2);
    expect(textOf(KH57, { told: yearly }, 2024)).not.toMatch(/đạt chỉ tiêu|chưa đạt/);
  });

  it('a contribution is what the statistics office says, and no result of the plan', () => {
    const reports = [
      told(QD3064, 'report', 'so-ct', 2024, [figure('target/a.3/1', 12)]),
      told(QD3064, 'statistics', 'cuc-tk', 2024, [figure('target/a.1/1', 7.9), figure('target/a.2/1', 46.5)]),
    ];
    const said = textOf(QD3064, { told: reports, targets: { 'a.3': { from: 2024 } } }, 2024);
    expectGolden('report/qd3064-nam-2024.txt', said);
    expect(reports[1]?.asks.targets).toEqual(['a.1', 'a.2']);
  });

  it('a review: figures since the start, the result of each measure over its window, causes', () => {
    const review = (kind: string, agency: string, answers: Answer[] | null): Told =>
      told(KH54, kind, agency, 2025, answers, { period: '2022-2025' });
    const reports = [
      review('reviewInputs', 'so-ct', [
        figure('target/a.1/1', 70),
        text('measure/IV.1/result', 'Bốn đợt truyền thông, 1.200 người dự.'),
        text('causes', 'Doanh nghiệp chưa quan tâm.'),
      ]),
      review('reviewInputs', 'so-gddt', [figure('target/a.1/1', 35), figure('target/a.2/1', 400)]),
      review('reviewInputs', 'so-yt', null),
      review('review', 'so-khcn', [text('target/a.3/text', 'Ba trường đã có câu lạc bộ năng suất.')]),
    ];
    expectGolden('report/kh54-so-ket-2025.txt', textOf(KH54, { told: reports }, 2025, 'review'));
  });

  it('money: what is missing is said with who owes it; a later record replaces the earlier', () => {
    const row = (step: BudgetRow['step'], amount: number, at: string): BudgetRow & { year: number } => ({
      ...{ step, agency: 'so-ct', source: 'recurrent', group: null, measure: '2.1', amount, year: 2025 },
      receipt: 'số 1/QĐ-UBND',
      at,
    });
    const estimate = told(KH57, 'budgetEstimate', 'so-ct', 2024, [figure('money/2/recurrent', 200_000_000, 'VND')], {
      period: '2025',
    });
    const recorded = [row('allocated', 100, '2024-12-20'), row('allocated', 150_000_000, '2024-12-21')];
    const { budget } = yearReport({ plan: KH57, told: [estimate], targets: {}, recorded }, 2025);
    expect(budget?.totals.at(-1)?.amounts).toEqual({
      estimated: 200_000_000,
      consolidated: null,
      allocated: 150_000_000,
      settled: null,
    });
    expect(budget?.gaps).toEqual([
      { step: 'settled', agency: 'so-ct', measure: '2.1', owedBy: ['so-ct'], why: 'nothing' },
    ]);
    expect(yearReport({ plan: KH57, told: [], targets: {}, recorded: [] }, 2025).budget).toBeNull();
  });
});
