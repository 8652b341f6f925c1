import type { Kysely } from 'kysely';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { Schema } from './schema.ts';

/** The calendar in force: the tables of the files, with the days that were announced on the page since. */
export interface CalendarStore {
  /** The kept tables when they were made from these files; else the files', for a newer release knows more. */
  inForce(files: WorkCalendar): Promise<WorkCalendar>;
  keep(calendar: WorkCalendar, files: WorkCalendar, by: { person: string; at: string }): Promise<void>;
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
  };
}
