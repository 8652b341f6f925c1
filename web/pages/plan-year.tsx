import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import type { Phase } from '../../domain/plan/schedule-types.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, quoted } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActButton, type ActButtonFact } from '../components/act-button.tsx';
import { Box } from '../components/box.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { ShareBar, type ShareFact } from '../components/share-bar.tsx';
import { type StateFact, StateTag } from '../components/state-tag.tsx';
import { YearLinks } from '../components/year-links.tsx';
import {
  hrefAssign,
  hrefConclusion,
  hrefImported,
  hrefObligation,
  hrefPlan,
  hrefRound,
  hrefTargets,
  hrefTrigger,
} from '../href.ts';
import { Calculation } from './round.tsx';

export interface PlanRoundFact {
  round: string;
  /** "Báo cáo năm … của các sở". */
  title: string;
  /** "mục IV.2 điểm đ"; null where a default asks. */
  clause: string | null;
  opensOn: Day;
  lastDay: Day;
  isDefault: boolean;
  calculation: string[];
  agencies: number;
  standing: 'notOpen' | 'open' | 'closed' | 'imported';
  shares: ShareFact[];
  /** The reader's own obligations in it. */
  mine: { key: string; agency: string; state: StateFact }[];
}

export type MeasureStanding = 'outsideWindow' | 'underWay' | 'done' | 'notDone' | 'waitingEvent' | 'ended';

export interface MeasureFact {
  no: string;
  text: string;
  /** "hàng năm", or the years as printed; null where the plan says nothing. */
  timing: string | null;
  lead: string | null;
  standing: MeasureStanding;
  /** What the plan says of its lead and names nobody by, and whom the coordinator named instead; null where all is named. */
  vague: { parts: string[]; assigned: string[] } | null;
  /** It runs only when a request or an event sets it going. */
  triggered: boolean;
}

/** A plan with the rounds and measures of one year. */
export interface PlanYearView {
  id: string;
  subject: Subject;
  name: string;
  title: string | null;
  issuer: string;
  signatory: string;
  issuedOn: Day | null;
  period: { from: number; to: number };
  /** It runs here: rounds open, and acts are taken. */
  started: boolean;
  year: number;
  years: number[];
  /** False: the year's days off are computed, not yet announced. */
  calendarAnnounced: boolean;
  phases: { phase: Phase; rounds: PlanRoundFact[] }[];
  measures: MeasureFact[];
  /** Reviews whose report has gone, in whatever year. */
  conclusions: { review: string; name: string; decided: boolean }[];
  /** Targets whose figures wait for a base or a first year, by id; empty for those who do not watch over the plan. */
  unsettled: string[];
  /** Whom its money concerns; null where the plan asks for none. */
  money: Subject | null;
  /** Duties from before the day of the start; null when there are none. */
  imported: { total: number; noEvidence: number } | null;
  warnings: string[];
}

const PHASES: Record<Phase, string> = {
  budgeting: 'Dự toán, kinh phí',
  execution: 'Tổ chức thực hiện',
  reporting: 'Báo cáo',
  midTermReview: 'Sơ kết',
  finalReview: 'Tổng kết',
};

const MEASURES: Record<MeasureStanding, string> = {
  outsideWindow: 'ngoài thời gian thực hiện',
  underWay: 'đang thực hiện',
  done: 'đã thực hiện',
  notDone: 'chưa thực hiện',
  waitingEvent: 'chờ yêu cầu hoặc sự kiện',
  ended: 'đã kết thúc',
};

export interface PlanYearOptions {
  roundLinks: boolean;
  importedLink: boolean;
  /** Measures that wait may be set going from here. */
  triggerLinks: boolean;
  /** Vague leads may be settled from here. */
  assignLinks: boolean;
  /** Base and first year of targets are the reader's to say. */
  settlesTargets: boolean;
  /** What the reader may do with the plan. */
  buttons: ActButtonFact[];
}

export function PlanYearPage(view: PlanYearView, options: PlanYearOptions): JSX.Element {
  return (
    <>
      <Breadcrumb parts={[{ label: 'Kế hoạch', href: '/ke-hoach' }, { label: view.name }]} />
      <div class="head-row">
        <h1>
          {view.name}
          {view.issuedOn === null ? '' : ` ngày ${formatDay(view.issuedOn)}`}: năm {view.year}
        </h1>
        {options.buttons.length === 0 ? null : (
          <div class="buttons no-print">
            {options.buttons.map((button) => (
              <ActButton button={button} about={view.name} />
            ))}
          </div>
        )}
      </div>
      <p class="lead">
        {view.title ?? 'Bản gốc mất trang tiêu đề'}. {view.issuer}; {view.signatory} ký. Giai đoạn {view.period.from}–
        {view.period.to}.
      </p>
      <YearLinks
        label="Năm của kế hoạch"
        years={view.years}
        year={view.year}
        href={(year) => hrefPlan(view.id, year)}
      />
      {view.calendarAnnounced ? null : (
        <Box tone="info">
          <p>
            Lịch nghỉ năm {view.year} chưa được công bố; các ngày dưới đây tính theo quy tắc và sẽ dời khi có công bố.
          </p>
        </Box>
      )}
      {view.conclusions.map(({ review, name, decided }) => (
        <Box tone={decided ? 'info' : 'refused'}>
          <p>
            <strong>{decided ? `Đã có kết luận ${name}.` : `Chờ kết luận ${name}: báo cáo đã gửi.`}</strong>{' '}
            <a href={hrefConclusion(view.id, review)}>{decided ? 'Xem kết luận' : 'Mở kết luận'}</a>
          </p>
        </Box>
      ))}
      {view.unsettled.length === 0 ? null : (
        <Box tone="refused">
          <p>
            <strong>Chưa tính được chỉ tiêu {view.unsettled.join(', ')}:</strong> kế hoạch không ghi số gốc hoặc năm bắt
            đầu.{' '}
            <a href={hrefTargets(view.id)}>{options.settlesTargets ? 'Cho căn cứ tính' : 'Xem số liệu chỉ tiêu'}</a>
          </p>
        </Box>
      )}
      {view.imported === null || !options.importedLink ? null : (
        <Box tone={view.imported.noEvidence > 0 ? 'refused' : 'info'}>
          <p>
            <strong>Trước ngày bắt đầu:</strong> {view.imported.total} nghĩa vụ, {view.imported.noEvidence} chưa có bằng
            chứng. <a href={hrefImported(view.id)}>Xem danh sách</a>
          </p>
        </Box>
      )}
      {view.phases.length === 0 ? (
        <Card title={`Các kỳ năm ${view.year}`} flush>
          <Empty what={`Kế hoạch không có kỳ nào trong năm ${view.year}.`} />
        </Card>
      ) : null}
      {view.phases.map((group) => (
        <Card title={PHASES[group.phase]} flush aside={`${group.rounds.length} kỳ`}>
          <Rounds rounds={group.rounds} caption={PHASES[group.phase]} links={options.roundLinks} />
        </Card>
      ))}
      <Card title={`Nhiệm vụ, giải pháp trong năm ${view.year}`} flush aside={`${view.measures.length} nhiệm vụ`}>
        {view.measures.length === 0 ? (
          <Empty what="Không có nhiệm vụ nào của kế hoạch này giao cho cơ quan Ông/Bà." />
        ) : (
          <DataTable
            caption={`Nhiệm vụ, giải pháp và tình trạng trong năm ${view.year}`}
            columns={[
              { head: 'Số' },
              { head: 'Nhiệm vụ', label: null },
              { head: 'Thời gian' },
              { head: 'Chủ trì' },
              { head: `Trong năm ${view.year}`, label: null },
            ]}
            rows={view.measures.map((measure) => ({
              cells: [
                <strong>{measure.no}</strong>,
                measure.text,
                measure.timing ?? 'không ghi',
                <Lead plan={view.id} measure={measure} link={options.assignLinks} />,
                <Standing plan={view.id} measure={measure} link={options.triggerLinks} />,
              ],
            }))}
          />
        )}
      </Card>
      {view.warnings.length === 0 ? null : (
        <Card title="Điều cần lưu ý trong văn bản">
          <ul>
            {view.warnings.map((warning) => (
              <li>{warning}</li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}

function Lead({ plan, measure, link }: { plan: string; measure: MeasureFact; link: boolean }): JSX.Element {
  const { no, lead, vague } = measure;
  return (
    <>
      {lead ?? 'không ghi'}
      {vague === null ? null : (
        <small>
          {vague.assigned.length > 0
            ? `đã chỉ định: ${vague.assigned.join(', ')}`
            : `phần không nêu tên cơ quan: ${vague.parts.map(quoted).join(', ')}`}
        </small>
      )}
      {link && vague !== null ? (
        <small class="print-hide">
          <a href={hrefAssign(plan, no)}>
            {vague.assigned.length > 0 ? 'Chỉ định lại' : 'Chỉ định'}
            <span class="sr"> chủ trì nhiệm vụ {no}</span>
          </a>
        </small>
      ) : null}
    </>
  );
}

function Standing({ plan, measure, link }: { plan: string; measure: MeasureFact; link: boolean }): JSX.Element {
  return (
    <>
      {MEASURES[measure.standing]}
      {link && measure.triggered ? (
        <>
          {' '}
          <a class="print-hide" href={hrefTrigger(plan, measure.no)}>
            {measure.standing === 'waitingEvent' ? 'Kích hoạt' : 'Kích hoạt lần nữa'}
            <span class="sr"> nhiệm vụ {measure.no}</span>
          </a>
        </>
      ) : null}
    </>
  );
}

const STANDING: Record<PlanRoundFact['standing'], string> = {
  notOpen: 'chưa mở',
  open: 'đang mở',
  closed: 'đã đóng',
  imported: 'trước ngày bắt đầu',
};

function Rounds(props: { rounds: PlanRoundFact[]; caption: string; links: boolean }): JSX.Element {
  return (
    <DataTable
      caption={`${props.caption}: các kỳ trong năm`}
      columns={[
        { head: 'Kỳ' },
        { head: 'Căn cứ' },
        { head: 'Hạn' },
        { head: 'Cơ quan', numeric: true },
        { head: 'Tình trạng', label: null },
      ]}
      rows={props.rounds.map((round) => ({
        cells: [
          props.links && round.standing !== 'notOpen' && round.standing !== 'imported' ? (
            <strong>
              <a href={hrefRound(round.round)}>{round.title}</a>
            </strong>
          ) : (
            <strong>{round.title}</strong>
          ),
          round.clause ?? 'mặc định của hệ thống',
          <>
            {formatDayWithWeekday(round.lastDay)}
            {round.isDefault ? ' (mặc định)' : ''}
            {round.calculation.length === 0 ? null : <Calculation steps={round.calculation} />}
          </>,
          round.agencies,
          <>
            {round.mine.map((mine) => (
              <div>
                <StateTag state={mine.state} /> <a href={hrefObligation(mine.key)}>{mine.agency}</a>
              </div>
            ))}
            {round.mine.length === 0 && round.standing === 'open' ? <ShareBar shares={round.shares} /> : null}
            {round.mine.length === 0 && round.standing !== 'open' ? (
              <span class="note">
                {STANDING[round.standing]}
                {round.standing === 'notOpen' ? `, mở ngày ${formatDayShort(round.opensOn)}` : ''}
              </span>
            ) : null}
          </>,
        ],
      }))}
    />
  );
}
