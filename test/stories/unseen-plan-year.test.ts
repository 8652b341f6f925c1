import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlans } from '../../plans/load-plans.ts';
import { performing } from '../harness/performing.ts';
import { fillPosts } from '../harness/placeholder-people.ts';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const FOLDER = fileURLToPath(new URL('../fixtures/plans', import.meta.url));
const PLAN = 'dongthu-kh12-2024';
const REPORT = `${PLAN}/2026/IV.2.a/2026`;

/**
 * A sixth plan that the program was not written for, known only from a file by docs/plan-file.md: another province,
 * another coordinator, reports in March, rungs after two and four working days and none to leadership.
 */
describe('an unseen plan runs its year', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2026-01-05T07:30', plans: loadPlans(FOLDER) });
    await fillPosts(story, 'dongthu', FOLDER);
  });
  afterAll(() => story.close());

  it('asks in its own months, of the departments that its group names', async () => {
    await story.advance('2026-03-09 09:00');
    const told = (await story.notices({ of: `${REPORT}/so-xd` })).map(lineOf);
    expect(told).toEqual([
      '2026-01-20 08:00 reminder → so-xd/focalPoint',
      '2026-02-11 08:00 reminder → so-xd/focalPoint',
      '2026-02-27 08:00 reminder → so-xd/focalPoint',
      '2026-03-05 08:00 reminder → so-xd/focalPoint',
      '2026-03-09 08:00 reminder → so-xd/focalPoint',
    ]);
  });

  it('takes a report, gives a receipt, and its coordinator accepts it', async () => {
    await story.as('so-xd', 'focalPoint').submit(`${REPORT}/so-xd`);
    await story.as('so-xd', 'head').confirm(`${REPORT}/so-xd`);
    expect(await story.as('so-nnptnt', 'reviewer').accept(`${REPORT}/so-xd`)).toEqual({ status: 'done' });
    expect((await story.obligation(`${REPORT}/so-xd`)).phase).toBe('accepted');
  });

  it('climbs its own ladder over who does not answer: +2 to the head, +4 to the coordinator, and no further', async () => {
    await story.advance('2026-03-27 09:00');
    const rungs = await story.notices({ of: `${REPORT}/so-yt`, kind: 'escalation' });
    expect(rungs.map(lineOf)).toEqual([
      '2026-03-12 08:00 escalation → so-yt/head',
      '2026-03-16 08:00 escalation → so-nnptnt/coordinator',
    ]);
    expect(await story.notices({ of: `${REPORT}/so-xd`, kind: 'escalation' })).toEqual([]);
  });

  it('waits with a measure on an event, and asks its lead once somebody sets it going', async () => {
    const outcome = await performing(
      story,
      'so-nnptnt',
      'coordinator',
    )({
      do: 'trigger',
      plan: PLAN,
      measure: 'I.2',
      to: null,
      document: 'số 77/QĐ-UBND ngày 20/3/2026',
      urgent: false,
      text: 'Đã có kinh phí của Trung ương.',
    });
    expect(outcome.kind).toBe('done');
    const rows = await story.database.db.selectFrom('obligation').select('key').where('kind', '=', 'trigger').execute();
    expect(rows.map(({ key }) => key.split('/').at(-1))).toEqual(['so-nnptnt']);
  });

  it('has every round of its calendar at the end of the year, its review among them', async () => {
    await story.advance('2027-01-04 09:00');
    const rows = await story.database.db
      .selectFrom('obligation')
      .select(['requirement', 'period', 'agency', 'last_day_on'])
      .where('year', '=', 2026)
      .where('phase', '!=', 'imported')
      .where('kind', '!=', 'trigger')
      .orderBy('last_day_on')
      .orderBy('key')
      .execute();
    const owed = rows.map(
      ({ requirement, period, agency, last_day_on: on }) => `${on} ${requirement} ${period} ${agency}`,
    );
    expect(owed).toEqual([
      '2026-03-10 IV.2.a 2026 so-xd',
      '2026-03-10 IV.2.a 2026 so-yt',
      '2026-03-30 IV.1 2026 so-nnptnt',
      '2026-06-16 progress 2026-H1 so-nnptnt',
      '2026-06-16 progress 2026-H1 so-xd',
      '2026-06-16 progress 2026-H1 so-yt',
      '2026-06-28 IV.2.b 2027 so-xd',
      '2026-06-28 IV.2.b 2027 so-yt',
      '2026-09-30 IV.1-midTerm-inputs 2024-2026 so-xd',
      '2026-09-30 IV.1-midTerm-inputs 2024-2026 so-yt',
      '2026-11-30 IV.1-midTerm 2024-2026 so-nnptnt',
    ]);
  });
});
