import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { StoryChat } from '../harness/story-chat.ts';

const KH54 = 'brvt-kh54-2022';
const KH57 = 'brvt-kh57-2022';

/** Specialists of tourism (p05) and health (p07) owe a report under each of two plans, and never opened the chat. */
describe('the first visit to the chat', () => {
  let story: Story;
  let chat: StoryChat;
  beforeAll(async () => {
    story = await openStory({ start: '2024-09-16T07:30', plans: [KH54, KH57], neverEntered: ['p05', 'p07'] });
    await story.advance('2024-10-30 09:00');
    chat = new StoryChat(story);
  });
  afterAll(() => story.close());

  it('says all kept reminders that still stand in one list, the newest first', async () => {
    const tourism = chat.as('so-dl', 'focalPoint');
    await tourism.arrive();
    const lines = await tourism.read();
    const kept = lines.filter((line) => line.includes('hệ thống đã nhắc'));
    expect(kept).toHaveLength(1);
    const listed = kept[0]?.split('\n').filter((line) => /^\d+\. /.test(line)) ?? [];
    expect(listed.length).toBeGreaterThan(1);
    expect(listed[0]).toBe(
      '1. KH 57, mục IV.2: Báo cáo năm 2024: Hạn 31/10/2024 (còn 1 ngày làm việc) (nhắc lúc 08:00 ngày 30/10)',
    );
    expect(listed.filter((line) => line.includes('Báo cáo năm 2024'))).toHaveLength(2);
    expect(lines.filter((line) => line.startsWith('Nhắc'))).toEqual([]);
    expect(lines.at(-1)).toContain('Ông/Bà có');
  });

  it('a second visit says nothing twice', async () => {
    const tourism = chat.as('so-dl', 'focalPoint');
    const before = await tourism.read();
    await tourism.arrive();
    expect(await tourism.read()).toEqual(before);
  });

  it('what is settled is not said, and a single reminder stands as it was written', async () => {
    expect(await story.as('so-yt', 'head').submit(`${KH57}/2024/IV.2.-2/2024/so-yt`)).toEqual({ status: 'done' });
    const health = chat.as('so-yt', 'focalPoint');
    await health.arrive();
    const lines = await health.read();
    expect(lines.filter((line) => line.includes('hệ thống đã nhắc'))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('Nhắc'))).toMatchObject([
      expect.stringContaining('Nhắc: báo cáo năm 2024, KH 54/KH-UBND'),
    ]);
  });
});
