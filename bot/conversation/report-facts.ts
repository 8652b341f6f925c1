import { type Day, dayOf, type Instant } from '../../domain/calendar/instant.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { addWorkingDays, workingDaysBetween } from '../../domain/calendar/working-days.ts';
import { answerTo } from '../../domain/form/answers.ts';
import type { Form } from '../../domain/form/form.ts';
import { obligationForm } from '../../domain/form/obligation-form.ts';
import type { Asks } from '../../domain/obligation/obligation.ts';
import { demandOf } from '../../domain/plan/demand.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { ObligationRecord, SubmissionRecord } from '../../store/desk-reader.ts';
import { documentText } from '../../wording/basis.ts';
import { type NamedRequirement, requirementName, requirementTitle } from '../../wording/requirement-name.ts';
import type { Basis, DeadlineFacts, PreviousFigure } from '../dialogue/types.ts';

/** The form that an obligation asks. */
export function formOf(plan: Plan, row: Pick<ObligationRecord, 'requirement' | 'period' | 'kind' | 'state'>): Form {
  const asks: Asks = row.state?.asks ?? { measures: [], endingMeasures: [], targets: [] };
  return obligationForm(plan, row, asks);
}

export function basisOf(plan: Plan, row: Pick<ObligationRecord, 'requirement' | 'kind' | 'state'>): Basis {
  const measure = row.kind === 'contribution' ? row.state?.asks.measures[0] : undefined;
  const { clause, quote } = demandOf(plan, row.requirement, measure);
  return {
    plan: plan.id,
    document: documentText(plan),
    shortName: plan.shortName,
    clause,
    quote,
  };
}

type Duty = Pick<ObligationRecord, 'requirement' | 'kind' | 'period' | 'state'>;

export function titleOf(plan: Plan, row: Duty): string {
  return requirementTitle(namedOf(plan, row));
}

/** Inside a sentence: "báo cáo năm 2024". */
export function nameOf(plan: Plan, row: Duty): string {
  return requirementName(namedOf(plan, row));
}

function namedOf(plan: Plan, row: Duty): NamedRequirement {
  const { review } = demandOf(plan, row.requirement);
  const [measure = null] = row.state?.asks.measures ?? [];
  return { kind: row.kind, period: row.period, review, measure };
}

/** Kinds whose day a person names. */
const ASKED = ['request', 'contribution'];

export function deadlineFacts(plan: Plan, row: ObligationRecord, calendar: WorkCalendar, today: Day): DeadlineFacts {
  const printed = plan.requirements.find(({ id }) => id === row.requirement);
  return {
    number: row.deadline,
    lastDayOn: row.lastDayOn,
    default: row.deadline === 1 && !ASKED.includes(row.kind) && (printed?.default ?? true),
    daysLeft: daysLeft(calendar, today, row.lastDayOn),
  };
}

/** Working days left, 0 on the day, negative past it. */
export function daysLeft(calendar: WorkCalendar, today: Day, day: Day): number {
  return today <= day ? workingDaysBetween(calendar, today, day) : -workingDaysBetween(calendar, day, today);
}

/** The days usually asked for: three and five working days more. */
export function extensionChoices(
  calendar: WorkCalendar,
  lastDayOn: Day,
  at: Instant,
): { workingDays: number; day: Day }[] {
  const today = dayOf(at);
  const from = lastDayOn < today ? today : lastDayOn;
  return [3, 5].map((workingDays) => ({ workingDays, day: addWorkingDays(calendar, from, workingDays) }));
}

/** Figures told a year earlier under the same field. */
export function previousFigures(
  form: Form,
  earlier: SubmissionRecord | undefined,
  period: string,
): Record<string, PreviousFigure> {
  const figures: Record<string, PreviousFigure> = {};
  for (const field of form.fields) {
    const value = earlier === undefined ? undefined : answerTo(earlier.answers, field.id)?.value;
    if (value?.kind === 'figure') figures[field.id] = { period, value: value.value };
  }
  return figures;
}
