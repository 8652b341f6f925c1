import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { hrefObligation } from '../../web/href.ts';
import { chromiumPath } from '../harness/chromium.ts';

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await chromiumPath(), args: ['--no-sandbox', '--disable-gpu'] });
}

/** A desk of 1400 px. */
export const DESK: BrowserContextOptions = { viewport: { width: 1400, height: 900 } };
/** A desk whose browser runs no script. */
export const PLAIN_DESK: BrowserContextOptions = { ...DESK, javaScriptEnabled: false };
/** A phone of 360 px. */
export const PHONE: BrowserContextOptions = { viewport: { width: 360, height: 740 } };
/** A phone whose browser runs no script. */
export const PLAIN_PHONE: BrowserContextOptions = { ...PHONE, javaScriptEnabled: false };

/** Somebody at his own browser, signed in by a one-time link; what he reads is what stands on the page. */
export class Visitor {
  readonly page: Page;
  readonly #url: string;

  private constructor(page: Page, url: string) {
    this.page = page;
    this.#url = url;
  }

  static async enter(browser: Browser, link: string, options: BrowserContextOptions = DESK): Promise<Visitor> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(link);
    await page.getByRole('button', { name: 'Vào', exact: false }).first().click();
    await page.waitForURL((address) => address.pathname === '/');
    return new Visitor(page, new URL(link).origin);
  }

  async open(path: string): Promise<string> {
    await this.page.goto(`${this.#url}${path}`);
    return this.text();
  }

  async openDuty(key: string): Promise<string> {
    return this.open(hrefObligation(key));
  }

  /** What the open duty's story tells, newest first: each title with the sentence under it. */
  async story(): Promise<string[]> {
    const entries = this.page.locator('.story .what');
    const titles = await entries.locator('h3').allInnerTexts();
    const under = await entries.evaluateAll((all) => all.map((entry) => entry.querySelector('p')?.textContent ?? ''));
    return titles.map((title, index) => `${title}. ${under[index]?.trim()}`);
  }

  /** The page's own part, as it is read. @throws when it has to be moved sideways to be read. */
  async text(): Promise<string> {
    const beyond = await this.page.evaluate(
      'document.documentElement.scrollWidth - document.documentElement.clientWidth',
    );
    if (beyond !== 0) throw new Error(`${this.page.url()} is ${String(beyond)} px wider than the window`);
    return this.page.locator('main').innerText();
  }

  /** Moves the trial's clock to 08:00 of a day, DD/MM/YYYY, by the control on top of the page. */
  async clockTo(day: string): Promise<void> {
    await this.open('/');
    await this.page.fill('#den-ngay', day);
    await this.page.getByRole('button', { name: 'Đi', exact: true }).click();
    if ((await this.text()).includes('Đồng hồ chạy thử: 08:00')) return;
    // The page waits 20 seconds for a long way; then the clock goes on by itself, and only the pages tell how far it is.
    for (let before = ''; ; ) {
      await this.page.waitForTimeout(2_000);
      const now = await this.open('/');
      const there = (await this.page.locator('.trial-day').innerText()).includes(`${day} · 08:00`);
      if (there && now === before) return;
      before = now;
    }
  }

  /** A new one-time link for somebody of the page Các vai chạy thử. */
  async linkFor(name: string): Promise<string> {
    await this.open('/vai-chay-thu');
    await this.page.getByRole('button', { name: `Lấy liên kết cho ${name}` }).click();
    return this.page.getByLabel(`Liên kết cho ${name}`).inputValue();
  }

  /** Presses one of the buttons under "Việc Ông/Bà có thể làm", fills what it asks for, and does it after the preview. */
  async act(verb: string, fields: Record<string, string> = {}): Promise<string> {
    await this.page.locator('main').getByRole('link', { name: verb, exact: true }).first().click();
    const panel = this.page.locator('#viec');
    for (const [label, value] of Object.entries(fields)) await panel.getByLabel(label).first().fill(value);
    if (Object.keys(fields).length > 0) await panel.getByRole('button', { name: 'Xem trước khi gửi' }).click();
    await panel.getByRole('button', { name: verb, exact: true }).click();
    return this.page.locator('main > .box').first().innerText();
  }

  /** Types words in the chat; answers with everything that was said back. */
  async say(...words: string[]): Promise<string> {
    for (const text of words) {
      if (!this.page.url().includes('/chat')) await this.open('/chat');
      await this.page.fill('#f-chu', text);
      await this.page.getByRole('button', { name: 'Gửi', exact: true }).last().click();
      await this.page.waitForLoadState();
    }
    return this.answer();
  }

  /** Types the number of an item of his work, found by words of its label; answers as `say` does. */
  async choose(label: string): Promise<string> {
    await this.say('việc');
    const option = this.page.locator('.chat-log > ol > li').last().locator('.options li', { hasText: label });
    return this.say(await option.locator('b').first().innerText());
  }

  /** What was said after his last words, the open question at its end. */
  async answer(): Promise<string> {
    const lines = this.page.locator('.chat-log > ol > li');
    const mine = await lines.evaluateAll((items) => items.map((item) => item.querySelector('.said') !== null));
    const texts = await lines.allInnerTexts();
    return texts.slice(mine.lastIndexOf(true) + 1).join('\n');
  }
}
