import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { type Reader, StoryPages } from '../harness/story-pages.ts';

const KH54 = 'brvt-kh54-2022';
const PLAN = `/ke-hoach/${KH54}`;
const REQUEST = {
  'co-quan/so-dl': '1',
  'co-quan/so-yt': '1',
  den: '16/09/2024',
  'noi-dung': 'Báo cáo nhanh kết quả 8 tháng.',
  'so-van-ban': '9012/UBND-VP',
  'ngay-van-ban': '03/09/2024',
};
const BASIS = { 'nhiem-vu': 'II.1.3', 'so-van-ban': '88/KH-UBND', 'ngay-van-ban': '30/08/2024' };

/** Wednesday 04/09/2024, the first working day after the holiday. */
describe('the coordinator asks outside the calendar, on a page', () => {
  let story: Story;
  let coordinator: Reader;
  let agency: Reader;
  beforeAll(async () => {
    story = await openStory({ start: '2024-09-04T07:30', plans: [KH54] });
    const pages = new StoryPages(story);
    coordinator = pages.as('so-khcn', 'coordinator');
    agency = pages.as('so-dl', 'focalPoint');
  });
  afterAll(() => story.close());

  it('finds both acts on the plan’s page; others find neither', async () => {
    const { html } = await coordinator.get(`${PLAN}?nam=2024`);
    expect(html).toContain(`href="${PLAN}/yeu-cau"`);
    expect(html).toContain(`href="${PLAN}/kich-hoat?nhiem-vu=II.1.3"`);
    expect(html).not.toContain('kich-hoat?nhiem-vu=IV.1"');
    const theirs = await agency.get(`${PLAN}?nam=2024`);
    expect(theirs.html).not.toMatch(/yeu-cau|kich-hoat/);
    expect((await agency.get(`${PLAN}/yeu-cau`)).status).toBe(403);
    expect((await agency.post(`${PLAN}/kich-hoat`, BASIS)).status).toBe(403);
  });

  it.each([
    ['without anybody', { 'co-quan/so-dl': '', 'co-quan/so-yt': '' }, 422, 'f-co-quan', 'Chưa chọn cơ quan'],
    ['without a number', { 'so-van-ban': '' }, 422, 'f-so-van-ban', 'Chưa ghi số văn bản yêu cầu'],
    ['without the document’s day', { 'ngay-van-ban': '' }, 422, 'f-ngay-van-ban', 'Chưa ghi ngày văn bản yêu cầu'],
    ['by a document of tomorrow', { 'ngay-van-ban': '05/09/2024' }, 409, 'f-ngay-van-ban', 'ở sau hôm nay'],
    ['by words that are no number', { 'so-van-ban': 'theo chỉ đạo' }, 409, 'f-so-van-ban', 'Xin ghi số và ngày'],
    ['for a Saturday', { den: '14/09/2024' }, 409, 'f-den', 'Gần nhất: Thứ Hai 16/09/2024'],
    ['for a year without a calendar', { den: '14/09/2094' }, 409, 'f-den', 'bảng ngày nghỉ năm 2094'],
  ])('is refused %s, beside the field, with nothing typed lost', async (_label, change, status, field, words) => {
    const got = await coordinator.post(`${PLAN}/yeu-cau`, { ...REQUEST, ...change });
    expect(got.status).toBe(status);
    expect(got.html).toContain(`href="#${field}"`);
    expect(got.html).toContain(`id="${field.replace('f-', 'e-')}"`);
    expect(got.text).toContain(words);
    expect(got.html).toContain(REQUEST['noi-dung']);
  });

  it('with one working day it says why, and takes it where it is urgent', async () => {
    const short = { ...REQUEST, den: '05/09/2024' };
    const refused = await coordinator.post(`${PLAN}/yeu-cau`, short);
    expect(refused.text).toContain('Hạn 05/09/2024 không đủ 2 ngày làm việc');
    expect(refused.text).toContain('Sớm nhất: Thứ Sáu 06/09/2024, hoặc ghi là việc khẩn');
    const urgent = await coordinator.post(`${PLAN}/yeu-cau`, { ...short, 'khan/co': '1' });
    expect(urgent.text).toContain('Mở báo cáo theo yêu cầu, hạn Thứ Năm 05/09/2024');
  });

  it('shows before it is done what goes to whom and when, then opens the round and links it', async () => {
    const preview = await coordinator.post(`${PLAN}/yeu-cau`, REQUEST);
    expect(preview.text).toContain('hạn Thứ Hai 16/09/2024: Sở Du lịch và Sở Y tế.');
    expect(preview.text).toContain('Bậc thang nếu quá hạn: bậc 1 17/09, bậc 2 19/09, bậc 3 23/09.');
    expect(preview.text).toContain('Tin sẽ gửi (2)');
    expect(preview.text).toContain('08:00 ngày 04/09');
    expect(preview.text).toContain(REQUEST['noi-dung']);
    expect(preview.text).toContain('Văn bản số 9012/UBND-VP ngày 03/09/2024.');
    expect(preview.text).not.toContain('/preview');
    expect(await story.journal('requested')).toEqual([]);

    const done = await coordinator.post(`${PLAN}/yeu-cau`, { ...REQUEST, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã gửi yêu cầu báo cáo, hạn Thứ Hai 16/09/2024.');
    const [, round = ''] = /href="(\/ky\/[^"]+)"[^>]*>Mở kỳ vừa lập/.exec(done.html) ?? [];
    const opened = await coordinator.get(round);
    expect(opened.status).toBe(200);
    expect(opened.text).toContain('2 cơ quan');
    expect(opened.text).toContain('KH 54/KH-UBND, theo văn bản số 9012/UBND-VP ngày 03/09/2024');
    expect(done.text).toContain('theo văn bản số 9012/UBND-VP ngày 03/09/2024');
    expect(done.html).toContain(`<a href="${round}">Báo cáo theo yêu cầu`);
    expect(await story.journal('requested')).toMatchObject([
      { facts: { to: '2024-09-16', urgent: false, document: 'số 9012/UBND-VP ngày 03/09/2024' } },
    ]);
  });

  it('an urgent one says so in its letter and on the pages of the round and the duty', async () => {
    const urgent = { ...REQUEST, den: '05/09/2024', 'khan/co': '1' };
    const preview = await coordinator.post(`${PLAN}/yeu-cau`, urgent);
    expect(preview.text).toContain('KHẨN. Yêu cầu: báo cáo theo yêu cầu');
    const done = await coordinator.post(`${PLAN}/yeu-cau`, { ...urgent, 'xac-nhan': '1' });
    const [, round = ''] = /href="(\/ky\/[^"]+)"[^>]*>Mở kỳ vừa lập/.exec(done.html) ?? [];
    const opened = await coordinator.get(round);
    expect(opened.text).toContain('khẩn, theo văn bản số 9012/UBND-VP ngày 03/09/2024');
    const [, duty = ''] = /href="(\/nghia-vu\/[^"]+so-dl)"/.exec(opened.html) ?? [];
    expect((await coordinator.get(duty)).text).toContain(`Sở Khoa học và Công nghệ yêu cầu khẩn: “`);
  });

  it('a measure that waits is set going by a document, ten working days from now where no day is named', async () => {
    const without = await coordinator.post(`${PLAN}/kich-hoat`, { 'nhiem-vu': 'II.1.3' });
    expect([without.status, without.text.includes('có 2 chỗ cần xem lại')]).toEqual([422, true]);
    const preview = await coordinator.post(`${PLAN}/kich-hoat`, BASIS);
    expect(preview.text).toContain('hạn Thứ Tư 18/09/2024');
    expect(preview.text).toContain('Tin sẽ gửi (10)');
    const done = await coordinator.post(`${PLAN}/kich-hoat`, { ...BASIS, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã kích hoạt nhiệm vụ.');
    const [, round = ''] = /href="(\/ky\/[^"]+)"[^>]*>Mở kỳ vừa lập/.exec(done.html) ?? [];
    expect((await coordinator.get(round)).text).toContain('10 cơ quan');
    expect(done.text).toContain('Kích hoạt lần nữa nhiệm vụ II.1.3');
  });

  it('names who takes the part of a lead that the plan leaves to nobody', async () => {
    expect((await coordinator.get(PLAN)).text).toContain(
      'phần không nêu tên cơ quan: “các cơ quan, tổ chức liên quan”',
    );
    const page = `${PLAN}/chi-dinh`;
    const typed = { 'nhiem-vu': 'II.2.4', 'co-quan/so-ct': '1', 'ly-do': 'Công văn phân công của UBND tỉnh.' };
    expect((await agency.post(page, typed)).status).toBe(403);
    expect((await coordinator.post(page, { ...typed, 'co-quan/so-ct': '' })).text).toContain('Chưa chọn cơ quan');
    const preview = await coordinator.post(page, typed);
    expect(preview.text).toContain('Nhiệm vụ II.2.4: Sở Công Thương cùng chủ trì');
    const done = await coordinator.post(page, { ...typed, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã chỉ định cơ quan chủ trì.');
    expect(done.text).toContain('đã chỉ định: Sở Công Thương');
    expect(await story.journal('measureAssigned')).toMatchObject([{ facts: { measure: 'II.2.4', agencies: 'so-ct' } }]);
  });

  it('a measure that waits for nothing leads back to the plan, with those that do', async () => {
    const back = await coordinator.get(`${PLAN}/kich-hoat?nhiem-vu=IV.1`);
    expect([back.status, back.at]).toEqual([200, PLAN]);
    expect(back.text).toContain('Các nhiệm vụ chờ: I.1, I.2, II.1.3.');
  });
});
