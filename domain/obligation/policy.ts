import type { TimeOfDay } from '../calendar/instant.ts';

/** The settings a round is run by, frozen when it opens. Days are working days. */
export interface Policy {
  /** Reminders, days before `aimOn`; 0 is `aimOn` itself. */
  reminders: number[];
  /** Rungs, days after `overdueAfter`. */
  rungs: { after: number; to: Rung }[];
  /** When reminders and rungs are decided on their day. */
  decideAt: TimeOfDay;
  /** When notices leave: the first such time strictly after the row's instant, on a working day. */
  sendAt: TimeOfDay;
  /** Days the reviewer has; he is reminded on the last and 1 day after it, his head 3 days after it. */
  reviewDays: number;
  /** Days a returned report has. */
  returnDays: number;
  /** Days after which leadership is asked again, and after which the next post is asked. */
  leadershipRepeat: number;
  leadershipHandover: number;
  /** Days after a draft on which its head is asked again; the last one also goes to the coordinator. */
  confirmReminders: number[];
  /** Rungs further behind the wall clock than this collapse into the newest one: a real outage. */
  collapseAfterMs: number;
  /**
   * Set only where a story runs on seconds: steps are milliseconds around `deadline.overdueAt`, and slots come every
   * `slotMs`. Absent in every plan.
   */
  scale?: { stepMs: number; slotMs: number };
}

export type Rung = 'head' | 'coordinator' | 'leadership';

const DAY_MS = 86_400_000;

/** The product's defaults (design §5; cli.md, Dates). */
export const DEFAULT_POLICY: Policy = {
  reminders: [30, 14, 7, 3, 1, 0],
  rungs: [
    { after: 1, to: 'head' },
    { after: 3, to: 'coordinator' },
    { after: 5, to: 'leadership' },
  ],
  decideAt: '07:00',
  sendAt: '08:00',
  reviewDays: 3,
  returnDays: 5,
  leadershipRepeat: 2,
  leadershipHandover: 5,
  confirmReminders: [1, 3, 5],
  collapseAfterMs: DAY_MS,
};
