import type { Day } from '../domain/calendar/instant.ts';
import type { MoneyCommand } from '../domain/machines/plan-money.ts';
import type { ReviewOutcome } from '../domain/machines/plan-state.ts';
import type { TargetRule } from '../domain/plan/plan.ts';
import { formatDay, formatDayWithWeekday, formatFigure, formatMoneyFull } from './format.ts';
import { moneyInWords } from './money-words.ts';
import { SOURCE_NAMES } from './report/budget-words.ts';

/** What leadership may make of a plan after a review. */
export const OUTCOME_NAMES: Record<ReviewOutcome, string> = {
  continue: 'tiếp tục thực hiện',
  amend: 'sửa đổi, bổ sung kế hoạch',
  close: 'kết thúc kế hoạch',
  feed: 'chuyển tiếp vào kế hoạch khác',
};

/** How figures become one number, as a heading of its own. */
export const RULE_NAMES: Record<TargetRule, string> = {
  sumOfYear: 'tổng trong năm',
  runningTotal: 'cộng dồn qua các năm',
  latest: 'số mới nhất',
  percentOfBase: 'tỷ lệ tăng so với số gốc',
  statistics: 'theo số liệu thống kê',
  text: 'không tính bằng số',
};

/** A document as sentences and receipts name it. Example: số 12/SKHCN ngày 05/11/2024. */
export function documentNamed({ number, day }: { number: string; day: Day }): string {
  return `số ${number.replace(/^số:?\s*/iu, '')} ngày ${formatDay(day)}`;
}

/** The basis of a round that stands in no calendar. */
export function askedByDocument(document: string, urgent: boolean): string {
  return `${urgent ? 'khẩn, ' : ''}theo văn bản ${document}`;
}

/** A document cannot be of a day to come. */
export function documentAhead(day: Day, today: Day): string {
  return `Ngày văn bản ${formatDayWithWeekday(day)} ở sau hôm nay, ${formatDay(today)}. Không có gì thay đổi. Xin xem lại ngày.`;
}

/** What a review's outcome does. `last`: the last year that still runs where the plan ends. */
export function reviewEffect(outcome: ReviewOutcome, about: { feeds: string | null; last: number | null }): string {
  switch (outcome) {
    case 'continue':
      return 'Kế hoạch tiếp tục thực hiện như đã ban hành.';
    case 'amend':
      return 'Kế hoạch được sửa đổi, bổ sung; các kỳ giữ nguyên cho đến khi có văn bản sửa đổi.';
    case 'close':
      return `Kế hoạch kết thúc${about.last === null ? '' : ` sau năm ${about.last}`}: không mở kỳ nào của các năm sau.`;
    case 'feed':
      return `Kết quả được chuyển tiếp vào ${about.feeds ?? 'kế hoạch khác'}; các kỳ của kế hoạch này giữ nguyên.`;
  }
}

/** An amount before it is written down, in figures and as it is read aloud. */
export function moneyRecorded(money: Omit<MoneyCommand, 'do' | 'by' | 'ref'>): string[] {
  const { step, year, agency, measure, source, amount, document } = money;
  const what = step === 'allocation' ? 'Phân bổ' : 'Quyết toán';
  const of = measure === null ? 'cả kế hoạch' : `nhiệm vụ ${measure}`;
  return [
    `${what} năm ${year}, ${agency}, ${of}, nguồn ${SOURCE_NAMES[source]}: ${formatMoneyFull(amount)}.`,
    `Bằng chữ: ${moneyInWords(amount)}.`,
    `Theo văn bản ${document}.`,
  ];
}

/** An earlier figure that the new one replaces in every sum. */
export function moneyReplaces(amount: number, document: string): string {
  return `Thay số đã ghi: ${formatMoneyFull(amount)}, văn bản ${document}.`;
}

/** Money that comes when its year's question has opened. */
export function moneyAskedNext(agency: string): string {
  return `Kỳ hỏi quyết toán của năm đã mở: ${agency} được hỏi về số này từ ngày hôm sau, có ít nhất 10 ngày làm việc.`;
}

/** A typed amount without a certain reading, with the readings there are. */
export function unreadMoney(typed: string, readings: number[]): string {
  const whole = readings.filter((amount) => Number.isSafeInteger(amount) && amount >= 0);
  const nearest =
    whole.length === 0 ? 'Ghi 1.250.000.000 hoặc 1,25 tỷ' : `Ghi ${whole.map(formatMoneyFull).join(' hay ')}`;
  return `“${typed}” chưa đọc được chắc chắn. ${nearest}. Không có gì thay đổi.`;
}

export function measureAssigned(measure: string, agencies: string[]): string {
  return `Nhiệm vụ ${measure}: ${agencies.join(', ')} cùng chủ trì, được hỏi về nhiệm vụ này từ kỳ mở kế tiếp.`;
}

export function baseSettled(target: string, base: number, unit: string): string {
  return `Chỉ tiêu ${target}: so với số gốc ${formatFigure(base, unit.startsWith('%') ? '' : unit)}.`;
}

export function yearSettled(target: string, from: number): string {
  return `Chỉ tiêu ${target}: cộng dồn từ năm ${from}.`;
}

/** One figure alone repeats nothing. */
export const SAME_NEEDS_TWO = 'Chọn ít nhất hai số nói cùng một việc. Không có gì thay đổi.';

export function sameCounted(target: string, receipts: string[]): string {
  return `Chỉ tiêu ${target}: ${receipts.join(', ')} nói cùng một việc; số lớn nhất được tính một lần.`;
}

export function countedApart(target: string, receipts: string[]): string {
  return `Chỉ tiêu ${target}: ${receipts.join(', ')} không trùng với số nào, được cộng riêng trở lại.`;
}
