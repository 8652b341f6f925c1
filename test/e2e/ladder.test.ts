import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startTrial, type Trial } from './running-trial.ts';
import { steps } from './steps.ts';
import { openBrowser, PHONE, PLAIN_PHONE, Visitor } from './visitor.ts';

const LATE = 'brvt-kh57-2022/2024/IV.2.-2/2024/so-yt';
const ASKED = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-yt';
const DIRECTION = 'Sở Y tế gửi báo cáo trước 17 giờ ngày 11/11/2024, nêu rõ số lượt tập huấn.';
const DIFFICULTY = 'Chưa rõ mức chi tập huấn theo Thông tư 35/2021/TT-BTC.';
const ADVICE = 'Áp dụng mức chi tại Nghị quyết của Hội đồng nhân dân tỉnh, xin xem văn bản kèm theo.';

describe('an agency that falls overdue, asks for time and raises a difficulty, on the program as it is started', {
  timeout: 600_000,
}, () => {
  const step = steps();
  let trial: Trial;
  let browser: Browser;
  let coordinator: Visitor;
  let specialist: Visitor;
  let leader: Visitor;

  beforeAll(async () => {
    [trial, browser] = await Promise.all([startTrial(), openBrowser()]);
    coordinator = await Visitor.enter(browser, trial.link);
  });
  afterAll(async () => {
    await browser?.close();
    await trial?.close();
  });

  step('climbs to leadership on the fifth working day', async () => {
    await coordinator.clockTo('07/11/2024');
    const overdue = coordinator.page.locator('tr', { hasText: 'Sở Y tế' }).filter({ hasText: 'KH 57' }).first();
    expect(await overdue.innerText()).toMatch(/quá 5 ngày[\s\S]*bậc 3 Lãnh đạo tỉnh: gửi 08:00 hôm nay, đã tới/);
    const mails = await coordinator.open('/hop-thu?loc=ly thi gia dinh');
    expect(mails).toContain('Lý Thị Giả Định');
  });

  step('the Phó Chủ tịch answers in one line', async () => {
    leader = await Visitor.enter(browser, await coordinator.linkFor('Lý Thị Giả Định'), PHONE);
    await leader.page.getByRole('link', { name: /Cho ý kiến.*Sở Y tế, KH 57/ }).click();
    const asked = await leader.text();
    expect(asked).toContain('Xin ý kiến: Sở Y tế, báo cáo năm 2024');
    expect(asked).toContain('Đã qua hạn 5 ngày làm việc.');
    await leader.page.fill('[name=noi-dung]', DIRECTION);
    await leader.page.fill('[name=han-chi-dao]', '11/11/2024');
    await leader.page.getByRole('button', { name: 'Gửi chỉ đạo' }).click();
    expect(await leader.text()).toContain('Đã ghi nhận chỉ đạo. Hạn mới: Thứ Hai 11/11/2024.');
  });

  step('his words come to the agency and to the coordinator as he wrote them, with a date of their own', async () => {
    await coordinator.clockTo('08/11/2024');
    const page = await coordinator.openDuty(LATE);
    expect(page).toContain(`“${DIRECTION}”`);
    expect(page).toContain('hạn số 2: Thứ Hai 11/11/2024');
    expect(await coordinator.open('/chat')).toContain(`Nguyên văn ý kiến: “${DIRECTION}”`);
    specialist = await Visitor.enter(browser, await coordinator.linkFor('Phạm Thí Dụ'), PLAIN_PHONE);
    expect(await specialist.open('/chat')).toContain(`Nguyên văn ý kiến: “${DIRECTION}”`);
  });

  step('asks for more time in the chat; the coordinator grants it on the page', async () => {
    await specialist.choose('KH 54');
    const days = await specialist.say('2');
    expect(days).toContain('Ông/Bà xin gia hạn đến ngày nào?');
    expect(days).toContain('Thứ Tư 13/11/2024 (thêm 3 ngày làm việc)');
    const done = await specialist.say('1', 'Chờ số liệu của các trung tâm y tế huyện', '1');
    expect(done).toContain('Đã chuyển đề nghị gia hạn đến Thứ Tư 13/11/2024.');
    const today = await coordinator.open('/');
    expect(today).toContain('Xét đề nghị gia hạn');
    await coordinator.openDuty(ASKED);
    await coordinator.page.getByRole('link', { name: 'Gia hạn', exact: true }).click();
    expect(await coordinator.page.getByLabel('Hạn mới').inputValue()).toBe('13/11/2024');
    await coordinator.openDuty(ASKED);
    const granted = await coordinator.act('Gia hạn', { 'Lý do': 'Đồng ý để Sở đủ thời gian tổng hợp.' });
    expect(granted).toContain('13/11/2024');
    expect(await coordinator.openDuty(ASKED)).toContain('gia hạn đến 13/11');
    expect(await specialist.say('việc')).toContain('KH 54, mục IV.2.đ: Báo cáo năm 2024. Hạn 13/11/2024');
  });

  step('raises a difficulty in the chat; it is answered on the page and settled in the chat', async () => {
    await specialist.choose('KH 54');
    const raised = await specialist.say('3', '1', DIFFICULTY, '1');
    expect(raised).toContain('Đã chuyển khó khăn, vướng mắc đến cơ quan điều phối.');
    expect(await coordinator.open('/')).toContain('Trả lời khó khăn, vướng mắc');
    expect(await coordinator.open('/kho-khan')).toContain(DIFFICULTY);
    await coordinator.page.getByRole('link', { name: DIFFICULTY }).click();
    expect(await coordinator.act('Trả lời', { 'Nội dung trả lời': ADVICE })).toContain('trả lời');

    await coordinator.clockTo('11/11/2024');
    expect(await specialist.open('/chat')).toContain(`“${ADVICE}”`);
    expect(await specialist.choose('khó khăn')).toContain('Khó khăn này đã được giải quyết chưa?');
    const settled = await specialist.say('1');
    expect(settled).toContain('Đã ghi: khó khăn đã được giải quyết.');
    expect(await coordinator.open('/kho-khan')).toContain('Đang mở (0)');
  });
});
