import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWebChat } from '../../bot/web-chat/web-chat.ts';
import type { WebActor } from '../../web/access.ts';
import type { ChatView } from '../../web/pages/chat.tsx';
import type { ChatPort } from '../../web/ports.ts';
import { openStory, type Story } from '../harness/story.ts';
import { storyConversation } from '../harness/story-conversation.ts';

const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-dl';

let story: Story;
beforeAll(async () => {
  story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
  await story.advance('2024-10-25 09:00');
});
afterAll(() => story.close());

/** The chat as one of several processes of pages has it. */
function processOfPages(): ChatPort {
  return createWebChat(storyConversation(story));
}

const said = ({ lines }: ChatView): number => lines.filter(({ by }) => by === 'person').length;

it('a button pressed twice, in two processes at once or again later, sends the report once', async () => {
  const actor = { person: story.as('so-dl', 'focalPoint').actor.person } as WebActor;
  const [one, other] = [processOfPages(), processOfPages()];
  await one.open(actor, REPORT);
  let page = await one.view(actor);
  for (let n = 0; n < 60 && !page.options.some(({ label }) => label === 'Gửi'); n += 1) {
    const asked = page.lines.flatMap((line) => (line.by === 'us' ? [line.reply] : [])).at(-1);
    const words = `${asked?.title ?? ''} ${asked?.hint ?? ''}`;
    const optional = words.includes('bỏ qua');
    const text = page.options.length > 0 && !optional ? '1' : optional ? 'bỏ qua' : 'Đã thực hiện theo kế hoạch.';
    await one.say(actor, text, page);
    page = await one.view(actor);
  }
  const send = String(page.options.find(({ label }) => label === 'Gửi')?.n);
  await Promise.all([one.say(actor, send, page), other.say(actor, send, page)]);
  await other.say(actor, send, page);

  const kinds = (await story.journal(REPORT)).map(({ kind }) => kind).filter((kind) => kind === 'submitted');
  expect(kinds).toEqual(['submitted']);
  const receipts = await story.database.db.selectFrom('submission').select('receipt').execute();
  expect(receipts).toHaveLength(1);
  expect(said(await one.view(actor))).toBe(said(page) + 1);
});
