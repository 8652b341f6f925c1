import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { type Reader, StoryPages } from '../harness/story-pages.ts';

const KH54 = 'brvt-kh54-2022';
const KH57 = 'brvt-kh57-2022';
const REVIEW = 'IV.1.d-midTerm';
const ROUND = `round/brvt/${KH54}/2025/${REVIEW}/2022-2025`;
const PAGE = `/ke-hoach/${KH54}/ket-luan`;
const LETTER = { 'so-van-ban': '1024/UBND-VP', 'ngay-van-ban': '10/11/2025' };
const DECISION = {
  lan: REVIEW,
  'ket-luan': 'feed',
  'ke-hoach': KH57,
  'noi-dung': 'Đưa chỉ tiêu chưa đạt sang.',
  ...LETTER,
};

/** The mid-term review of 2025: its report goes, and what becomes of the plan is recorded on a page. */
describe('the conclusion of a review, on a page', () => {
  let story: Story;
  let coordinator: Reader;
  let leader: Reader;
  let agency: Reader;
  beforeAll(async () => {
    story = await openStory({ start: '2025-11-10T07:30', plans: [KH54, KH57] });
    const pages = new StoryPages(story);
    coordinator = pages.as('so-khcn', 'coordinator');
    leader = pages.as('ubnd-tinh', 'leadership');
    agency = pages.as('so-dl', 'head');
  });
  afterAll(() => story.close());

  it('cannot be recorded before the report has gone: the page says what it waits for', async () => {
    const page = await coordinator.get(`${PAGE}?lan=${REVIEW}`);
    expect(page.text).toContain('Chưa đến lúc ghi kết luận.');
    expect(page.html).not.toContain('name="ket-luan"');
    const refused = await coordinator.post(PAGE, DECISION);
    expect([refused.status, refused.text.includes('Không có câu hỏi nào đang chờ ý kiến này')]).toEqual([409, true]);
    expect((await coordinator.get('/')).text).not.toContain('Kết luận sơ kết');
  });

  it('then waits on Hôm nay for the coordinator and for leadership, on the plan and on the review’s round', async () => {
    const report = `${ROUND.slice('round/brvt/'.length)}/so-khcn`;
    await story.as('so-khcn', 'head').submit(report);
    await story.as('so-khcn', 'coordinator').recordSent(report, 'số 77/BC-UBND ngày 10/11/2025');
    const href = `href="${PAGE}?lan=${REVIEW}"`;
    for (const reader of [coordinator, leader]) {
      const today = await reader.get('/');
      expect(today.text).toContain('Kết luận sơ kết giai đoạn 2022–2025');
      expect(today.html).toContain(href);
    }
    expect((await coordinator.get(`/ke-hoach/${KH54}`)).html).toContain(href);
    expect((await coordinator.get(`/ky/${ROUND}`)).html).toContain(href);
    expect((await agency.get('/')).html).not.toContain(href);
    expect((await agency.get(`${PAGE}?lan=${REVIEW}`)).status).toBe(403);
    expect((await agency.post(PAGE, DECISION)).status).toBe(403);
  });

  it.each([
    ['nothing chosen', { 'ket-luan': '' }, 422, 'f-ket-luan', 'Chưa chọn kết luận về kế hoạch'],
    ['no plan to feed', { 'ke-hoach': '' }, 422, 'f-ke-hoach', 'Chưa chọn kế hoạch nhận kết quả'],
    ['a plan nobody knows', { 'ke-hoach': 'brvt-kh-2031' }, 422, 'f-ke-hoach', 'Chưa chọn kế hoạch nhận kết quả'],
    ['no letter', { 'so-van-ban': '' }, 422, 'f-so-van-ban', 'Chưa ghi số văn bản của lãnh đạo'],
  ])('with %s comes back with what was typed', async (_label, change, status, field, words) => {
    const got = await coordinator.post(PAGE, { ...DECISION, ...change });
    expect(got.status).toBe(status);
    expect(got.html).toContain(`href="#${field}"`);
    expect(got.text).toContain(words);
    expect(got.html).toContain(DECISION['noi-dung']);
  });

  it('offers the plans that are known, shows what it does, and is recorded once', async () => {
    expect((await coordinator.get(`${PAGE}?lan=${REVIEW}`)).text).toContain('KH 57/KH-UBND');
    const leaders = await leader.get(`${PAGE}?lan=${REVIEW}`);
    expect(leaders.html).toContain('name="ket-luan"');
    expect(leaders.html).not.toContain('name="so-van-ban"');
    const preview = await coordinator.post(PAGE, DECISION);
    expect(preview.text).toContain('Kết quả được chuyển tiếp vào KH 57/KH-UBND');
    expect(preview.text).toContain('Tin sẽ gửi (1)');
    expect(preview.text).toContain(DECISION['noi-dung']);
    const done = await coordinator.post(PAGE, { ...DECISION, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã ghi kết luận về kế hoạch.');
    expect(done.text).toContain('Kết luận: chuyển tiếp vào kế hoạch khác (KH 57/KH-UBND).');
    expect(done.text).toContain('theo văn bản số 1024/UBND-VP ngày 10/11/2025');
    expect(await story.journal('reviewDecided')).toMatchObject([{ facts: { outcome: 'feed', feeds: KH57 } }]);
    const again = await leader.post(PAGE, { ...DECISION, 'xac-nhan': '1' });
    expect([again.status, again.text.includes('đã được quyết định')]).toEqual([409, true]);
    expect((await coordinator.get('/')).text).not.toContain('Kết luận sơ kết');
  });
});
