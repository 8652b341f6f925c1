import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Incoming } from '../../bot/conversation/conversation.ts';
import { plainText } from '../../bot/dialogue/plain-text.ts';
import type { Role } from '../../domain/roster/roster.ts';
import { createTelegramUpdates } from '../../store/telegram-updates.ts';
import { openStory, type Story } from '../harness/story.ts';
import { storyConversation } from '../harness/story-conversation.ts';

const ONWARD = ['Gửi', 'Trả lời ngay', 'Trả lời tiếp', 'Xác nhận', 'Chỉ ghi trong báo cáo'];
const MOST_TURNS = 60;

let story: Story;
let heard = 0;
beforeAll(async () => {
  story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
  await story.advance('2024-10-25 09:00');
});
afterAll(() => story.close());

const words = (replies: Parameters<typeof plainText>[0][]): string =>
  replies.map((reply) => plainText(reply, () => '')).join('\n\n');

/** Somebody whose every message is taken by a process that dies with it in hand, and delivered again to another. */
function cutOff(agency: string, role: Role): (event: Incoming['event']) => Promise<string> {
  const { person } = story.as(agency, role).actor;
  const dying = storyConversation(story, (store) => ({
    ...store,
    async keep(step) {
      if (step.lines.length > 0) throw new Error('killed');
      return store.keep(step);
    },
  }));
  return async (event) => {
    heard += 1;
    const incoming: Incoming = { person, channel: 'telegram', key: `chat:${heard}`, event };
    await expect(dying.hear(incoming)).rejects.toThrow('killed');
    return words((await storyConversation(story).hear(incoming)) ?? []);
  };
}

function next(said: string): string {
  const options = new Map([...said.matchAll(/^(\d+) = (.*)$/gm)].map(([, n = '', label = '']) => [label, n]));
  const onward = ONWARD.find((label) => options.has(label));
  if (onward !== undefined) return options.get(onward) ?? '';
  if (options.size > 0) return '1';
  return said.includes('bằng một số') ? '40' : 'Đã thực hiện theo kế hoạch.';
}

async function goThrough(hear: (event: Incoming['event']) => Promise<string>, end: RegExp): Promise<string[]> {
  const all = [await hear({ kind: 'text', text: 'việc' })];
  while (all.length < MOST_TURNS && !end.test(all.at(-1) ?? '')) {
    all.push(await hear({ kind: 'text', text: next(all.at(-1) ?? '') }));
  }
  return all;
}

it('a report and its confirmation, each message cut off in the act and taken again, are told as they were done', async () => {
  const report = await goThrough(cutOff('so-dl', 'focalPoint'), /Số biên nhận BN-/);
  expect(report.at(-1)).toMatch(/Đã ghi nhận\. Số biên nhận BN-2024-0001/);
  const confirmed = await goThrough(cutOff('so-dl', 'head'), /Đã xác nhận/);
  expect(confirmed.at(-1)).toContain('Đã xác nhận bản 1. Báo cáo là chính thức.');

  const all = [...report, ...confirmed];
  expect(all.filter((said) => /Không có gì thay đổi|từ nơi khác|chưa hiểu/.test(said))).toEqual([]);
  expect(all.filter((said) => /Đã lưu câu \d+: 40 /.test(said)).length).toBeGreaterThan(0);
  const { db } = story.database;
  expect(await db.selectFrom('submission').select('receipt').execute()).toHaveLength(1);
  expect(await db.selectFrom('draft_answer').selectAll().execute()).toEqual([]);
  const acts = await db.selectFrom('inbox').select('status').execute();
  expect(acts).toEqual([{ status: 'done' }, { status: 'done' }]);
});

it('a button whose press is delivered again after it was answered has the same answer, and no second one', async () => {
  const { person } = story.as('so-dl', 'focalPoint').actor;
  const conversation = storyConversation(story);
  const asked = await conversation.hear({
    person,
    channel: 'telegram',
    key: 'asked',
    event: { kind: 'text', text: 'việc' },
  });
  const [option] = asked?.at(-1)?.options ?? [];
  const press: Incoming = {
    person,
    channel: 'telegram',
    key: 'press',
    event: { kind: 'choice', id: option?.id ?? '' },
  };
  const first = await conversation.hear(press);
  const before = await conversation.state(person);
  expect(first?.length).toBeGreaterThan(0);
  expect(await conversation.hear(press)).toEqual([]);
  expect(await conversation.state(person)).toEqual(before);
  expect(await createTelegramUpdates(story.database.db).replies('press')).toEqual(first);
});
