import { isDay } from '../domain/calendar/day.ts';
import type { Day } from '../domain/calendar/instant.ts';
import { withYearAfter } from '../domain/calendar/with-year-after.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { filledRoster } from '../domain/rehearsal/fill-roster.ts';
import type { Play } from '../domain/rehearsal/play.ts';
import type { Roster } from '../domain/roster/roster.ts';
import { loadCalendar } from '../plans/calendar-file.ts';
import { loadProvinces } from '../plans/load-agencies.ts';
import { loadOwnRoster, loadTrial } from '../plans/load-trial.ts';
import { castName } from '../wording/cast.ts';
import type { Arguments, Shape } from './arguments.ts';
import type { CommandIo } from './command.ts';
import { CommandFailure, unknownValue, wrongUsage } from './failure.ts';
import { planCalled, plansDirectory, plansOf } from './plans-of.ts';

/** The words and options that `ledger` and `rehearse` share. */
export const PLAY_USAGE = '<mã kế hoạch…> --from <ngày> --to <ngày> [--seed <số>]';
const MOST_PLANS = 100;

export function playShape(usage: string, flags: string[] = []): Shape {
  return {
    usage,
    words: ['mã kế hoạch'],
    optionalWords: Array.from({ length: MOST_PLANS }, () => 'mã kế hoạch'),
    values: ['--from', '--to', '--seed'],
    flags,
  };
}

/** Reads what is to be played. The directory is the operator's own, else the trial's; nobody is missing in it. */
export function playOf(io: Pick<CommandIo, 'env'>, { words, values }: Arguments): Play {
  const from = dayArgument('--from', values['--from']);
  const to = dayArgument('--to', values['--to']);
  if (to < from) throw wrongUsage(`--to ${to} đứng trước --from ${from}.`);
  const seed = seedArgument(values['--seed']);
  const all = plansOf(io);
  const plans = [...new Set(words)].map((id) => planCalled(id, all));
  const calendar = loadCalendar();
  const years = Object.keys(calendar.years);
  for (const day of [from, to]) {
    if (!years.includes(day.slice(0, 4))) throw unknownValue('bảng ngày nghỉ của năm', day.slice(0, 4), years);
  }
  return {
    plans,
    all,
    from,
    to,
    seed,
    calendar: withYearAfter(calendar),
    rosters: rostersFor(plansDirectory(io), plans, from),
  };
}

function rostersFor(directory: string, plans: Plan[], from: Day): Record<string, Roster> {
  const written = [loadOwnRoster(directory), loadTrial().roster].filter((roster) => roster !== null);
  const rosters: Record<string, Roster> = {};
  for (const { id: province, agencies } of loadProvinces(directory)) {
    const own = plans.filter((plan) => plan.province === province);
    if (own.length === 0) continue;
    const empty: Roster = { province, agencies, people: [], posts: [], standIns: [], contact: '' };
    const roster = written.find((each) => each.province === province) ?? empty;
    rosters[province] = filledRoster(roster, own, from, castName);
  }
  return rosters;
}

function dayArgument(option: string, text: string | undefined): Day {
  if (text === undefined) throw wrongUsage(`Thiếu ${option} <ngày>.`);
  if (!isDay(text)) throw wrongUsage(`“${text}” sau ${option} không phải một ngày có thật, viết dạng NNNN-TT-NG.`);
  return text;
}

function seedArgument(text: string | undefined): number {
  if (text === undefined) return 1;
  if (!/^\d{1,9}$/.test(text)) throw new CommandFailure(2, `“${text}” sau --seed không phải một số nguyên không âm.`);
  return Number(text);
}
