import type { ReviewState } from '../../domain/machines/plan-state.ts';
import { clauseText } from '../../domain/plan/clause-text.ts';
import { NO_SUBJECT, type WebActor } from '../access.ts';
import type { ConclusionView } from '../pages/conclusion.tsx';
import { type Desk, openDesk } from './desk.ts';
import { planName } from './duty-words.ts';
import { planFacts, reviewName, reviewRound } from './plan-facts.ts';
import { plansOf } from './sight.ts';
import type { ViewSources } from './view-sources.ts';

/** One review of a plan and its outcome; null where the plan has no such review, or has not started. */
export async function conclusionView(
  sources: ViewSources,
  actor: WebActor,
  id: string,
  reviewId: string,
): Promise<ConclusionView | null> {
  const desk = await openDesk(sources);
  const plan = desk.plans.get(id);
  const [row] = await desk.reader.workflows({ type: 'plan', plan: id });
  const review = plan?.reviews.find((each) => each.id === reviewId);
  if (plan === undefined || row === undefined || review === undefined || !(await plansOf(desk, actor)).includes(plan))
    return null;
  const state = planFacts(row).reviews[review.id];
  const round = reviewRound(plan, review);
  const [opened] = await desk.reader.workflows({ workflow: round });
  return {
    plan: { id, name: planName(plan) },
    subject: { ...NO_SUBJECT, coordinator: plan.coordinator.id, reviewer: plan.leadership.id },
    review: review.id,
    name: reviewName(plan, review),
    clause: clauseText(review.clause),
    quote: review.quote,
    year: review.plannedYear,
    round: opened === undefined ? null : round,
    askedAt: state?.askedAt ?? null,
    decideOn: state?.days.decideOn ?? null,
    outcome: await outcomeOf(desk, state?.outcome ?? null),
    others: [...desk.plans.values()]
      .filter((each) => each !== plan)
      .map((each) => ({ id: each.id, name: planName(each) })),
  };
}

async function outcomeOf(desk: Desk, outcome: ReviewState['outcome']): Promise<ConclusionView['outcome']> {
  if (outcome === null) return null;
  const { as, feeds, at, by, ref } = outcome;
  const words = (await desk.reader.texts([ref])).get(ref);
  const fed = desk.plans.get(feeds ?? '');
  const document = words?.facts.document;
  return {
    as,
    feeds: fed === undefined ? feeds : planName(fed),
    at,
    by: desk.personWithPost(by.person),
    document: typeof document === 'string' ? document : null,
    words: words?.text ?? '',
  };
}
