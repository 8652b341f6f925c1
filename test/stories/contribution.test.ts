import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performing, refusalOf } from '../harness/performing.ts';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const KH54 = 'brvt-kh54-2022';
const REPORT = `${KH54}/2024/IV.2.đ/2024/so-dl`;
const ASKED = {
  do: 'contribute' as const,
  obligation: REPORT,
  measure: 'IV.1',
  agencies: ['so-yt', 'so-xd'],
  to: '2024-10-30',
  text: 'Gửi số liệu doanh nghiệp được hỗ trợ.',
};

/** Sở Du lịch owes its report until 05/11/2024 and asks two departments for their parts until 30/10. */
describe('a contribution that blocks', () => {
  let story: Story;
  let part = '';
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54] });
    await story.advance('2024-10-21 09:00');
  });
  afterAll(() => story.close());

  it.each([
    { label: 'a lead of another measure', agency: 'so-dl', change: { measure: 'I.3' }, refused: 'NOT_YOURS' },
    { label: 'who asks only himself', agency: 'so-dl', change: { agencies: ['so-dl'] }, refused: 'NOBODY_ASKED' },
    { label: 'whose own day is not later', agency: 'so-dl', change: { to: '2024-11-05' }, refused: 'NOT_BEFORE_OWN' },
    {
      label: 'of whom the plan does not name',
      agency: 'so-dl',
      change: { agencies: ['so-tc'] },
      refused: 'NOT_COOPERATING',
    },
    {
      label: 'for a measure without a place',
      agency: 'so-dl',
      change: { measure: 'IX.9' },
      refused: 'UNKNOWN_MEASURE',
    },
    { label: 'for the report of another', agency: 'so-yt', change: {}, refused: 'UNKNOWN_OBLIGATION' },
  ])('is refused to $label', async ({ agency, change, refused }) => {
    const outcome = await performing(story, agency, 'focalPoint')({ ...ASKED, ...change });
    expect(refusalOf(outcome).refused).toBe(refused);
  });

  it('is an obligation like any other, received by the lead', async () => {
    expect((await performing(story, 'so-dl', 'focalPoint')(ASKED)).kind).toBe('done');
    await story.advance('2024-10-22 09:00');
    const rows = await story.database.db
      .selectFrom('obligation')
      .selectAll()
      .where('kind', '=', 'contribution')
      .execute();
    expect(rows.map(({ agency, reviewer, last_day_on: day }) => [agency, reviewer, day]).sort()).toEqual([
      ['so-xd', 'so-dl', '2024-10-30'],
      ['so-yt', 'so-dl', '2024-10-30'],
    ]);
    part = rows[0]?.key.split('/').slice(0, -1).join('/') ?? '';
    expect((await story.obligation(REPORT)).state).toMatchObject({
      parts: { [`round/brvt/${part}`]: { measure: 'IV.1', missing: ['so-yt', 'so-xd'] } },
    });
  });

  it('is not asked twice while it is awaited', async () => {
    const again = refusalOf(await performing(story, 'so-dl', 'focalPoint')({ ...ASKED, agencies: ['so-ct', 'so-yt'] }));
    expect(again).toEqual({ refused: 'PART_ASKED', facts: { measure: 'IV.1', agency: 'so-yt' } });
  });

  it('climbs by itself', async () => {
    await story.advance('2024-11-08 09:00');
    expect((await story.notices({ of: `${part}/so-yt`, kind: 'escalation' })).map(lineOf)).toEqual([
      '2024-10-31 08:00 escalation → so-yt/head',
      '2024-11-04 08:00 escalation → so-khcn/coordinator',
      '2024-11-06 08:00 escalation → ubnd-tinh/leadership',
    ]);
  });

  it('where all parts are missing, the lead’s head is told, and then the heads of those who block', async () => {
    const climbed = await story.notices({ of: `${REPORT}/`, kind: 'escalation' });
    expect(climbed.map(lineOf)).toEqual([
      '2024-11-06 08:00 escalation → so-dl/head',
      '2024-11-08 08:00 escalation → so-yt/head',
      '2024-11-08 08:00 escalation → so-xd/head',
    ]);
    expect(climbed.map(({ facts }) => facts.missing)).toEqual(['so-yt,so-xd', 'so-yt,so-xd', 'so-yt,so-xd']);
    const rows = await story.database.db.selectFrom('message').select(['text', 'reply']).execute();
    const blocking = rows.filter(({ text }) => text.includes('vì chưa có phần phối hợp nào'));
    const opens = blocking.map(({ reply }) => JSON.stringify(reply)).join();
    expect(opens).toContain(`${part}/so-yt`);
    expect(opens).not.toContain(REPORT);
  });

  it('a draft has not come', async () => {
    await story.as('so-xd', 'focalPoint').submit(`${part}/so-xd`);
    expect((await story.obligation(REPORT)).state).toMatchObject({
      parts: { [`round/brvt/${part}`]: { missing: ['so-yt', 'so-xd'] } },
    });
    expect(await story.as('so-dl', 'focalPoint').returnForRevision(`${part}/so-xd`, 'Chưa có số liệu.')).toEqual({
      status: 'done',
    });
  });

  it('once one part is there, the ladder is the lead’s own again and names what is still missing', async () => {
    await story.as('so-yt', 'head').submit(`${part}/so-yt`);
    const accepted = await story.as('so-dl', 'focalPoint').accept(`${part}/so-yt`);
    expect(accepted).toEqual({ status: 'done' });
    expect((await story.notices({ of: `${part}/so-yt`, kind: 'reviewRequest' })).map(({ to }) => to)).toEqual([
      'so-dl/focalPoint',
    ]);
    await story.advance('2024-11-12 09:00');
    const last = await story.notices({ of: `${REPORT}/`, kind: 'escalation', since: '2024-11-12' });
    expect(last.map(lineOf)).toEqual(['2024-11-12 08:00 escalation → ubnd-tinh/leadership']);
    expect(last[0]?.facts.missing).toBe('so-xd');
    const rows = await story.database.db.selectFrom('message').select('text').execute();
    expect(rows.some(({ text }) => text.includes('Còn chờ phần phối hợp của: Sở Xây dựng.'))).toBe(true);
  });
});
