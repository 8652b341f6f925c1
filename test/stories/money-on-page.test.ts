import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { performing } from '../harness/performing.ts';
import { openStory, type Story } from '../harness/story.ts';
import { type Reader, StoryPages } from '../harness/story-pages.ts';

const KH57 = 'brvt-kh57-2022';
const PAGE = `/ke-hoach/${KH57}/kinh-phi`;
const MILLION = 1_000_000;
const ALLOCATION = {
  viec: 'phan-bo',
  nam: '2025',
  'co-quan': 'so-ct',
  'nhiem-vu': '2.1',
  nguon: 'recurrent',
  'so-tien': '1,25 tỷ',
  'so-van-ban': '3456/QĐ-UBND',
  'ngay-van-ban': '20/12/2024',
};

/** Budget year 2025 of KH 57: estimates and their consolidation come as reports, the rest is recorded. */
describe('the money of a plan, on a page', () => {
  let story: Story;
  let coordinator: Reader;
  let finance: Reader;
  let agency: Reader;
  beforeAll(async () => {
    story = await openStory({ start: '2024-06-03T07:30', plans: [KH57] });
    await story.advance('2024-06-10 09:00');
    const pages = new StoryPages(story);
    coordinator = pages.as('so-khcn', 'coordinator');
    finance = pages.as('so-tc', 'reviewer');
    agency = pages.as('so-ct', 'head');
    await estimates('III.2/2025/so-ct', 'so-ct', { '2/recurrent': 200 * MILLION });
    await estimates('III.2-budgetConsolidation/2025/so-tc', 'so-tc', { recurrent: 300 * MILLION });
  });
  afterAll(() => story.close());

  async function estimates(duty: string, owner: string, amounts: Record<string, number>): Promise<void> {
    const outcome = await performing(
      story,
      owner,
      'head',
    )({
      do: 'submit',
      obligation: `${KH57}/2024/${duty}`,
      form: { id: 'dự toán', version: 1 },
      answers: Object.entries(amounts).map(([field, value]) => ({
        field: `money/${field}`,
        value: { kind: 'figure', value, unit: 'VND' },
      })),
      measures: {},
      source: 'page',
      actedOn: null,
      letter: null,
      text: 'Dự toán năm 2025.',
    });
    expect(outcome.kind).toBe('done');
  }

  it('shows the steps, the amounts by place and source, what is missing and who owes it', async () => {
    expect((await coordinator.get(`/ke-hoach/${KH57}?nam=2025`)).html).toContain(`href="${PAGE}?nam=2025"`);
    const { text } = await coordinator.get(`${PAGE}?nam=2025`);
    expect(text).toContain('Dự toán ngân sách năm 2025');
    expect(text).toContain('1/7 cơ quan');
    expect(text).toContain('đang mở, chưa ghi số công văn trình');
    expect(text).toContain('Nhóm nhiệm vụ 2');
    expect(text).toContain('200.000.000');
    expect(text).toContain('Sở Y tế: chưa gửi dự toán');
    expect(text).toContain('Sở Tài chính: chưa ghi kinh phí giao cho Sở Công Thương');
  });

  it('a submission is the letter that closes the consolidation', async () => {
    const duty = `${KH57}/2024/III.2-budgetConsolidation/2025/so-tc`;
    await story.as('so-tc', 'head').recordSent(duty, 'số 88/TTr-STC ngày 10/06/2024');
    expect((await coordinator.get(`${PAGE}?nam=2025`)).text).toMatch(/đã trình: (số 88\/TTr-STC|đã ghi công văn)/);
  });

  it('is recorded by the coordinator and by whoever allocates; others are refused', async () => {
    expect((await agency.get(`${PAGE}?nam=2025`)).status).toBe(403);
    expect((await agency.post(PAGE, ALLOCATION)).status).toBe(403);
    expect((await finance.get(`${PAGE}?nam=2025`)).text).toContain('Ghi phân bổ');
  });

  it.each([
    ['no agency', { 'co-quan': '' }, 422, 'f-co-quan', 'Chưa chọn cơ quan được giao'],
    ['no measure', { 'nhiem-vu': '' }, 422, 'f-nhiem-vu', 'Chưa chọn nhiệm vụ'],
    ['no source', { nguon: '' }, 422, 'f-nguon', 'Chưa chọn nguồn'],
    ['no amount', { 'so-tien': '' }, 422, 'f-so-tien', 'Chưa ghi số tiền (đồng)'],
    ['no document', { 'so-van-ban': '' }, 422, 'f-so-van-ban', 'Chưa ghi số quyết định giao'],
    ['an amount with two readings', { 'so-tien': '1,250' }, 409, 'f-so-tien', 'chưa đọc được chắc chắn'],
    ['half a đồng', { 'so-tien': '1250,5' }, 409, 'f-so-tien', 'Số tiền phải là số đồng nguyên'],
    ['less than nothing', { 'so-tien': '-5' }, 409, 'f-so-tien', 'không âm'],
  ])('with %s comes back with what was typed', async (_label, change, status, field, words) => {
    await story.advance('2024-12-23 09:00');
    const typed = { ...ALLOCATION, ...change };
    const got = await finance.post(PAGE, typed);
    expect(got.status).toBe(status);
    expect(got.html).toContain(`href="#${field}"`);
    expect(got.html).toContain(`id="${field.replace('f-', 'e-')}"`);
    expect(got.text).toContain(words);
    if (typed['so-tien'] !== '') expect(got.html).toContain(`value="${typed['so-tien']}"`);
  });

  it('is read back in words before it is written down, then stands in the table', async () => {
    const preview = await finance.post(PAGE, ALLOCATION);
    expect(preview.text).toContain('Phân bổ năm 2025, Sở Công Thương, nhiệm vụ 2.1, nguồn sự nghiệp');
    expect(preview.text).toContain('1.250.000.000 đồng (1,25 tỷ)');
    expect(preview.text).toContain('Bằng chữ: một tỷ hai trăm năm mươi triệu đồng.');
    const done = await finance.post(PAGE, { ...ALLOCATION, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã ghi số tiền.');
    expect(done.text).toContain('1.250.000.000');
    expect(done.text).toContain('số 3456/QĐ-UBND ngày 20/12/2024');
    expect(done.text).not.toContain('chưa ghi kinh phí giao cho Sở Công Thương');
    expect(await story.journal('allocationRecorded')).toMatchObject([
      { facts: { year: 2025, measure: '2.1', source: 'recurrent', amount: 1250 * MILLION } },
    ]);
  });

  it('the question about a year’s allocation is one of its steps', async () => {
    const { text } = await coordinator.get(`${PAGE}?nam=2024`);
    expect(text).toMatch(/bố trí kinh phí năm 2024 Cơ quan làm: Sở Tài chính/);
  });

  it('money of a year that has been asked about says that it is asked about next', async () => {
    const late = { ...ALLOCATION, nam: '2024', 'co-quan': 'so-yt' };
    const preview = await coordinator.post(PAGE, late);
    expect(preview.text).toContain('Kỳ hỏi quyết toán của năm đã mở: Sở Y tế được hỏi về số này từ ngày hôm sau');
    expect((await coordinator.post(PAGE, ALLOCATION)).text).not.toContain('Kỳ hỏi quyết toán');
  });

  it('a corrected amount says which one it replaces; a settlement is recorded the same way', async () => {
    const corrected = { ...ALLOCATION, 'so-tien': '150.000.000' };
    const preview = await coordinator.post(PAGE, corrected);
    expect(preview.text).toContain(
      'Thay số đã ghi: 1.250.000.000 đồng (1,25 tỷ), văn bản số 3456/QĐ-UBND ngày 20/12/2024.',
    );
    await coordinator.post(PAGE, { ...corrected, 'xac-nhan': '1' });
    const settled = { ...corrected, viec: 'quyet-toan', 'so-tien': '140000000', 'so-van-ban': '55/BC-STC' };
    const done = await coordinator.post(PAGE, { ...settled, 'xac-nhan': '1' });
    expect(done.text).toContain('150.000.000');
    expect(done.text).toContain('140.000.000');
    expect(done.text).not.toContain('1.250.000.000 ');
    expect(await story.journal('settlementRecorded')).toMatchObject([{ facts: { amount: 140 * MILLION } }]);
  });
});
