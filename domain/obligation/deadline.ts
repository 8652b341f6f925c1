import { type Day, type Instant, instantOn, plusMs } from '../calendar/instant.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Deadline, PlannedItem, RoundContext } from './obligation.ts';

export interface DeadlineDays {
  namedOn: Day | null;
  lastDayOn: Day;
  aimOn: Day;
  overdueAfter: Day;
  overdueAt?: Instant;
}

/**
 * Opens deadline `number` with its own full set of reminders and rungs: an extension, a return or a moved day never
 * inherits what the former deadline has used up.
 */
export function openDeadline(
  context: RoundContext,
  number: number,
  because: Deadline['because'],
  days: DeadlineDays,
  openedAt: Instant,
): Deadline {
  const deadline = { number, because, openedAt, rungsSent: 0, ...days };
  return { ...deadline, items: deadlineItems(context, deadline, 0) };
}

/** A deadline on one working day chosen by a person. */
export function deadlineOn(day: Day): DeadlineDays {
  return { namedOn: null, lastDayOn: day, aimOn: day, overdueAfter: day };
}

/**
 * Reminders and rungs of a deadline, by instant. `heldDays` working days were lost while no message reached the agency;
 * the rungs, never the deadline, move by them.
 * Example: aim 19/11/2024, reminder 3 → 14/11/2024 07:00; overdue after 19/11/2024, rung 1 → 20/11/2024 07:00.
 */
export function deadlineItems(
  context: RoundContext,
  deadline: { aimOn: Day; overdueAfter: Day; overdueAt?: Instant },
  heldDays: number,
): PlannedItem[] {
  const { policy, calendar } = context;
  const { scale } = policy;
  const origin = deadline.overdueAt;
  const at = (from: Day, days: number): Instant =>
    scale && origin !== undefined
      ? plusMs(origin, days * scale.stepMs)
      : instantOn(days === 0 ? from : addWorkingDays(calendar, from, days), policy.decideAt);
  const reminders = policy.reminders.map((n): PlannedItem => ({ at: at(deadline.aimOn, -n), kind: 'reminder', n }));
  const rungs = policy.rungs.map(
    ({ after, to }, index): PlannedItem => ({
      at: at(deadline.overdueAfter, after + heldDays),
      kind: 'rung',
      n: index + 1,
      after,
      to,
    }),
  );
  return [...reminders, ...rungs].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
