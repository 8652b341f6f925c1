import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../web/axe.ts';
import { startTrial, type Trial } from './running-trial.ts';
import { steps } from './steps.ts';
import { DESK, openBrowser, PHONE, PLAIN_PHONE, Visitor } from './visitor.ts';

const PLAN = '/ke-hoach/brvt-kh54-2022';

/** Acts of the coordinator that stand in no calendar, found from the pages where she would look for them. */
describe('what the coordinator does with a plan, on the program as it is started', () => {
  const step = steps();
  let trial: Trial;
  let browser: Browser;
  let desk: Visitor;
  let phone: Visitor;

  beforeAll(async () => {
    [trial, browser] = await Promise.all([startTrial(), openBrowser()]);
    desk = await Visitor.enter(browser, trial.link, DESK);
    phone = await Visitor.enter(browser, await desk.linkFor('Trần Thị Mẫu'), PLAIN_PHONE);
  });
  afterAll(async () => {
    await browser?.close();
    await trial?.close();
  });

  /** Fills the open panel, looks at what it would do, and does it; answers with both. */
  async function does(visitor: Visitor, verb: string): Promise<{ preview: string; done: string }> {
    const panel = visitor.page.locator('#viec');
    await panel.getByRole('button', { name: 'Xem trước khi gửi' }).click();
    const preview = await panel.innerText();
    await panel.getByRole('button', { name: verb, exact: true }).click();
    return { preview, done: await visitor.page.locator('main > .box').first().innerText() };
  }

  step('asks two agencies for a report from the plan’s page, on a phone without script', async () => {
    const { page } = phone;
    await phone.open('/ke-hoach');
    await page.getByRole('link', { name: 'KH 54/KH-UBND' }).click();
    await page.getByRole('link', { name: /^Yêu cầu báo cáo/ }).click();
    await page.getByLabel('Sở Du lịch').check();
    await page.getByLabel('Sở Y tế').check();
    await page.getByLabel('Hạn trả lời').fill('08/10/2024');
    await page.getByLabel('Nội dung yêu cầu').fill('Báo cáo nhanh kết quả 9 tháng.');
    await page.getByLabel('Số văn bản yêu cầu').fill('9012/UBND-VP');
    await page.getByLabel('Ngày văn bản yêu cầu').fill('04/10/2024');
    await page.getByRole('button', { name: 'Xem trước khi gửi' }).click();
    expect(await phone.text()).toContain('không đủ 2 ngày làm việc');
    expect(await page.getByLabel('Nội dung yêu cầu').inputValue()).toBe('Báo cáo nhanh kết quả 9 tháng.');
    expect(await page.getByLabel('Sở Y tế').isChecked()).toBe(true);
    await page.getByLabel('Hạn trả lời').fill('15/10/2024');
    const { preview, done } = await does(phone, 'Gửi yêu cầu');
    expect(preview).toContain('Tin sẽ gửi (2)');
    expect(preview).toContain('Hồ Văn Ví Dụ, Sở Du lịch');
    expect(done).toContain('Đã gửi yêu cầu báo cáo, hạn Thứ Ba 15/10/2024.');
    await page.getByRole('link', { name: 'Mở kỳ vừa lập' }).click();
    expect(await phone.text()).toContain('Báo cáo theo yêu cầu');
  });

  step('sets a waiting measure going by a document', async () => {
    const { page } = desk;
    await desk.open(PLAN);
    await page.getByRole('link', { name: 'Kích hoạt nhiệm vụ I.1', exact: true }).click();
    await page.getByLabel('Số văn bản làm căn cứ').fill('88/KH-UBND');
    await page.getByLabel('Ngày văn bản làm căn cứ').fill('01/10/2024');
    const { preview, done } = await does(desk, 'Kích hoạt');
    expect(preview).toContain('hạn Thứ Hai 21/10/2024');
    expect(done).toContain('Đã kích hoạt nhiệm vụ.');
  });

  step('is asked on Hôm nay how targets are counted, and says it', async () => {
    const { page } = phone;
    await phone.open('/');
    await page.getByRole('link', { name: /^Cho căn cứ.*KH 54/ }).click();
    await page.getByRole('link', { name: /^Cho căn cứ.*a\.1$/ }).click();
    await page.getByLabel('2022', { exact: true }).check();
    await page.getByLabel('Căn cứ vào đâu').fill('Năm ban hành kế hoạch.');
    const { done } = await does(phone, 'Ghi căn cứ');
    expect(done).toContain('Đã ghi căn cứ tính.');
    expect(await phone.text()).toContain('Lũy kế 2022–2024');
  });

  step('records what was allocated, read back in words', async () => {
    const { page } = phone;
    await phone.open(`${PLAN}?nam=2025`);
    await page.getByRole('link', { name: /^Kinh phí năm 2025/ }).click();
    await page.getByRole('link', { name: /^Ghi phân bổ/ }).click();
    await page.getByLabel('Cơ quan được giao').selectOption({ label: 'Sở Công Thương' });
    await page.getByLabel('Nhiệm vụ').selectOption('II.1.3');
    await page.getByLabel('Sự nghiệp').check();
    await page.getByLabel('Số tiền (đồng)').fill('1,25 tỷ');
    await page.getByLabel('Số quyết định giao').fill('3456/QĐ-UBND');
    await page.getByLabel('Ngày quyết định giao').fill('04/10/2024');
    const { preview, done } = await does(phone, 'Ghi phân bổ');
    expect(preview).toContain('Bằng chữ: một tỷ hai trăm năm mươi triệu đồng.');
    expect(done).toContain('Đã ghi số tiền.');
    expect(await phone.text()).toContain('1.250.000.000');
  });

  it.each([
    ['desk', DESK],
    ['phone', PHONE],
  ])('has no barrier and no sideways scrolling on any of the pages, at the %s', async (name, options) => {
    const visitor = await Visitor.enter(browser, await desk.linkFor('Trần Thị Mẫu'), options);
    for (const path of [
      '/',
      PLAN,
      `${PLAN}/yeu-cau`,
      `${PLAN}/kich-hoat?nhiem-vu=II.1.3`,
      `${PLAN}/ket-luan?lan=IV.1.d-midTerm`,
      `${PLAN}/kinh-phi?nam=2025&viec=phan-bo`,
      `${PLAN}/chi-tieu?viec=can-cu&chi-tieu=a.2`,
    ]) {
      await visitor.open(path);
      expect(await violations(visitor.page), `${name} ${path}`).toEqual([]);
      const folder = process.env.DONDOC_SHOTS;
      const file = path.replace(/[^\w-]+/g, '_');
      if (folder) await visitor.page.screenshot({ path: `${folder}/e2e-${file}-${name}.png`, fullPage: true });
    }
    await visitor.page.context().close();
  });
});
