import type { Day } from '../domain/calendar/instant.ts';
import { clauseText } from '../domain/plan/clause-text.ts';
import type { Plan, RequirementKind } from '../domain/plan/plan.ts';
import type { ScheduledRound, YearSchedule } from '../domain/plan/schedule-types.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, formatPeriod } from '../wording/format.ts';

const KINDS: Record<RequirementKind, string> = {
  budgetEstimate: 'Dự toán',
  budgetConsolidation: 'Tổng hợp dự toán',
  investmentBudget: 'Bố trí vốn đầu tư phát triển',
  allocation: 'Bố trí kinh phí',
  settlement: 'Quyết toán',
  annualPlan: 'Kế hoạch năm',
  integrationPlan: 'Kế hoạch lồng ghép',
  progress: 'Tiến độ giữa năm',
  report: 'Báo cáo',
  consolidation: 'Báo cáo tổng hợp',
  statistics: 'Số liệu thống kê',
};

const RUNGS: Record<ScheduledRound['escalations'][number]['to'], string> = {
  head: 'lãnh đạo đơn vị',
  coordinator: 'cơ quan điều phối',
  leadership: 'lãnh đạo tỉnh',
};

type Deadline = Pick<ScheduledRound, 'namedOn' | 'lastDayOn' | 'aimOn' | 'overdueAfter' | 'reminders' | 'escalations'>;

/** A year of a plan as an official reads it: one block a round, in the order of its days. */
export function scheduleText(plan: Plan, { year, calendar, rounds, warnings }: YearSchedule): string {
  const heading = [`${headingOf(plan)}, lịch năm ${year}`, calendarLine(calendar)];
  const body =
    rounds.length === 0
      ? ['', 'Không có kỳ nào trong năm này.']
      : rounds.flatMap((round) => roundLines(round, titleOf(plan, round)));
  const notes = warnings.length === 0 ? [] : ['', 'Lưu ý:', ...warnings.map(({ text }) => `- ${text}`)];
  return [...heading, ...body, ...notes].join('\n');
}

/** The days of a deadline, one fact a line. */
export function deadlineLines(days: Deadline): string[] {
  const { namedOn, lastDayOn, aimOn, overdueAfter } = days;
  return [
    ...(namedOn === null ? [] : [`  Ngày được nêu: ${formatDayWithWeekday(namedOn)}`]),
    `  Ngày cuối: ${formatDayWithWeekday(lastDayOn)}${rolled(aimOn, overdueAfter)}`,
    `  Nhắc: ${listed(
      days.reminders.map(({ on, workingDaysBefore }) => ({ on, n: workingDaysBefore })),
      lastDayOn,
      '-',
    )}`,
    ...days.escalations.map(
      ({ on, workingDaysAfter, to }) =>
        `  Quá ${workingDaysAfter} ngày làm việc, báo ${RUNGS[to]}: ${formatDayWithWeekday(on)}`,
    ),
  ];
}

function headingOf({ shortName, number, issuedOn, period }: Plan): string {
  const document = number === null || issuedOn === null ? '' : ` (số ${number} ngày ${formatDay(issuedOn)})`;
  const years = period.from === period.to ? `năm ${period.from}` : `giai đoạn ${period.from}–${period.to}`;
  return `${shortName}${document}, ${years}`;
}

/** Example: → Dự toán, năm 2025 (mục III.2). */
function titleOf(plan: Plan, { requirement, period }: ScheduledRound): string {
  const required = plan.requirements.find(({ id }) => id === requirement);
  const review = plan.reviews.find(({ id }) => requirement === id || requirement === `${id}-inputs`);
  const clause = required?.clause ?? review?.clause ?? null;
  const name = required ? KINDS[required.kind] : review?.kind === 'final' ? 'Tổng kết' : 'Sơ kết';
  const inputs = review !== undefined && requirement !== review.id ? ', báo cáo của các cơ quan' : '';
  return `${name}${inputs}, ${formatPeriod(period)} (${clause === null ? 'không mục nào yêu cầu' : clauseText(clause)})`;
}

function roundLines(round: ScheduledRound, title: string): string[] {
  return [
    '',
    `${title}${round.default ? ', ngày mặc định' : ''}`,
    `  ${round.basis}`,
    ...deadlineLines(round),
    `  Chốt số liệu: ${formatDay(round.cutOffOn)} (mặc định); đề nghị khóa: ${formatDay(round.lockOn)}`,
    `  Cơ quan (${round.agencies.length}): ${round.agencies.map(({ name }) => name).join('; ')}`,
  ];
}

function calendarLine({ announced, basis }: YearSchedule['calendar']): string {
  if (basis === null) return 'Năm này chưa có bảng ngày nghỉ.';
  return announced ? `Ngày nghỉ theo thông báo: ${basis}.` : `Ngày nghỉ chưa theo thông báo: ${basis}.`;
}

/** What a day off at the end means: reminders aim before it, judgement waits until after it. */
function rolled(aimOn: Day, overdueAfter: Day): string {
  if (aimOn === overdueAfter) return '';
  return `, là ngày nghỉ; nhắc để xong ${formatDayWithWeekday(aimOn)}, quá hạn sau ${formatDayWithWeekday(overdueAfter)}`;
}

/** Days of the deadline's year are written without it. */
function listed(days: { on: Day; n: number }[], lastDayOn: Day, sign: string): string {
  const short = (on: Day): string => (on.slice(0, 4) === lastDayOn.slice(0, 4) ? formatDayShort(on) : formatDay(on));
  return days.map(({ on, n }) => `${short(on)} (${n === 0 ? '0' : `${sign}${n}`})`).join(', ');
}
