import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../domain/form/form.ts';
import { obligationForm } from '../../domain/form/obligation-form.ts';
import type { Asks } from '../../domain/obligation/obligation.ts';
import { moneyCommand } from '../../worker/recording-commands.ts';
import { expectGolden } from '../harness/golden.ts';
import { openDesk } from '../harness/operator-desk.ts';
import { performing, refusalOf } from '../harness/performing.ts';
import { reported, reportedText } from '../harness/reported.ts';
import { openStory, type Story } from '../harness/story.ts';

const KH57 = 'brvt-kh57-2022';
const ESTIMATE = `${KH57}/2024/III.2/2025/so-ct`;
const CONSOLIDATION = `${KH57}/2024/III.2-budgetConsolidation/2025/so-tc`;
const MILLION = 1_000_000;

/** Budget year 2025: estimates until 05/07/2024, the province's own until 19/07/2024; the rest when it happens. */
describe('a budget year, from estimate to settlement', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-06-03T07:30', plans: [KH57] });
    await story.advance('2024-06-10 09:00');
  });
  afterAll(() => story.close());

  const money = (amounts: Record<string, number>): Answer[] =>
    Object.entries(amounts).map(([field, value]) => ({
      field: `money/${field}`,
      value: { kind: 'figure', value, unit: 'VND' },
    }));

  async function states(obligation: string, agency: string, amounts: Record<string, number>): Promise<string> {
    const outcome = await performing(
      story,
      agency,
      'head',
    )({
      do: 'submit',
      obligation,
      form: { id: 'dự toán', version: 1 },
      answers: money(amounts),
      measures: {},
      source: 'page',
      actedOn: null,
      letter: null,
      text: 'Dự toán năm 2025.',
    });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    return outcome.receipt ?? '';
  }

  const sums = (estimated: number, consolidated: number | null) => ({
    estimated: estimated * MILLION,
    consolidated: consolidated === null ? null : consolidated * MILLION,
    allocated: null,
    settled: null,
  });

  const recording = (change: object = {}) => ({
    do: 'recordMoney' as const,
    plan: KH57,
    step: 'allocation' as const,
    year: 2025,
    agency: 'so-ct',
    measure: '2.1',
    source: 'recurrent' as const,
    amount: 150 * MILLION,
    document: 'số 3456/QĐ-UBND ngày 20/12/2024',
    text: 'Giao dự toán năm 2025.',
    ...change,
  });

  const budget = async () => {
    const { budget: found } = await reported(story, KH57, 2025);
    if (found === null) throw new Error('the plan asks for money');
    return found;
  };

  it('asks an estimate by group of measures and source, in whole đồng', async () => {
    const { state } = await story.obligation(ESTIMATE);
    const [plan] = story.plans;
    if (plan === undefined) throw new Error('a story has a plan');
    const { asks } = state as { asks: Asks };
    const form = obligationForm(plan, { requirement: 'III.2', kind: 'budgetEstimate', period: '2025' }, asks);
    expect(form.fields.map(({ id, unit, optional }) => [id, unit, optional])).toEqual([
      ['money/2/recurrent', 'VND', false],
      ['money/2/investment', 'VND', true],
      ['money/2/other', 'VND', true],
      ['obstacles', undefined, true],
      ['proposals', undefined, true],
    ]);
  });

  it('keeps each figure with its receipt; a corrected estimate replaces the first', async () => {
    await states(ESTIMATE, 'so-ct', { '2/recurrent': 90 * MILLION });
    const receipt = await states(ESTIMATE, 'so-ct', { '2/recurrent': 200 * MILLION, '2/other': 50 * MILLION });
    await states(`${KH57}/2024/III.2/2025/so-yt`, 'so-yt', { '2/recurrent': 100 * MILLION });
    await states(CONSOLIDATION, 'so-tc', { recurrent: 300 * MILLION });
    const { lines, totals, gaps } = await budget();
    const group = lines.find((line) => line.group === '2' && line.source === 'recurrent');
    expect(group?.figures.estimated).toMatchObject({
      amount: 300 * MILLION,
      parts: [
        { agency: 'so-ct', amount: 200 * MILLION, receipt },
        { agency: 'so-yt', amount: 100 * MILLION },
      ],
    });
    expect(totals).toEqual([
      { source: 'recurrent', amounts: sums(300, 300) },
      { source: 'other', amounts: sums(50, null) },
      { source: null, amounts: sums(350, 300) },
    ]);
    const missing = gaps.map(({ step, agency, owedBy, why }) => `${step} ${agency} ← ${owedBy.join()} ${why}`);
    expect(missing).toContain('estimated so-dl ← so-dl nothing');
    expect(missing).toContain('allocated so-ct ← so-tc nothing');
    expect(missing.filter((line) => line.startsWith('settled'))).toEqual([]);
  });

  it.each([
    { label: 'by an agency that does not allocate', by: 'so-ct', change: {}, refused: 'NOT_YOURS' },
    { label: 'without a document', by: 'so-tc', change: { document: '' }, refused: 'DOCUMENT_MISSING' },
    { label: 'of half a đồng', by: 'so-tc', change: { amount: 0.5 }, refused: 'AMOUNT_WRONG' },
    { label: 'for a year outside the plan', by: 'so-tc', change: { year: 2026 }, refused: 'YEAR_OUTSIDE' },
    { label: 'for a measure the plan lacks', by: 'so-tc', change: { measure: '9.9' }, refused: 'UNKNOWN_MEASURE' },
  ])('an allocation is refused $label', async ({ by, change, refused }) => {
    expect(refusalOf(await performing(story, by, 'head')(recording(change))).refused).toBe(refused);
  });

  it('records allocation per agency and measure, and settlement, each by its document', async () => {
    const finance = performing(story, 'so-tc', 'head');
    await story.advance('2024-12-23 09:00');
    expect((await finance(recording())).kind).toBe('done');
    expect((await finance(recording({ measure: '2.2', amount: 30 * MILLION }))).kind).toBe('done');
    const desk = await openDesk(story);
    const settled = await desk.run(
      moneyCommand,
      ...[KH57, 'settlement', '--year', '2025', '--agency', 'so-ct', '--measure', '2.1', '--source', 'recurrent'],
      ...['--amount', '140.000.000', '--document', 'số 55/BC-STC ngày 10/12/2025'],
    );
    await desk.close();
    expect(settled).toEqual({ code: 0, out: 'Đã ghi.\n', err: '' });
    const { lines, totals, gaps } = await budget();
    const of = (measure: string) => lines.find((line) => line.measure === measure && line.source === 'recurrent');
    expect(of('2.1')?.figures).toMatchObject({
      allocated: { amount: 150 * MILLION, parts: [{ receipt: 'số 3456/QĐ-UBND ngày 20/12/2024' }] },
      settled: { amount: 140 * MILLION, parts: [{ receipt: 'số 55/BC-STC ngày 10/12/2025' }] },
    });
    expect(of('2.2')?.figures).toMatchObject({ allocated: { amount: 30 * MILLION }, settled: null });
    expect(totals.at(-1)?.amounts).toMatchObject({ allocated: 180 * MILLION, settled: 140 * MILLION });
    const missing = gaps.filter(({ step }) => step !== 'estimated');
    expect(missing.map(({ step, agency, measure, owedBy }) => [step, agency, measure, owedBy])).toEqual([
      ['allocated', 'so-yt', null, ['so-tc']],
      ['settled', 'so-ct', '2.2', ['so-ct']],
    ]);
    expect((await story.journal('allocationRecorded')).map(({ kind }) => kind)).toHaveLength(2);
  });

  it('stands in the text of the year’s report, digit by digit', async () => {
    expectGolden('report/kinh-phi-2025.txt', await reportedText(story, KH57, 2025));
  });
});
