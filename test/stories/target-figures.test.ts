import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { targetCommand } from '../../worker/recording-commands.ts';
import { expectGolden } from '../harness/golden.ts';
import { openDesk } from '../harness/operator-desk.ts';
import { performing, refusalOf } from '../harness/performing.ts';
import { reported, reportedText } from '../harness/reported.ts';
import { openStory, type Story } from '../harness/story.ts';

const KH54 = 'brvt-kh54-2022';
const REPORT = `${KH54}/2024/IV.2.đ/2024`;

/** "Tối thiểu 100 doanh nghiệp, hợp tác xã được hỗ trợ": from which year is not printed. */
describe('figures of a target, each with its receipt', () => {
  let story: Story;
  const receipts: string[] = [];
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54] });
    for (const [agency, value] of [
      ['so-ct', 60],
      ['so-dl', 45],
    ] as const) {
      const outcome = await performing(
        story,
        agency,
        'head',
      )({
        do: 'submit',
        obligation: `${REPORT}/${agency}`,
        form: { id: 'báo cáo', version: 1 },
        answers: [{ field: 'target/a.1/1', value: { kind: 'figure', value, unit: 'doanh nghiệp, hợp tác xã' } }],
        measures: {},
        source: 'page',
        actedOn: null,
        letter: null,
        text: 'Báo cáo năm 2024.',
      });
      if (outcome.kind === 'done') receipts.push(outcome.receipt ?? '');
    }
  });
  afterAll(() => story.close());

  const progress = async () => {
    const { targets } = await reported(story, KH54, 2024);
    return targets.find(({ target }) => target.id === 'a.1')?.progress;
  };
  const settles = (change: object) => ({
    do: 'settleTarget' as const,
    plan: KH54,
    target: 'a.1',
    base: null,
    from: null,
    same: [],
    apart: [],
    text: 'Tính từ năm ban hành.',
    ...change,
  });

  it('the starting year is a question until the coordinator answers', async () => {
    expect(await progress()).toMatchObject({ state: 'needsBase', missing: 'from' });
    expect(refusalOf(await performing(story, 'so-ct', 'head')(settles({ from: 2022 }))).refused).toBe('NOT_YOURS');
    expect((await performing(story, 'so-khcn', 'coordinator')(settles({ from: 2022 }))).kind).toBe('done');
    expect(await progress()).toMatchObject({ state: 'shown', value: 105, reached: true });
  });

  it('what two agencies counted is marked as the same and counts once', async () => {
    const desk = await openDesk(story);
    const said = await desk.run(targetCommand, KH54, 'a.1', '--same', receipts.join(), '--text', 'Cùng một lớp.');
    await desk.close();
    expect(said).toEqual({ code: 0, out: 'Đã ghi.\n', err: '' });
    expect(await progress()).toMatchObject({
      value: 60,
      reached: false,
      parts: [
        { receipt: receipts[0], counted: true },
        { receipt: receipts[1], counted: false, sameAs: receipts[0] },
      ],
    });
  });

  it('a mark that was a mistake is taken back, once; marked again it counts once again', async () => {
    const desk = await openDesk(story);
    const dondoc = (...options: string[]) => desk.run(targetCommand, KH54, 'a.1', ...options);
    const [, second = ''] = receipts;
    const apart = ['--apart', second, '--text', 'Hai lớp khác nhau.'];
    expect(await dondoc(...apart)).toEqual({ code: 0, out: 'Đã ghi.\n', err: '' });
    expect(await progress()).toMatchObject({ value: 105, reached: true });
    expect((await dondoc(...apart)).err).toContain(
      `Số theo biên nhận ${second} không còn được đánh dấu là tính trùng.`,
    );
    await dondoc('--same', receipts.join(), '--text', 'Đã đối chiếu danh sách: cùng một lớp.');
    await desk.close();
    expect(await progress()).toMatchObject({ value: 60, reached: false });
    const said = (await story.journal('targetSettled')).map(({ facts }) => facts);
    expect(said.slice(1)).toMatchObject([
      { same: receipts.join() },
      { same: '', apart: second },
      { same: receipts.join() },
    ]);
  });

  it('stands in the text of the year’s report with its parts, what is not counted and who owes', async () => {
    expectGolden('report/nam-2024.txt', await reportedText(story, KH54, 2024));
  });
});
