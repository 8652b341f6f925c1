import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDay, quoted } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActButton } from '../components/act-button.tsx';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Box } from '../components/box.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable, type Row } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { YearLinks } from '../components/year-links.tsx';
import { hrefPlan, hrefReceipt, hrefTargets } from '../href.ts';

/** One reported figure in a sum. */
export interface FigurePartFact {
  receipt: string;
  /** "Sở Công Thương, năm 2024: 60 doanh nghiệp". */
  words: string;
  /** "bản nháp, chưa cộng"; null where it counts. */
  aside: string | null;
}

/** One figure that the plan aims at, in one year. */
export interface TargetFigureFact {
  /** Id of the target. */
  target: string;
  /** "a.1"; "d (2)" for the second figure of one target. */
  label: string;
  text: string;
  aim: string | null;
  when: string;
  /** How figures become one number. */
  rule: string;
  /** Of the figures that agencies report. */
  unit: string;
  /** What the coordinator has to say, or may say anew. */
  asks: 'base' | 'from' | null;
  settled: boolean;
  /** What was said, by whom and why; null before. */
  basis: { words: string; on: Day; by: string; reason: string } | null;
  progress: string;
  parts: FigurePartFact[];
  silent: string[];
  /** Parts that count, which may state the same thing: receipt and words. */
  counted: { receipt: string; words: string }[];
  /** Parts marked as counted elsewhere: receipt and words. */
  marked: { receipt: string; words: string }[];
}

/** The figures of a plan's targets in one year, and what has to be said before they are progress. */
export interface TargetsView {
  plan: { id: string; name: string };
  subject: Subject;
  year: number;
  years: number[];
  period: { from: number; to: number };
  figures: TargetFigureFact[];
  /** Every target without a base or a first year, those of later years too. */
  unsettled: { target: string; text: string; asks: 'base' | 'from'; unit: string }[];
}

const QUESTIONS = {
  base: 'Tăng so với số gốc nào? Kế hoạch không ghi.',
  from: 'Cộng dồn từ năm nào? Kế hoạch không ghi.',
};

export function TargetsPage(
  view: TargetsView,
  options: { canSettle: boolean; act: ActPanelProps | null },
): JSX.Element {
  const act = (viec: string, target: string): string =>
    `${hrefTargets(view.plan.id, view.year)}&viec=${viec}&chi-tieu=${encodeURIComponent(target)}#viec`;
  return (
    <>
      <Breadcrumb
        parts={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: view.plan.name, href: hrefPlan(view.plan.id, view.year) },
          { label: 'Chỉ tiêu' },
        ]}
      />
      <h1>Số liệu chỉ tiêu, năm {view.year}</h1>
      <p class="lead">
        Chỉ số liệu chính thức được cộng; mỗi số kèm số biên nhận. Chưa có số gốc hoặc năm bắt đầu thì chưa có số nào
        được coi là tiến độ.
      </p>
      <YearLinks
        label="Năm của số liệu"
        years={view.years}
        year={view.year}
        href={(year) => hrefTargets(view.plan.id, year)}
      />
      {options.act === null ? null : <ActPanel {...options.act} />}
      {view.unsettled.length === 0 ? null : (
        <Card title={`Chờ căn cứ tính (${view.unsettled.length})`} id="cho-can-cu" flush>
          <DataTable
            caption="Chỉ tiêu chưa có số gốc hoặc năm bắt đầu"
            columns={[
              { head: 'Chỉ tiêu' },
              { head: 'Nội dung', label: null },
              { head: 'Câu hỏi', label: null },
              { head: 'Trả lời', label: null, action: true },
            ]}
            rows={view.unsettled.map(({ target, text, asks }) => ({
              cells: [
                <strong>{target}</strong>,
                text,
                QUESTIONS[asks],
                options.canSettle ? (
                  <ActButton
                    button={{ label: 'Cho căn cứ', href: act('can-cu', target), primary: false }}
                    about={`chỉ tiêu ${target}`}
                  />
                ) : (
                  'chờ cơ quan điều phối'
                ),
              ],
            }))}
          />
        </Card>
      )}
      <Card title={`Chỉ tiêu của năm ${view.year}`} flush aside={`${view.figures.length} số`}>
        {view.figures.length === 0 ? (
          <Empty what={`Kế hoạch không có chỉ tiêu nào tính bằng số trong năm ${view.year}.`} />
        ) : (
          <DataTable
            caption={`Số liệu từng chỉ tiêu, năm ${view.year}`}
            columns={[
              { head: 'Chỉ tiêu' },
              { head: 'Mức cần đạt' },
              { head: 'Cách tính' },
              { head: 'Kết quả', label: null },
            ]}
            rows={view.figures.map((figure) => figureRow(figure, options.canSettle ? act : null))}
          />
        )}
      </Card>
      {view.unsettled.length > 0 && !options.canSettle ? (
        <Box tone="info">
          <p>Số gốc và năm bắt đầu do cơ quan điều phối của kế hoạch xác định.</p>
        </Box>
      ) : null}
    </>
  );
}

function figureRow(figure: TargetFigureFact, act: ((viec: string, target: string) => string) | null): Row {
  const { target, label, asks, settled, basis, counted, marked } = figure;
  return {
    id: `ct-${label}`,
    cells: [
      <>
        <strong>{label}</strong> <small class="beside">{figure.text}</small>
      </>,
      <>
        {figure.aim ?? 'bằng lời'} <small class="beside">{figure.when}</small>
      </>,
      <>
        {figure.rule}
        {basis === null ? null : (
          <small>
            {basis.words}; {basis.by} ghi ngày {formatDay(basis.on)}: {quoted(basis.reason)}
          </small>
        )}
        {act !== null && asks !== null && settled ? (
          <small class="print-hide">
            <a href={act('can-cu', target)}>
              Sửa căn cứ<span class="sr"> chỉ tiêu {label}</span>
            </a>
          </small>
        ) : null}
      </>,
      <>
        {asks !== null && !settled ? <strong>{figure.progress}</strong> : figure.progress}
        <Parts figure={figure} />
        {act !== null && counted.length > 1 ? (
          <small class="print-hide">
            <a href={act('trung', target)}>
              Đánh dấu số tính trùng<span class="sr"> chỉ tiêu {label}</span>
            </a>
          </small>
        ) : null}
        {act !== null && marked.length > 0 ? (
          <small class="print-hide">
            <a href={act('cong-rieng', target)}>
              Bỏ đánh dấu số tính trùng<span class="sr"> chỉ tiêu {label}</span>
            </a>
          </small>
        ) : null}
      </>,
    ],
  };
}

function Parts({ figure: { parts, silent } }: { figure: TargetFigureFact }): JSX.Element | null {
  if (parts.length + silent.length === 0) return null;
  return (
    <ul class="parts">
      {parts.map(({ receipt, words, aside }) => (
        <li>
          {words} (
          <a class="nowrap" href={hrefReceipt(receipt)}>
            {receipt}
          </a>
          ){aside === null ? '' : `, ${aside}`}
        </li>
      ))}
      {silent.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  );
}
