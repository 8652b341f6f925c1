import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStory, type Story } from '../harness/story.ts';
import { lineOf } from '../harness/told.ts';

const PAST = 'brvt-kh54-2022/2024/IV.2.d/2025/so-dl';
const OTHER = 'brvt-kh54-2022/2024/IV.2.d/2025/so-yt';

describe('a plan that starts late lists its past once and writes to nobody about it', () => {
  let story: Story;
  beforeAll(async () => {
    story = await openStory({ start: '2024-10-07T07:30', plans: ['brvt-kh54-2022'] });
  });
  afterAll(() => story.close());

  it('lists every duty over before the start, from the first year on, as without evidence', async () => {
    const rows = await story.database.db.selectFrom('obligation').selectAll().where('phase', '=', 'imported').execute();
    expect([...new Set(rows.map(({ year }) => year))].sort()).toEqual([2022, 2023, 2024]);
    expect(rows.every(({ overdue_after }) => overdue_after < '2024-10-07')).toBe(true);
    expect(rows.every(({ state }) => (state as { settled: string }).settled === 'noEvidence')).toBe(true);
    expect(rows.map(({ key }) => key)).toContain(PAST);
  });

  it('is silent about it', async () => {
    await story.advance('2024-10-31 23:00');
    const written = (await story.notices()).map(({ key }) => key);
    const open = ['/IV.2.đ/2024/', '/IV.1.c/2024/', '/week/'];
    expect(written.filter((key) => !open.some((part) => key.includes(part)))).toEqual([]);
  });

  it('is settled by a document or as not applicable, by the coordinator only', async () => {
    const settle = { do: 'settleImported', obligation: PAST, as: 'document', ref: 'text-x' } as const;
    expect(await story.as('so-dl', 'head').onPlan('brvt-kh54-2022', settle)).toMatchObject({
      refusal: { refused: 'NOT_YOURS' },
    });
    const coordinator = story.as('so-khcn', 'coordinator');
    expect(await coordinator.onPlan('brvt-kh54-2022', settle)).toEqual({ status: 'done' });
    expect((await story.obligation(PAST)).state).toEqual({ settled: 'document', ref: 'text-x' });
    expect(
      await coordinator.onPlan('brvt-kh54-2022', { ...settle, obligation: 'brvt-kh54-2022/2024/IV.2.đ/2024/so-dl' }),
    ).toMatchObject({ refusal: { refused: 'IMPORT_UNKNOWN' } });
  });

  it('can be reopened with a new day, and then has its own reminders and rungs', async () => {
    const coordinator = story.as('so-khcn', 'coordinator');
    const reopen = { do: 'reopenImported', obligation: OTHER, to: '2024-11-08', ref: 'text-y' } as const;
    expect(await coordinator.onPlan('brvt-kh54-2022', { ...reopen, to: '2024-11-09' })).toMatchObject({
      refusal: { refused: 'DAY_NOT_WORKING', facts: { nearest: '2024-11-11' } },
    });
    expect(await coordinator.onPlan('brvt-kh54-2022', reopen)).toEqual({ status: 'done' });
    expect(await coordinator.onPlan('brvt-kh54-2022', reopen)).toMatchObject({
      refusal: { refused: 'IMPORT_UNKNOWN' },
    });
    await story.advance('2024-11-13 09:00');
    expect((await story.notices({ of: 'IV.2.d/2025/reopened-so-yt' })).map(lineOf)).toEqual([
      '2024-11-01 08:00 requestOpened → so-yt/focalPoint',
      '2024-11-05 08:00 reminder → so-yt/focalPoint',
      '2024-11-07 08:00 reminder → so-yt/focalPoint',
      '2024-11-08 08:00 reminder → so-yt/focalPoint',
      '2024-11-11 08:00 escalation → so-yt/head',
      '2024-11-13 08:00 escalation → so-khcn/coordinator',
    ]);
  });
});

it('takes the duties since `importedUntil` as open, late ones from the rung that comes next', async () => {
  const story = await openStory({
    start: '2024-07-09T07:30',
    plans: ['brvt-kh54-2022'],
    importedUntil: '2024-07-01',
  });
  await story.advance('2024-07-12 09:00');
  expect((await story.notices({ of: PAST })).map(lineOf)).toEqual([
    '2024-07-10 08:00 escalation → so-khcn/coordinator',
    '2024-07-12 08:00 escalation → ubnd-tinh/leadership',
  ]);
  await story.close();
});
