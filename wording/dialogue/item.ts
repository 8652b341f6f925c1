import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { clauseText } from '../../domain/plan/clause-text.ts';
import { clauseShort } from '../basis.ts';
import {
  formatDay,
  formatDayShort,
  formatDaysLeft,
  formatDayWithWeekday,
  formatDeadline,
  formatInstantShort,
  formatPerson,
  quoted,
  quotedSentence,
} from '../format.ts';

interface BasisWords {
  document: string;
  shortName: string;
  clause: string | null;
  quote: string | null;
}

interface DeadlineWords {
  lastDayOn: Day;
  default: boolean;
  daysLeft: number;
}

interface PersonWords {
  name: string;
  post: string;
}

/** Plan and clause in a list: "KH 12, mục IV.2"; without a clause the plan alone. */
export function shortBasis(basis: BasisWords): string {
  return basis.clause === null ? basis.shortName : `${basis.shortName}, ${clauseShort(basis.clause)}`;
}

/** Plan and clause in a sentence: "Kế hoạch số 12/KH-UBND ngày 15/01/2026, mục IV.2". */
export function fullBasis(basis: BasisWords): string {
  return basis.clause === null ? basis.document : `${basis.document}, ${clauseText(basis.clause)}`;
}

/** The clause comes before the demand: document, item, quoted words. */
export function basisLines(basis: BasisWords): string[] {
  return [`Căn cứ: ${fullBasis(basis)}${basis.quote === null ? '.' : `: ${quotedSentence(basis.quote)}`}`];
}

/** Words of who asked for something out of turn: "Sở Du lịch yêu cầu: “Gửi số liệu.”"; "yêu cầu khẩn" where he marked it so. */
export function requestLine({ by, text, urgent }: { by: string; text: string; urgent?: boolean }): string {
  return `${by} yêu cầu${urgent === true ? ' khẩn' : ''}: ${quotedSentence(text)}`;
}

/** "Hạn: Thứ Ba 05/11/2024 (mặc định), đã qua hạn 2 ngày làm việc." */
export function deadlineLine(deadline: DeadlineWords): string {
  return `Hạn: ${formatDeadline(deadline)}, ${formatDaysLeft(deadline.daysLeft)}.`;
}

/** The same without the days, where they are said elsewhere or count no more. */
export function plainDeadlineLine(deadline: DeadlineWords): string {
  return `Hạn: ${formatDeadline(deadline)}.`;
}

/** The same in a list. */
export function deadlineValue(deadline: DeadlineWords): string {
  return `Hạn ${formatDay(deadline.lastDayOn)} (${formatDaysLeft(deadline.daysLeft)})`;
}

export function owedStateLine(state: 'awaited' | 'returned' | 'submitted' | 'suspended', title: string): string {
  switch (state) {
    case 'awaited':
      return `Hệ thống chưa ghi nhận ${lowerFirst(title)}.`;
    case 'returned':
      return `${title} được trả lại để bổ sung.`;
    case 'submitted':
      return `${title} đã gửi.`;
    case 'suspended':
      return `${title} đang tạm dừng tính hạn. Chưa cần trả lời.`;
  }
}

export function submittedLine(submitted: { version: number; receipt: string; standing: 'draft' | 'official' }): string {
  return `Bản ${submitted.version}, số biên nhận ${submitted.receipt}, ${standingWords(submitted.standing)}.`;
}

export function standingWords(standing: 'draft' | 'official'): string {
  return standing === 'draft' ? 'bản nháp, chờ lãnh đạo cơ quan xác nhận' : 'chính thức';
}

export function standingShort(standing: 'draft' | 'official'): string {
  return standing === 'draft' ? 'bản nháp' : 'chính thức';
}

export function extensionAskedLine(asked: { day: Day; reason: string }): string {
  return `Đã xin gia hạn đến ${formatDayWithWeekday(asked.day)}; lý do: ${quotedSentence(asked.reason)} Chưa có trả lời.`;
}

export function confirmLines(version: number, by: PersonWords, at: Instant): string[] {
  return [
    `Bản ${version} do ${formatPerson(by)}, gửi lúc ${formatInstantShort(at)}.`,
    'Đây là bản nháp. Khi Ông/Bà xác nhận, báo cáo là chính thức.',
  ];
}

export function reviewLines(facts: {
  agency: string;
  version: number;
  by: PersonWords;
  at: Instant;
  standing: 'draft' | 'official';
}): string[] {
  return [
    `${facts.agency}: bản ${facts.version}, do ${formatPerson(facts.by)}, gửi lúc ${formatInstantShort(facts.at)}, ${standingWords(facts.standing)}.`,
  ];
}

/** The reviewer's own clock. */
export function ownClockLine(by: { lastDayOn: Day; daysLeft: number }): string {
  return `Ông/Bà trả lời trước hết ngày ${formatDayWithWeekday(by.lastDayOn)}, ${formatDaysLeft(by.daysLeft)}.`;
}

/** The same in a list. */
export function ownClockValue(by: { lastDayOn: Day; daysLeft: number }): string {
  return `Trả lời đến ${formatDay(by.lastDayOn)} (${formatDaysLeft(by.daysLeft)})`;
}

export function extensionLines(
  agency: string,
  asked: { day: Day; reason: string; at: Instant; by: PersonWords },
): string[] {
  return [
    `${agency} xin gia hạn đến ${formatDayWithWeekday(asked.day)}.`,
    `Lý do: ${quoted(asked.reason)}`,
    `Người gửi: ${formatPerson(asked.by)}, lúc ${formatInstantShort(asked.at)}.`,
  ];
}

export function lateLine(agency: string, title: string, daysLeft: number): string {
  return `Hệ thống chưa ghi nhận ${lowerFirst(title)} của ${agency}. Việc này ${formatDaysLeft(daysLeft)}.`;
}

/** Title of a leader's question: one sentence, three answers. */
export function escalationTitle(agency: string, title: string): string {
  return `Xin ý kiến: ${agency}, ${lowerFirst(title)}`;
}

export function escalationFoot(agency: string, repeatOn: Day, nextPostOn: Day | null): string[] {
  const next = nextPostOn === null ? '' : ` ${formatDayWithWeekday(nextPostOn)} chuyển người kế tiếp.`;
  return [
    `Ý kiến được chuyển nguyên văn đến ${agency} và cơ quan điều phối.`,
    `Nếu chưa có ý kiến: nhắc lại ${formatDayWithWeekday(repeatOn)}.${next}`,
  ];
}

export const ESCALATION_HINT = 'Trả lời “1”, “2 nội dung” hoặc “3 ngày lý do”. Ví dụ: 3 15/11 chờ số liệu quý.';

/** A rung of the ladder that was told. Example: 06/11 báo lãnh đạo Sở Xây dựng. */
export function rungDone({ on, agency, toHead }: { on: Day; agency: string; toHead: boolean }): string {
  return `${formatDayShort(on)} báo ${toHead ? 'lãnh đạo ' : ''}${agency}`;
}

export function doneTitle(done: string[]): string[] {
  return done.length === 0 ? [] : ['Đã làm:', ...done.map((line) => `- ${line}`)];
}

export function effectLine(effect: string): string {
  return `Ảnh hưởng: ${effect}`;
}

/** A difficulty in a list that names its agency and plan beside it. */
export const OBSTACLE_TITLE = 'Khó khăn, vướng mắc';

export function obstacleTitle(agency: string, about: string | null): string {
  return about === null ? `Khó khăn, vướng mắc của ${agency}` : `Khó khăn, vướng mắc của ${agency}: ${about}`;
}

export function obstacleLines(text: string, by: PersonWords, at: Instant): string[] {
  return [quoted(text), `Người nêu: ${formatPerson(by)}, lúc ${formatInstantShort(at)}.`];
}

export const OBSTACLE_ANSWERED_TITLE = 'Khó khăn của cơ quan đã có trả lời';

export function obstacleAnswerLines(text: string, answer: string, by: PersonWords, at: Instant): string[] {
  return [
    `Khó khăn: ${quoted(text)}`,
    `Trả lời: ${quoted(answer)}`,
    `Người trả lời: ${formatPerson(by)}, lúc ${formatInstantShort(at)}.`,
    'Khó khăn này đã được giải quyết chưa?',
  ];
}

const WAYS = { letter: 'công văn', phone: 'điện thoại', paper: 'bản giấy' } as const;

export function onBehalfLines(facts: {
  by: PersonWords;
  at: Instant;
  actedOn: Day;
  way: 'letter' | 'phone' | 'paper';
  version: number;
}): string[] {
  return [
    `${formatPerson(facts.by)}, đã ghi hộ bản ${facts.version} lúc ${formatInstantShort(facts.at)}, theo ${WAYS[facts.way]} của cơ quan ngày ${formatDay(facts.actedOn)}.`,
    'Nếu nội dung chưa đúng, xin nêu ý kiến khác.',
  ];
}

/** An item in the numbered list: what it is … */
export function listLabel(kind: string, facts: { agency?: string; title: string; basis?: BasisWords }): string {
  const about = `${facts.basis === undefined ? '' : `${shortBasis(facts.basis)}: `}${facts.title}`;
  const agency = facts.agency ?? '';
  switch (kind) {
    case 'confirm':
      return `Xác nhận. ${about}`;
    case 'review':
      return `Duyệt. ${agency}, ${about}`;
    case 'extension':
      return `Xin gia hạn. ${agency}, ${about}`;
    case 'late':
      return `Quá hạn. ${agency}, ${about}`;
    case 'escalation':
      return `Xin ý kiến. ${agency}, ${about}`;
    case 'obstacle':
      return `Khó khăn, vướng mắc. ${agency}, ${facts.title}`;
    case 'obstacleAnswer':
      return `Khó khăn đã có trả lời. ${facts.title}`;
    case 'onBehalf':
      return `Báo cáo được ghi hộ. ${about}`;
    default:
      return about;
  }
}

/** … and, for an agency's own report, how it stands. */
export function owedNote(state: 'awaited' | 'returned' | 'submitted' | 'suspended', asked: boolean): string | null {
  if (state === 'returned') return 'Trả lại';
  if (state === 'submitted') return 'Đã gửi';
  if (state === 'suspended') return 'Tạm dừng tính hạn';
  return asked ? 'Đã xin gia hạn' : null;
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
