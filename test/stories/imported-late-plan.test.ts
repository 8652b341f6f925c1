import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillPosts } from '../harness/placeholder-people.ts';
import { mustBeDone, openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const PLAN = 'vinhlong-qd3064-2023';
const PROGRESS = `${PLAN}/2024/progress/2024-H1`;

/** For 2021–2030, signed on 29/12/2023, taken up here on 04/09/2024: what was over by then is listed, not reminded. */
describe('a plan taken up in its middle', () => {
  let story: Story;
  const imported = () =>
    story.database.db
      .selectFrom('obligation')
      .select(['key', 'overdue_after'])
      .where('phase', '=', 'imported')
      .orderBy('key')
      .execute();
  beforeAll(async () => {
    story = await openStory({ start: '2024-09-04T07:30', plans: [PLAN], importedUntil: '2024-09-04' });
    await fillPosts(story, 'vinhlong');
  });
  afterAll(() => story.close());

  it('lists what was over before, from the day it was signed, and writes to nobody', async () => {
    const rows = await imported();
    expect(rows.map(({ key }) => key)).toContain(`${PROGRESS}/so-tttt`);
    expect(rows.map(({ key }) => key)).toContain(`${PLAN}/2024/III.2/2025/so-ct`);
    expect(rows.every(({ overdue_after: day }) => day >= '2023-12-29' && day < '2024-09-04')).toBe(true);
    await story.advance('2024-09-30 09:00');
    expect((await story.notices({ since: '2024-09-04' })).filter(({ key }) => key.startsWith(PROGRESS))).toEqual([]);
  });

  it('a listed duty is settled by a document, or asked again with a day of its own', async () => {
    const coordinator = story.as('so-khcn', 'coordinator');
    const settled = { do: 'settleImported' as const, as: 'document' as const, ref: 'text-1' };
    mustBeDone(await coordinator.onPlan(PLAN, { ...settled, obligation: `${PROGRESS}/so-tttt` }));
    expect((await story.obligation(`${PROGRESS}/so-tttt`)).state).toEqual({ settled: 'document', ref: 'text-1' });
    const reopened = { do: 'reopenImported' as const, to: '2024-10-14', ref: 'text-2' };
    mustBeDone(await coordinator.onPlan(PLAN, { ...reopened, obligation: `${PLAN}/2024/III.2/2025/so-ct` }));
    await story.advance('2024-10-15 09:00');
    const told = await story.notices({ about: 'so-ct', kind: ['requestOpened', 'escalation'] });
    expect(told.map(lineOf)).toEqual([
      '2024-10-01 08:00 requestOpened → so-ct/focalPoint',
      '2024-10-15 08:00 escalation → so-ct/head',
    ]);
  });

  it('goes on by the calendar: inputs two working days after 14/12, the consolidation five after them', async () => {
    await story.advance('2024-12-16 09:00');
    expect((await story.obligation(`${PLAN}/2024/IV.2.-2/2024/so-ct`)).lastDayOn).toBe('2024-12-17');
    expect((await story.obligation(`${PLAN}/2024/IV.2.-2-consolidation/2024/so-khcn`)).lastDayOn).toBe('2024-12-24');
  });
});
