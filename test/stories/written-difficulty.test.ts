import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performing, refusalOf } from '../harness/performing.ts';
import { fillPosts } from '../harness/placeholder-people.ts';
import { mustBeDone, openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const PLAN = 'tthue-kh149-2021';
const REPORT = `${PLAN}/2021/report/2021/so-khcn`;

const difficulty = (text: string, plan = PLAN) => ({
  do: 'raiseObstacle' as const,
  plan,
  obligation: null,
  measure: null,
  text,
});

/** "… phản ánh bằng văn bản về Sở Khoa học và Công nghệ": no clause prints a report, the default asks for one. */
describe('a plan that takes difficulties only in writing', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2021-11-01T07:30', plans: [PLAN] });
    await fillPosts(story, 'tthue');
  });
  afterAll(() => story.close());

  it('a word without a document is refused, with what to do', async () => {
    const outcome = await performing(story, 'so-tc', 'focalPoint')(difficulty('Chưa có nguồn kinh phí.'));
    expect(refusalOf(outcome).refused).toBe('WRITING_REQUIRED');
    expect(await story.notices({ kind: 'obstacleRaised' })).toEqual([]);
  });

  it('with the document’s number it goes to the coordinator, word for word', async () => {
    const words = 'Công văn số 812/STC-HCSN ngày 29/10/2021: chưa có nguồn kinh phí.';
    expect((await performing(story, 'so-tc', 'focalPoint')(difficulty(words))).kind).toBe('done');
    await story.advance('2021-11-02 09:00');
    const told = await story.notices({ kind: 'obstacleRaised' });
    expect(told.map(({ to, words: said }) => [to, said])).toEqual([['so-khcn/coordinator', words]]);
  });

  it('its report stands on the default day and is closed by a letter', async () => {
    await story.advance('2021-12-20 09:00');
    expect((await story.obligation(REPORT)).lastDayOn).toBe('2021-12-16');
    expect((await story.notices({ of: REPORT, kind: 'escalation' })).map(lineOf)).toEqual([
      '2021-12-17 08:00 escalation → so-khcn/head',
    ]);
    mustBeDone(await story.as('so-khcn', 'head').submit(REPORT));
    mustBeDone(await story.as('so-khcn', 'coordinator').recordSent(REPORT, 'số 900/BC-SKHCN ngày 20/12/2021'));
    expect((await story.obligation(REPORT)).phase).toBe('sent');
  });

  it('elsewhere a word is enough', async () => {
    const free = await openStory({ start: '2024-09-04T07:30', plans: ['brvt-kh54-2022'] });
    const outcome = await performing(free, 'so-dl', 'focalPoint')(difficulty('Thiếu số liệu.', 'brvt-kh54-2022'));
    expect(outcome.kind).toBe('done');
    await free.close();
  });
});
