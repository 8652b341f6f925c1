import { lastDayOf, namedDay } from '../domain/calendar/due.ts';
import { parseDuePhrase } from '../domain/plan/due-phrase.ts';
import { roundDays } from '../domain/plan/round-days.ts';
import { loadCalendar } from '../plans/calendar-file.ts';
import { yearArgument } from './arguments.ts';
import type { Command } from './command.ts';
import { CommandFailure } from './failure.ts';
import { answering } from './output.ts';
import { deadlineLines } from './schedule-text.ts';

const usage = 'calendar due "<trước ngày … tháng …>" --year <năm> [--json]';

export const calendarDue: Command = {
  name: ['calendar', 'due'],
  usage,
  help: 'Tính hạn, ngày nhắc và ngày báo cáo lên từ một câu về hạn.',
  run: (args, io) =>
    answering(io, args, { usage, words: ['câu về hạn'], values: ['--year'] }, ({ words: [phrase = ''], values }) => {
      const year = yearArgument(values['--year']);
      const due = parseDuePhrase(phrase);
      if (due === null) throw unreadable(phrase);
      const deadline = { namedOn: namedDay(due, year), lastDayOn: lastDayOf(due, year) };
      const { opensOn, lockOn, ...days } = roundDays(loadCalendar(), deadline);
      return {
        json: { ...days, opensOn, lockOn },
        text: () => [`“${phrase}”, năm ${year}:`, ...deadlineLines(days)].join('\n'),
      };
    }),
};

function unreadable(phrase: string): CommandFailure {
  const existing = ['trước ngày', 'chậm nhất ngày', 'muộn nhất ngày', 'không quá ngày', 'đến hết ngày'];
  return new CommandFailure(
    1,
    `Không đọc được hạn trong câu “${phrase}”. Các cách viết đọc được: ${existing.join(', ')}, rồi đến ngày có thật như “20 tháng 11” hoặc “20/11”.`,
  );
}
