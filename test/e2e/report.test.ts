import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startTrial, type Trial } from './running-trial.ts';
import { steps } from './steps.ts';
import { openBrowser, PHONE, PLAIN_DESK, PLAIN_PHONE, Visitor } from './visitor.ts';

const DUTY = 'brvt-kh57-2022/2024/IV.2.-2/2024/so-dl';
const OTHER_DUTY = 'brvt-kh57-2022/2024/IV.2.-2/2024/so-yt';
const HALF_ANSWERED = 'brvt-kh57-2022/2024/IV.2.-2/2024/so-tttt';

describe('a report, from the reminder to its acceptance, on the program as it is started', { timeout: 600_000 }, () => {
  const step = steps();
  let trial: Trial;
  let browser: Browser;
  let coordinator: Visitor;
  let specialist: Visitor;
  let head: Visitor;

  beforeAll(async () => {
    [trial, browser] = await Promise.all([startTrial(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await trial?.close();
  });

  step('the printed link lets the coordinator in, once, and shows today', async () => {
    coordinator = await Visitor.enter(browser, trial.link);
    const today = await coordinator.text();
    expect(today).toContain('Hôm nay, Thứ Hai 07/10/2024');
    expect(today).toContain('Cho căn cứ tính chỉ tiêu');
    expect(await coordinator.page.locator('.trial').innerText()).toContain('CHẠY THỬ');
    await coordinator.page.goto(trial.link);
    expect(await coordinator.text()).toContain('Liên kết này đã được dùng rồi');
  });

  step('the clock goes to the last day of the first reports', async () => {
    await coordinator.clockTo('31/10/2024');
    const today = await coordinator.text();
    expect(today).toContain('Hôm nay, Thứ Năm 31/10/2024');
    expect(today).toMatch(/Sáng nay lúc 08:00 đã gửi tin cho \d+ người, tới đủ \d+/);
    expect(today).toContain('Sở Du lịch');
  });

  step('the specialist reads his reminder on a phone without script, and answers the whole report', async () => {
    specialist = await Visitor.enter(browser, await coordinator.linkFor('Hồ Văn Ví Dụ'), PLAIN_PHONE);
    const greeted = await specialist.open('/chat');
    expect(greeted).toContain('Khi Ông/Bà chưa vào chat, hệ thống đã nhắc 2 việc; đến nay vẫn chờ:');
    expect(greeted).toContain('Hạn 31/10/2024 (đến hạn hôm nay) (nhắc lúc 08:00 ngày 31/10)');
    expect(greeted).toContain('KH 57, mục IV.2: Báo cáo năm 2024. Hạn 31/10/2024 (đến hạn hôm nay)');

    const card = await specialist.say('1');
    expect(card).toContain('Căn cứ: Kế hoạch số 57/KH-UBND ngày 18/11/2022');
    expect(card).toContain('“Định kỳ hàng năm hoặc đột xuất khi có yêu cầu, báo cáo tình hình thực hiện');
    expect(await specialist.say('1')).toContain('Câu 1/8. Nhiệm vụ 2.1 của KH 57');
    expect(await specialist.say('1', '1', '2')).toContain('Câu 4/8. Chỉ tiêu b.1 của KH 57');
    expect(await specialist.say('nhiều')).toContain('Câu 4/8');
    expect(await specialist.say('120', '12')).toContain('Câu 6/8. Việc đã làm theo mục IV.2, gạch đầu dòng thứ 1');
    const summary = await specialist.say('Tổ chức hai lớp tập huấn cho các cơ sở lưu trú.', '1', 'bỏ qua');
    expect(summary).toContain('Tóm tắt trước khi gửi');
    expect(summary).toMatch(/Chỉ tiêu b\.1: 120 lượt/);

    const receipt = await specialist.say('1');
    expect(receipt).toContain('Số biên nhận BN-2024-0001');
    expect(receipt).toContain('bản nháp, đến khi Ông/Bà Đinh Thị Thử, Giám đốc, xác nhận');
    const printed = await specialist.open('/bien-nhan/BN-2024-0001');
    expect(printed).toContain('120 lượt');
    expect(await specialist.openDuty(OTHER_DUTY)).toContain('không');
  });

  step('the head confirms in his chat on a phone; only then is it official', async () => {
    expect(await coordinator.openDuty(DUTY)).toContain('chờ lãnh đạo xác nhận');
    head = await Visitor.enter(browser, await coordinator.linkFor('Đinh Thị Thử'), PHONE);
    expect(await head.text()).toContain('Xác nhận báo cáo năm 2024');
    expect(await head.say('1')).toContain('Đây là bản nháp.');
    expect(await head.say('1', '1')).toContain('Đã xác nhận bản 1. Báo cáo là chính thức.');
  });

  step('the coordinator sends it back with a reason; version 2 comes', async () => {
    await coordinator.openDuty(DUTY);
    const done = await coordinator.act('Trả lại', { 'Lý do': 'Đề nghị ghi rõ nguồn của số lượt tập huấn.' });
    expect(done).toContain('Đã trả lại');
    const page = await coordinator.openDuty(DUTY);
    expect(page).toContain('trả lại, chờ bản 2');
    expect(page).toContain('hạn số 2: Thứ Năm 07/11/2024');

    const returned = await specialist.choose('KH 57');
    expect(returned).toContain('“Đề nghị ghi rõ nguồn của số lượt tập huấn.”');
    const again = await specialist.say('1', 'sửa 4', '125', '1');
    expect(again).toContain('Số biên nhận BN-2024-0002');
    await head.choose('Xác nhận. KH 57');
    expect(await head.say('1', '1')).toContain('Đã xác nhận bản 2.');
  });

  step('the coordinator accepts; the whole story stands on the page', async () => {
    await coordinator.openDuty(DUTY);
    expect(await coordinator.act('Duyệt')).toContain('Đã duyệt báo cáo năm 2024 của Sở Du lịch.');
    expect(await coordinator.openDuty(DUTY)).toContain('đã duyệt');
    expect(await storyOf(coordinator)).toEqual([
      'Duyệt bản 2',
      'Lãnh đạo xác nhận bản 2: số liệu chính thức',
      'Gửi bản 2 qua chat',
      'Trả lại bản 1, mở hạn số 2: 07/11/2024',
      'Lãnh đạo xác nhận bản 1: số liệu chính thức',
      'Gửi bản 1 qua chat',
      'Mở kỳ, hạn số 1: 31/10/2024',
    ]);
  });

  step('the same with the widths changed over and no script anywhere: answered and confirmed at a desk', async () => {
    const plain = await Visitor.enter(browser, await coordinator.linkFor('Phạm Thí Dụ'), PLAIN_DESK);
    expect(await plain.text()).toContain('KH 57');
    await plain.choose('KH 57');
    expect(await plain.say('1')).toContain('Câu 1/');
    expect(await plain.say('1', '1', '2', '80', '8', 'Đã tập huấn cho các trung tâm y tế.', '1', 'bỏ qua')).toContain(
      'Tóm tắt trước khi gửi',
    );
    expect(await plain.say('1')).toContain('Số biên nhận BN-2024-0003');
    const leader = await Visitor.enter(browser, await coordinator.linkFor('Đặng Văn Mẫu'), PLAIN_DESK);
    await leader.choose('Xác nhận. KH 57');
    expect(await leader.say('1', '1')).toContain('Đã xác nhận bản 1. Báo cáo là chính thức.');
  });

  step('and accepted on a phone, where the story stands too', async () => {
    const onTheRoad = await Visitor.enter(browser, await coordinator.linkFor('Trần Thị Mẫu'), PLAIN_PHONE);
    expect(await onTheRoad.text()).toContain('Hôm nay, Thứ Năm 31/10/2024');
    expect(await onTheRoad.text()).toContain('Duyệt báo cáo năm 2024');
    await onTheRoad.openDuty(OTHER_DUTY);
    expect(await onTheRoad.act('Duyệt')).toContain('Đã duyệt báo cáo năm 2024 của Sở Y tế.');
    await onTheRoad.openDuty(OTHER_DUTY);
    expect(await storyOf(onTheRoad)).toEqual([
      'Duyệt bản 1',
      'Lãnh đạo xác nhận bản 1: số liệu chính thức',
      'Gửi bản 1 qua chat',
      'Mở kỳ, hạn số 1: 31/10/2024',
    ]);
  });

  step('a second start on the same data is refused with the number of the first', async () => {
    const { code, said } = await trial.startAnother();
    expect(code).toBe(1);
    expect(said).toMatch(/tiến trình \d+/);
    expect(await coordinator.open('/')).toContain('Hôm nay, Thứ Năm 31/10/2024');
  });

  step('after kill -9 the clock, the sign-ins, the chat and the story stand where they stood', async () => {
    const writing = await Visitor.enter(browser, await coordinator.linkFor('Lâm Văn Minh Họa'), PLAIN_PHONE);
    await writing.choose('KH 57');
    expect(await writing.say('1')).toContain('Câu 1/');
    expect(await writing.say('2')).toContain('Câu 2/');
    const chat = await writing.open('/chat');
    const story = await coordinator.openDuty(DUTY);
    await trial.killAndStartAgain();

    expect(trial.printed()).toContain('Ngày nghiệp vụ: Thứ Năm 31/10/2024, 08:00');
    expect(await coordinator.open('/')).toContain('Hôm nay, Thứ Năm 31/10/2024');
    expect(await writing.open('/chat')).toBe(chat);
    const told = (page: string): string => page.split('Luồng công việc và bản chiếu')[0] ?? '';
    expect(told(await coordinator.openDuty(DUTY))).toBe(told(story));
    expect(await writing.say('1')).toContain('Câu 3/');
  });

  step('and everything goes on from there, nothing said twice', async () => {
    await coordinator.clockTo('01/11/2024');
    const page = await coordinator.openDuty(HALF_ANSWERED);
    expect(page).toContain('quá 1 ngày');
    expect(page).not.toContain('gửi lại');
    expect(await coordinator.openDuty(DUTY)).not.toContain('gửi lại');
  });

  step('stops in order on SIGTERM', async () => {
    const { said, code } = await trial.stop();
    expect(code).toBe(0);
    const parts = [
      'Trang web',
      'Luồng công việc',
      'Thư điện tử',
      'Cơ sở dữ liệu',
      'Máy chủ Temporal',
      'Thư mục dữ liệu',
      'Đã dừng.',
    ];
    const places = parts.map((part) => said.indexOf(part));
    expect(places, said).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places), said).toBeGreaterThanOrEqual(0);
  });
});

/** The titles of the open duty's story, newest first, without what was sent about it. */
async function storyOf(visitor: Visitor): Promise<string[]> {
  const titles = await visitor.page.locator('.story h3').allInnerTexts();
  return titles.filter((title) => !title.startsWith('Nhắc'));
}
