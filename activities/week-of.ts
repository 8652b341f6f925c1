import type { Day } from '../domain/calendar/instant.ts';
import { currentDeadline } from '../domain/obligation/obligation.ts';
import { timeliness } from '../domain/obligation/timeliness.ts';
import { demandOf } from '../domain/plan/demand.ts';
import type { NoticeWeek } from '../wording/notices/item.ts';
import { requirementName } from '../wording/requirement-name.ts';
import type { FactBundle } from './fact-bundle.ts';
import type { RoundRecord, StoredNotice } from './ports.ts';

/** The rounds that a weekly summary is about. */
export function roundsOfWeek({ kind, facts }: Pick<StoredNotice, 'kind' | 'facts'>): string[] {
  return kind === 'weeklyDigest' && typeof facts.rounds === 'string' ? facts.rounds.split(',') : [];
}

/** How the open rounds of a plan stand on a day; null for any other notice, or where nothing is late, due or waiting. */
export function weekOf(
  notice: StoredNotice,
  bundle: FactBundle,
  today: Day,
  agencyName: (id: string) => string,
): NoticeWeek | null {
  const plan = bundle.plans.get(notice.plan ?? '');
  if (notice.kind !== 'weeklyDigest' || plan === undefined) return null;
  const rounds = roundsOfWeek(notice).flatMap((id) => bundle.rounds.get(id) ?? []);
  const week: NoticeWeek = { overdue: [], dueSoon: [], waitingForLeadership: 0, waitingForReview: 0 };
  for (const round of rounds) {
    const { kind, period, requirement } = round.facts;
    const what = requirementName({ kind, period, review: demandOf(plan, requirement).review });
    const { overdue, dueSoon } = standing(round, bundle, today);
    if (overdue.length > 0) week.overdue.push({ what, agencies: overdue.map(agencyName) });
    if (dueSoon.length > 0) {
      week.dueSoon.push({ what, lastDayOn: round.facts.deadline.lastDayOn, agencies: dueSoon.map(agencyName) });
    }
    week.waitingForLeadership += round.obligations.filter(({ state }) => state.leadership?.answered === false).length;
    week.waitingForReview += round.obligations.filter(({ state }) => state.review !== null).length;
  }
  const quiet = week.overdue.length + week.dueSoon.length + week.waitingForLeadership === 0;
  return quiet ? null : week;
}

function standing(
  { obligations }: RoundRecord,
  { calendar }: FactBundle,
  today: Day,
): { overdue: string[]; dueSoon: string[] } {
  const found = { overdue: [] as string[], dueSoon: [] as string[] };
  for (const { agency, state, closing } of obligations) {
    const owing = state.phase === 'open' || (state.phase === 'submitted' && closing === 'letter');
    if (!owing || state.suspendedSince !== null) continue;
    const time = timeliness(currentDeadline(state), null, calendar, today);
    if (time.state === 'overdue') found.overdue.push(agency);
    if (time.state === 'dueSoon') found.dueSoon.push(agency);
  }
  return found;
}
