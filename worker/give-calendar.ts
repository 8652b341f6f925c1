import { type Looking, lookAgain } from '../client/look-again.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { AgendaItem } from '../domain/engine/effects.ts';
import type { CalendarGiven } from '../domain/engine/message.ts';
import { type CalendarStore, createCalendarStore } from '../store/calendar-store.ts';
import type { Database } from '../store/database.ts';
import { putOnAgendaOf } from '../store/ledger.ts';
import type { Engine } from './engine.ts';

const LOOK_MS = 15_000;

/**
 * Gives workflows that stand still for want of a year's table the tables in force as soon as the year is among them: a
 * round that drags on beyond the years that travelled with it, or a plan whose next year was added by the operator.
 */
export function giveCalendars(
  { db }: Database,
  engine: Pick<Engine, 'counter' | 'nudge'>,
  calendar: () => WorkCalendar,
): Looking & { look(): Promise<void> } {
  const store: Pick<CalendarStore, 'lacking'> = createCalendarStore(db);
  const look = async (): Promise<void> => {
    const tables = calendar();
    const able = (await store.lacking()).filter(({ year }) => tables.years[String(year)] !== undefined);
    if (able.length === 0) return;
    const at = await engine.counter.now();
    await putOnAgendaOf(
      db,
      able.map(({ workflow, year }): AgendaItem => {
        const key = `calendar:${tables.version}:${year}:${workflow}`;
        const body: CalendarGiven = { type: 'calendarGiven', calendar: tables };
        return { key, workflow, at, rank: 0, message: { kind: 'fact', key, at, body } };
      }),
    );
    await engine.nudge();
  };
  return { look, ...lookAgain(look, LOOK_MS) };
}
