import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performing, refusalOf } from '../harness/performing.ts';
import { openStory, type Story } from '../harness/story.ts';

const KH54 = 'brvt-kh54-2022';
const TRIGGER = {
  do: 'trigger' as const,
  plan: KH54,
  measure: 'II.1.3',
  to: null,
  document: 'số 88/KH-UBND, ngày 30/08/2024',
  urgent: false,
  text: '',
};

/** "Thực hiện khi có yêu cầu": nobody is asked until a document sets it going. */
describe('a measure that waits is asked about from the day somebody sets it going', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-09-04T07:30', plans: [KH54] });
  });
  afterAll(() => story.close());

  it.each([
    { label: 'without a document', change: { document: '' }, refused: 'DOCUMENT_MISSING' },
    { label: 'of a measure the plan lacks', change: { measure: 'IX.9' }, refused: 'UNKNOWN_MEASURE' },
    { label: 'of a yearly measure', change: { measure: 'IV.1' }, refused: 'MEASURE_NOT_WAITING' },
  ])('is refused $label', async ({ change, refused }) => {
    const outcome = await performing(story, 'so-khcn', 'coordinator')({ ...TRIGGER, ...change });
    expect(refusalOf(outcome).refused).toBe(refused);
  });

  it('opens a round of its ten leads, ten working days from now by default, asking about that measure', async () => {
    expect((await performing(story, 'so-khcn', 'coordinator')(TRIGGER)).kind).toBe('done');
    await story.advance('2024-09-05 09:00');
    const rows = await story.database.db
      .selectFrom('obligation')
      .select(['key', 'agency', 'last_day_on', 'state'])
      .where('kind', '=', 'trigger')
      .execute();
    expect(rows).toHaveLength(10);
    expect(new Set(rows.map((row) => row.last_day_on))).toEqual(new Set(['2024-09-18']));
    expect(rows[0]?.state).toMatchObject({ asks: { measures: ['II.1.3'] } });
    const told = await story.notices({ kind: 'requestOpened', to: 'so-dl/focalPoint' });
    expect(told.map(({ leaves, words }) => [leaves, words])).toEqual([
      ['2024-09-04 08:00', 'số 88/KH-UBND, ngày 30/08/2024'],
    ]);
    expect(await story.journal('/triggered/')).toMatchObject([
      { kind: 'triggered', facts: { measure: 'II.1.3', document: 'số 88/KH-UBND, ngày 30/08/2024' } },
    ]);
  });

  it('has its place in that year’s report', async () => {
    await story.advance('2024-09-25 09:00');
    const { state } = await story.obligation(`${KH54}/2024/IV.2.đ/2024/so-dl`);
    expect((state as { asks: { measures: string[] } }).asks.measures).toContain('II.1.3');
  });
});
