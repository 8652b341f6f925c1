import type { Day } from '../../domain/calendar/instant.ts';
import { measureText } from '../../domain/plan/clause-text.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, quoted } from '../format.ts';

/** How a part of another agency stands for the lead. */
export type PartStanding = 'accepted' | 'came' | 'returned' | 'waived' | 'late' | 'missing';

interface PartWords {
  agency: string;
  measure: string;
  standing: PartStanding;
  lastDayOn: Day;
  /** Working days past, 0 while it is not late. */
  daysOver: number;
}

/** One line for all parts: "Phần phối hợp nhiệm vụ IV.1: Sở Y tế đã nhận; Sở Xây dựng chưa đến, quá 2 ngày làm việc." */
export function partsLines(parts: PartWords[]): string[] {
  const measures = [...new Set(parts.map(({ measure }) => measure))];
  return measures.map((measure) => {
    const words = parts.filter((part) => part.measure === measure).map((part) => `${part.agency} ${standing(part)}`);
    return `Phần phối hợp ${measureText(measure)}: ${words.join('; ')}.`;
  });
}

function standing({ standing: is, lastDayOn, daysOver }: PartWords): string {
  switch (is) {
    case 'accepted':
      return 'đã nhận';
    case 'came':
      return 'đã đến, chờ duyệt';
    case 'returned':
      return `đang bổ sung, hạn ${formatDayShort(lastDayOn)}`;
    case 'waived':
      return 'được miễn';
    case 'late':
      return `chưa đến, quá ${daysOver} ngày làm việc`;
    case 'missing':
      return `chưa đến, hạn ${formatDayShort(lastDayOn)}`;
  }
}

export const PART_TITLE = 'Xin phần phối hợp';
export const PART_MEASURE_QUESTION = 'Xin phần phối hợp của nhiệm vụ nào?';

export function partMeasureLabel(measure: string, text: string): string {
  return `${capitalised(measureText(measure))}: ${quoted(text)}`;
}

export function partAgenciesQuestion(measure: string, text: string): string[] {
  return [`${capitalised(measureText(measure))}: ${quoted(text)}`, 'Xin phần của cơ quan nào?'];
}

export const PART_AGENCIES_HINT = 'Trả lời bằng một hay nhiều số. Ví dụ: 1, 3.';
export const ALL_AGENCIES_LABEL = 'Tất cả các cơ quan trên';

/** Numbers among those typed that stand for nobody. */
export function noSuchAgencies(numbers: number[], count: number): string {
  return `Không có lựa chọn ${numbers.join(', ')}. Câu này trả lời bằng các số từ 1 đến ${count}, cách nhau dấu phẩy.`;
}

export function partDayQuestion(agencies: string[], from: Day, until: Day): string[] {
  return [
    `Cơ quan được xin: ${agencies.join('; ')}.`,
    `Các cơ quan gửi chậm nhất ngày nào? Từ ${formatDayWithWeekday(from)} đến ${formatDayWithWeekday(until)}, trước hạn của chính cơ quan Ông/Bà.`,
  ];
}

export function partDayEarly(day: Day, from: Day): string {
  return `${formatDay(day)} không đủ 2 ngày làm việc. Sớm nhất: ${formatDayWithWeekday(from)}. Không có gì thay đổi.`;
}

export function partDayLate(day: Day, until: Day): string {
  return `${formatDay(day)} không sớm hơn hạn của chính cơ quan Ông/Bà. Muộn nhất: ${formatDayWithWeekday(until)}. Không có gì thay đổi.`;
}

export const PART_TEXT_QUESTION = 'Cần các cơ quan gửi nội dung gì? Nội dung này được chuyển nguyên văn.';

/** What is about to be asked, in full. */
export function askPartsLines(asked: { measure: string; agencies: string[]; day: Day; text: string }): string[] {
  return [
    `Xin phần phối hợp ${measureText(asked.measure)} của: ${asked.agencies.join('; ')}.`,
    `Hạn gửi: ${formatDayWithWeekday(asked.day)}.`,
    `Nội dung: ${quoted(asked.text)}`,
  ];
}

/** Above a question of the lead's own report: what the others gave for the same measure. */
export function givenPartsLines(parts: { agency: string; text: string }[]): string[] {
  return parts.length === 0 ? [] : ['Phần phối hợp đã nhận:', ...parts.map((part) => `- ${partQuote(part)}`)];
}

/** The others' words as they go into a report, which quotes them itself. */
export function partsAsText(parts: { agency: string; text: string }[]): string {
  return parts.map(({ agency, text }) => `${agency}: ‘${text}’`).join('; ');
}

function partQuote({ agency, text }: { agency: string; text: string }): string {
  return `${agency}: ${quoted(text)}`;
}

export const USE_PARTS_QUESTION = 'Đưa phần phối hợp đã nhận vào báo cáo?';
export const USE_PARTS_LABEL = 'Đưa nguyên văn, ghi rõ cơ quan';
export const NO_PARTS_LABEL = 'Không đưa, chỉ ghi trạng thái';
export const USE_PARTS_HINT = 'Trả lời bằng một số, hoặc gõ lời của Ông/Bà.';
export const TAKE_PARTS_LABEL = 'Lấy nguyên văn các phần phối hợp đã nhận';

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
