import type { Day } from '../domain/calendar/instant.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { demandOf } from '../domain/plan/demand.ts';
import type { AgencyRef, Plan } from '../domain/plan/plan.ts';
import type { ScheduledRound } from '../domain/plan/schedule-types.ts';
import type { NoticeEffect } from '../wording/notices/item.ts';
import { requirementName } from '../wording/requirement-name.ts';
import { daysLeft } from './deadline-story.ts';
import type { RoundRecord } from './ports.ts';

/** What is made of each kind of contribution. */
const MADE_OF: Record<string, string> = { report: 'consolidation', budgetEstimate: 'budgetConsolidation' };

/** What waits for a round's answers: its consolidation or review, and how many answers it has. Null: nothing does. */
export function delayEffect(
  plan: Plan,
  round: RoundRecord,
  year: ScheduledRound[],
  { calendar, today, agencyName }: { calendar: WorkCalendar; today: Day; agencyName(ref: AgencyRef): string },
): NoticeEffect | null {
  const fed = year.find((each) => feeds(plan, round, each));
  if (fed === undefined) return null;
  const requirement = plan.requirements.find(({ id }) => id === fed.requirement);
  const kind = requirement?.kind ?? 'review';
  const counted = round.obligations.filter(({ phase }) => phase !== 'waived');
  return {
    what: requirementName({ kind, period: fed.period, review: demandOf(plan, fed.requirement).review }),
    receivers: (requirement?.owedTo ?? [plan.leadership]).map(agencyName),
    lastDayOn: fed.lastDayOn,
    daysLeft: daysLeft(calendar, today, fed),
    submitted: counted.filter(({ phase }) => phase !== 'open').length,
    total: counted.length,
  };
}

function feeds(plan: Plan, { facts }: RoundRecord, other: ScheduledRound): boolean {
  if (other.period !== facts.period) return false;
  if (facts.kind === 'reviewInputs') return `${other.requirement}-inputs` === facts.requirement;
  const requirement = plan.requirements.find(({ id }) => id === other.requirement);
  if (requirement === undefined || requirement.kind !== MADE_OF[facts.kind]) return false;
  return requirement.owedBy.some(({ id }) => id === facts.reviewer);
}
