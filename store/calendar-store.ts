import { type Kysely, sql } from 'kysely';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Schema } from './schema.ts';

/** The calendar in force: the tables of the files, with the days that were announced on the page since. */
export interface CalendarStore {
  /** The kept tables when they were made from these files; else the files', for a newer release knows more. */
  inForce(files: WorkCalendar): Promise<WorkCalendar>;
  keep(calendar: WorkCalendar, files: WorkCalendar, by: { person: string; at: string }): Promise<void>;
  /** Workflows that want a year's table; those that stand still until they have it, or that a command asked in vain. */
  lacking(): Promise<{ workflow: string; year: number; stands: boolean }[]>;
}

export function createCalendarStore(db: Kysely<Schema>): CalendarStore {
  return {
    async inForce(files) {
      const row = await db.selectFrom('calendar').selectAll().orderBy('seq', 'desc').limit(1).executeTakeFirst();
      return row && row.files === files.version ? (row.body as unknown as WorkCalendar) : files;
    },
    async keep(calendar, files, { person, at }) {
      await db
        .insertInto('calendar')
        .values({ version: calendar.version, files: files.version, person, at, body: JSON.stringify(calendar) })
        .execute();
    },
    async lacking() {
      const { rows } = await sql<{ workflow: string; year: number; stands: boolean }>`
        select workflow, (state ->> 'lacksYear')::int as year, (state ->> 'stands')::boolean as stands from workflow
        where not closed and state ->> 'lacksYear' is not null order by workflow`.execute(db);
      return rows;
    },
  };
}
