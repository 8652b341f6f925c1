import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const DIFFICULTY = 'Chưa có hướng dẫn về cách tính TFP của ngành.';
const REPORT = 'brvt-kh54-2022/2024/IV.2.đ/2024/so-ct';

describe('an obstacle is answered, forwarded, decided, settled or reopened', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
  });
  afterAll(() => story.close());

  const lines = async (id: string): Promise<string[]> =>
    (await story.notices({ of: `obstacle/brvt/${id}/` })).map(lineOf);

  it('reminds the coordinator on his third working day and after it, then his head', async () => {
    const { id, answer } = await story.as('so-ct', 'focalPoint').raises(DIFFICULTY, { obligation: REPORT });
    expect(answer).toEqual({ status: 'done' });
    await story.advance('2024-10-16 09:00');
    expect(await lines(id)).toEqual([
      '2024-10-07 08:00 obstacleRaised → so-khcn/coordinator',
      '2024-10-10 08:00 obstacleReminder → so-khcn/coordinator',
      '2024-10-11 08:00 obstacleReminder → so-khcn/coordinator',
      '2024-10-15 08:00 obstacleReminder → so-khcn/coordinator',
      '2024-10-15 08:00 obstacleReminder → so-khcn/head',
    ]);
    expect((await story.state(`obstacle/brvt/${id}`))?.phase).toBe('coordinator');
  });

  it('is forwarded, decided by leadership within five days, and its answer comes back word for word', async () => {
    const raiser = story.as('so-dl', 'focalPoint');
    const { id } = await raiser.raises('Cần bố trí kinh phí.', { measure: 'IV.1' });
    expect(await story.as('so-dl', 'head').onObstacle(id, 'answer', 'Tự trả lời')).toMatchObject({
      refusal: { refused: 'NOT_YOURS' },
    });
    expect(await story.as('so-khcn', 'coordinator').onObstacle(id, 'forward', 'Vượt thẩm quyền.')).toEqual({
      status: 'done',
    });
    expect(await story.as('so-khcn', 'coordinator').onObstacle(id, 'answer', 'Trả lời thay')).toMatchObject({
      refusal: { refused: 'NOT_YOURS' },
    });
    await story.advance('2024-10-28 09:00');
    const decision = 'Giao Sở Tài chính bố trí trong dự toán 2025.';
    expect(await story.as('ubnd-tinh', 'leadership').onObstacle(id, 'answer', decision)).toEqual({ status: 'done' });
    await story.advance('2024-10-29 09:00');
    expect(await lines(id)).toEqual([
      '2024-10-17 08:00 obstacleRaised → so-khcn/coordinator',
      '2024-10-17 08:00 obstacleForwarded → ubnd-tinh/leadership',
      '2024-10-23 08:00 obstacleReminder → ubnd-tinh/leadership',
      '2024-10-24 08:00 obstacleReminder → ubnd-tinh/leadership',
      '2024-10-28 08:00 obstacleReminder → ubnd-tinh/leadership',
      '2024-10-28 08:00 obstacleReminder → ubnd-tinh/leadership 2',
      '2024-10-29 08:00 obstacleAnswered → so-dl/focalPoint',
      '2024-10-29 08:00 obstacleAnswered → so-khcn/coordinator',
    ]);
    const answered = await story.notices({ of: `obstacle/brvt/${id}/`, kind: 'obstacleAnswered' });
    expect(answered.map(({ words }) => words)).toEqual([decision, decision]);

    expect(await raiser.onObstacle(id, 'settle', 'Đã giải quyết.')).toEqual({ status: 'done' });
    expect(await raiser.onObstacle(id, 'reopen', 'Chưa xong.')).toMatchObject({ status: 'refused' });
  });

  it('is reopened by who raised it, and each turn has its own days', async () => {
    const raiser = story.as('so-yt', 'focalPoint');
    const coordinator = story.as('so-khcn', 'coordinator');
    const { id } = await raiser.raises('Mẫu báo cáo chưa rõ.');
    await coordinator.onObstacle(id, 'answer', 'Dùng mẫu kèm theo Công văn 1200.');
    expect(await raiser.onObstacle(id, 'reopen', 'Chưa nhận được mẫu.')).toEqual({ status: 'done' });
    await story.advance('2024-11-01 09:00');
    await coordinator.onObstacle(id, 'answer', 'Đã gửi lại.');
    await story.advance('2024-12-02 09:00');
    expect(await lines(id)).toEqual([
      '2024-10-30 08:00 obstacleRaised → so-khcn/coordinator',
      '2024-10-30 08:00 obstacleAnswered → so-yt/focalPoint',
      '2024-10-30 08:00 obstacleReopened → so-khcn/coordinator',
      '2024-11-01 08:00 obstacleReminder → so-khcn/coordinator',
      '2024-11-04 08:00 obstacleAnswered → so-yt/focalPoint',
      '2024-11-08 08:00 obstacleReminder → so-yt/focalPoint',
      '2024-11-11 08:00 obstacleReminder → so-yt/focalPoint',
      '2024-11-13 08:00 obstacleReminder → so-yt/focalPoint',
      '2024-11-15 08:00 obstacleSettled → so-khcn/coordinator',
    ]);
  });
});
