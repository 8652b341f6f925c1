import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDay } from '../../wording/format.ts';
import { Box } from '../components/box.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { hrefPlan } from '../href.ts';

export interface PlanListFact {
  id: string;
  /** Short kind and number, "KH …/KH-UBND". */
  name: string;
  /** The plan's own title; null where the source has lost it. */
  title: string | null;
  issuer: string;
  issuedOn: Day | null;
  period: { from: number; to: number };
  /** Since when it runs here; null = loaded, not started. */
  startedOn: Day | null;
  /** Why it cannot start: "(cơ quan) chưa có người ở vị trí lãnh đạo đơn vị." */
  blocked: string | null;
  counts: { overdue: number; waiting: number; due: number };
}

export interface PlanListView {
  plans: PlanListFact[];
}

export function PlanListPage(view: PlanListView): JSX.Element {
  return (
    <>
      <h1>Kế hoạch</h1>
      {view.plans
        .filter((plan) => plan.blocked !== null)
        .map((plan) => (
          <Box tone="refused">
            <p>
              <strong>{plan.name} chưa bắt đầu được.</strong> {plan.blocked} <a href="/danh-ba">Mở danh bạ</a>
            </p>
          </Box>
        ))}
      <Card title={`${view.plans.length} kế hoạch`} flush>
        {view.plans.length === 0 ? (
          <Empty what="Chưa có kế hoạch nào liên quan đến Ông/Bà." />
        ) : (
          <DataTable
            caption="Các kế hoạch đang theo dõi"
            columns={[
              { head: 'Văn bản' },
              { head: 'Nội dung', label: null },
              { head: 'Giai đoạn' },
              { head: 'Theo dõi từ' },
              { head: 'Quá hạn', numeric: true },
              { head: 'Chờ duyệt', numeric: true },
              { head: 'Sắp đến hạn', numeric: true },
            ]}
            rows={view.plans.map((plan) => ({
              cells: [
                <>
                  <strong>
                    <a href={hrefPlan(plan.id)}>{plan.name}</a>
                  </strong>
                  {plan.issuedOn === null ? null : <small>{formatDay(plan.issuedOn)}</small>}
                </>,
                <>
                  {plan.title ?? '(bản gốc mất trang tiêu đề)'}
                  <small>{plan.issuer}</small>
                </>,
                `${plan.period.from}–${plan.period.to}`,
                plan.startedOn === null ? 'chưa bắt đầu' : formatDay(plan.startedOn),
                plan.counts.overdue,
                plan.counts.waiting,
                plan.counts.due,
              ],
            }))}
          />
        )}
      </Card>
    </>
  );
}
