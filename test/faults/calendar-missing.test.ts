import { afterEach, describe, expect, it } from 'vitest';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { createCalendarStore } from '../../store/calendar-store.ts';
import { partWords } from '../../wording/operator/parts.ts';
import { giveCalendars } from '../../worker/give-calendar.ts';
import { mustBeDone, openStory, type Story } from '../harness/story.ts';

const PLAN = 'brvt-kh54-2022';
const DUTY = `${PLAN}/2024/IV.2.đ/2024/so-dl`;
let story: Story;
afterEach(() => story.close());

function upTo(calendar: WorkCalendar, last: number): WorkCalendar {
  const years = Object.entries(calendar.years).filter(([year]) => Number(year) <= last);
  return { ...calendar, years: Object.fromEntries(years) };
}

const standing = () => createCalendarStore(story.database.db).lacking();

async function give(calendar: WorkCalendar): Promise<void> {
  const giving = giveCalendars(story.database, story.engine, () => calendar);
  await giving.look();
  await giving.stop();
}

describe('a year without a table of days off', () => {
  it('whoever needs it stands still and says so; once the table is there everything is done that was due meanwhile', async () => {
    story = await openStory({ start: '2025-10-06T07:30', plans: [PLAN] });
    const calendar = story.calendar;
    await story.advance('2026-03-02 09:00');
    const calm = await outcome();
    await story.close();

    story = await openStory({ start: '2025-10-06T07:30', plans: [PLAN], calendar: upTo(calendar, 2025) });
    await story.advance('2026-03-02 09:00');
    const found = await standing();
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ year, stands }) => `${year} ${stands}`))).toEqual(new Set(['2026 true']));
    expect(partWords.calendarIs(found.map(({ year }) => year))).toContain('thiếu năm 2026');

    await give(upTo(calendar, 2025));
    expect(await standing()).toEqual(found);
    await give(calendar);
    await story.advance('2026-03-02 09:01');
    expect(await standing()).toEqual([]);
    expect(await outcome()).toEqual(calm);
  });

  it('a report so late that its year never travelled with the round: asked again a moment later it is taken', async () => {
    story = await openStory({ start: '2024-10-21T10:00', plans: [PLAN] });
    await story.advance('2026-01-12 09:00');
    const head = story.as('so-dl', 'head');
    expect(await head.submit(DUTY)).toEqual({
      status: 'refused',
      refusal: { refused: 'CALENDAR_MISSING', facts: { year: '2026' } },
    });
    await give(story.calendar);
    mustBeDone(await head.submit(DUTY));
    expect((await story.obligation(DUTY)).phase).toBe('submitted');
  });
});

/** Every duty as it stands and every rung that was climbed, by whom it reached; not on which day. */
async function outcome(): Promise<unknown> {
  const duties = await story.database.db
    .selectFrom('obligation')
    .select(['key', 'phase', 'rung'])
    .orderBy('key')
    .execute();
  const climbed = await story.notices({ kind: 'escalation' });
  return { duties, climbed: climbed.map(({ key, to }) => `${key} ${to}`).sort() };
}
