import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { type Reader, StoryPages } from '../harness/story-pages.ts';

const KH54 = 'brvt-kh54-2022';
const REPORT = `${KH54}/2024/IV.2.đ/2024/so-dl`;
const PAGE = `/nghia-vu/${encodeURI(REPORT)}`;
const ASKED = {
  viec: 'xin-phan-phoi-hop',
  'nhiem-vu': 'IV.1',
  'co-quan/so-yt': '1',
  'co-quan/so-xd': '1',
  den: '30/10/2024',
  'noi-dung': 'Gửi số liệu doanh nghiệp được hỗ trợ.',
};

/** Sở Du lịch owes its report until Tuesday 05/11/2024; Monday 21/10 it asks two departments for their parts. */
describe('a lead asks for parts and receives them, on pages', () => {
  let story: Story;
  let pages: StoryPages;
  let lead: Reader;
  let part = '';
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: [KH54] });
    await story.advance('2024-10-21 09:00');
    pages = new StoryPages(story);
    lead = pages.as('so-dl', 'focalPoint');
  });
  afterAll(() => story.close());

  it('the button is his office’s alone', async () => {
    const button = '?viec=xin-phan-phoi-hop';
    expect((await lead.get(PAGE)).html).toContain(button);
    expect((await pages.as('so-dl', 'head').get(PAGE)).html).toContain(button);
    expect((await pages.as('so-khcn', 'coordinator').get(PAGE)).html).not.toContain(button);
    expect((await pages.as('so-khcn', 'coordinator').post(PAGE, ASKED)).status).toBe(403);
  });

  it('a measure is chosen in the plan’s words, then its cooperating agencies and the day', async () => {
    const choice = await lead.get(`${PAGE}?viec=xin-phan-phoi-hop`);
    expect(choice.text).toContain('Xin phần phối hợp của nhiệm vụ nào?');
    expect(choice.text).toContain('Nhiệm vụ IV.1');
    const [, href = ''] = /href="([^"]*nhiem-vu=IV\.1)#viec"/.exec(choice.html) ?? [];
    const form = await lead.get(href.replaceAll('&amp;', '&'));
    expect(form.html).toContain('name="co-quan/so-yt"');
    expect(form.html).not.toContain('name="co-quan/so-tc"');
    expect(form.html).not.toContain('name="co-quan/so-dl"');
    expect(form.text).toContain('từ Thứ Tư 23/10/2024 đến Thứ Hai 04/11/2024');
  });

  it.each([
    ['of nobody', { 'co-quan/so-yt': '', 'co-quan/so-xd': '' }, 422, 'f-co-quan', 'Chưa chọn cơ quan'],
    ['by his own day', { den: '05/11/2024' }, 409, 'f-den', 'không sớm hơn hạn của chính cơ quan Ông/Bà'],
    ['by tomorrow', { den: '22/10/2024' }, 409, 'f-den', 'Sớm nhất: Thứ Tư 23/10/2024'],
    ['by a Sunday', { den: '27/10/2024' }, 409, 'f-den', 'là ngày nghỉ'],
    ['without words', { 'noi-dung': '' }, 422, 'f-noi-dung', 'Chưa ghi nội dung cần'],
  ])('is refused %s, beside the field', async (_label, change, status, field, words) => {
    const got = await lead.post(PAGE, { ...ASKED, ...change });
    expect(got.status).toBe(status);
    expect(got.html).toContain(`href="#${field}"`);
    expect(got.text).toContain(words);
  });

  it('is shown with what it sends before it is sent, and then stands on the page', async () => {
    const preview = await lead.post(PAGE, ASKED);
    expect(preview.text).toContain('Tin sẽ gửi (2)');
    expect(preview.text).toContain('phần phối hợp thực hiện nhiệm vụ IV.1');
    expect(preview.text).toContain('Mở phần phối hợp thực hiện nhiệm vụ IV.1, hạn Thứ Tư 30/10/2024: ');
    expect(preview.text).toContain('Sở Du lịch ấn định ngày 21/10/2024');
    expect(preview.text).toContain(ASKED['noi-dung']);
    const done = await lead.post(PAGE, { ...ASKED, 'xac-nhan': '1' });
    expect(done.text).toContain('Đã xin phần phối hợp, hạn Thứ Tư 30/10/2024.');
    expect(done.text).toContain('còn thiếu 2');
    const rows = await story.database.db
      .selectFrom('obligation')
      .select('key')
      .where('kind', '=', 'contribution')
      .execute();
    part = rows[0]?.key.split('/').slice(0, -1).join('/') ?? '';
    const again = await lead.get(`${PAGE}?viec=xin-phan-phoi-hop&nhiem-vu=IV.1`);
    expect(again.html).not.toContain('name="co-quan/so-yt"');
    expect(again.html).toContain('name="co-quan/so-ct"');
  });

  it('who is asked sees why, by when and for whom', async () => {
    await story.advance('2024-10-22 09:00');
    const asked = await pages.as('so-yt', 'focalPoint').get(`/nghia-vu/${part}/so-yt`);
    expect(asked.text).toContain('Sở Y tế: phần phối hợp thực hiện nhiệm vụ IV.1');
    expect(asked.text).toContain('Sở Du lịch yêu cầu: “Gửi số liệu doanh nghiệp được hỗ trợ.”');
    expect(asked.text).toContain('Người duyệt: Sở Du lịch');
    expect(asked.text).toContain('cơ quan chủ trì ấn định ngày 21/10');
    expect(asked.text).toContain('Thứ Tư 30/10/2024');
  });

  it('Hôm nay says how the parts stand, and a part that came waits for the lead and its head', async () => {
    await story.as('so-yt', 'head').submit(`${part}/so-yt`);
    await story.advance('2024-10-31 09:00');
    for (const reader of [lead, pages.as('so-dl', 'head')]) {
      const today = await reader.get('/');
      expect(today.text).toContain('Duyệt phần phối hợp thực hiện nhiệm vụ IV.1');
    }
    const { text } = await lead.get('/');
    expect(text).toContain('phần phối hợp: Sở Xây dựng chưa đến, quá 1 ngày; Sở Y tế chờ duyệt');
    expect((await pages.as('so-khcn', 'head').get('/')).text).not.toContain('Duyệt phần phối hợp');
  });

  it('the lead returns it with a reason, and accepts the next version; another agency may do neither', async () => {
    const page = `/nghia-vu/${part}/so-yt`;
    const stranger = pages.as('so-ct', 'focalPoint');
    expect((await stranger.get(page)).status).toBe(403);
    expect((await pages.as('so-yt', 'head').post(page, { viec: 'duyet', 'xac-nhan': '1' })).status).toBe(403);
    const seen = await lead.get(page);
    expect(seen.html).toContain('?viec=duyet');
    expect(seen.html).toContain('?viec=tra-lai');
    const back = await lead.post(page, { viec: 'tra-lai', 'ly-do': 'Thiếu số doanh nghiệp.', 'xac-nhan': '1' });
    expect(back.text).toContain('Đã trả lại phần phối hợp thực hiện nhiệm vụ IV.1 của Sở Y tế để bổ sung.');
    expect((await lead.get(PAGE)).text).toContain('còn thiếu 2');
    await story.as('so-yt', 'head').submit(`${part}/so-yt`);
    const done = await lead.post(page, { viec: 'duyet', 'xac-nhan': '1' });
    expect(done.text).toContain('Đã duyệt phần phối hợp thực hiện nhiệm vụ IV.1 của Sở Y tế.');
    expect((await lead.get(PAGE)).text).toContain('còn thiếu 1');
  });
});
