import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { CalendarStore } from '../store/calendar-store.ts';

/** The tables that pages and messages count by; running plans carry their own and are told of a change by the act itself. */
export interface CalendarInForce {
  now(): WorkCalendar;
  keep(calendar: WorkCalendar, by: { person: string; at: string }): Promise<void>;
  /** Another process kept tables. */
  refresh(): Promise<void>;
}

export async function openCalendar(store: CalendarStore, files: WorkCalendar): Promise<CalendarInForce> {
  let present = await store.inForce(files);
  return {
    now: () => present,
    async keep(calendar, by) {
      await store.keep(calendar, files, by);
      present = calendar;
    },
    async refresh() {
      present = await store.inForce(files);
    },
  };
}
