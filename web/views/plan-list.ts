import { dayOf } from '../../domain/calendar/instant.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { neededPosts } from '../../domain/roster/needed-posts.ts';
import { vacantPosts } from '../../domain/roster/roster.ts';
import { roleName } from '../../wording/role-name.ts';
import type { WebActor } from '../access.ts';
import type { PlanListFact, PlanListView } from '../pages/plan-list.tsx';
import { type Desk, isLive, type Live, openDesk } from './desk.ts';
import { planName } from './duty-words.ts';
import { nearOnly, plansOf, sees } from './sight.ts';
import { daysLeft, daysOver, isAwaited } from './state-fact.ts';
import type { ViewSources } from './view-sources.ts';

/** Working days ahead that count as due soon in the list, as on the first page. */
const AHEAD = 5;

/** The plans in which a reader has a part, with what waits in each. */
export async function planListView(sources: ViewSources, actor: WebActor): Promise<PlanListView> {
  const desk = await openDesk(sources);
  const rows = await desk.reader.obligations({ open: true, ...nearOnly(desk, actor) });
  const open = rows.filter(isLive).filter((row) => sees(desk, actor, row));
  const plans: PlanListFact[] = [];
  for (const plan of await plansOf(desk, actor)) plans.push(await planFact(sources, desk, plan, open));
  return { plans };
}

async function planFact(sources: ViewSources, desk: Desk, plan: Plan, open: Live[]): Promise<PlanListFact> {
  const [started] = await desk.reader.journal({ plan: plan.id, kind: 'planStarted' });
  const rows = open.filter((row) => row.plan === plan.id);
  const vacant = started === undefined ? vacantPosts(desk.roster, neededPosts([plan], sources.acts), desk.today) : [];
  return {
    id: plan.id,
    name: planName(plan),
    title: plan.title,
    issuer: plan.issuer,
    issuedOn: plan.issuedOn,
    period: plan.period,
    startedOn: started === undefined ? null : dayOf(started.at),
    blocked:
      vacant.length === 0
        ? null
        : `${vacant.map(({ agency, role }) => `${desk.agencyName(agency)} chưa có người ở vị trí ${roleName(role)}`).join('; ')}.`,
    counts: {
      overdue: rows.filter((row) => daysOver(desk, row) > 0).length,
      waiting: rows.filter(({ state, closing }) => state.phase === 'submitted' && closing !== 'letter').length,
      due: rows.filter((row) => isAwaited(desk, row) && daysOver(desk, row) === 0 && daysLeft(desk, row) <= AHEAD)
        .length,
    },
  };
}
