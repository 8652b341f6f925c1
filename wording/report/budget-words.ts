import type { MoneySource } from '../../domain/form/form.ts';
import type { BudgetFigure, BudgetStep } from '../../domain/plan/budget-year.ts';
import { measureText } from '../../domain/plan/clause-text.ts';
import type { BudgetGap, BudgetPlaceLine } from '../../domain/report/budget-lines.ts';
import { formatNumber, quoted } from '../format.ts';
import type { NameOf } from './target-words.ts';

/** Heads of the four amounts, in their order. */
export const STEP_HEADS: Record<BudgetStep, string> = {
  estimated: 'Dự toán',
  consolidated: 'Tổng hợp dự toán',
  allocated: 'Đã giao',
  settled: 'Đã quyết toán',
};

export const SOURCE_NAMES: Record<MoneySource, string> = {
  recurrent: 'sự nghiệp',
  investment: 'đầu tư phát triển',
  other: 'huy động khác',
};

/** What a line of money is for: "Nhiệm vụ 2.1", "Nhóm nhiệm vụ 2 “…”", "Cả kế hoạch". */
export function placeWords({ measure, group, title }: Pick<BudgetPlaceLine, 'measure' | 'group' | 'title'>): string {
  if (measure !== null) return capital(measureText(measure));
  if (group === null) return 'Cả kế hoạch';
  return `Nhóm nhiệm vụ ${group}${title === null || title === '' ? '' : ` ${quoted(title)}`}`;
}

/** Every digit; what nobody stated is a dash, never a zero. */
export function amountWords(amount: number | null): string {
  return amount === null ? '–' : formatNumber(amount);
}

/** "Sở A 150.000.000 (số …); Sở B 30.000.000 (BN-…)". */
export function amountParts({ parts }: BudgetFigure, name: NameOf): string {
  return parts.map(({ agency, amount, receipt }) => `${name(agency)} ${formatNumber(amount)} (${receipt})`).join('; ');
}

/** What is missing and who owes it, one sentence without a stop. */
export function gapWords({ step, agency, measure, owedBy, why }: BudgetGap, name: NameOf): string {
  const owes = owedBy.map(name).join('; ');
  const of = measure === null ? '' : ` cho ${measureText(measure)}`;
  switch (step) {
    case 'estimated':
    case 'consolidated': {
      const what = step === 'estimated' ? 'dự toán' : 'tổng hợp dự toán';
      if (why === 'draft') return `${owes}: ${what} còn là bản nháp`;
      return `${owes}: ${why === 'returned' ? `${what} đã trả lại để bổ sung` : `chưa gửi ${what}`}`;
    }
    case 'allocated':
      return `${owes}: chưa ghi kinh phí giao cho ${name(agency)}`;
    case 'settled':
      if (owedBy.every((owner) => owner === agency)) return `${owes}: chưa báo quyết toán kinh phí được giao${of}`;
      return `${owes}: chưa ghi quyết toán kinh phí đã giao cho ${name(agency)}${of}`;
  }
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
