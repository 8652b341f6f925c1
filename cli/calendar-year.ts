import { calendarYear as tableOf } from '../domain/calendar/calendar-year.ts';
import { workingDaysInYear } from '../domain/calendar/working-days.ts';
import { loadCalendar } from '../plans/calendar-file.ts';
import { formatDayWithWeekday } from '../wording/format.ts';
import { yearArgument } from './arguments.ts';
import type { Command } from './command.ts';
import { answering } from './output.ts';

const usage = 'calendar year <năm> [--json]';

export const calendarYear: Command = {
  name: ['calendar', 'year'],
  usage,
  help: 'Liệt kê ngày nghỉ trong tuần và ngày làm bù của một năm.',
  run: (args, io) =>
    answering(io, args, { usage, words: ['năm'] }, ({ words }) => {
      const year = yearArgument(words[0]);
      const calendar = loadCalendar();
      const { announced, basis, daysOff, workedDays } = tableOf(calendar, year);
      const workingDays = workingDaysInYear(calendar, year);
      return {
        json: {
          year,
          announced,
          basis,
          weekdaysOff: daysOff.map(({ day }) => day),
          workedSaturdays: workedDays.map(({ day }) => day),
          workingDays,
        },
        text: () =>
          [
            `Năm ${year}: ${workingDays} ngày làm việc.`,
            `${announced ? 'Theo thông báo' : 'Chưa theo thông báo'}: ${basis ?? 'không rõ căn cứ'}.`,
            'Ngày nghỉ từ thứ Hai đến thứ Sáu:',
            ...daysOff.map(({ day, why }) => `  ${formatDayWithWeekday(day)}: ${why}`),
            workedDays.length === 0 ? 'Không có ngày làm bù.' : 'Ngày làm bù:',
            ...workedDays.map(({ day, why }) => `  ${formatDayWithWeekday(day)}: ${why}`),
          ].join('\n'),
      };
    }),
};
