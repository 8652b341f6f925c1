import { describe, expect, it } from 'vitest';
import type { Asks } from '../../domain/obligation/obligation.ts';
import { mustBeDone, openStory, type Story } from '../harness/story.ts';

async function asked(story: Story, key: string): Promise<Pick<Asks, 'measures' | 'endingMeasures'> | null> {
  const row = await story.database.db
    .selectFrom('obligation')
    .select('state')
    .where('key', '=', key)
    .where('phase', '!=', 'imported')
    .executeTakeFirst();
  if (!row) return null;
  const { measures, endingMeasures } = (row.state as { asks: Asks }).asks;
  return { measures, endingMeasures };
}

/** Both plans, started on the day before mid-year progress opens, so that the year's rounds open before our eyes. */
async function midYear(year: number): Promise<Story> {
  const story = await openStory({ start: `${year}-05-02T07:30`, plans: [KH54, KH57] });
  await story.advance(`${year}-05-07 09:00`);
  return story;
}

const KH57 = 'brvt-kh57-2022';
const KH54 = 'brvt-kh54-2022';

/** KH 57 was signed in November 2022 and ends with 2025: it asks about nothing in 2022 and in 2026. */
const YEARS = [
  {
    year: 2022,
    statistics: null,
    own: null,
    joint: { measures: ['II.2.1', 'II.2.2', 'II.2.3', 'IV.1', 'IV.2'], endingMeasures: [] },
  },
  {
    year: 2023,
    statistics: { measures: ['1.3'], endingMeasures: [] },
    own: { measures: ['1.4', '2.4', '3.1', '3.2', '3.3', '4.1', '4.2'], endingMeasures: ['1.1'] },
    joint: { measures: ['II.2.1', 'II.2.2', 'II.2.3', 'IV.1', 'IV.2'], endingMeasures: [] },
  },
  {
    year: 2024,
    statistics: { measures: ['1.3'], endingMeasures: [] },
    own: { measures: ['1.4', '2.4', '3.1', '3.2', '3.3', '4.1', '4.2'], endingMeasures: [] },
    joint: { measures: ['II.2.1', 'II.2.2', 'II.2.3', 'IV.1', 'IV.2'], endingMeasures: [] },
  },
  {
    year: 2025,
    statistics: { measures: [], endingMeasures: ['1.3'] },
    own: { measures: ['1.4', '3.2', '3.3', '4.2'], endingMeasures: ['2.4', '3.1', '4.1'] },
    joint: { measures: ['II.2.1', 'IV.1', 'IV.2'], endingMeasures: ['II.2.2', 'II.2.3'] },
  },
  {
    year: 2026,
    statistics: null,
    own: null,
    joint: { measures: ['II.2.1', 'IV.1', 'IV.2'], endingMeasures: [] },
  },
];

describe('a measure is asked about in its window, and nobody outside it', () => {
  it.each(YEARS)('in $year', async ({ year, statistics, own, joint }) => {
    const story = await midYear(year);
    const about = (plan: string, agency: string) => asked(story, `${plan}/${year}/progress/${year}-H1/${agency}`);
    expect(await about(KH57, 'cuc-tk'), 'Cục Thống kê on KH 57').toEqual(statistics);
    expect(await about(KH57, 'so-khcn'), 'Sở KH&CN on KH 57').toEqual(own);
    expect(await about(KH54, 'so-gddt'), 'one of two joint leads on KH 54').toEqual(joint);
    expect(await about(KH54, 'so-ldtbxh'), 'the other').toEqual(joint);
    expect(await about(KH54, 'so-dl'), 'no measure that waits for a request').toEqual({
      measures: ['IV.1', 'IV.2'],
      endingMeasures: [],
    });
    await story.close();
  });

  it('the statistics office owes no report, only mid-year progress', async () => {
    const story = await openStory({ start: '2024-09-18T07:30', plans: [KH57] });
    await story.advance('2024-10-08 09:00');
    const rows = await story.database.db
      .selectFrom('obligation')
      .select(['key', 'agency'])
      .where('year', '=', 2024)
      .orderBy('key')
      .execute();
    expect(rows.map(({ key }) => key)).toContain(`${KH57}/2024/IV.2.-2/2024/so-dl`);
    expect(rows.filter(({ agency }) => agency === 'cuc-tk').map(({ key }) => key)).toEqual([
      `${KH57}/2024/progress/2024-H1/cuc-tk`,
    ]);
    await story.close();
  });

  it('a request sets a waiting measure going: at once, and in that year’s report', async () => {
    const story = await openStory({ start: '2024-09-04T07:30', plans: [KH54] });
    const request = {
      id: 'y1',
      agencies: ['so-dl'],
      to: '2024-09-16',
      urgent: false,
      ref: 'text-r',
      measure: 'II.1.3',
    };
    mustBeDone(await story.as('so-khcn', 'coordinator').onPlan(KH54, { do: 'request', ...request }));
    expect(await asked(story, `${KH54}/2024/request/y1/so-dl`)).toEqual({ measures: ['II.1.3'], endingMeasures: [] });
    await story.advance('2024-09-25 09:00');
    expect((await asked(story, `${KH54}/2024/IV.2.đ/2024/so-dl`))?.measures).toContain('II.1.3');
    await story.close();
  });
});

describe('in the last year of its window a measure is completed or prolonged', () => {
  it('prolonged at mid-year 2025, both joint leads are asked again in 2026; completed, nobody is', async () => {
    const story = await openStory({ start: '2025-05-02T07:30', plans: [KH54] });
    await story.advance('2025-05-15 09:00');
    const progress = `${KH54}/2025/progress/2025-H1`;
    for (const agency of ['so-gddt', 'so-ldtbxh']) {
      const measures = { 'II.2.2': 'prolong', 'II.2.3': 'completed', 'II.2.1': 'underWay' };
      mustBeDone(await story.as(agency, 'head').submit(`${progress}/${agency}`, { measures }));
      mustBeDone(await story.as('so-khcn', 'reviewer').accept(`${progress}/${agency}`));
    }
    mustBeDone(await story.as('so-khcn', 'head').submit(`${progress}/so-khcn`));
    for (const agency of ['so-ct', 'so-nnptnt', 'so-xd', 'so-gtvt', 'so-vhtt', 'so-dl', 'so-tttt', 'so-yt']) {
      mustBeDone(await story.as('so-khcn', 'coordinator').waive(`${progress}/${agency}`, 'Đã báo cáo riêng.'));
    }
    await story.advance('2026-05-15 09:00');
    for (const agency of ['so-gddt', 'so-ldtbxh']) {
      expect(await asked(story, `${KH54}/2026/progress/2026-H1/${agency}`), agency).toEqual({
        measures: ['II.2.1', 'IV.1', 'IV.2'],
        endingMeasures: ['II.2.2'],
      });
    }
    await story.close();
  });
});
