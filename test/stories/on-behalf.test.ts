import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-gtvt';
const OBJECTION = 'Số liệu mục 2 không đúng với văn bản của Sở.';

describe('the coordinator records an answer on behalf of an agency', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
    await story.advance('2024-11-11 10:00');
    await story.as('so-khcn', 'coordinator').submit(REPORT, {
      source: 'letter',
      actedOn: '2024-11-04',
      signed: true,
      words: 'Báo cáo số 512/BC-SGTVT ngày 04/11/2024',
    });
  });
  afterAll(() => story.close());

  it('keeps the day the agency acted beside the day of entry', async () => {
    const { standing, state } = await story.obligation(REPORT);
    expect(standing).toBe('official');
    expect(state.submissions).toMatchObject([{ onBehalf: true, source: 'letter', actedOn: '2024-11-04' }]);
  });

  it('stops the ladder and tells the agency', async () => {
    await story.advance('2024-11-20 09:00');
    expect((await story.notices({ of: REPORT, kind: ['recordedOnBehalf', 'receipt'] })).map(lineOf)).toEqual([
      '2024-11-12 08:00 recordedOnBehalf → so-gtvt/focalPoint',
    ]);
    expect(await story.notices({ of: REPORT, kind: 'escalation', since: '2024-11-11 10:00' })).toEqual([]);
  });

  it('lets the agency object, each time word for word', async () => {
    const agency = story.as('so-gtvt', 'focalPoint');
    expect(await agency.object(REPORT, OBJECTION)).toEqual({ status: 'done' });
    expect(await agency.object(REPORT, 'Đề nghị sửa lại trước khi tổng hợp.')).toEqual({ status: 'done' });
    const heard = await story.notices({ of: REPORT, kind: 'objection' });
    expect(heard.map(({ to, words }) => [to, words])).toEqual([
      ['so-khcn/coordinator', OBJECTION],
      ['so-khcn/coordinator', 'Đề nghị sửa lại trước khi tổng hợp.'],
    ]);
  });

  it('lets nobody object for another', async () => {
    expect((await story.as('so-yt', 'head').object(REPORT, 'Không phải việc của tôi.')).status).toBe('refused');
  });
});
