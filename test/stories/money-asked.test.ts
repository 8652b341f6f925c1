import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { obligationForm } from '../../domain/form/obligation-form.ts';
import type { Asks } from '../../domain/obligation/obligation.ts';
import { performing } from '../harness/performing.ts';
import { reported } from '../harness/reported.ts';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const KH54 = 'brvt-kh54-2022';
const KH57 = 'brvt-kh57-2022';
const ASKED = `${KH57}/2024/settlement/2024/cuc-tk`;
const ALLOCATION = `${KH54}/2024/IV.4/2024/so-tc`;
const MILLION = 1_000_000;

/**
 * Allocation and settlement have no day and are asked in their owner's yearly report. The statistics office leads a
 * measure of KH 57 and reports under no clause of it; Sở Tài chính allocates and reports nowhere.
 */
describe('whoever owes no yearly report is asked about money once', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54, KH57] });
    const finance = performing(story, 'so-tc', 'head');
    for (const [agency, measure, amount] of [
      ['cuc-tk', '1.3', 90],
      ['so-ct', '2.1', 150],
    ] as const) {
      const outcome = await finance({
        do: 'recordMoney',
        plan: KH57,
        step: 'allocation',
        year: 2024,
        agency,
        measure,
        source: 'recurrent',
        amount: amount * MILLION,
        document: 'số 4512/QĐ-UBND ngày 22/12/2023',
        text: 'Giao dự toán năm 2024.',
      });
      if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    }
    await story.advance('2024-11-06 09:00');
  });
  afterAll(() => story.close());

  const keys = async (requirement: string): Promise<string[]> => {
    const rows = await story.database.db
      .selectFrom('obligation')
      .select('key')
      .where('requirement', '=', requirement)
      .where('phase', '!=', 'imported')
      .orderBy('key')
      .execute();
    return rows.map(({ key }) => key);
  };

  it('an agency that was given money: a round of its own, 2 working days after 14/12, with a reminder 30 days before', async () => {
    expect(await keys('settlement')).toEqual([ASKED]);
    const { lastDayOn, state } = await story.obligation(ASKED);
    expect(lastDayOn).toBe('2024-12-17');
    expect((await story.notices({ of: ASKED })).map(lineOf)).toEqual(['2024-11-05 08:00 reminder → cuc-tk/focalPoint']);
    const plan = story.plans.find(({ id }) => id === KH57);
    if (plan === undefined) throw new Error('the story has KH 57');
    const { asks } = state as { asks: Asks };
    const form = obligationForm(plan, { requirement: 'settlement', kind: 'settlement', period: '2024' }, asks);
    expect(form.fields.map(({ id, unit, optional }) => [id, unit, optional])).toEqual([
      ['settled/1.3/recurrent', 'VND', false],
      ['obstacles', undefined, true],
      ['proposals', undefined, true],
    ]);
  });

  it('who allocates: asked only where nothing is recorded, under the clause that says so', async () => {
    expect(await keys('IV.4')).toEqual([ALLOCATION]);
    expect((await keys('IV.3')).filter((key) => key.startsWith(`${KH57}/2024`))).toEqual([]);
    expect((await story.notices({ of: ALLOCATION })).map(lineOf)).toEqual([
      '2024-11-05 08:00 reminder → so-tc/focalPoint',
    ]);
    const { state } = await story.obligation(ALLOCATION);
    expect((state as { asks: Asks }).asks.duties).toEqual(['IV.4']);
  });

  it('the answer goes to who receives it, and is the settlement in the year’s report', async () => {
    const before = await reported(story, KH57, 2024);
    const gaps = (report: typeof before) => report.budget?.gaps.map(({ step, agency }) => `${step} ${agency}`) ?? [];
    expect(gaps(before)).toContain('settled cuc-tk');
    const outcome = await performing(
      story,
      'cuc-tk',
      'head',
    )({
      do: 'submit',
      obligation: ASKED,
      form: { id: 'quyết toán', version: 1 },
      answers: [{ field: 'settled/1.3/recurrent', value: { kind: 'figure', value: 85 * MILLION, unit: 'VND' } }],
      measures: {},
      source: 'page',
      actedOn: null,
      letter: null,
      text: 'Quyết toán năm 2024.',
    });
    if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
    const after = await reported(story, KH57, 2024);
    expect(gaps(after)).not.toContain('settled cuc-tk');
    const line = after.budget?.lines.find(({ measure }) => measure === '1.3');
    expect(line?.figures.settled).toMatchObject({ amount: 85 * MILLION, parts: [{ receipt: outcome.receipt }] });
    expect(await story.as('so-tc', 'reviewer').accept(ASKED)).toEqual({ status: 'done' });
  });

  it('nobody is asked twice', async () => {
    await story.advance('2024-12-31 23:00');
    expect(await keys('settlement')).toEqual([ASKED]);
    expect(await keys('IV.4')).toEqual([ALLOCATION]);
  });
});
