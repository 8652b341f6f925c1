import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDayWithWeekday } from '../../wording/format.ts';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { YearLinks } from '../components/year-links.tsx';

/** The days off of one year, and what they rest on. */
export interface CalendarView {
  year: number;
  years: number[];
  announced: boolean;
  /** The announcement, or the rule by which the days were computed; null when neither is known. */
  basis: string | null;
  /** Monday-to-Friday days off, ascending. */
  daysOff: { day: Day; why: string }[];
  /** Saturdays or Sundays worked in exchange. */
  workedDays: { day: Day; why: string }[];
  workingDays: number;
}

export function CalendarPage(
  view: CalendarView,
  options: { mayAnnounce: boolean; act: ActPanelProps | null },
): JSX.Element {
  const rows = [
    ...view.daysOff.map((row) => ({ ...row, working: false })),
    ...view.workedDays.map((row) => ({ ...row, working: true })),
  ].sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <>
      <div class="head-row">
        <h1>Lịch làm việc năm {view.year}</h1>
        {options.mayAnnounce ? (
          <a class="button" href={`/lich?nam=${view.year}&viec=cong-bo#viec`}>
            Ghi thông báo nghỉ hoặc làm bù
          </a>
        ) : null}
      </div>
      <p class="lead">
        {view.announced ? 'Theo công bố' : 'Chưa có công bố, tính theo quy tắc'}
        {view.basis === null ? '' : `: ${view.basis}`}. Cả năm có {view.workingDays} ngày làm việc.
      </p>
      <YearLinks label="Năm của lịch" years={view.years} year={view.year} href={(year) => `/lich?nam=${year}`} />
      {options.act === null ? null : <ActPanel {...options.act} />}
      <Card
        title={`${view.daysOff.length} ngày nghỉ, ${view.workedDays.length} ngày làm bù`}
        note="ngoài Thứ Bảy, Chủ nhật"
        flush
      >
        {rows.length === 0 ? (
          <Empty what={`Chưa có ngày nghỉ nào được ghi cho năm ${view.year}.`} />
        ) : (
          <DataTable
            caption={`Ngày nghỉ và ngày làm bù năm ${view.year}`}
            columns={[{ head: 'Ngày' }, { head: 'Nghỉ hay làm', label: null }, { head: 'Vì sao', label: null }]}
            rows={rows.map((row) => ({
              cells: [<strong>{formatDayWithWeekday(row.day)}</strong>, row.working ? 'làm bù' : 'nghỉ', row.why],
            }))}
          />
        )}
      </Card>
    </>
  );
}
