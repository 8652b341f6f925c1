import { type Day, dayOf, type Instant, instantOn } from '../calendar/instant.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import {
  currentDeadline,
  isOwing,
  lastSubmission,
  type Obligation,
  type PlannedItem,
  type RoundContext,
} from './obligation.ts';
import { sendSlot } from './send-slot.ts';

/** Working days after the reviewer's last day on which he (0, 1) and then his head (3) are reminded. */
const REVIEW_REMINDERS = [0, 1, 3];
const EXTENSION_REMINDERS = [0, 1];

/**
 * Everything that will be decided about an obligation unless a human act comes first.
 * Nothing is planned for what is done, and the agency's own items stand still while its days are suspended.
 */
export function plannedItems(obligation: Obligation, context: RoundContext): PlannedItem[] {
  const items: PlannedItem[] = [];
  if (isOwing(obligation, context) && obligation.suspendedSince === null) {
    const held = obligation.unreachedSince !== null;
    for (const item of currentDeadline(obligation).items) {
      if (!(held && item.kind === 'rung')) items.push(item);
    }
    items.push(...leadershipItems(obligation, context));
  }
  items.push(...draftItems(obligation, context), ...reviewItems(obligation, context));
  items.push(...extensionItems(obligation, context));
  return items;
}

function on(context: RoundContext, from: Day, days: number): Instant {
  const day = days === 0 ? from : addWorkingDays(context.calendar, from, days);
  return instantOn(day, context.policy.decideAt);
}

function leadershipItems({ leadership }: Obligation, context: RoundContext): PlannedItem[] {
  if (leadership === null || leadership.answered || context.policy.scale) return [];
  const { leadershipRepeat, leadershipHandover } = context.policy;
  const repeat: PlannedItem = {
    at: on(context, leadership.askedOn, leadershipRepeat),
    kind: 'leadershipRepeat',
    n: leadership.rank,
  };
  if (leadership.rank > 1) return [repeat];
  return [
    repeat,
    { at: on(context, leadership.askedOn, leadershipHandover), kind: 'leadershipHandover', n: leadership.rank + 1 },
  ];
}

/** A reminder that would stand in the same message as the request to confirm is left out. */
function draftItems(obligation: Obligation, context: RoundContext): PlannedItem[] {
  const { draftSince } = obligation;
  if (draftSince === null || lastSubmission(obligation)?.standing !== 'draft') return [];
  const { calendar, policy } = context;
  const asked = sendSlot(calendar, policy, draftSince);
  return policy.confirmReminders
    .map((n, index, all): PlannedItem => {
      const at = on(context, dayOf(draftSince), n);
      return { at, kind: 'confirmReminder', n, last: index === all.length - 1 };
    })
    .filter(({ at }) => sendSlot(calendar, policy, at) > asked);
}

function reviewItems({ review }: Obligation, context: RoundContext): PlannedItem[] {
  if (review === null) return [];
  return REVIEW_REMINDERS.map((n, index) => ({
    at: on(context, review.dueOn, n),
    kind: 'reviewReminder',
    n,
    last: index === REVIEW_REMINDERS.length - 1,
  }));
}

function extensionItems({ extensionRequest }: Obligation, context: RoundContext): PlannedItem[] {
  if (extensionRequest === null) return [];
  return EXTENSION_REMINDERS.map((n) => ({
    at: on(context, extensionRequest.dueOn, n),
    kind: 'extensionReminder',
    n,
  }));
}
