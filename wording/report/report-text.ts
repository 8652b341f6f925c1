import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { BUDGET_STEPS } from '../../domain/plan/budget-year.ts';
import { measureText } from '../../domain/plan/clause-text.ts';
import type { BudgetPlaceLine, BudgetReport } from '../../domain/report/budget-lines.ts';
import type { PlanReport, Saying } from '../../domain/report/plan-report.ts';
import { formatDay } from '../format.ts';
import { amountParts, amountWords, gapWords, placeWords, SOURCE_NAMES, STEP_HEADS } from './budget-words.ts';
import { SAYING_HEADS, saidWords, sayingWords } from './measure-words.ts';
import {
  type NameOf,
  partLines,
  progressWords,
  quantityWords,
  silenceLines,
  targetYearWords,
  textLines,
} from './target-words.ts';

/** What the text needs to know beside the report. */
export interface ReportFrame {
  /** "Kế hoạch số …/KH-UBND ngày … của …" */
  document: string;
  lastYear: number;
  /** The moment the figures were read. */
  at: Instant;
  nameOf: NameOf;
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'];

/** The report as plain text, to be copied into a document: numbered parts, each figure with the receipt it came from. */
export function reportText(report: PlanReport, frame: ReportFrame): string {
  const parts = [
    { title: 'KẾT QUẢ THỰC HIỆN NHIỆM VỤ, GIẢI PHÁP', lines: measures(report, frame) },
    { title: 'KẾT QUẢ THỰC HIỆN CHỈ TIÊU', lines: targets(report, frame) },
    ...(report.budget === null
      ? []
      : [{ title: `KINH PHÍ NĂM ${report.budget.year} (đơn vị: đồng)`, lines: budget(report.budget, frame) }]),
    ...sayings(report.sayings, frame),
  ].filter(({ lines }) => lines.length > 0);
  return [
    heading(report),
    frame.document,
    readAt(report, frame),
    ...parts.flatMap(({ title, lines }, index) => ['', `${ROMAN[index] ?? index + 1}. ${title}`, ...lines]),
    '',
  ].join('\n');
}

function heading({ year, since }: PlanReport): string {
  return since === null ? `KẾT QUẢ THỰC HIỆN NĂM ${year}` : `KẾT QUẢ THỰC HIỆN GIAI ĐOẠN ${since}–${year}`;
}

function readAt({ reports }: PlanReport, { at }: ReportFrame): string {
  const day = `${timeOf(at)} ngày ${formatDay(dayOf(at))}`;
  const came = reports.asked === 0 ? 'chưa mở kỳ báo cáo' : `${reports.official}/${reports.asked} báo cáo chính thức`;
  return `Số liệu đến ${day}: ${came}. Trong ngoặc là số biên nhận hoặc văn bản.`;
}

function measures({ measures: lines }: PlanReport, { nameOf }: ReportFrame): string[] {
  return lines.flatMap(({ measure, said, silent }, index) => [
    `${index + 1}. ${capital(measureText(measure.no))}${timed(measure)}: ${measure.text}`,
    ...said.map((each) => `   - ${saidWords(each, nameOf)}.`),
    ...silenceLines(silent, nameOf).map((line) => `   - ${capital(line)}.`),
  ]);
}

function targets({ targets: lines, year }: PlanReport, { lastYear, nameOf }: ReportFrame): string[] {
  return lines.flatMap((line, at) => {
    const { target, quantity, silent } = line;
    const aim = quantity === null ? '' : `, ${quantityWords(quantity)}`;
    return [
      `${at + 1}. Chỉ tiêu ${target.id} (${targetYearWords(line, lastYear)}${aim}): ${target.text}`,
      `   ${progressWords(line, year)}`,
      ...textLines(line, nameOf).map((said) => `   - ${said}.`),
      ...partLines(line, year, nameOf).map((part) => `   - ${part}.`),
      ...silenceLines(silent, nameOf).map((said) => `   - ${capital(said)}.`),
    ];
  });
}

function budget(report: BudgetReport, { nameOf }: ReportFrame): string[] {
  const lines = report.lines.flatMap((line, index) => [
    `${index + 1}. ${placeWords(line)}, nguồn ${SOURCE_NAMES[line.source]}`,
    ...stepLines(line, nameOf),
  ]);
  const totals = report.totals.map(({ source, amounts }) => {
    const sums = BUDGET_STEPS.map((step) => `${STEP_HEADS[step].toLowerCase()} ${amountWords(amounts[step])}`);
    return `${source === null ? 'Tổng cộng' : `Cộng nguồn ${SOURCE_NAMES[source]}`}: ${sums.join('; ')}.`;
  });
  const gaps = report.gaps.map((gap) => `   - ${gapWords(gap, nameOf)}.`);
  return [
    ...lines,
    ...(report.lines.length === 0 ? ['Chưa có số liệu kinh phí nào.'] : totals),
    ...(gaps.length === 0 ? [] : ['Còn thiếu:', ...gaps]),
  ];
}

function stepLines({ figures }: BudgetPlaceLine, nameOf: NameOf): string[] {
  return BUDGET_STEPS.flatMap((step) => {
    const figure = figures[step];
    if (figure === null) return [];
    return [`   - ${STEP_HEADS[step]} ${amountWords(figure.amount)}: ${amountParts(figure, nameOf)}.`];
  });
}

function sayings(all: Saying[], { nameOf }: ReportFrame): { title: string; lines: string[] }[] {
  return (Object.keys(SAYING_HEADS) as Saying['about'][]).map((about) => ({
    title: SAYING_HEADS[about].toUpperCase(),
    lines: all
      .filter((each) => each.about === about)
      .map((each, index) => `${index + 1}. ${sayingWords(each, nameOf)}.`),
  }));
}

function timed({ timing }: { timing: { phrase: string | null } }): string {
  return timing.phrase === null ? '' : ` (${timing.phrase})`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
