import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDayShort, formatDayWithWeekday } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActButton } from '../components/act-button.tsx';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { YearLinks } from '../components/year-links.tsx';
import { hrefMoney, hrefPlan, hrefRound } from '../href.ts';
import { BudgetCard, type BudgetFact } from './round-report.tsx';

export type MoneyStep = 'allocation' | 'settlement';

/** A round of the budget year, from estimate to submission. */
export interface MoneyRoundFact {
  round: string;
  /** "Dự toán ngân sách năm …". */
  title: string;
  /** "Sở Tài chính"; "7 cơ quan" where several owe it. */
  owedBy: string;
  owedTo: string;
  lastDay: Day;
  isDefault: boolean;
  standing: 'notOpen' | 'open' | 'closed' | 'imported';
  opensOn: Day;
  /** Agencies whose figures are official, and those asked. */
  received: { count: number; of: number };
  /** How it was submitted: "số 77/… ngày …"; null where that is not how it closes, or it has not gone. */
  sent: string | null;
  closesByLetter: boolean;
}

/** A budget year of a plan: its steps, its amounts by measure and source, what is missing and who owes it. */
export interface MoneyView {
  plan: { id: string; name: string };
  year: number;
  years: number[];
  subject: Subject;
  /** Who records a step: owing = those who owe it by the plan. */
  recorders: Record<MoneyStep, Subject>;
  rounds: MoneyRoundFact[];
  /** Null while nothing is stated and nothing is asked. */
  budget: BudgetFact | null;
  /** Agencies that money can go to. */
  agencies: { id: string; name: string }[];
  measures: { no: string; text: string }[];
}

export interface MoneyPageOptions {
  buttons: MoneyStep[];
  roundLinks: boolean;
  act: ActPanelProps | null;
}

const RECORD: Record<MoneyStep, { slug: string; label: string }> = {
  allocation: { slug: 'phan-bo', label: 'Ghi phân bổ' },
  settlement: { slug: 'quyet-toan', label: 'Ghi quyết toán' },
};

export function MoneyPage(view: MoneyView, options: MoneyPageOptions): JSX.Element {
  const here = hrefMoney(view.plan.id, view.year);
  return (
    <>
      <Breadcrumb
        parts={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: view.plan.name, href: hrefPlan(view.plan.id, view.year) },
          { label: 'Kinh phí' },
        ]}
      />
      <div class="head-row">
        <h1>Kinh phí năm {view.year}</h1>
        {options.buttons.length === 0 ? null : (
          <div class="buttons no-print">
            {options.buttons.map((step) => (
              <ActButton
                button={{ label: RECORD[step].label, href: `${here}&viec=${RECORD[step].slug}#viec`, primary: false }}
                about={`năm ${view.year}`}
              />
            ))}
          </div>
        )}
      </div>
      <p class="lead">
        Dự toán và tổng hợp dự toán lấy từ báo cáo chính thức của các cơ quan; phân bổ và quyết toán được ghi theo số
        văn bản. Số ghi sau thay số ghi trước của cùng cơ quan, nhiệm vụ và nguồn.
      </p>
      <YearLinks
        label="Năm ngân sách"
        years={view.years}
        year={view.year}
        href={(year) => hrefMoney(view.plan.id, year)}
      />
      {options.act === null ? null : <ActPanel {...options.act} />}
      <Card title="Các bước" flush aside={`năm ngân sách ${view.year}`}>
        {view.rounds.length === 0 ? (
          <Empty what={`Kế hoạch không có kỳ dự toán nào cho năm ${view.year}.`} />
        ) : (
          <Rounds rounds={view.rounds} links={options.roundLinks} />
        )}
      </Card>
      {view.budget === null ? (
        <Card title="Theo nhiệm vụ và nguồn" flush>
          <Empty what={`Chưa có số tiền nào của năm ${view.year}.`} />
        </Card>
      ) : (
        <BudgetCard budget={view.budget} />
      )}
    </>
  );
}

const STANDING: Record<MoneyRoundFact['standing'], string> = {
  notOpen: 'chưa mở',
  open: 'đang mở',
  closed: 'đã đóng',
  imported: 'trước ngày bắt đầu',
};

function Rounds({ rounds, links }: { rounds: MoneyRoundFact[]; links: boolean }): JSX.Element {
  return (
    <DataTable
      caption="Dự toán, tổng hợp và trình: từng kỳ"
      columns={[
        { head: 'Bước' },
        { head: 'Cơ quan làm' },
        { head: 'Gửi' },
        { head: 'Hạn' },
        { head: 'Đã có', label: 'Đã có' },
        { head: 'Tình trạng', label: null },
      ]}
      rows={rounds.map((round) => ({
        cells: [
          <strong>
            {links && (round.standing === 'open' || round.standing === 'closed') ? (
              <a href={hrefRound(round.round)}>{round.title}</a>
            ) : (
              round.title
            )}
          </strong>,
          round.owedBy,
          round.owedTo,
          `${formatDayWithWeekday(round.lastDay)}${round.isDefault ? ' (mặc định)' : ''}`,
          `${round.received.count}/${round.received.of} cơ quan`,
          standingWords(round),
        ],
      }))}
    />
  );
}

function standingWords({ standing, opensOn, sent, closesByLetter }: MoneyRoundFact): string {
  if (sent !== null) return `đã trình: ${sent}`;
  if (standing === 'notOpen') return `${STANDING.notOpen}, mở ngày ${formatDayShort(opensOn)}`;
  return closesByLetter && standing === 'open' ? 'đang mở, chưa ghi số công văn trình' : STANDING[standing];
}
