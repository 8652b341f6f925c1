import type { Browser } from '@playwright/test';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { startTrial, type Trial } from './running-trial.ts';
import { steps } from './steps.ts';
import { openBrowser, PHONE, PLAIN_PHONE, Visitor } from './visitor.ts';

const ROUND = 'brvt-kh57-2022/2024/IV.2.-2/2024';
const MINE = `${ROUND}/so-dl`;
const OTHERS = ['so-yt', 'so-tttt', 'so-nnptnt', 'so-ct', 'so-gtvt'].map((agency) => `${ROUND}/${agency}`);
const BY_ITSELF = '(vai tự trả lời)';
const JUDGED = /^(Duyệt|Trả lại) bản/m;

describe('one plays the coordinator and one specialist; all others answer by themselves', { timeout: 600_000 }, () => {
  const step = steps();
  let trial: Trial;
  let browser: Browser;
  let coordinator: Visitor;
  let specialist: Visitor;

  beforeAll(async () => {
    [trial, browser] = await Promise.all([startTrial(), openBrowser()]);
    coordinator = await Visitor.enter(browser, trial.link);
  });
  afterAll(async () => {
    await browser?.close();
    await trial?.close();
  });

  const storiesOfOthers = async (): Promise<string> => {
    const lines: string[] = [];
    for (const duty of OTHERS) {
      await coordinator.openDuty(duty);
      lines.push(...(await coordinator.story()));
    }
    return lines.join('\n');
  };

  step('is off at first, and turned on on the page of roles', async () => {
    const roles = await coordinator.open('/vai-chay-thu');
    expect(roles).toContain('Đang tắt: mọi việc đều chờ người giữ vai.');
    await coordinator.page.getByRole('button', { name: 'Bật', exact: false }).click();
    expect(await coordinator.text()).toContain('Từ nay các vai chưa có người giữ tự trả lời khi đồng hồ đi tiếp.');
    specialist = await Visitor.enter(browser, await coordinator.linkFor('Hồ Văn Ví Dụ'), PLAIN_PHONE);
    const row = coordinator.page.locator('tr', { hasText: 'Hồ Văn Ví Dụ' });
    await coordinator.open('/vai-chay-thu');
    expect(await row.innerText()).toContain('có người giữ vai');
  });

  step('the clock moves on, and the coordinator finds reports to review', async () => {
    await coordinator.clockTo('31/10/2024');
    expect(await coordinator.page.locator('#cho-toi').innerText()).toContain('Duyệt báo cáo năm 2024');
    expect(await coordinator.text()).toMatch(/Từ lần Ông\/Bà vào trước \(07:30 ngày 07\/10\): \d+ báo cáo mới/);
    const stories = await storiesOfOthers();
    expect(stories).toMatch(/^Gửi bản 1 (qua chat|trên trang)\. .* \(vai tự trả lời\)\. Bản nháp/m);
    expect(stories).toMatch(/^Lãnh đạo xác nhận bản 1: số liệu chính thức\. .* \(vai tự trả lời\)/m);
  });

  step('what is his who plays waits for him: no report is given and no report is judged in his stead', async () => {
    const own = await specialist.openDuty(MINE);
    expect(own).toContain('Nhắc: hôm nay là hạn số 1');
    expect(own).not.toContain(BY_ITSELF);
    expect(await storiesOfOthers()).not.toMatch(JUDGED);
    await specialist.choose('KH 57');
    expect(await specialist.say('1')).toContain('Câu 1/8');
    const text = 'Tổ chức hai lớp tập huấn.';
    expect(await specialist.say('1', '1', '2', '120', '12', text, '1', 'bỏ qua', '1')).toContain(
      'Số biên nhận BN-2024-',
    );
  });

  step('goes on after kill -9: his head confirms by himself, the coordinator still decides alone', async () => {
    await trial.killAndStartAgain();
    expect(await coordinator.open('/vai-chay-thu')).toContain('Đang bật');
    await coordinator.clockTo('11/11/2024');
    const own = await specialist.openDuty(MINE);
    expect(own).toContain('chờ duyệt');
    expect((await specialist.story()).join('\n')).toMatch(
      /^Lãnh đạo xác nhận bản 1: số liệu chính thức\. Đinh Thị Thử, .* \(vai tự trả lời\)/m,
    );
    expect(await storiesOfOthers()).not.toMatch(JUDGED);
  });

  step('a role given back answers by itself again, on a phone as on a desk', async () => {
    const onTheRoad = await Visitor.enter(browser, await coordinator.linkFor('Tạ Văn Thử Nghiệm'), PHONE);
    await onTheRoad.open('/vai-chay-thu');
    await onTheRoad.page.getByRole('button', { name: 'Trả vai của Trần Thị Mẫu' }).click();
    expect(await onTheRoad.text()).toContain('Từ nay vai của Trần Thị Mẫu tự trả lời khi đồng hồ đi tiếp.');
    await coordinator.clockTo('13/11/2024');
    expect(await storiesOfOthers()).toMatch(/^(Duyệt|Trả lại) bản 1.* Trần Thị Mẫu, .* \(vai tự trả lời\)/m);
  });

  step('turned off, nobody answers by himself any more', async () => {
    await coordinator.open('/vai-chay-thu');
    await coordinator.page.getByRole('button', { name: 'Tắt', exact: false }).click();
    expect(await coordinator.text()).toContain('Từ nay không vai nào tự trả lời.');
    const byThemselves = async (): Promise<string[]> =>
      (await storiesOfOthers()).split('\n').filter((line) => line.includes(BY_ITSELF));
    const before = await byThemselves();
    expect(before).not.toEqual([]);
    await coordinator.clockTo('20/11/2024');
    expect(await byThemselves()).toEqual(before);
  });
});
