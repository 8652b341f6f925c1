import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from './axe.ts';
import { Gallery, SHOTS, type Shot, WIDTHS } from './gallery.ts';

/** Screenshots are kept where DONDOC_SHOTS points, for looking at beside the reference pictures. */
const FOLDER = process.env.DONDOC_SHOTS;

let gallery: Gallery;

beforeAll(async () => {
  gallery = await Gallery.open();
  if (FOLDER) mkdirSync(FOLDER, { recursive: true });
}, 60_000);

afterAll(async () => {
  await gallery.close();
});

async function look(shot: Shot, width: number): Promise<{ axe: string[]; overflow: number }> {
  const window = await gallery.window(shot.as, width);
  try {
    const page = await window.newPage();
    await page.goto(gallery.address(shot));
    const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
    if (FOLDER) {
      await page.screenshot({ path: `${FOLDER}/${shot.name}${width === 360 ? '-360' : ''}.png`, fullPage: true });
    }
    // Axe runs by evaluation, which the page's own content policy does not govern.
    return { axe: await violations(page), overflow: Number(overflow) };
  } finally {
    await window.close();
  }
}

describe.each([...WIDTHS])('at %i px', (width) => {
  it.each(SHOTS)('$name has no barrier and no sideways scrolling', { timeout: 60_000 }, async (shot) => {
    expect(await look(shot, width)).toEqual({ axe: [], overflow: 0 });
  });
});

describe.each([...WIDTHS])('a form on its way, at %i px', (width) => {
  it('has no barrier with an error, nor with what it would send', { timeout: 60_000 }, async () => {
    const shot = SHOTS.find(({ name }) => name === '05-mot-nghia-vu') as Shot;
    const window = await gallery.window(shot.as, width);
    const page = await window.newPage();
    await page.goto(`${gallery.address(shot)}?viec=gia-han`);
    await page.getByLabel('Hạn mới').fill('31/11/2024');
    await page.getByLabel('Lý do').fill('Đợi số liệu');
    await page.getByRole('button', { name: 'Xem trước khi gửi' }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('link', { name: '“31/11/2024” không phải là một ngày' }).click();
    expect(await page.evaluate('document.activeElement.name')).toBe('den');
    await page.getByLabel('Hạn mới').fill('29/11/2024');
    await page.getByRole('button', { name: 'Xem trước khi gửi' }).click();
    expect(await page.getByRole('heading', { name: 'Tin sẽ gửi (1)' }).count()).toBe(1);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Gia hạn', exact: true }).click();
    expect((await page.locator('.box.done').innerText()).trim()).toBe('Đã ghi nhận.');
    expect(gallery.seen.commands.at(-1)).toMatchObject({ do: 'extend', to: '2024-11-29', reason: 'Đợi số liệu' });
    await window.close();
  });
});

describe('on paper', () => {
  it.each(
    SHOTS.filter(({ name }) => /^(01-hom-nay|04-ky-bao-cao|05-mot-nghia-vu|06-chat-can-bo|08-hop-thu)$/.test(name)),
  )('$name prints without navigation, buttons and forms', { timeout: 60_000 }, async (shot) => {
    const window = await gallery.window(shot.as, 976);
    const page = await window.newPage();
    await page.goto(gallery.address(shot));
    await page.emulateMedia({ media: 'print' });
    for (const selector of ['nav.nav', '.foot-menu', '.button', 'form', '.skip', '.site-foot']) {
      expect(await page.locator(selector).filter({ visible: true }).count(), selector).toBe(0);
    }
    expect(await page.locator('.print-foot').innerText()).toMatch(/^In lúc 08:00 Thứ Năm 07\/11\/2024/);
    expect(await page.locator('.trial').innerText()).toContain('CHẠY THỬ');
    await window.close();
  });

  it('the page Hôm nay is one portrait page', { timeout: 60_000 }, async () => {
    const shot = SHOTS.find(({ name }) => name === '01-hom-nay');
    const window = await gallery.window(shot?.as ?? null, 1400);
    const page = await window.newPage();
    await page.goto(`${gallery.origin}/`);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1);
    await window.close();
  });
});

describe('without script', () => {
  it('an answer in the chat and a filter of the mailbox work', { timeout: 60_000 }, async () => {
    const chat = SHOTS.find(({ name }) => name === '06-chat-can-bo');
    const window = await gallery.window(chat?.as ?? null, 1400, { javaScriptEnabled: false });
    const page = await window.newPage();
    await page.goto(`${gallery.origin}/chat`);
    await page.getByLabel('Trả lời của Ông/Bà').fill('120');
    await page.getByRole('button', { name: 'Gửi', exact: true }).click();
    expect(page.url()).toBe(`${gallery.origin}/chat#cau-hoi`);
    expect(gallery.seen.said.at(-1)).toEqual({ person: chat?.as?.person, text: '120', question: 9 });
    await page.goto(`${gallery.origin}/hop-thu`);
    await page.getByLabel('Lọc thư').fill('so y te');
    await page.getByRole('button', { name: 'Lọc' }).click();
    await expect(page.locator('main').innerText()).resolves.toContain('Không thấy thư nào khớp “so y te”.');
    await window.close();
  });

  it('a keyboard reaches the content first, and then everything in reading order', { timeout: 60_000 }, async () => {
    const shot = SHOTS.find(({ name }) => name === '01-hom-nay');
    const window = await gallery.window(shot?.as ?? null, 1400);
    const page = await window.newPage();
    await page.goto(`${gallery.origin}/`);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('Đến nội dung');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent.trim()')).toBe('1 báo cáo mới');
    await window.close();
  });
});
