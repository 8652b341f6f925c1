import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decideCommand } from '../../worker/recording-commands.ts';
import { openDesk } from '../harness/operator-desk.ts';
import { performing, refusalOf } from '../harness/performing.ts';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const KH54 = 'brvt-kh54-2022';
const REVIEW = 'IV.1.d-midTerm';
const REPORT = `${KH54}/2025/${REVIEW}/2022-2025/so-khcn`;
const DECISION = {
  do: 'decideReview' as const,
  plan: KH54,
  review: REVIEW,
  outcome: 'amend' as const,
  feeds: null,
  document: null,
  text: 'Bổ sung chỉ tiêu giai đoạn 2026–2030.',
};

/** "Tổ chức sơ kết thực hiện Kế hoạch vào năm 2025": the year is printed, the days are defaults. */
describe('a review ends with a decision about the plan', () => {
  let story: Story;
  const planned = () => story.journal('reviewPlanned');
  const reviews = async (): Promise<unknown> => {
    const { state } = await story.database.db
      .selectFrom('workflow')
      .select('state')
      .where('workflow', '=', `plan/brvt/${KH54}`)
      .executeTakeFirstOrThrow();
    return (state as { reviews: Record<string, unknown> }).reviews[REVIEW];
  };
  beforeAll(async () => {
    story = await openStory({ start: '2025-08-04T07:30', plans: [KH54] });
  });
  afterAll(() => story.close());

  it('has a calendar planned backwards, in the journal and on the plan', async () => {
    const days = {
      requestOn: '2025-08-15',
      inputsOn: '2025-09-30',
      draftOn: '2025-11-07',
      reportOn: '2025-11-28',
      decideOn: '2025-12-12',
    };
    expect((await planned()).map(({ facts }) => facts)).toEqual([{ review: REVIEW, ...days }]);
    expect(await reviews()).toEqual({ days, askedAt: null, outcome: null });
  });

  it('reminds the coordinator of letter and draft; agencies are asked for figures since the start', async () => {
    await story.advance('2025-11-10 09:00');
    expect((await story.notices({ kind: 'reviewStep' })).map(lineOf)).toEqual([
      '2025-08-15 08:00 reviewStep → so-khcn/coordinator',
      '2025-11-07 08:00 reviewStep → so-khcn/coordinator',
    ]);
    const { state } = await story.obligation(`${KH54}/2025/${REVIEW}-inputs/2022-2025/so-gddt`);
    expect((state as { asks: unknown }).asks).toEqual({
      measures: ['II.2.1', 'II.2.2', 'II.2.3', 'IV.1', 'IV.2'],
      endingMeasures: [],
      targets: ['a.1', 'a.2', 'b.1', 'b.2'],
    });
  });

  it('is not decided before the report has gone', async () => {
    const outcome = await performing(story, 'ubnd-tinh', 'leadership')(DECISION);
    expect(refusalOf(outcome).refused).toBe('NOT_ASKED');
  });

  it('when the report is sent, leadership is asked, and asked again', async () => {
    await story.as('so-khcn', 'head').submit(REPORT);
    const letter = 'số 77/BC-UBND ngày 24/11/2025';
    expect(await story.as('so-khcn', 'coordinator').recordSent(REPORT, letter)).toEqual({ status: 'done' });
    await story.advance('2025-12-15 09:00');
    expect((await story.notices({ kind: 'reviewOutcomeAsked' })).map(lineOf)).toEqual([
      '2025-11-11 08:00 reviewOutcomeAsked → ubnd-tinh/leadership',
      '2025-11-11 08:00 reviewOutcomeAsked → so-khcn/coordinator',
      '2025-12-12 08:00 reviewOutcomeAsked → ubnd-tinh/leadership',
    ]);
  });

  it.each([
    { label: 'an agency', by: ['so-dl', 'head'] as const, change: {}, refused: 'NOT_YOURS' },
    {
      label: 'the coordinator without a letter',
      by: ['so-khcn', 'coordinator'] as const,
      change: {},
      refused: 'DOCUMENT_MISSING',
    },
    {
      label: 'leadership, into no plan',
      by: ['ubnd-tinh', 'leadership'] as const,
      change: { outcome: 'feed' as const },
      refused: 'PLAN_MISSING',
    },
    {
      label: 'leadership, into a plan nobody knows',
      by: ['ubnd-tinh', 'leadership'] as const,
      change: { outcome: 'feed' as const, feeds: 'brvt-kh-2031' },
      refused: 'PLAN_UNKNOWN',
    },
    {
      label: 'leadership, into itself',
      by: ['ubnd-tinh', 'leadership'] as const,
      change: { outcome: 'feed' as const, feeds: KH54 },
      refused: 'PLAN_UNKNOWN',
    },
  ])('is refused to $label', async ({ by: [agency, role], change, refused }) => {
    const outcome = await performing(story, agency, role)({ ...DECISION, ...change });
    expect(refusalOf(outcome).refused).toBe(refused);
  });

  it('the command names the plans that there are', async () => {
    const desk = await openDesk(story);
    const letter = ['--document', 'số 1/UBND-VP', '--text', 'Chuyển tiếp.'];
    const said = await desk.run(decideCommand, KH54, REVIEW, '--outcome', 'feed', '--feeds', 'brvt-kh-2031', ...letter);
    await desk.close();
    expect([said.code, said.err]).toEqual([
      1,
      'Không có kế hoạch “brvt-kh-2031” để chuyển tiếp kết quả. Không có gì thay đổi. Các kế hoạch đang có: brvt-kh-2023, brvt-kh57-2022, tthue-kh149-2021, vinhlong-qd3064-2023.\n',
    ]);
  });

  it('the decision stands on the plan, word for word to the coordinator, and is taken once', async () => {
    expect((await performing(story, 'ubnd-tinh', 'leadership')(DECISION)).kind).toBe('done');
    expect(await reviews()).toMatchObject({ outcome: { as: 'amend', feeds: null, by: { agency: 'ubnd-tinh' } } });
    await story.advance('2025-12-31 09:00');
    const told = await story.notices({ kind: 'reviewDecided' });
    expect(told.map(({ to, words }) => [to, words])).toEqual([['so-khcn/coordinator', DECISION.text]]);
    expect(await story.notices({ kind: 'reviewOutcomeAsked', since: '2025-12-16' })).toEqual([]);
    const desk = await openDesk(story);
    const again = ['--outcome', 'close', '--document', 'số 1/UBND-VP', '--text', 'Kết thúc.'];
    const said = await desk.run(decideCommand, KH54, REVIEW, ...again);
    await desk.close();
    expect([said.code, said.err]).toEqual([
      1,
      'Kết quả của lần sơ kết, tổng kết này đã được quyết định. Không có gì thay đổi. Cần thay đổi, xin gọi cơ quan điều phối.\n',
    ]);
  });
});
