import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, quoted, weekdayName } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Box } from '../components/box.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Ladder, type LadderFact } from '../components/ladder.tsx';
import { Mark } from '../components/mark.tsx';
import { DifferenceBox, RunningCard, type RunningView } from '../components/running-card.tsx';
import { type StateFact, StateTag, stateWord } from '../components/state-tag.tsx';
import { hrefConclusion, hrefObligation, hrefPlan, hrefRound } from '../href.ts';
import { RoundReport, type RoundReportView } from './round-report.tsx';

export interface RoundRow {
  key: string;
  agencyId: string;
  agency: string;
  state: StateFact;
  /** One fact below the mark: "bản 1, 06/11, trễ 1 ngày". */
  note: string | null;
  ladder: LadderFact;
  /** "bậc 2 Điều phối", "nhắc người duyệt"; `at` null = when something else happens first: "khi có địa chỉ mới". */
  next: { at: Instant | null; what: string } | null;
  /** What the running workflow says of this agency, where it differs; null = the same. */
  running: StateFact | null;
}

/** One round: its agencies by attention, and the running workflow beside the projection. */
export interface RoundView {
  round: string;
  subject: Subject;
  at: Instant;
  plan: { id: string; name: string; issuedOn: Day | null };
  year: number;
  /** "Báo cáo năm … của các sở". */
  title: string;
  /** "mục IV.2 điểm đ"; null where a default asks. */
  clause: string | null;
  quote: string | null;
  lastDay: Day;
  isDefault: boolean;
  /** Why this day, one short sentence, and step by step. */
  dayBasis: string;
  dayCalculation: string[];
  /** Null where a letter closes the round. */
  reviewer: { agency: string; workingDays: number } | null;
  received: { count: number; of: number; onTime: number; accepted: number; waiting: number };
  next: { at: Instant; works: number; people: number } | null;
  locked: { since: Day; reason: string } | null;
  /** The day from which locking is proposed; null when it is not proposed. */
  lockProposedSince: Day | null;
  closed: boolean;
  /** What becomes of the plan after this review; null for other rounds, and before the report has gone. */
  conclusion: { plan: string; review: string; name: string; decided: boolean } | null;
  /** In order of attention. */
  rows: RoundRow[];
  /** Of a round that asks for a yearly plan: the plan made from it, once its file is there. */
  yearlyPlan: { year: string; plan: { id: string; name: string } | null } | null;
  /** What the answers add up to; null where the round adds nothing up, or the reader may not see it. */
  report: RoundReportView | null;
  running: RunningView;
}

export interface RoundPageOptions {
  canLock: boolean;
  canExtend: boolean;
  act: ActPanelProps | null;
}

export function RoundPage(view: RoundView, options: RoundPageOptions): JSX.Element {
  const here = hrefRound(view.round);
  return (
    <>
      <Breadcrumb
        parts={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          {
            label: `${view.plan.name}${view.plan.issuedOn === null ? '' : ` ngày ${formatDay(view.plan.issuedOn)}`}`,
            href: hrefPlan(view.plan.id),
          },
          { label: `Năm ${view.year}`, href: hrefPlan(view.plan.id, view.year) },
        ]}
      />
      <h1>{view.title}</h1>
      <p class="lead">
        {view.plan.name}
        {view.clause === null ? ', theo mặc định của hệ thống' : `, ${view.clause}`}
        {view.quote === null ? '' : `: ${quoted(view.quote)}`}
      </p>
      {options.act === null ? null : <ActPanel {...options.act} />}
      <Conclusion conclusion={view.conclusion} />
      <Facts view={view} />
      {view.locked === null ? null : (
        <Box tone="info">
          <p>
            <Mark name="lock" /> <strong>Kỳ này đã khóa từ {formatDay(view.locked.since)}.</strong> Lý do:{' '}
            {quoted(view.locked.reason)}
          </p>
        </Box>
      )}
      {view.lockProposedSince === null || view.locked !== null ? null : (
        <Box tone="info">
          <p>Từ {formatDayWithWeekday(view.lockProposedSince)} có thể khóa kỳ này. Hệ thống không tự khóa.</p>
        </Box>
      )}
      <Card
        title={`${view.rows.length} cơ quan`}
        note="xếp theo việc cần chú ý"
        flush
        aside={<RoundActs view={view} options={options} />}
      >
        <RoundTable view={view} />
      </Card>
      {view.yearlyPlan === null ? null : <YearlyPlan of={view.yearlyPlan} mother={view.plan.id} />}
      {view.report === null ? null : <RoundReport report={view.report} />}
      <DifferenceBox running={view.running} here={here} />
      <RunningCard running={view.running} here={here} />
    </>
  );
}

function Conclusion({ conclusion }: { conclusion: RoundView['conclusion'] }): JSX.Element | null {
  if (conclusion === null) return null;
  const { plan, review, name, decided } = conclusion;
  return (
    <Box tone={decided ? 'done' : 'info'}>
      <p>
        <strong>{decided ? 'Đã có kết luận' : 'Báo cáo đã gửi; chờ kết luận'} về kế hoạch.</strong>{' '}
        <a href={hrefConclusion(plan, review)}>{decided ? 'Xem kết luận' : `Kết luận ${name}`}</a>
      </p>
    </Box>
  );
}

/** The duty to draw up a yearly plan ends in a plan file that names its mother. */
function YearlyPlan(props: { of: NonNullable<RoundView['yearlyPlan']>; mother: string }): JSX.Element {
  const { year, plan } = props.of;
  return (
    <Box tone="info">
      {plan === null ? (
        <p>
          Chưa có tệp kế hoạch năm {year} nối với kế hoạch này. Khi ban hành, quản trị thêm một tệp có kế hoạch mẹ là{' '}
          <code>{props.mother}</code>.
        </p>
      ) : (
        <p>
          Kế hoạch năm {year} đã có: <a href={hrefPlan(plan.id)}>{plan.name}</a>.
        </p>
      )}
    </Box>
  );
}

function RoundActs({ view, options }: { view: RoundView; options: RoundPageOptions }): JSX.Element | null {
  const here = hrefRound(view.round);
  if (view.closed) return <span>kỳ đã đóng</span>;
  const links = [
    options.canExtend && view.locked === null ? <a href={`${here}?viec=gia-han#viec`}>Gia hạn nhiều cơ quan</a> : null,
    options.canLock && view.locked === null ? <a href={`${here}?viec=khoa#viec`}>Khóa kỳ</a> : null,
    options.canLock && view.locked !== null ? <a href={`${here}?viec=mo-khoa#viec`}>Mở khóa</a> : null,
  ].filter((link) => link !== null);
  if (links.length === 0) return null;
  return (
    <ul class="filters">
      {links.map((link) => (
        <li>{link}</li>
      ))}
    </ul>
  );
}

function Facts({ view }: { view: RoundView }): JSX.Element {
  const { received } = view;
  return (
    <dl class="facts">
      <div>
        <dt>{view.rows.length > 1 ? 'Hạn của các sở' : 'Hạn'}</dt>
        <dd>
          <strong>{formatDayWithWeekday(view.lastDay)}</strong>
          {view.isDefault ? 'mặc định: ' : ''}
          {view.dayBasis} {view.dayCalculation.length === 0 ? null : <Calculation steps={view.dayCalculation} />}
        </dd>
      </div>
      <div>
        <dt>Người duyệt</dt>
        <dd>
          <strong>{view.reviewer === null ? 'không duyệt' : view.reviewer.agency}</strong>
          {view.reviewer === null
            ? 'đóng khi ghi số, ngày công văn và cách gửi'
            : `${view.reviewer.workingDays} ngày làm việc cho mỗi bản`}
        </dd>
      </div>
      <div>
        <dt>Đã nhận</dt>
        <dd>
          <strong>
            {received.count}/{received.of}, đúng hạn {received.onTime}
          </strong>
          {received.accepted} đã duyệt · {received.waiting} chờ duyệt
        </dd>
      </div>
      <div>
        <dt>Mốc kế tiếp</dt>
        <dd>
          {view.next === null ? (
            <strong>không còn mốc nào</strong>
          ) : (
            <>
              <strong>
                {weekdayName(dayOf(view.next.at))} {formatDayShort(dayOf(view.next.at))}, {timeOf(view.next.at)}
              </strong>
              {view.next.works} việc, {view.next.people} người nhận
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** "Cách tính": the steps from the printed words to the day. */
export function Calculation({ steps }: { steps: string[] }): JSX.Element {
  return (
    <details class="calc">
      <summary>Cách tính</summary>
      <ol>
        {steps.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
    </details>
  );
}

function RoundTable({ view }: { view: RoundView }): JSX.Element {
  return (
    <DataTable
      caption={`${view.title}: từng cơ quan`}
      columns={[
        { head: 'Cơ quan' },
        { head: 'Tình trạng', label: null },
        { head: 'Bậc thang', label: null },
        { head: 'Việc kế tiếp', label: 'Kế tiếp' },
        { head: 'Luồng đang chạy', label: 'Luồng' },
      ]}
      rows={view.rows.map((row) => ({
        id: row.agencyId,
        differs: row.running !== null,
        cells: [
          <strong>
            <a href={hrefObligation(row.key)}>{row.agency}</a>
          </strong>,
          <>
            <StateTag state={row.state} /> {row.note === null ? null : <small class="beside">{row.note}</small>}
          </>,
          <Ladder ladder={row.ladder} today={dayOf(view.at)} />,
          <span class="next">{nextWords(row.next)}</span>,
          !view.running.answered ? (
            'chưa rõ'
          ) : row.running === null ? (
            <span class="nowrap">
              <Mark name="tick" /> khớp
            </span>
          ) : (
            <>
              <strong>
                <Mark name="differs" /> khác
              </strong>
              <small>luồng: {stateWord(row.running)}</small>
            </>
          ),
        ],
      }))}
    />
  );
}

function nextWords(next: RoundRow['next']): string {
  if (next === null) return '–';
  return next.at === null ? next.what : `${formatDayShort(dayOf(next.at))}, ${timeOf(next.at)}: ${next.what}`;
}
