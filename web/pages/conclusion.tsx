import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf } from '../../domain/calendar/instant.ts';
import type { ReviewOutcome } from '../../domain/machines/plan-state.ts';
import { formatDay, formatDayWithWeekday, quoted } from '../../wording/format.ts';
import { OUTCOME_NAMES } from '../../wording/plan-act.ts';
import type { Subject } from '../access.ts';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Box } from '../components/box.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { hrefPlan, hrefRound } from '../href.ts';

/** A review, what is asked of it, and what became of the plan. */
export interface ConclusionView {
  plan: { id: string; name: string };
  subject: Subject;
  review: string;
  /** "sơ kết giai đoạn …". */
  name: string;
  /** "mục IV.1 điểm d". */
  clause: string;
  quote: string | null;
  year: number;
  /** Null before its round has opened. */
  round: string | null;
  /** When the report had gone and the outcome was asked; null before. */
  askedAt: Instant | null;
  /** The day planned for the decision; null before the review's year. */
  decideOn: Day | null;
  outcome: {
    as: ReviewOutcome;
    /** Name of the plan that it feeds. */
    feeds: string | null;
    at: Instant;
    /** "Lý Thị Giả Định, Phó Chủ tịch". */
    by: string;
    document: string | null;
    words: string;
  } | null;
  /** Other plans that are known here. */
  others: { id: string; name: string }[];
}

export function ConclusionPage(view: ConclusionView, act: ActPanelProps | null): JSX.Element {
  return (
    <>
      <Breadcrumb
        parts={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: view.plan.name, href: hrefPlan(view.plan.id, view.year) },
          { label: 'Kết luận' },
        ]}
      />
      <h1>Kết luận {view.name}</h1>
      <section class="basis">
        <h2>Căn cứ</h2>
        <p>
          <strong>
            {view.plan.name}, {view.clause}
          </strong>
          {view.quote === null ? '.' : ':'}
        </p>
        {view.quote === null ? null : <blockquote>{quoted(view.quote)}</blockquote>}
        <p class="note">
          {view.decideOn === null
            ? `Năm ${view.year} chưa mở.`
            : `Ngày dự kiến có kết luận: ${formatDayWithWeekday(view.decideOn)} (mặc định).`}{' '}
          {view.round === null ? null : <a href={hrefRound(view.round)}>Xem kỳ báo cáo</a>}
        </p>
      </section>
      {view.outcome === null ? null : <Decided outcome={view.outcome} />}
      {view.outcome === null && view.askedAt === null ? (
        <Box tone="info">
          <p>
            <strong>Chưa đến lúc ghi kết luận.</strong> Kết luận được ghi khi báo cáo {view.name} đã gửi xong: số, ngày
            và cách gửi công văn đã ghi.
          </p>
        </Box>
      ) : null}
      {act === null ? null : <ActPanel {...act} />}
    </>
  );
}

function Decided({ outcome }: { outcome: NonNullable<ConclusionView['outcome']> }): JSX.Element {
  return (
    <Box tone="done">
      <p>
        <strong>
          Kết luận: {OUTCOME_NAMES[outcome.as]}
          {outcome.feeds === null ? '' : ` (${outcome.feeds})`}.
        </strong>{' '}
        Ghi ngày {formatDay(dayOf(outcome.at))}, {outcome.by}
        {outcome.document === null ? '' : `, theo văn bản ${outcome.document}`}.
        {outcome.words === '' ? '' : ` Ý kiến: ${quoted(outcome.words)}`}
      </p>
    </Box>
  );
}
