import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performing } from '../harness/performing.ts';
import { openStory, type Story } from '../harness/story.ts';
import { type Reader, StoryPages } from '../harness/story-pages.ts';

const KH54 = 'brvt-kh54-2022';
const KH57 = 'brvt-kh57-2022';
const PAGE = `/ke-hoach/${KH54}/chi-tieu`;
const YEAR = { viec: 'can-cu', 'chi-tieu': 'a.1', nam: '2024', 'nam-dau': '2022', 'ly-do': 'Tính từ năm ban hành.' };

/** "Tối thiểu 100 doanh nghiệp, hợp tác xã được hỗ trợ": from which year is not printed. */
describe('the coordinator says how targets are counted, on a page', () => {
  let story: Story;
  let coordinator: Reader;
  let agency: Reader;
  const receipts: string[] = [];
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54, KH57] });
    const pages = new StoryPages(story);
    coordinator = pages.as('so-khcn', 'coordinator');
    agency = pages.as('so-ct', 'head');
    for (const [owner, value] of [
      ['so-ct', 60],
      ['so-dl', 45],
    ] as const) {
      const outcome = await performing(
        story,
        owner,
        'head',
      )({
        do: 'submit',
        obligation: `${KH54}/2024/IV.2.đ/2024/${owner}`,
        form: { id: 'báo cáo', version: 1 },
        answers: [{ field: 'target/a.1/1', value: { kind: 'figure', value, unit: 'doanh nghiệp, hợp tác xã' } }],
        measures: {},
        source: 'page',
        actedOn: null,
        letter: null,
        text: 'Báo cáo năm 2024.',
      });
      if (outcome.kind === 'done') receipts.push(outcome.receipt ?? '');
    }
  });
  afterAll(() => story.close());

  it('is asked on Hôm nay and on the plan’s page, before any figure is progress', async () => {
    const today = await coordinator.get('/');
    expect(today.text).toContain('Cho căn cứ tính chỉ tiêu');
    expect(today.text).toContain('chỉ tiêu a.1, a.2, b.1, b.2: chưa có số gốc hoặc năm bắt đầu');
    expect(today.html).toContain(`href="${PAGE}"`);
    const plan = await coordinator.get(`/ke-hoach/${KH54}`);
    expect(plan.text).toContain('Chưa tính được chỉ tiêu a.1, a.2, b.1, b.2');
    expect(plan.html).toContain(`href="${PAGE}"`);
    const page = await coordinator.get(PAGE);
    expect(page.text).toContain('Chưa tính được: kế hoạch không ghi lũy kế từ năm nào');
    expect(page.text).not.toContain('Lũy kế 20');
    expect(page.text).toContain('Sở Công Thương, năm 2024: 60 doanh nghiệp, hợp tác xã');
    expect((await agency.get(PAGE)).status).toBe(403);
    expect((await agency.post(PAGE, YEAR)).status).toBe(403);
    expect((await agency.get('/')).text).not.toContain('Cho căn cứ tính');
  });

  it.each([
    ['without a year', { 'nam-dau': '' }, 'f-nam-dau', 'Chưa chọn cộng dồn từ năm'],
    ['with a year outside the plan', { 'nam-dau': '2031' }, 'f-nam-dau', 'Chưa chọn cộng dồn từ năm'],
    ['without a reason', { 'ly-do': '' }, 'f-ly-do', 'Chưa ghi căn cứ vào đâu'],
  ])('is refused %s', async (_label, change, field, words) => {
    const got = await coordinator.post(PAGE, { ...YEAR, ...change });
    expect(got.status).toBe(422);
    expect(got.html).toContain(`href="#${field}"`);
    expect(got.text).toContain(words);
  });

  it('a first year makes the sum, whose parts stand beside it; the reason and who gave it too', async () => {
    const preview = await coordinator.post(PAGE, YEAR);
    expect(preview.text).toContain('Chỉ tiêu a.1: cộng dồn từ năm 2022.');
    expect(preview.text).toContain('Không có tin nào được gửi.');
    const done = await coordinator.post(PAGE, { ...YEAR, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã ghi căn cứ tính.');
    expect(done.text).toContain('Lũy kế 2022–2024: 105 doanh nghiệp, hợp tác xã; đạt chỉ tiêu.');
    expect(done.text).toContain('từ năm 2022; Trần Thị Mẫu ghi ngày 07/10/2024: “Tính từ năm ban hành.”');
    expect((await coordinator.get('/')).text).toContain('chỉ tiêu a.2, b.1, b.2: chưa có');
  });

  it('what two agencies counted is marked as the same and counts once', async () => {
    const mark = { viec: 'trung', 'chi-tieu': 'a.1', nam: '2024', 'ly-do': 'Cùng một lớp.' };
    const [first = '', second = ''] = receipts;
    const one = await coordinator.post(PAGE, { ...mark, [`bien-nhan/${first}`]: '1' });
    expect([one.status, one.text.includes('Chọn ít nhất hai số')]).toEqual([409, true]);
    const both = { ...mark, [`bien-nhan/${first}`]: '1', [`bien-nhan/${second}`]: '1' };
    const done = await coordinator.post(PAGE, { ...both, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã đánh dấu: cùng một việc, chỉ tính một lần.');
    expect(done.text).toContain('Lũy kế 2022–2024: 60 doanh nghiệp, hợp tác xã; chưa đạt, bằng 60% mức cần đạt.');
    expect(done.text).toContain(`trùng với ${first}, không cộng lần nữa`);
  });

  it('the mark is taken back where it was a mistake, with the reason; both acts stay', async () => {
    const [first = '', second = ''] = receipts;
    const release = { viec: 'cong-rieng', 'chi-tieu': 'a.1', nam: '2024', 'ly-do': 'Hai lớp khác nhau.' };
    const link = `${PAGE}?nam=2024&amp;viec=cong-rieng&amp;chi-tieu=a.1#viec`;
    expect((await coordinator.get(PAGE)).html).toContain(`href="${link}"`);
    const none = await coordinator.post(PAGE, release);
    expect([none.status, none.text.includes('Chưa chọn số được cộng riêng trở lại')]).toEqual([422, true]);
    const chosen = { ...release, [`bien-nhan/${second}`]: '1' };
    const form = await coordinator.get(`${PAGE}?nam=2024&viec=cong-rieng&chi-tieu=a.1`);
    expect(form.text).toContain(`trùng với ${first} (${second})`);
    const preview = await coordinator.post(PAGE, chosen);
    expect(preview.text).toContain(`Chỉ tiêu a.1: ${second} không trùng với số nào, được cộng riêng trở lại.`);
    const done = await coordinator.post(PAGE, { ...chosen, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã bỏ đánh dấu: số được cộng riêng trở lại.');
    expect(done.text).toContain('Lũy kế 2022–2024: 105 doanh nghiệp, hợp tác xã; đạt chỉ tiêu.');
    expect(done.html).not.toContain('viec=cong-rieng');
    const [one] = (await story.journal('targetSettled')).slice(1);
    expect(one).toMatchObject({ facts: { same: receipts.join(',') } });
    expect((await agency.post(PAGE, { ...chosen, 'xac-nhan': '1' })).status).toBe(403);
  });

  it('a base is a number as officials write it; what has two readings is asked back', async () => {
    const base = { viec: 'can-cu', 'chi-tieu': 'b.2', nam: '2024', 'so-goc': '1.25', 'ly-do': 'Niên giám 2021.' };
    const page = `/ke-hoach/${KH57}/chi-tieu`;
    const unread = await coordinator.post(page, base);
    expect(unread.status).toBe(409);
    expect(unread.html).toContain('href="#f-so-goc"');
    expect(unread.html).toContain('value="1.25"');
    const done = await coordinator.post(page, { ...base, 'so-goc': '50', 'xac-nhan': '1' });
    expect(done.text).toContain('Đã ghi căn cứ tính.');
    expect(await story.journal('targetSettled')).toMatchObject([
      { facts: { target: 'a.1', from: 2022 } },
      { facts: { target: 'a.1', same: receipts.join(',') } },
      { facts: { target: 'a.1', same: '', apart: receipts[1] } },
      { facts: { target: 'b.2', base: 50 } },
    ]);
  });
});
