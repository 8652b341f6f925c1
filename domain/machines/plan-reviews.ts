import { type Instant, instantOn } from '../calendar/instant.ts';
import { addWorkingDays } from '../calendar/working-days.ts';
import type { Effects } from '../engine/effects.ts';
import type { Actor, Message } from '../engine/message.ts';
import type { NoticeKind } from '../notice/notice.ts';
import { postNotice } from '../notice/post-notice.ts';
import { sendSlot } from '../obligation/send-slot.ts';
import { planWorkflow, roundWorkflow } from '../plan/keys.ts';
import type { Review } from '../plan/plan.ts';
import { reviewDays } from '../plan/review-calendar.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { PlanState, ReviewOutcome } from './plan-state.ts';

export interface ReviewCommand {
  do: 'decideReview';
  by: Actor;
  review: string;
  outcome: ReviewOutcome;
  /** Id of the plan that this one feeds; null for the other outcomes. */
  feeds: string | null;
  /** Number and day of leadership's letter; compulsory where the coordinator records the decision. */
  document: string | null;
  ref: string;
}

/** What a cycle tells when the round of a review has closed. */
export interface ReviewClosed {
  type: 'reviewClosed';
  review: string;
  round: string;
}

/** Working days after the planned decision on which the next post of leadership is asked. */
const HANDOVER_AFTER = 5;

/** Writes the calendar of the reviews due in a year into the journal, when that year opens. */
export function planReviews(state: PlanState, year: number, at: Instant, out: Effects): void {
  const { plan, calendar, importedUntil, province } = state.spec;
  for (const review of plan.reviews.filter(({ plannedYear }) => plannedYear === year)) {
    const days = reviewDays(plan, calendar, review);
    if (days === null || days.reportOn < importedUntil || state.reviews?.[review.id]) continue;
    state.reviews = { ...state.reviews, [review.id]: { days, askedAt: null, outcome: null } };
    out.journal.push({
      key: `${planWorkflow(province, plan.id)}/reviewPlanned/${review.id}`,
      at,
      kind: 'reviewPlanned',
      plan: plan.id,
      round: null,
      agency: plan.coordinator.id,
      by: null,
      facts: { review: review.id, ...days },
      ref: null,
    });
  }
}

interface ReviewItem {
  at: Instant;
  review: string;
  step: 'request' | 'draft' | 'repeat' | 'handover';
}

/** What is still planned for the reviews of the plan, by instant. */
export function reviewItems(state: PlanState): ReviewItem[] {
  const { calendar, policy } = state.spec;
  return Object.entries(state.reviews ?? {})
    .flatMap(([review, { days, askedAt, outcome }]): ReviewItem[] => {
      if (outcome !== null) return [];
      const item = (step: ReviewItem['step'], day: string): ReviewItem => ({
        at: instantOn(day, policy.decideAt),
        review,
        step,
      });
      if (askedAt === null) return [item('request', days.requestOn), item('draft', days.draftOn)];
      const handoverOn = addWorkingDays(calendar, days.decideOn, HANDOVER_AFTER);
      return [item('repeat', days.decideOn), item('handover', handoverOn)];
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** Tells the coordinator that letter or draft are due, and asks leadership again for a decision that has not come. */
export function reviewsDue(state: PlanState, planned: Instant, out: Effects): void {
  for (const { at, review, step } of reviewItems(state)) {
    if (at !== planned) continue;
    if (step === 'request' || step === 'draft') tell(state, review, 'reviewStep', step, 'coordinator', at, out);
    else tell(state, review, 'reviewOutcomeAsked', step, 'leadership', at, out);
  }
}

/** The review's round has closed: what becomes of the plan is asked of leadership, and the coordinator knows it. */
export function askOutcome(state: PlanState, { review }: ReviewClosed, at: Instant, out: Effects): void {
  const found = state.spec.plan.reviews.find(({ id }) => id === review);
  const days = found && (state.reviews?.[review]?.days ?? reviewDays(state.spec.plan, state.spec.calendar, found));
  if (!days || state.reviews?.[review]?.askedAt) return;
  state.reviews = { ...state.reviews, [review]: { days, askedAt: at, outcome: null } };
  tell(state, review, 'reviewOutcomeAsked', 'asked', 'leadership', at, out);
  tell(state, review, 'reviewOutcomeAsked', 'asked', 'coordinator', at, out);
}

/** Leadership decides; the coordinator may record a decision that came as a letter. */
export function checkReviewDecision(state: PlanState, command: ReviewCommand): Refusal | null {
  const { plan } = state.spec;
  const { by } = command;
  const leads = by.agency === plan.leadership.id && by.roles.includes('leadership');
  const records =
    by.agency === plan.coordinator.id && by.roles.some((role) => role === 'coordinator' || role === 'head');
  if (!leads && !records) return refuse('NOT_YOURS');
  const review = state.reviews?.[command.review];
  if (review === undefined || review.askedAt === null) return refuse('NOT_ASKED');
  if (review.outcome !== null) return refuse('REVIEW_DECIDED', { outcome: review.outcome.as });
  if (!leads && (command.document ?? '').trim() === '') return refuse('DOCUMENT_MISSING');
  if (command.outcome === 'feed' && (command.feeds ?? '') === '') return refuse('PLAN_MISSING');
  return null;
}

export function applyReviewDecision(state: PlanState, command: ReviewCommand, message: Message, out: Effects): void {
  const review = state.reviews?.[command.review];
  if (review === undefined) return;
  const { plan, province } = state.spec;
  const { by, ref, outcome: as, document } = command;
  const { at } = message;
  const feeds = as === 'feed' ? command.feeds : null;
  state.reviews = { ...state.reviews, [command.review]: { ...review, outcome: { as, feeds, at, by, ref } } };
  if (as === 'close') state.endsAfter = Math.max(...state.opened);
  out.journal.push({
    key: `${planWorkflow(province, plan.id)}/reviewDecided/${command.review}`,
    at,
    kind: 'reviewDecided',
    plan: plan.id,
    round: reviewRound(state, command.review),
    agency: plan.coordinator.id,
    by,
    facts: { review: command.review, outcome: as, feeds, document },
    ref,
  });
  tell(state, command.review, 'reviewDecided', as, 'coordinator', at, out, { feeds }, ref);
}

/** True while an outcome that was asked for has not come: the plan stays. */
export function awaitsOutcome(state: PlanState): boolean {
  return Object.values(state.reviews ?? {}).some(({ askedAt, outcome }) => askedAt !== null && outcome === null);
}

function reviewRound(state: PlanState, id: string): string | null {
  const { plan, province } = state.spec;
  const review = plan.reviews.find((each) => each.id === id);
  return review ? roundWorkflow(province, `${plan.id}/${review.plannedYear}/${id}/${periodOf(state, review)}`) : null;
}

function periodOf({ spec }: PlanState, { plannedYear }: Review): string {
  return `${spec.plan.period.from}-${plannedYear}`;
}

function tell(
  state: PlanState,
  review: string,
  kind: NoticeKind,
  step: string,
  role: 'coordinator' | 'leadership',
  at: Instant,
  out: Effects,
  more: Record<string, string | null> = {},
  ref: string | null = null,
): void {
  const { plan, province, calendar, policy } = state.spec;
  const found = plan.reviews.find(({ id }) => id === review);
  const days = state.reviews?.[review]?.days;
  const rank = step === 'handover' ? 2 : 1;
  postNotice(out, province, {
    key: `${planWorkflow(province, plan.id)}/review/${review}/${kind}-${step}/${role}`,
    kind,
    at,
    slot: sendSlot(calendar, policy, at),
    to: role === 'leadership' ? { agency: plan.leadership.id, role, rank } : { agency: plan.coordinator.id, role },
    plan: plan.id,
    round: reviewRound(state, review),
    about: null,
    deadline: null,
    rung: null,
    late: false,
    facts: {
      review,
      reviewKind: found?.kind ?? null,
      step,
      period: found ? periodOf(state, found) : null,
      ...(days ?? {}),
      ...more,
    },
    ref,
  });
}
