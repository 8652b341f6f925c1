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
const ASKED_TOO = `${KH57}/2024/settlement/2024/so-ct`;
const ALLOCATION = `${KH54}/2024/IV.4/2024/so-tc`;
const MILLION = 1_000_000;

/**
 * Allocation has no day and is asked in its owner's yearly report; Sở Tài chính allocates and reports nowhere. Settlement
 * is asked of whoever was given money: the statistics office, which reports under no clause of KH 57, and Sở Công Thương,
 * which reports yearly.
 */
describe('whoever was given money, or allocates without a yearly report, is asked about it once', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54, KH57] });
    await given('cuc-tk', '1.3', 90);
    await given('so-ct', '2.1', 150);
    await story.advance('2024-11-06 09:00');
  });
  afterAll(() => story.close());

  async function given(agency: string, measure: string, amount: number): Promise<void> {
    const outcome = await performing(
      story,
      'so-tc',
      'head',
    )({
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
    expect(await keys('settlement')).toEqual([ASKED, ASKED_TOO]);
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

  it('what is given when the year has been asked about: asked about on the next morning, all of a day together', async () => {
    await story.advance('2024-12-19 15:00');
    await given('so-ct', '2.2', 30);
    await given('so-yt', '2.1', 20);
    await given('cuc-tk', '1.3', 95);
    await story.advance('2024-12-20 09:00');
    const late = ['so-ct', 'so-yt'].map((agency) => `${KH57}/2024/settlement/2024/2024-12-19/${agency}`);
    expect(await keys('settlement')).toEqual([...late, ASKED, ASKED_TOO].sort());
    const [own = ''] = late;
    const { lastDayOn, state } = await story.obligation(own);
    expect(lastDayOn).toBe('2025-01-06');
    expect((state as { asks: Asks }).asks.settles).toEqual([{ measure: '2.2', source: 'recurrent' }]);
    await story.advance('2024-12-31 09:00');
    const [reminder] = await story.notices({ of: own, kind: 'reminder' });
    expect(reminder && lineOf(reminder)).toBe('2024-12-25 08:00 reminder → so-ct/focalPoint');
    const letter = story.post.letters.find(({ text }) => text.includes(`${own}/`));
    expect(letter?.text).toContain(
      'Mặc định: 10 ngày làm việc sau ngày hỏi 20/12/2024, vì kinh phí được ghi khi kỳ hỏi của năm đã mở',
    );
    expect(letter?.text).toContain('Ngày cuối: Thứ Hai, ngày 06/01/2025');
    expect((await reported(story, KH57, 2024)).budget?.gaps.map(({ agency }) => agency)).toContain('so-yt');
  });

  it('nobody is asked twice', async () => {
    const before = await keys('settlement');
    await story.advance('2025-01-31 23:00');
    expect(await keys('settlement')).toEqual(before);
    expect((await keys('IV.4')).filter((key) => key.includes('/2024/'))).toEqual([ALLOCATION]);
  });
});
