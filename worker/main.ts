import { calendarDay } from '../cli/calendar-day.ts';
import { calendarDue } from '../cli/calendar-due.ts';
import { calendarYear } from '../cli/calendar-year.ts';
import type { Command } from '../cli/command.ts';
import { dispatch } from '../cli/dispatch.ts';
import { planCheck } from '../cli/plan-check.ts';
import { planList } from '../cli/plan-list.ts';
import { planSchedule } from '../cli/plan-schedule.ts';
import { planSchema } from '../cli/plan-schema.ts';
import { planShow } from '../cli/plan-show.ts';
import { runningCommands } from './running-commands.ts';

/** Days are Vietnam's by rule, never by the machine's zone (docs/decisions/0004). */
process.env.TZ = 'UTC';

const commands: Command[] = [
  ...runningCommands,
  planList,
  planShow,
  planSchedule,
  planCheck,
  planSchema,
  calendarDue,
  calendarDay,
  calendarYear,
];

process.exitCode = await dispatch(commands, process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  env: process.env,
});
