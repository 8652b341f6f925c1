import { clauseText } from '../../domain/plan/clause-text.ts';
import type { MeasureSaid } from '../../domain/report/measure-lines.ts';
import type { Saying } from '../../domain/report/plan-report.ts';
import { measureEndLabel, measureStatusLabel } from '../dialogue/field.ts';
import { formatFigure, quoted } from '../format.ts';
import type { NameOf } from './target-words.ts';

/** What one lead said of a measure: "Sở A: Đang thực hiện: “…” (BN-…)". */
export function saidWords({ agency, receipt, official, status, words, quantity }: MeasureSaid, name: NameOf): string {
  const parts = [
    status === null ? null : statusWords(status),
    quantity === null ? null : formatFigure(quantity.value, quantity.unit),
    words === null ? null : quoted(words),
  ].filter((part) => part !== null);
  return `${name(agency)}: ${parts.join(', ')} (${receipt}${official ? '' : ', bản nháp'})`;
}

function statusWords(status: NonNullable<MeasureSaid['status']>): string {
  switch (status) {
    case 'done':
    case 'underWay':
    case 'notDone':
    case 'hindered':
      return measureStatusLabel(status);
    default:
      return measureEndLabel(status);
  }
}

/** Heads under which an agency's own words stand, in their order. */
export const SAYING_HEADS: Record<Saying['about'], string> = {
  content: 'Nội dung báo cáo',
  duty: 'Nhiệm vụ thường xuyên',
  cause: 'Nguyên nhân',
  obstacle: 'Khó khăn, vướng mắc',
  proposal: 'Đề xuất, kiến nghị',
};

/** "Sở A: “…” (BN-…)"; a standing duty names its clause. */
export function sayingWords({ clause, agency, receipt, text }: Saying, name: NameOf): string {
  const place = clause === null ? '' : `, ${clauseText(clause)}`;
  return `${name(agency)}${place}: ${quoted(text)} (${receipt})`;
}
