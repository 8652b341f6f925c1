import { addDays, writtenDay, yearOf } from '../calendar/day.ts';
import type { Day } from '../calendar/instant.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { workingDaysBetween } from '../calendar/working-days.ts';
import { clauseText, measureText } from './clause-text.ts';
import { demandOf } from './demand.ts';
import { inputsOf } from './inputs.ts';
import type { Plan, PlanWarning, Requirement } from './plan.ts';
import type { RoundDraft } from './round-draft.ts';

/** What an official should know about a year before trusting its days. Meaning of the codes: cli.md, Dates. */
export function scheduleWarnings(
  plan: Plan,
  calendar: WorkCalendar,
  year: number,
  { drafts, dropped }: { drafts: RoundDraft[]; dropped: RoundDraft[] },
): PlanWarning[] {
  return [
    ...pastAtIssue(plan, year, dropped),
    ...plan.requirements
      .filter(({ kind }) => kind === 'consolidation')
      .flatMap((consolidation) => consolidationWarnings(plan, calendar, consolidation, drafts)),
    ...reviewsUndated(plan, drafts),
  ];
}

function pastAtIssue(plan: Plan, year: number, dropped: RoundDraft[]): PlanWarning[] {
  const { issuedOn, measures } = plan;
  if (issuedOn === null) return [];
  const signed = `đã qua khi văn bản được ký ngày ${writtenDay(issuedOn)}`;
  const rounds = dropped
    .filter((draft) => !draft.default)
    .map(({ requirement, lastDayOn }) => ({
      code: 'PAST_AT_ISSUE',
      about: [requirement],
      text: `Hạn ${writtenDay(lastDayOn)} của ${place(plan, requirement)} ${signed}; kỳ này không mở.`,
    }));
  const timings = year === yearOf(issuedOn) ? measures : [];
  const past = timings
    .filter(({ timing }) => timing.to !== null && timing.to < issuedOn)
    .map(({ no, timing }) => ({
      code: 'PAST_AT_ISSUE',
      about: [no],
      text: `Thời gian “${timing.phrase ?? ''}” của ${measureText(no)} ${signed}.`,
    }));
  return [...past, ...rounds];
}

function consolidationWarnings(
  plan: Plan,
  calendar: WorkCalendar,
  consolidation: Requirement,
  drafts: RoundDraft[],
): PlanWarning[] {
  const made = drafts.find(({ requirement }) => requirement === consolidation.id);
  if (made === undefined) return [];
  return inputsOf(plan, consolidation.owedBy).flatMap(({ id }) => {
    const input = drafts.find(({ requirement, period }) => requirement === id && period === made.period);
    if (input === undefined) return [];
    const warnings: PlanWarning[] = [];
    const inputDay = writtenDay(input.lastDayOn);
    const madeDay = writtenDay(made.lastDayOn);
    if (input.default && !made.default) {
      warnings.push({
        code: 'INPUT_UNDATED',
        about: [id, made.requirement],
        text: `${capital(place(plan, id))} không ghi ngày mà báo cáo tổng hợp (${place(plan, made.requirement)}) có hạn ${madeDay}; ngày ${inputDay} là mặc định.`,
      });
    }
    if (daysLeftBetween(calendar, input.lastDayOn, made.lastDayOn) < 1) {
      warnings.push({
        code: 'CONSOLIDATION_HAS_NO_DAY',
        about: [id, made.requirement],
        text: `Giữa hạn báo cáo của các cơ quan (${place(plan, id)}; ${inputDay}) và hạn tổng hợp (${place(plan, made.requirement)}; ${madeDay}) không còn ngày làm việc nào.`,
      });
    }
    return warnings;
  });
}

/** Working days strictly between two days. Example: 14/11/2023 and 14/11/2023 → 0. */
function daysLeftBetween(calendar: WorkCalendar, inputsOn: Day, consolidationOn: Day): number {
  return consolidationOn <= inputsOn ? 0 : workingDaysBetween(calendar, inputsOn, addDays(consolidationOn, -1));
}

function reviewsUndated(plan: Plan, drafts: RoundDraft[]): PlanWarning[] {
  return plan.reviews
    .filter((review) => review.year === null && drafts.some(({ requirement }) => requirement === review.id))
    .map(({ id, plannedYear }) => ({
      code: 'REVIEW_UNDATED',
      about: [id],
      text: `${capital(place(plan, id))} không ghi năm; lấy năm ${plannedYear}, năm cuối của giai đoạn.`,
    }));
}

/** The clause behind a requirement, as it is read aloud; what no clause asks keeps its id. */
function place(plan: Plan, requirement: string): string {
  return clauseText(demandOf(plan, requirement).clause ?? requirement);
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
