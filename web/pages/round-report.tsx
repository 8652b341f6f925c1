import type { JSX } from 'hono/jsx/jsx-runtime';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';

/** One target as it stands: what is aimed at, what it has come to, and what that is made of. */
export interface TargetFact {
  /** "a.1"; "d (2)" for the second figure of one target. */
  id: string;
  text: string;
  /** Null where the target prints no figure. */
  aim: string | null;
  when: string;
  progress: string;
  /** True while the coordinator has to say a base or a first year. */
  asksCoordinator: boolean;
  parts: string[];
  silent: string[];
}

/** A budget year: one line per measure and source, four amounts each, in whole đồng. */
export interface BudgetFact {
  year: number;
  heads: string[];
  lines: { place: string; source: string; amounts: string[]; parts: string[] }[];
  totals: { label: string; amounts: string[] }[];
  /** What is missing and who owes it. */
  gaps: string[];
}

/** What the answers of a round add up to. */
export interface RoundReportView {
  title: string;
  note: string | null;
  targets: TargetFact[];
  budget: BudgetFact | null;
  /** The report as plain text, to be copied into a document; null where a round is about money alone. */
  text: string | null;
}

export function RoundReport({ report }: { report: RoundReportView }): JSX.Element {
  const { title, note, targets, budget, text } = report;
  return (
    <>
      {targets.length === 0 ? null : (
        <Card title={title} id="so-lieu" note={note} flush>
          <TargetTable title={title} targets={targets} />
        </Card>
      )}
      {budget === null ? null : <BudgetCard budget={budget} />}
      {text === null ? null : (
        <Card title="Bản chữ để chép vào báo cáo" id="ban-chu" note={targets.length === 0 ? note : null}>
          <p>Có đủ nhiệm vụ, chỉ tiêu, kinh phí và ý kiến của các cơ quan; mỗi số kèm số biên nhận.</p>
          <details>
            <summary>Mở bản chữ</summary>
            <pre class="plain" tabindex={0}>
              {text}
            </pre>
          </details>
        </Card>
      )}
    </>
  );
}

function TargetTable({ title, targets }: { title: string; targets: TargetFact[] }): JSX.Element {
  return (
    <DataTable
      caption={`${title}: từng chỉ tiêu`}
      columns={[{ head: 'Chỉ tiêu' }, { head: 'Mức cần đạt' }, { head: 'Kết quả', label: null }]}
      rows={targets.map((target) => ({
        id: `chi-tieu-${target.id.replace(/[^\p{L}\d]+/gu, '-')}`,
        cells: [
          <>
            <strong>{target.id}</strong> <small class="beside">{target.text}</small>
          </>,
          <>
            {target.aim ?? 'bằng lời'} <small class="beside">{target.when}</small>
          </>,
          <>
            {target.asksCoordinator ? <strong>{target.progress}</strong> : target.progress}
            {target.parts.length + target.silent.length === 0 ? null : (
              <ul class="parts">
                {target.parts.map((part) => (
                  <li>{part}</li>
                ))}
                {target.silent.map((line) => (
                  <li>{line}</li>
                ))}
              </ul>
            )}
          </>,
        ],
      }))}
    />
  );
}

/** A budget year as a table, with what is missing below it. */
export function BudgetCard({ budget }: { budget: BudgetFact }): JSX.Element {
  return (
    <Card title={`Kinh phí năm ${budget.year}`} id="kinh-phi" note="đồng" flush>
      <DataTable
        caption={`Kinh phí năm ${budget.year}, đồng: từng nhiệm vụ và nguồn`}
        columns={[
          { head: 'Nhiệm vụ, nguồn' },
          ...budget.heads.map((head) => ({ head, numeric: true })),
          { head: 'Gồm', label: 'Gồm' },
        ]}
        rows={[
          ...budget.lines.map(({ place, source, amounts, parts }) => ({
            cells: [
              <>
                {place} <small class="beside">nguồn {source}</small>
              </>,
              ...amounts,
              <ul class="parts">
                {parts.map((part) => (
                  <li>{part}</li>
                ))}
              </ul>,
            ],
          })),
          ...budget.totals.map(({ label, amounts }) => ({
            cells: [<strong>{label}</strong>, ...amounts.map((amount) => <strong>{amount}</strong>), null],
          })),
        ]}
      />
      {budget.gaps.length === 0 ? null : (
        <div class="body">
          <p>
            <strong>Còn thiếu</strong>
          </p>
          <ul class="parts">
            {budget.gaps.map((gap) => (
              <li>{gap}</li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
