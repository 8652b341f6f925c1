import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import { LEAST_ASKED_DAYS } from '../../domain/machines/asked-day.ts';
import { defaultTriggerDay } from '../../domain/machines/plan-asking.ts';
import { leadsOf } from '../../domain/plan/measure-leads.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { NO_SUBJECT, type WebActor } from '../access.ts';
import type { PlanAskingView } from '../pages/plan-asking.tsx';
import { type Desk, holders, openDesk } from './desk.ts';
import { planName } from './duty-words.ts';
import { planFacts } from './plan-facts.ts';
import { hasPart, plansOf } from './sight.ts';
import type { ViewSources } from './view-sources.ts';

/** Whom and by when a coordinator may ask outside the calendar; null for a plan that nobody knows or that has not started. */
export async function planAskingView(
  sources: ViewSources,
  actor: WebActor,
  id: string,
): Promise<PlanAskingView | null> {
  const desk = await openDesk(sources);
  const plan = desk.plans.get(id);
  const [started] = await desk.reader.workflows({ type: 'plan', plan: id });
  if (plan === undefined || started === undefined || !(await plansOf(desk, actor)).includes(plan)) return null;
  const { measures } = planFacts(started);
  return {
    plan: { id, name: planName(plan) },
    subject: { ...NO_SUBJECT, coordinator: plan.coordinator.id },
    today: desk.today,
    earliest: addWorkingDays(desk.calendar, desk.today, LEAST_ASKED_DAYS),
    triggerDay: defaultTriggerDay(desk.calendar, desk.today),
    agencies: askable(desk, plan),
    measures: plan.measures
      .filter(({ timing }) => timing.kind === 'onRequest' || timing.kind === 'onEvent')
      .map((measure) => ({
        no: measure.no,
        text: measure.text,
        timing: measure.timing.phrase,
        leads: leadsOf(measure, measures).map(desk.agencyName),
      })),
    vague: plan.measures
      .filter(({ unassigned }) => unassigned.length > 0)
      .map(({ no, text, lead, unassigned, leads }) => ({
        no,
        text,
        lead,
        parts: unassigned,
        named: leads.map(({ id: agency }) => agency),
        assigned: (measures[no]?.assigned ?? []).map(desk.agencyName),
      })),
  };
}

/** Agencies in which somebody can answer, without the coordinator's own. */
function askable(desk: Desk, plan: Plan): PlanAskingView['agencies'] {
  return desk.roster.agencies
    .filter(({ id }) => id !== plan.coordinator.id)
    .filter(({ id }) => holders(desk, id, 'focalPoint').length + holders(desk, id, 'head').length > 0)
    .map(({ id }) => ({ id, name: desk.agencyName(id), first: hasPart(plan, id) ? 0 : 1 }))
    .sort((a, b) => a.first - b.first || a.name.localeCompare(b.name, 'vi'))
    .map(({ id, name }) => ({ id, name }));
}
