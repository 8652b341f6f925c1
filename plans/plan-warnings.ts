import { addDays } from '../domain/calendar/day.ts';
import { lastDayOf } from '../domain/calendar/due.ts';
import { clauseText, measureText } from '../domain/plan/clause-text.ts';
import type { Plan, PlanWarning, PrintedDue, Requirement } from '../domain/plan/plan.ts';
import type { PlanFile } from './plan-file.ts';

/**
 * What an official should know before working by a plan: gaps and contradictions of the text itself, by kind, then in
 * the text's order. `parent` is the mother plan, where there is one.
 */
export function planWarnings(plan: Plan, file: PlanFile, parent: Plan | null): PlanWarning[] {
  return [
    ...lostPages(plan),
    ...consolidationsWithoutDay(plan, parent),
    ...undatedInputs(plan),
    ...vagueLeads(plan),
    ...pastAtIssue(plan),
    ...basesEndingEarlier(plan, file),
    ...undatedReviews(plan),
  ];
}

function lostPages({ title, issuedOn }: Plan): PlanWarning[] {
  if (title !== null && issuedOn !== null) return [];
  return [
    { code: 'SOURCE_INCOMPLETE', about: [], text: 'Bản nguồn thiếu trang: chưa có tên, số, ngày hoặc phần đầu.' },
  ];
}

/** Pairs of a report and the consolidation made of it by the body that receives it. */
function inputPairs(plan: Plan): { report: Requirement; consolidation: Requirement }[] {
  const reports = plan.requirements.filter(({ kind, frequency }) => kind === 'report' && frequency !== 'quarterly');
  return plan.requirements
    .filter(({ kind }) => kind === 'consolidation')
    .flatMap((consolidation) =>
      reports
        .filter(({ owedTo }) => owedTo.some(({ id }) => consolidation.owedBy.some((owner) => owner.id === id)))
        .map((report) => ({ report, consolidation })),
    );
}

function consolidationsWithoutDay(plan: Plan, parent: Plan | null): PlanWarning[] {
  const mother = parent?.requirements.find(({ kind, due }) => kind === 'consolidation' && due !== null)?.due ?? null;
  return inputPairs(plan).flatMap(({ report, consolidation }) => {
    const due = consolidation.due ?? mother;
    if (report.due === null || due === null || leavesADay(report.due, due, plan.period.from)) return [];
    return [
      {
        code: 'CONSOLIDATION_HAS_NO_DAY',
        about: [report.id, consolidation.id],
        text:
          `Hạn của các cơ quan (${place(report.clause)}; “${report.duePhrase}”) không để lại ngày làm việc nào cho báo cáo ` +
          `tổng hợp (${place(consolidation.clause)}), ${consolidation.due ? 'in cùng ngày' : 'lấy theo ngày của kế hoạch mẹ'}.`,
      },
    ];
  });
}

function undatedInputs(plan: Plan): PlanWarning[] {
  return inputPairs(plan)
    .filter(({ report, consolidation }) => report.due === null && consolidation.due !== null)
    .map(({ report, consolidation }) => ({
      code: 'INPUT_UNDATED',
      about: [report.id, consolidation.id],
      text:
        `${capital(place(report.clause))} không ghi ngày các cơ quan phải báo cáo, trong khi báo cáo tổng hợp ` +
        `(${place(consolidation.clause)}) phải xong “${consolidation.duePhrase}”.`,
    }));
}

function vagueLeads(plan: Plan): PlanWarning[] {
  return plan.measures
    .filter(({ unassigned }) => unassigned.length > 0)
    .map(({ no, unassigned }) => ({
      code: 'LEAD_VAGUE',
      about: [no],
      text: `${capital(measureText(no))}: “${unassigned.join('; ')}” không nêu cơ quan nào; điều phối cần chỉ định.`,
    }));
}

function pastAtIssue(plan: Plan): PlanWarning[] {
  const { issuedOn, period } = plan;
  if (issuedOn === null) return [];
  const signed = written(issuedOn);
  const year = Math.max(Number(issuedOn.slice(0, 4)), period.from);
  const measures = plan.measures
    .filter(({ timing }) => timing.to !== null && timing.to < issuedOn)
    .map(({ no, timing }) => ({
      code: 'PAST_AT_ISSUE',
      about: [no],
      text: `${capital(measureText(no))} ghi “${timing.phrase}”, đã qua khi ký kế hoạch ngày ${signed}.`,
    }));
  const requirements = plan.requirements
    .filter(({ due }) => due !== null && lastDayOf(due, year) < issuedOn)
    .map(({ id, clause, duePhrase }) => ({
      code: 'PAST_AT_ISSUE',
      about: [id],
      text: `${capital(place(clause))} ghi “${duePhrase}”; ngày này của năm ${year} đã qua khi ký kế hoạch ngày ${signed}.`,
    }));
  return [...measures, ...requirements];
}

function basesEndingEarlier({ period }: Plan, file: PlanFile): PlanWarning[] {
  const measures = file.measures.flatMap(({ no, basisEndsIn }) =>
    basisEndsIn === undefined || basisEndsIn >= period.to
      ? []
      : [
          {
            code: 'BASIS_ENDS_EARLIER',
            about: [no],
            text: `${capital(measureText(no))} dựa vào văn bản chỉ đến năm ${basisEndsIn}, kế hoạch đến năm ${period.to}.`,
          },
        ],
  );
  const bases = (file.legalBases ?? []).flatMap((basis, index) =>
    typeof basis === 'string' || basis.endsIn >= period.to
      ? []
      : [
          {
            code: 'BASIS_ENDS_EARLIER',
            about: [`legalBases.${index + 1}`],
            text: `Căn cứ “${basis.text}” chỉ đến năm ${basis.endsIn}, kế hoạch đến năm ${period.to}.`,
          },
        ],
  );
  return [...measures, ...bases];
}

function undatedReviews(plan: Plan): PlanWarning[] {
  return plan.reviews
    .filter(({ year }) => year === null)
    .map(({ id, clause, kind, plannedYear }) => ({
      code: 'REVIEW_UNDATED',
      about: [id],
      text: `${capital(place(clause))} không ghi năm ${kind === 'midTerm' ? 'sơ kết' : 'tổng kết'}; mặc định năm ${plannedYear}.`,
    }));
}

/**
 * Whether a day stands between the inputs' last day and the consolidation's, whatever the calendar of the year; the
 * schedule of a year looks again, at working days. Example: before 15/11 and before 16/11 → none.
 */
function leavesADay(inputs: PrintedDue, consolidation: PrintedDue, year: number): boolean {
  return addDays(lastDayOf(inputs, year), 1) < lastDayOf(consolidation, year);
}

function written(day: string): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

function place(clause: string | null): string {
  return clauseText(clause ?? '');
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
