import { lastDayOf } from '../../domain/calendar/due.ts';
import { type Day, dayOf } from '../../domain/calendar/instant.ts';
import { why } from '../../domain/calendar/why.ts';
import { workingDaysBetween } from '../../domain/calendar/working-days.ts';
import type { Deadline } from '../../domain/obligation/obligation.ts';
import { clauseText } from '../../domain/plan/clause-text.ts';
import { consolidationOf } from '../../domain/plan/inputs.ts';
import { lateMoneyRoundNamed } from '../../domain/plan/late-money.ts';
import { moneyRounds } from '../../domain/plan/money-question.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ScheduledRound } from '../../domain/plan/schedule-types.ts';
import type { JournalRecord } from '../../store/desk-reader.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, quoted } from '../../wording/format.ts';
import type { Desk } from './desk.ts';

/** Why a deadline stands on its day: one short sentence, and step by step. */
export interface DueBasis {
  /** True where the plan does not print the day. */
  isDefault: boolean;
  why: string;
  steps: string[];
}

/** What names a round in its plan's calendar. */
interface NamedRound {
  id: string;
  requirement: string;
  year: number;
}

/** The round as the plan's calendar lays it out; null for one that a person asked for. */
export function scheduledRound(
  desk: Desk,
  plan: Plan,
  { id, year }: Pick<NamedRound, 'id' | 'year'>,
): ScheduledRound | null {
  const found = desk.year(plan, year).find((round) => round.id === id);
  if (found !== undefined || desk.calendar.years[String(year)] === undefined) return found ?? null;
  const money = moneyRounds(plan, desk.calendar, year).find((round) => round.id === id);
  return money ?? lateMoneyRoundNamed(plan, desk.calendar, year, id);
}

/** Why a round's day is what it is. */
export function roundBasis(desk: Desk, plan: Plan, round: NamedRound): DueBasis {
  const scheduled = scheduledRound(desk, plan, round);
  if (scheduled === null) return { isDefault: false, why: `ngày do ${whoAsked(round)} ấn định.`, steps: [] };
  return scheduledBasis(desk, plan, scheduled);
}

export function scheduledBasis(desk: Desk, plan: Plan, scheduled: ScheduledRound): DueBasis {
  const sentence = scheduled.basis;
  const short = sentence.replace(/^Mặc định: /, '').replace(/; văn bản không ghi ngày\.$/, '.');
  return {
    isDefault: scheduled.default,
    why: short,
    steps: [...fed(desk, plan, scheduled), ...counted(desk, scheduled)],
  };
}

/** The printed day of the consolidation that a report feeds: where the counting starts. */
function fed(desk: Desk, plan: Plan, round: ScheduledRound): string[] {
  const requirement = plan.requirements.find(({ id }) => id === round.requirement);
  if (requirement?.kind !== 'report' || !round.default) return [];
  const consolidation = consolidationOf(plan, requirement);
  if (consolidation === null || consolidation.due === null || consolidation.clause === null) return [];
  const day = lastDayOf(consolidation.due, Number(round.lastDayOn.slice(0, 4)));
  const clause = clauseText(consolidation.clause);
  return [
    `${clause.charAt(0).toUpperCase()}${clause.slice(1)} ghi hạn tổng hợp ${quoted(consolidation.duePhrase ?? '')}: ngày cuối là ${formatDay(day)}, ${whyWords(desk, day)}.`,
  ];
}

function counted(desk: Desk, { basis, lastDayOn, namedOn, aimOn, overdueAfter }: ScheduledRound): string[] {
  const steps = [`${basis} Ngày cuối: ${formatDayWithWeekday(lastDayOn)}.`];
  if (namedOn !== null && namedOn > lastDayOn) {
    steps.push(`“Trước ngày” không tính chính ngày ${formatDay(namedOn)} (Bộ luật Dân sự 2015 Điều 148).`);
  }
  if (aimOn !== lastDayOn) {
    steps.push(
      `${formatDay(lastDayOn)} là ${whyWords(desk, lastDayOn)}: nhắc theo ngày làm việc liền trước, ${formatDay(aimOn)}; tính quá hạn sau ngày ${formatDay(overdueAfter)}.`,
    );
  }
  return steps;
}

/** "Thứ Ba, ngày làm việc", with the weekday first. */
function whyWords(desk: Desk, day: Day): string {
  return why(desk.calendar, day);
}

/** Parts are asked for by a lead, all else that no calendar lays out by the coordinator. */
function whoAsked({ requirement }: NamedRound): string {
  return requirement === 'contribution' ? 'cơ quan chủ trì' : 'cơ quan điều phối';
}

/** Why a numbered deadline was opened. */
export function deadlineBasis(
  desk: Desk,
  plan: Plan,
  round: NamedRound,
  deadline: Deadline,
  journal: JournalRecord[],
): DueBasis {
  const on = formatDayShort(dayOf(deadline.openedAt));
  const plain = (words: string): DueBasis => ({ isDefault: false, why: words, steps: [] });
  const full = 'mở lại đủ lần nhắc và các bậc';
  switch (deadline.because) {
    case 'plan':
      return roundBasis(desk, plan, round);
    case 'extension': {
      const asked = journal
        .filter(({ kind, facts }) => kind === 'extensionRequested' && facts.to === deadline.lastDayOn)
        .at(-1);
      const request = asked === undefined ? '' : `, theo đề nghị ngày ${formatDayShort(dayOf(asked.at))}`;
      return plain(`gia hạn ngày ${on}${request}; ${full}`);
    }
    case 'return': {
      const days = workingDaysBetween(desk.calendar, dayOf(deadline.openedAt), deadline.lastDayOn);
      return plain(`trả lại ngày ${on}, cho ${days} ngày làm việc; ${full}`);
    }
    case 'resumed': {
      const given = journal.filter(({ kind, at }) => kind === 'resumed' && at === deadline.openedAt).at(-1)
        ?.facts.given;
      return plain(`tính ngày trở lại từ ${on}${typeof given === 'number' ? `, trả lại ${given} ngày làm việc` : ''}`);
    }
    case 'calendar':
      return plain(`lịch làm việc thay đổi, ghi nhận ngày ${on}`);
    case 'leadership':
      return plain(`ý kiến của lãnh đạo ngày ${on}; ${full}`);
    case 'reopened':
      return plain(`${whoAsked(round)} ấn định ngày ${on}`);
  }
}
