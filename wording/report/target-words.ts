import type { Quantity } from '../../domain/plan/plan.ts';
import type { CountedPart, TargetProgress } from '../../domain/plan/target-progress.ts';
import type { TargetLine } from '../../domain/report/target-lines.ts';
import type { Silence } from '../../domain/report/told.ts';
import { formatFigure, formatNumber, quoted } from '../format.ts';

/** Names of agencies as of the day. */
export type NameOf = (agency: string) => string;

const COMPARATORS: Record<Quantity['comparator'], string> = {
  atLeast: 'ít nhất ',
  moreThan: 'trên ',
  about: 'khoảng ',
  exactly: '',
};

/** What is aimed at: "ít nhất 1–2 doanh nghiệp". */
export function quantityWords({ comparator, value, max, unit }: Quantity): string {
  const range = max === null ? formatNumber(value) : `${formatNumber(value)}–${formatNumber(max)}`;
  return `${COMPARATORS[comparator]}${range}${unit.startsWith('%') ? '' : ' '}${unit}`;
}

/** When: "hằng năm", "đến năm 2025". */
export function targetYearWords({ target }: TargetLine, lastYear: number): string {
  return target.everyYear ? 'hằng năm' : `đến năm ${target.year ?? lastYear}`;
}

/** How the figure is made, then the figure; an unknown base or first year is said as such. */
export function progressWords(line: TargetLine, year: number): string {
  const { progress, quantity, basis, target } = line;
  switch (progress.state) {
    case 'noFigure':
      return line.said.length === 0 ? 'Theo dõi bằng lời; chưa có nội dung báo cáo.' : 'Theo dõi bằng lời.';
    case 'statistic':
      return statisticWords(progress.parts, quantity);
    case 'needsBase':
      return progress.missing === 'base'
        ? `Chưa tính được: kế hoạch không ghi số gốc để so sánh; cơ quan điều phối cần xác định.`
        : `Chưa tính được: kế hoạch không ghi lũy kế từ năm nào; cơ quan điều phối cần xác định.`;
    case 'shown': {
      const unit = progress.rule === 'percentOfBase' ? '%' : (quantity?.unit ?? '');
      const how = HOW[progress.rule](year, basis.from ?? null, basisWords(basis.base, target.reportedIn));
      if (progress.value === null) return `${how}: chưa có số liệu chính thức.`;
      return `${how}: ${figure(progress.value, unit)}; ${verdict(progress, quantity)}.`;
    }
  }
}

const HOW: Record<TargetProgress['rule'], (year: number, from: number | null, base: string) => string> = {
  sumOfYear: (year) => `Cộng năm ${year}`,
  runningTotal: (year, from) => (from === null || from === year ? `Lũy kế năm ${year}` : `Lũy kế ${from}–${year}`),
  latest: (year) => `Số mới nhất đến năm ${year}`,
  percentOfBase: (year, _from, base) => `Năm ${year} so với số gốc${base}`,
  statistics: () => 'Số liệu thống kê',
  text: () => 'Bằng lời',
};

function basisWords(base: number | undefined, unit: string | undefined): string {
  return base === undefined ? '' : ` ${figure(base, unit ?? '')}`;
}

function verdict(
  { value, reached }: { value: number | null; reached: boolean | null },
  quantity: Quantity | null,
): string {
  if (reached === true) return 'đạt chỉ tiêu';
  if (quantity === null || value === null || quantity.unit.startsWith('%') || quantity.value <= 0) return 'chưa đạt';
  const share = Math.floor((value / quantity.value) * 1000) / 10;
  return `chưa đạt, bằng ${formatNumber(share)}% mức cần đạt`;
}

function statisticWords(parts: CountedPart[], quantity: Quantity | null): string {
  const last = parts.filter(({ counted }) => counted).at(-1);
  if (last === undefined) return 'Do cơ quan thống kê đo; chưa có số liệu thống kê.';
  return `Số liệu thống kê năm ${last.year}: ${figure(last.value, quantity?.unit ?? '')}. Không tính là kết quả riêng của kế hoạch.`;
}

/** What was told in words, one line an agency: "Sở A: “…” (BN-…)". */
export function textLines({ said }: TargetLine, name: NameOf): string[] {
  return said.map(({ agency, text, receipt }) => `${name(agency)}: ${quoted(text)} (${receipt})`);
}

/** The parts of a sum, one line each, with what each came from. */
export function partLines({ progress, target, quantity }: TargetLine, year: number, name: NameOf): string[] {
  if (progress.state === 'noFigure') return [];
  const unit = target.reportedIn ?? quantity?.unit ?? '';
  return progress.parts.map((part) => {
    const when = part.year === year ? '' : `năm ${part.year}, `;
    return `${name(part.agency)}: ${figure(part.value, unit)} (${when}${part.receipt})${standing(part)}`;
  });
}

function standing({ official, sameAs }: CountedPart): string {
  if (!official) return ', bản nháp, chưa cộng';
  return sameAs === null ? '' : `, trùng với ${sameAs}, không cộng lần nữa`;
}

const WHY: Record<Silence['why'], string> = {
  nothing: 'chưa gửi báo cáo',
  draft: 'báo cáo còn là bản nháp',
  returned: 'báo cáo đã trả lại để bổ sung',
  noFigure: 'đã báo cáo, không ghi mục này',
};

/** Who owes a figure, by reason: "chưa gửi báo cáo: Sở A; Sở B". */
export function silenceLines(silent: Silence[], name: NameOf): string[] {
  return (Object.keys(WHY) as Silence['why'][]).flatMap((why) => {
    const agencies = silent.filter((each) => each.why === why).map(({ agency }) => name(agency));
    return agencies.length === 0 ? [] : [`${WHY[why]}: ${agencies.join('; ')}`];
  });
}

function figure(value: number, unit: string): string {
  return unit.startsWith('%') ? `${formatNumber(value)}${unit}` : formatFigure(value, unit);
}
