import { addDays } from '../calendar/day.ts';
import { dayOf, type Instant, instantOn } from '../calendar/instant.ts';
import { weekdayOf } from '../calendar/weekday.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { nearestLaterWorkingDay } from '../calendar/working-days.ts';
import type { Effects } from '../engine/effects.ts';
import { postNotice } from '../notice/post-notice.ts';
import type { Policy } from '../obligation/policy.ts';
import { sendSlot } from '../obligation/send-slot.ts';
import { cycleWorkflow } from '../plan/keys.ts';
import type { CycleSpec } from './cycle-spec.ts';

const MONDAY = 1;
const WEEK = 7;

/**
 * When leadership is next told of the week: when notices are decided on the first working day of a week. Null where the
 * year has no table.
 * Example: after Thursday 29/08/2024 → Wednesday 04/09/2024 07:00, for Monday and Tuesday are days off.
 */
export function nextWeekAt(calendar: WorkCalendar, { decideAt }: Policy, after: Instant): Instant | null {
  const today = dayOf(after);
  const monday = addDays(today, -((weekdayOf(today) + WEEK - MONDAY) % WEEK));
  for (const start of [monday, addDays(monday, WEEK)]) {
    if (
      calendar.years[start.slice(0, 4)] === undefined ||
      calendar.years[addDays(start, WEEK).slice(0, 4)] === undefined
    )
      return null;
    const at = instantOn(nearestLaterWorkingDay(calendar, start), decideAt);
    if (at > after) return at;
  }
  return null;
}

/** One summary for leadership of the rounds that are open; what it says is looked up when it is sent. */
export function tellWeek(spec: CycleSpec, rounds: string[], at: Instant, out: Effects): void {
  const { province, plan, year, calendar, policy } = spec;
  postNotice(out, province, {
    key: `${cycleWorkflow(province, plan.id, year)}/week/${dayOf(at)}`,
    kind: 'weeklyDigest',
    at,
    slot: sendSlot(calendar, policy, at),
    to: { agency: plan.leadership.id, role: 'leadership', rank: 1 },
    plan: plan.id,
    round: null,
    about: null,
    deadline: null,
    rung: null,
    late: false,
    facts: { rounds: rounds.join(',') },
    ref: null,
  });
}
