import { type Day, dayOf } from '../domain/calendar/instant.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { workingDaysBetween } from '../domain/calendar/working-days.ts';
import type { RoundFacts } from '../domain/machines/round.ts';
import type { Deadline, Obligation } from '../domain/obligation/obligation.ts';
import type { ScheduledRound } from '../domain/plan/schedule-types.ts';
import type { Delivery, DoneStep, HowStep, NoticeDeadline } from '../wording/notices/item.ts';
import type { RoundAct, RoundRecord, SentRung, StoredNotice } from './ports.ts';

/** What the story of an obligation needs beside its rows. */
export interface StoryContext {
  round: RoundRecord;
  scheduled: ScheduledRound | null;
  calendar: WorkCalendar;
  today: Day;
  agencyName(id: string): string;
  wordsOf(ref: string | null): string | null;
}

/** Kinds of notices that tell of a deadline opened by the act they report. */
const OPENS_NEXT = ['returned', 'extensionGranted', 'resumed', 'dueMoved', 'leadershipDecision'];

/** The deadline a notice is about, with how it came. */
export function deadlineOf(notice: StoredNotice, obligation: Obligation, context: StoryContext): NoticeDeadline | null {
  if (notice.deadline === null) return null;
  const wanted = OPENS_NEXT.includes(notice.kind) ? [notice.deadline + 1, notice.deadline] : [notice.deadline];
  const deadline = wanted.flatMap((number) => obligation.deadlines.find((each) => each.number === number) ?? [])[0];
  if (deadline === undefined) return null;
  const printed = deadline.number === 1 && deadline.because === 'plan';
  return {
    number: deadline.number,
    lastDayOn: deadline.lastDayOn,
    default: printed && (context.scheduled?.default ?? false),
    daysLeft: daysLeft(context.calendar, context.today, deadline),
    how: obligation.deadlines
      .filter(({ number }) => number <= deadline.number)
      .map((each) => how(each, obligation, context)),
  };
}

/** Working days until the aim day, 0 from it to the last day, negative after the day on which it became overdue. */
export function daysLeft(calendar: WorkCalendar, today: Day, days: { aimOn: Day; overdueAfter: Day }): number {
  if (today > days.overdueAfter) return -workingDaysBetween(calendar, days.overdueAfter, today);
  return today >= days.aimOn ? 0 : workingDaysBetween(calendar, today, days.aimOn);
}

const ACT_OF = { extension: 'extended', return: 'returned', resumed: 'resumed' } as const;

function how(deadline: Deadline, { agency }: Obligation, context: StoryContext): HowStep {
  const { number, because, lastDayOn } = deadline;
  const { acts, facts } = context.round;
  const on = dayOf(deadline.openedAt);
  if (number === 1) {
    return because === 'plan'
      ? { kind: 'rule', basis: context.scheduled?.basis ?? null, lastDayOn }
      : { kind: 'request', lastDayOn, on, by: context.agencyName(askedBy(facts)) };
  }
  const before = acts.filter((act) => act.agency === agency && act.deadline === number - 1);
  const act = because in ACT_OF ? last(before, ACT_OF[because as keyof typeof ACT_OF]) : undefined;
  const asked = because === 'extension' ? last(before, 'extensionRequested') : undefined;
  return {
    kind: because === 'plan' ? 'reopened' : because,
    number,
    lastDayOn,
    on,
    by: act?.by ? context.agencyName(act.by.agency) : null,
    askedOn: asked ? dayOf(asked.at) : null,
  };
}

/** Parts are asked for by the lead that receives them, all else by the coordinator. */
function askedBy({ kind, reviewer, coordinator }: RoundFacts): string {
  return kind === 'contribution' && reviewer !== null ? reviewer : coordinator;
}

function last(acts: RoundAct[], kind: string): RoundAct | undefined {
  return acts.filter((act) => act.kind === kind).at(-1);
}

/** Acts that a person who is asked to decide should know of. */
const TOLD = [
  'extensionRequested',
  'extended',
  'extensionRefused',
  'returned',
  'suspended',
  'resumed',
  'unreached',
  'reachedAgain',
  'handedOver',
  'led',
];

/** What was done about an obligation before a notice, oldest first, and the notice itself. */
export function doneBefore(notice: StoredNotice, agency: string, context: StoryContext): DoneStep[] {
  const { rungs, acts } = context.round;
  const steps: { at: string; step: DoneStep }[] = [];
  for (const rung of rungs) {
    if (rung.about !== agency || rung.deadline !== notice.deadline || rung.at >= notice.at) continue;
    steps.push({ at: rung.at, step: { on: dayOf(rung.at), what: rungStep(rung, context) } });
  }
  for (const act of acts) {
    if (act.agency !== agency || act.at >= notice.at || !TOLD.includes(act.kind)) continue;
    const to = typeof act.facts.to === 'string' ? act.facts.to : null;
    const by = act.by ? context.agencyName(act.by.agency) : null;
    const what = { kind: 'act' as const, act: act.kind, agency: by, to, words: context.wordsOf(act.ref) };
    steps.push({ at: act.at, step: { on: dayOf(act.at), what } });
  }
  steps.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const done = steps.map(({ step }) => step);
  const step = typeof notice.facts.step === 'number' ? notice.facts.step : null;
  return step === null ? done : [...done, { on: context.today, what: { kind: 'this', step } }];
}

function rungStep({ step, to, messages }: SentRung, context: StoryContext): DoneStep['what'] {
  const role = to.role === 'head' || to.role === 'coordinator' ? to.role : 'leadership';
  return { kind: 'rung', step, to: role, agency: context.agencyName(to.agency), deliveries: messages.map(delivery) };
}

function delivery({ channel, status, sentAt, readAt }: SentRung['messages'][number]): Delivery {
  if (readAt !== null) return { channel, state: 'read', at: readAt };
  switch (status) {
    case 'sent':
    case 'delivered':
      return { channel, state: 'delivered', at: sentAt };
    case 'failed':
      return { channel, state: 'failed', at: null };
    case 'held':
      return { channel, state: 'held', at: null };
    default:
      return { channel, state: 'waiting', at: null };
  }
}
