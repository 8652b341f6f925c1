import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPlans } from '../../plans/load-plans.ts';
import { fillPosts } from '../harness/placeholder-people.ts';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const PLANS = loadPlans().map(({ id }) => id);
const YEAR = 2023;

/** Three provinces, one clock. Nobody answers: every reminder and every rung of the year is told. */
describe('a year with all five plans open', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: `${YEAR}-01-03T07:30`, plans: PLANS });
    await fillPosts(story, 'tthue');
    await fillPosts(story, 'vinhlong');
    await story.advance(`${YEAR + 1}-01-03 09:00`);
  }, 600_000);
  afterAll(() => story.close());

  const owed = () =>
    story.database.db
      .selectFrom('obligation')
      .select(['key', 'plan', 'agency', 'phase', 'overdue_after', 'rung'])
      .where('year', '=', YEAR)
      .where('phase', '!=', 'imported')
      .orderBy('key')
      .execute();

  it('asks in the plans whose year it is, and lists what was over before', async () => {
    expect(PLANS).toHaveLength(5);
    const rows = await owed();
    expect([...new Set(rows.map(({ plan }) => plan))].sort()).toEqual([
      'brvt-kh-2023',
      'brvt-kh54-2022',
      'brvt-kh57-2022',
    ]);
    const imported = await story.database.db
      .selectFrom('obligation')
      .select('plan')
      .distinct()
      .where('phase', '=', 'imported')
      .orderBy('plan')
      .execute();
    expect(imported.map(({ plan }) => plan)).toContain('tthue-kh149-2021');
  });

  it('every duty that nobody answered climbed its whole ladder, each rung once', async () => {
    const over = (await owed()).filter(({ overdue_after: day }) => day < `${YEAR}-12-20`);
    const rungs = await story.notices({ kind: 'escalation' });
    expect(new Set(rungs.map(({ key }) => key)).size).toBe(rungs.length);
    expect(over.filter(({ phase }) => phase === 'open').length).toBeGreaterThan(50);
    const held = over.filter(({ rung }) => rung < 3).map(({ agency }) => agency);
    expect(new Set(held), 'only whom no message reaches').toEqual(new Set(['cac-co-quan-lien-quan']));
  });

  it('the quarterly report goes straight to UBND tỉnh, each quarter', async () => {
    const quarters = (await owed()).filter(({ key }) => key.startsWith('brvt-kh-2023/2023/IV.2/'));
    expect(quarters.map(({ key }) => key)).toEqual(
      ['Q1', 'Q2', 'Q3', 'Q4'].map((quarter) => `brvt-kh-2023/2023/IV.2/2023-${quarter}/so-ct`),
    );
  });

  it('nobody gets two messages on one channel in one slot', async () => {
    const messages = await story.database.db
      .selectFrom('message')
      .select(['person', 'channel', 'slot', 'agency'])
      .execute();
    const places = messages.map(({ person, channel, slot, agency }) => `${person} ${agency} ${channel} ${slot}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('the plan signed in the last days of the year begins with its first duty after it', async () => {
    const told = await story.notices({ since: '2023-12-29' });
    expect(told.filter(({ key }) => key.startsWith('vinhlong-')).map(lineOf)).toEqual([]);
    expect((await story.state('plan/vinhlong/vinhlong-qd3064-2023'))?.phase).toBe('running');
  });
});
