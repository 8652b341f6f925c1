import { schedule } from '../domain/plan/schedule.ts';
import { loadCalendar } from '../plans/calendar-file.ts';
import { yearArgument } from './arguments.ts';
import type { Command } from './command.ts';
import { answering } from './output.ts';
import { planCalled, plansOf } from './plans-of.ts';
import { scheduleText } from './schedule-text.ts';

const usage = 'plan schedule <mã kế hoạch> --year <năm> [--as-printed] [--json]';
const shape = { usage, words: ['mã kế hoạch'], values: ['--year'], flags: ['--as-printed'] };

export const planSchedule: Command = {
  name: ['plan', 'schedule'],
  usage,
  help: 'Lịch của một kế hoạch trong một năm: từng kỳ, hạn, ngày nhắc và cơ quan phải làm.',
  run: (args, io) =>
    answering(io, args, shape, ({ words: [id = ''], values, flags }) => {
      const year = yearArgument(values['--year']);
      const plans = plansOf(io);
      const plan = planCalled(id, plans);
      const parent = plans.find((each) => each.id === plan.parent?.planId) ?? null;
      const asPrinted = flags.includes('--as-printed');
      const json = schedule(plan, loadCalendar(), year, { parent, asPrinted });
      return { json, text: () => scheduleText(plan, json) };
    }),
};
