import { calendarYear } from '../domain/calendar/calendar-year.ts';
import { isDay, yearOf } from '../domain/calendar/day.ts';
import { why } from '../domain/calendar/why.ts';
import { isWorkingDay } from '../domain/calendar/working-days.ts';
import { loadCalendar } from '../plans/calendar-file.ts';
import { formatDay } from '../wording/format.ts';
import type { Command } from './command.ts';
import { CommandFailure, wrongUsage } from './failure.ts';
import { answering } from './output.ts';

const usage = 'calendar day <NNNN-TT-NG> [--json]';

export const calendarDay: Command = {
  name: ['calendar', 'day'],
  usage,
  help: 'Cho biết một ngày có làm việc không, và vì sao.',
  run: (args, io) =>
    answering(io, args, { usage, words: ['ngày, viết dạng NNNN-TT-NG'] }, ({ words: [day = ''] }) => {
      if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw wrongUsage(`“${day}” không viết dạng NNNN-TT-NG, ví dụ 2026-08-22.`);
      if (!isDay(day)) throw new CommandFailure(1, `Không có ngày ${formatDay(day)} trong lịch.`);
      const calendar = loadCalendar();
      const { announced } = calendarYear(calendar, yearOf(day));
      const json = { day, working: isWorkingDay(calendar, day), why: why(calendar, day), announced };
      return {
        json,
        text: () => `${formatDay(day)}: ${json.why}.${announced ? '' : ' Lịch nghỉ năm này chưa theo thông báo.'}`,
      };
    }),
};
