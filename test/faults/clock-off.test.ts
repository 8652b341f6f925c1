import { afterEach, describe, expect, it } from 'vitest';
import { instantFromMs } from '../../domain/calendar/instant.ts';
import { putOnAgendaOf } from '../../store/ledger.ts';
import { at, mustBeDone, openStory, type Story } from '../harness/story.ts';
import { until, WALL_ROUND, wallRound } from '../harness/wall-round.ts';

const ROUND_KEY = WALL_ROUND.slice('round/brvt/'.length);
const HOUR_MS = 3_600_000;
const LIMIT_MS = 180_000;
const RealDate = Date;
let story: Story;

/** This process, its worker and its relay, live an hour off from the Temporal server. */
function shiftClock(byMs: number): void {
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number | string]) {
      if (given.length === 0) super(RealDate.now() + byMs);
      else super(given[0]);
    }

    static override now(): number {
      return RealDate.now() + byMs;
    }
  } as DateConstructor;
}
afterEach(async () => {
  globalThis.Date = RealDate;
  await story.close();
});

describe.each([
  { label: 'an hour ahead', byMs: HOUR_MS },
  { label: 'an hour behind', byMs: -HOUR_MS },
])('the clock of the machine is $label', ({ byMs }) => {
  it(
    'rungs leave at the server’s time, once each, and a report is taken and stops its own',
    async () => {
      story = await openStory({ start: '2024-10-07T07:30', plans: [], mode: 'wall' });
      const overdueInMs = 10_000;
      const opened = RealDate.now();
      await putOnAgendaOf(story.database.db, [
        wallRound(story.calendar, { overdueInMs, agencies: ['so-dl', 'so-yt'], lastRung: 3 }),
      ]);
      shiftClock(byMs);
      story.engine.relay?.kick();
      await until('the round', async () => (await story.journal(ROUND_KEY)).length === 2, LIMIT_MS);
      mustBeDone(await story.as('so-yt', 'head').submit(`${ROUND_KEY}/so-yt`));
      const submitted = await story.database.db
        .selectFrom('journal')
        .select('at')
        .where('kind', '=', 'submitted')
        .executeTakeFirstOrThrow();
      expect(submitted.at <= instantFromMs(RealDate.now())).toBe(true);

      const seen: { rung: string | null; about: string | null; to: string; after: boolean }[] = [];
      await until(
        'leadership',
        async () => {
          const told = await story.notices({ kind: ['reminder', 'escalation'] });
          for (const { rung, about, to } of told.slice(seen.length)) {
            const n = rung?.startsWith('rung-') ? Number(rung.slice('rung-'.length)) : -1;
            seen.push({ rung, about, to, after: RealDate.now() >= opened + overdueInMs + n * 2_000 });
          }
          return seen.some(({ rung }) => rung === 'rung-3');
        },
        LIMIT_MS,
      );
      const own = seen.filter(({ about }) => about === 'so-dl');
      expect(own.filter(({ rung }) => rung?.startsWith('rung-'))).toEqual([
        { rung: 'rung-1', about: 'so-dl', to: 'so-dl/head', after: true },
        { rung: 'rung-2', about: 'so-dl', to: 'so-khcn/coordinator', after: true },
        { rung: 'rung-3', about: 'so-dl', to: 'ubnd-tinh/leadership', after: true },
      ]);
      expect(seen.filter(({ about, rung }) => about === 'so-yt' && rung?.startsWith('rung-'))).toEqual([]);
    },
    2 * LIMIT_MS,
  );

  it('a stepped clock does not notice', async () => {
    shiftClock(byMs);
    story = await openStory({ start: '2024-10-07T07:30', plans: [] });
    await story.advance('2024-10-09 10:00');
    expect(await story.now()).toBe(at('2024-10-09 10:00'));
  });
});
