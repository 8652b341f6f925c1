import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer } from '../../domain/form/form.ts';
import { obligationForm } from '../../domain/form/obligation-form.ts';
import type { Asks } from '../../domain/obligation/obligation.ts';
import { budgetTotal, budgetYear } from '../../domain/plan/budget-year.ts';
import { budgetRows } from '../../store/budget-rows.ts';
import { moneyCommand } from '../../worker/recording-commands.ts';
import { openDesk } from '../harness/operator-desk.ts';
import { performing, refusalOf } from '../harness/performing.ts';
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

  const lines = async () => budgetYear(await budgetRows(story.database.db, KH57, 2025));

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
    const found = await lines();
    const own = found.find(({ agency, source }) => agency === 'so-ct' && source === 'recurrent');
    expect(own?.figures.estimated).toMatchObject({ amount: 200 * MILLION, parts: [{ group: '2', receipt }] });
    expect(own?.figures.allocated).toBeNull();
    expect(budgetTotal(found, 'estimated', 'recurrent')).toBe(300 * MILLION);
    expect(budgetTotal(found, 'estimated')).toBe(350 * MILLION);
    expect(budgetTotal(found, 'consolidated')).toBe(300 * MILLION);
    expect(budgetTotal(found, 'allocated')).toBeNull();
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
    const own = (await lines()).find(({ agency, source }) => agency === 'so-ct' && source === 'recurrent');
    expect(own?.figures.allocated?.amount).toBe(180 * MILLION);
    expect(own?.figures.allocated?.parts.map(({ measure, receipt }) => [measure, receipt])).toEqual([
      ['2.1', 'số 3456/QĐ-UBND ngày 20/12/2024'],
      ['2.2', 'số 3456/QĐ-UBND ngày 20/12/2024'],
    ]);
    expect(own?.figures.settled?.amount).toBe(140 * MILLION);
    expect((await story.journal('allocationRecorded')).map(({ kind }) => kind)).toHaveLength(2);
  });
});
