import { addDays } from '../../domain/calendar/day.ts';
import { type Day, dayOf } from '../../domain/calendar/instant.ts';
import { addWorkingDays, nearestLaterWorkingDay, workingDaysBetween } from '../../domain/calendar/working-days.ts';
import { currentDeadline } from '../../domain/obligation/obligation.ts';
import type { JournalRecord } from '../../store/desk-reader.ts';
import type { DaysUsedFact } from '../components/days-used.tsx';
import type { Desk, Live } from './desk.ts';
import { isAwaited } from './state-fact.ts';

type Whose = DaysUsedFact['whose'];

/**
 * Whose clock ran from the opening until today, in working days; a day belongs to the one whose turn it was in the
 * morning. A draft is still the agency's own time.
 * Example: opened 07/10/2024, confirmed 30/10, returned 05/11, today 07/11 → agency 18, reviewer 4, agency 2.
 */
export function daysUsed(desk: Desk, row: Live, journal: JournalRecord[]): DaysUsedFact[] {
  const turns = turnsOf(row, journal);
  const [first] = turns;
  if (first === undefined) return [];
  const spans: DaysUsedFact[] = [];
  turns.forEach((turn, index) => {
    const next = turns[index + 1];
    if (turn.whose === null) return;
    const to = next === undefined ? desk.today : next.on;
    const after = index === 0 ? addDays(turn.on, -1) : turn.on;
    add(desk, spans, turn.whose, after, to);
  });
  const { lastDayOn } = currentDeadline(row.state);
  if (isAwaited(desk, row) && lastDayOn > desk.today) add(desk, spans, 'remaining', desk.today, lastDayOn);
  return spans;
}

function add(desk: Desk, spans: DaysUsedFact[], whose: Whose, after: Day, to: Day): void {
  const days = to > after ? workingDaysBetween(desk.calendar, after, to) : 0;
  if (days === 0) return;
  const last = spans.at(-1);
  if (last?.whose === whose) {
    last.days += days;
    last.to = to;
    return;
  }
  const from =
    spans.length === 0
      ? nearestLaterWorkingDay(desk.calendar, addDays(after, 1))
      : addWorkingDays(desk.calendar, after, 1);
  spans.push({ whose, days, from, to });
}

/** From which day whose turn it was; null = over. */
function turnsOf(row: Live, journal: JournalRecord[]): { on: Day; whose: Whose | null }[] {
  const turns: { on: Day; whose: Whose | null }[] = [];
  for (const entry of journal) {
    const whose = turnAfter(row, entry);
    if (whose !== undefined) turns.push({ on: dayOf(entry.at), whose });
  }
  return turns;
}

function turnAfter(row: Live, { kind, facts }: JournalRecord): Whose | null | undefined {
  const handed = row.closing === 'review' ? 'reviewer' : 'agency';
  switch (kind) {
    case 'opened':
    case 'returned':
    case 'resumed':
      return 'agency';
    case 'submitted':
      return facts.standing === 'official' ? handed : 'agency';
    case 'confirmed':
      return handed;
    case 'escalated':
      return facts.to === 'leadership' ? 'leadership' : undefined;
    case 'led':
      return facts.answer === 'waive' ? null : 'agency';
    case 'suspended':
      return 'suspended';
    case 'accepted':
    case 'waived':
    case 'sent':
      return null;
    default:
      return undefined;
  }
}
