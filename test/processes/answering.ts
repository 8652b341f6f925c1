import type { FakeChat } from '../fakes/telegram/chat.ts';
import { until } from '../harness/wall-round.ts';
import type { WebVisitor } from './web-visitor.ts';

/** A bot that was killed is replaced within its lease. */
const LIMIT_MS = 120_000;
const MOST_QUESTIONS = 40;

/** Said when the process that decides is away: what becomes of the answer is told later, unasked. */
const KEPT = /đã được giữ lúc/;

/** Somebody opens the first thing he owes in his Telegram chat and gives the simplest answers until he hears `end`. */
export async function answerByChat(chat: FakeChat, first: string, end: RegExp): Promise<void> {
  let said = await hear(chat, 'việc');
  if (!chat.labels.includes(first)) said = await hear(chat, '1');
  for (let n = 0; n < MOST_QUESTIONS; n += 1) {
    if (end.test(said)) return;
    if (KEPT.test(said)) {
      await until('what became of it', async () => chat.heard.some((text) => end.test(text)), LIMIT_MS);
      return;
    }
    const [label] = chat.labels;
    said = await hear(chat, label !== undefined && !said.includes('Kết quả') ? label : typed(said));
  }
  throw new Error(`never heard ${String(end)}, but: ${said}`);
}

async function hear(chat: FakeChat, text: string): Promise<string> {
  const before = chat.heard.length;
  if (chat.labels.includes(text)) chat.press(text);
  else chat.say(text);
  return until(`answer to ${text}`, async () => chat.heard.length > before && (chat.heard.at(-1) ?? ''), LIMIT_MS);
}

/** The same on the pages, by their forms; `item` is the beginning of the item's key. */
export async function answerByWeb(visitor: WebVisitor, item: string, end: RegExp): Promise<void> {
  const [key] = valuesOf(await visitor.get('/chat'), 'viec').filter((each) => each.startsWith(item));
  if (key === undefined) throw new Error(`nothing to do like ${item}`);
  await visitor.post('/chat/mo', { viec: key });
  let said = '';
  for (let n = 0; n < MOST_QUESTIONS; n += 1) {
    const page = await visitor.get('/chat');
    [said = ''] = (page.split('<div class="reply">').at(-1) ?? '').split('class="chat-form"');
    if (end.test(page)) return;
    if (KEPT.test(page)) {
      await until('what became of it', async () => end.test(await visitor.get('/chat')), LIMIT_MS);
      return;
    }
    const [cau = ''] = valuesOf(page, 'cau');
    const [label] = valuesOf(page, 'chu');
    await visitor.post('/chat', { cau, chu: label !== undefined && !said.includes('Kết quả') ? label : typed(said) });
  }
  throw new Error(`never read ${String(end)}, but: ${said}`);
}

function typed(asked: string): string {
  if (asked.includes('bỏ qua')) return 'bỏ qua';
  return asked.includes('bằng chữ') ? 'Đã thực hiện theo kế hoạch.' : '10';
}

function valuesOf(page: string, name: string): string[] {
  return [...page.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].flatMap(([, value]) => value ?? []);
}
