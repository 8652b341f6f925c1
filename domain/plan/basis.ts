import { writtenDay, yearOf } from '../calendar/day.ts';
import type { Day } from '../calendar/instant.ts';
import { clauseText } from './clause-text.ts';

/*
 * Why a round stands on its day, one Vietnamese sentence each. They live beside the rules because they are part of what
 * a schedule is: a day without its reason is worth nothing to an official. Ids and days only, no names.
 */

const NO_DAY = 'văn bản không ghi ngày';

export function printedBasis(phrase: string | null, clause: string | null): string {
  return `Văn bản ghi “${phrase ?? 'ngày đã nêu'}”${placed(clause)}.`;
}

export function settingBasis(lastDayOn: Day): string {
  return `Mặc định: ngày ${writtenDay(lastDayOn)} theo thiết lập riêng của kế hoạch; ${NO_DAY}.`;
}

export function inputBasis(workingDays: number, aimOn: Day, consolidation: string | null): string {
  return `Mặc định: ${workingDays} ngày làm việc trước ngày ${writtenDay(aimOn)} của báo cáo tổng hợp${placed(consolidation)}; ${NO_DAY}.`;
}

export function motherBasis(phrase: string | null, clause: string | null): string {
  return `Mặc định: theo ngày của kế hoạch mẹ, “${phrase ?? 'ngày đã nêu'}”${placed(clause)}; ${NO_DAY}.`;
}

export function provinceBudgetBasis(namedOn: Day, law: string, budgetYear: number): string {
  return `Mặc định: trước ngày ${writtenDay(namedOn)}, hạn của tỉnh gửi dự toán năm ${budgetYear} (${law}); ${NO_DAY}.`;
}

export function estimateBasis(workingDays: number, aimOn: Day, law: string, budgetYear: number): string {
  return `Mặc định: ${workingDays} ngày làm việc trước ngày ${writtenDay(aimOn)}, ngày làm việc cuối để tỉnh gửi dự toán năm ${budgetYear} (${law}); ${NO_DAY}.`;
}

export function cutOffBasis(workingDays: number, cutOffOn: Day): string {
  return `Mặc định: ${workingDays} ngày làm việc sau ngày chốt số liệu ${writtenDay(cutOffOn)} (Nghị định 09/2019/NĐ-CP Điều 12); ${NO_DAY}.`;
}

export function lateMoneyBasis(workingDays: number, askedOn: Day): string {
  return `Mặc định: ${workingDays} ngày làm việc sau ngày hỏi ${writtenDay(askedOn)}, vì kinh phí được ghi khi kỳ hỏi của năm đã mở; ${NO_DAY}.`;
}

export function afterInputsBasis(workingDays: number, inputsOn: Day): string {
  return `Mặc định: ${workingDays} ngày làm việc sau hạn báo cáo của các cơ quan ${writtenDay(inputsOn)}; ${NO_DAY}.`;
}

export function annualPlanBasis(planned: number): string {
  return `Mặc định: ngày làm việc cuối cùng của năm ${planned - 1}, trước năm kế hoạch ${planned}; ${NO_DAY}.`;
}

export function reviewBasis(lastDayOn: Day, yearPrinted: boolean): string {
  return `Mặc định: ngày làm việc cuối cùng của tháng ${Number(lastDayOn.slice(5, 7))}/${yearOf(lastDayOn)}; ${reviewYear(yearPrinted)}.`;
}

export function reviewInputsBasis(lastDayOn: Day, yearPrinted: boolean): string {
  return `Mặc định: ngày làm việc cuối cùng của quý III/${yearOf(lastDayOn)}; ${reviewYear(yearPrinted)}.`;
}

function placed(clause: string | null): string {
  return clause === null ? '' : ` (${clauseText(clause)})`;
}

function reviewYear(printed: boolean): string {
  return printed ? 'văn bản chỉ ghi năm, không ghi tháng' : 'văn bản không ghi năm, lấy năm cuối của giai đoạn';
}
