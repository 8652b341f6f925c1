import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, quoted, weekdayName } from '../../wording/format.ts';
import { ActButton } from '../components/act-button.tsx';
import { Card } from '../components/card.tsx';
import { DataTable, type Row } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { Ladder, type LadderFact } from '../components/ladder.tsx';
import { ShareBar, type ShareFact } from '../components/share-bar.tsx';
import { type StateFact, StateTag } from '../components/state-tag.tsx';
import { hrefObligation, hrefObstacle, hrefOpinion, hrefPerson, hrefPlan, hrefRound } from '../href.ts';
import { BasisCell, type BasisFact } from './basis.tsx';

/** What a person must do, and about which text. `report` is "báo cáo năm …". */
export type WaitingAct =
  | { is: 'review'; report: string; version: number; receivedOn: Day }
  | { is: 'extension'; to: Day; reason: string }
  | { is: 'report'; report: string; deadline: number }
  | { is: 'confirm'; report: string; version: number }
  | { is: 'sending'; report: string }
  | { is: 'onBehalf'; report: string; version: number }
  | { is: 'obstacle'; text: string }
  | { is: 'obstacleAnswered'; text: string }
  | { is: 'opinion'; report: string };

export interface WaitingFact {
  act: WaitingAct;
  /** Obligation key; for the two obstacle acts the obstacle's id. */
  key: string;
  agency: string;
  basis: BasisFact;
  /** The clock of the one who must act. `dayNumber` = which working day of his time this is; null where not counted. */
  mine: { state: StateFact; lastDay: Day; dayNumber: number | null };
}

export interface OverdueFact {
  key: string;
  agency: string;
  basis: BasisFact;
  lastDay: Day;
  /** Working days past. */
  days: number;
  /** One fact below the mark: "có đề nghị gia hạn". */
  note: string | null;
  unreachable: boolean;
  /** Whom to call and whose address to mend where nothing reaches; null elsewhere. */
  call?: { phone: string | null; person: string | null } | null;
  ladder: LadderFact;
}

export interface DueFact {
  key: string;
  on: Day;
  days: number;
  /** "Báo cáo năm …". */
  title: string;
  deadline: number;
  agency: string;
  basis: BasisFact;
  state: StateFact;
}

export interface UnreachableFact {
  /** The person whom nothing reaches; null where the post is empty. */
  person: string | null;
  name: string;
  agency: string;
  /** "thư bị trả về ngày 04/11, chưa mở chat web". */
  why: string;
  phone: string | null;
}

export interface PlanShareFact {
  plan: string;
  /** Short kind and number, "KH …/KH-UBND". */
  name: string;
  issuedOn: Day | null;
  rounds: { round: string; title: string; agencies: number; lastDay: Day; shares: ShareFact[] }[];
  consolidation: {
    key: string;
    /** "UBND tỉnh". */
    to: string;
    /** As the plan prints it: "trước ngày 20/11"; null where it prints no day. */
    printed: string | null;
    lastDay: Day;
    daysLeft: number;
    received: number;
    of: number;
  } | null;
}

/** The page Hôm nay of one person, filtered by what he may see. */
export interface TodayView {
  at: Instant;
  /** The last slot in which messages left; null before the first. */
  morning: { at: Instant; people: number; reached: number } | null;
  /** What came since the person's last visit; null on his first. */
  since: { at: Instant; reports: number; extensionRequests: number; obstacles: number } | null;
  /** Working days that the list of due things reaches. */
  days: number;
  /** In order of the reader's own deadline. */
  waiting: WaitingFact[];
  overdue: OverdueFact[];
  due: DueFact[];
  unreachable: UnreachableFact[];
  plans: PlanShareFact[];
  /** What leaves at the next milestone, one line a message; null when nothing is planned. */
  next: { at: Instant; messages: string[] } | null;
}

export function TodayPage(view: TodayView, options: { roundLinks: boolean }): JSX.Element {
  const today = dayOf(view.at);
  return (
    <>
      <h1>Hôm nay, {formatDayWithWeekday(today)}</h1>
      <Opening view={view} />
      <Counts view={view} />
      <div class="columns">
        <div>
          <Waiting view={view} />
          <Overdue view={view} />
          <Due view={view} />
          <Unreachable view={view} />
        </div>
        <div class="side">
          {view.plans.map((plan) => (
            <PlanCard plan={plan} roundLinks={options.roundLinks} />
          ))}
          <Next view={view} />
        </div>
      </div>
    </>
  );
}

function Opening({ view }: { view: TodayView }): JSX.Element {
  const { morning, since } = view;
  const news =
    since === null
      ? []
      : [
          since.reports > 0 ? <a href="#cho-toi">{since.reports} báo cáo mới</a> : null,
          since.extensionRequests > 0 ? <a href="#cho-toi">{since.extensionRequests} đề nghị gia hạn</a> : null,
          since.obstacles > 0 ? <a href="/kho-khan">{since.obstacles} khó khăn, vướng mắc</a> : null,
        ].filter((item) => item !== null);
  return (
    <p class="lead">
      {morning === null
        ? 'Chưa có tin nào được gửi.'
        : `${dayOf(morning.at) === dayOf(view.at) ? 'Sáng nay' : formatDayWithWeekday(dayOf(morning.at))} lúc ${timeOf(morning.at)} đã gửi tin cho ${morning.people} người, tới ${morning.reached === morning.people ? 'đủ ' : ''}${morning.reached}.`}{' '}
      {since === null ? null : (
        <>
          Từ lần Ông/Bà vào trước ({timeOf(since.at)} ngày {formatDayShort(dayOf(since.at))}):{' '}
          {news.length === 0 ? 'không có gì mới' : joined(news)}.
        </>
      )}
    </p>
  );
}

function joined(parts: JSX.Element[]): Child[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}

function Counts({ view }: { view: TodayView }): JSX.Element {
  const late = view.waiting.filter((item) => item.mine.state.is === 'overdue').length;
  const byPlan = new Map<string, number>();
  for (const item of view.overdue) byPlan.set(item.basis.plan, (byPlan.get(item.basis.plan) ?? 0) + 1);
  const counts = [
    {
      css: '',
      href: '#cho-toi',
      n: view.waiting.length,
      label: 'Chờ tôi xử lý',
      note: late === 0 ? 'không việc nào quá hạn xử lý' : `${late} việc đã quá hạn xử lý`,
    },
    {
      css: 'overdue',
      href: '#qua-han',
      n: view.overdue.length,
      label: 'Quá hạn',
      note:
        [...byPlan]
          .sort()
          .map(([plan, n]) => `${plan}: ${n}`)
          .join(' · ') || 'chưa có nghĩa vụ nào quá hạn',
    },
    {
      css: 'due',
      href: '#sap-den-han',
      n: view.due.length,
      label: 'Sắp đến hạn',
      note: `trong ${view.days} ngày làm việc tới`,
    },
    {
      css: 'unreachable',
      href: '#chua-lien-lac',
      n: view.unreachable.length,
      label: 'Chưa liên lạc được',
      note: view.unreachable.length === 0 ? 'mọi địa chỉ đều nhận được tin' : 'bậc thang đang giữ lại',
    },
  ];
  return (
    <ul class="counts">
      {counts.map((count) => (
        <li class={`count ${count.css}`}>
          <a href={count.href} aria-label={`${count.n} ${count.label}`}>
            {count.n}
          </a>
          <span>
            <strong>{count.label}</strong>
            <span class="note">{count.note}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}

interface ActWords {
  title: Child;
  detail: string | null;
  button: string;
  href: string;
  /** Present when the button posts at once. */
  fields?: Record<string, string>;
}

function actWords(item: WaitingFact): ActWords {
  const { act, key } = item;
  switch (act.is) {
    case 'review':
      return {
        title: <strong>Duyệt {act.report}</strong>,
        detail: `bản ${act.version}, nhận ${formatDayShort(act.receivedOn)}`,
        button: 'Xem, duyệt',
        href: hrefObligation(key),
      };
    case 'extension':
      return {
        title: (
          <>
            <strong>Xét đề nghị gia hạn</strong> đến {formatDayShort(act.to)}
          </>
        ),
        detail: `lý do: ${act.reason}`,
        button: 'Xem xét',
        href: hrefObligation(key),
      };
    case 'report':
      return {
        title: (
          <strong>
            <a href={hrefObligation(key)}>Gửi {act.report}</a>
          </strong>
        ),
        detail: act.deadline > 1 ? `hạn số ${act.deadline}` : null,
        button: 'Trả lời',
        href: '/chat/mo',
        fields: { viec: key },
      };
    case 'confirm':
      return {
        title: <strong>Xác nhận {act.report}</strong>,
        detail: `bản ${act.version} đang là bản nháp`,
        button: 'Xem, xác nhận',
        href: hrefObligation(key),
      };
    case 'sending':
      return {
        title: <strong>Gửi {act.report}</strong>,
        detail: 'ghi số, ngày công văn và cách gửi để đóng kỳ',
        button: 'Mở',
        href: hrefObligation(key),
      };
    case 'onBehalf':
      return {
        title: <strong>Xem bản ghi hộ: {act.report}</strong>,
        detail: `bản ${act.version} do cơ quan điều phối ghi`,
        button: 'Xem',
        href: hrefObligation(key),
      };
    case 'obstacle':
      return {
        title: <strong>Trả lời khó khăn, vướng mắc</strong>,
        detail: quoted(act.text),
        button: 'Trả lời',
        href: hrefObstacle(key),
      };
    case 'obstacleAnswered':
      return {
        title: <strong>Xem trả lời khó khăn, vướng mắc</strong>,
        detail: quoted(act.text),
        button: 'Xem',
        href: hrefObstacle(key),
      };
    case 'opinion':
      return {
        title: <strong>Xin ý kiến: {act.report}</strong>,
        detail: null,
        button: 'Cho ý kiến',
        href: hrefOpinion(key),
      };
  }
}

function Waiting({ view }: { view: TodayView }): JSX.Element {
  const rows: Row[] = view.waiting.map((item) => {
    const words = actWords(item);
    return {
      cells: [
        <>
          {words.title}
          {words.detail === null ? null : <small>{words.detail}</small>}
        </>,
        item.agency,
        <BasisCell basis={item.basis} />,
        <>
          <StateTag state={item.mine.state} />{' '}
          <small class="beside">
            {formatDayShort(item.mine.lastDay)}
            {item.mine.dayNumber === null ? '' : `, ngày thứ ${item.mine.dayNumber}`}
          </small>
        </>,
        <ActButton
          button={{
            label: words.button,
            href: words.href,
            primary: false,
            ...(words.fields ? { fields: words.fields } : {}),
          }}
          about={`${item.agency}, ${item.basis.plan}`}
        />,
      ],
    };
  });
  return (
    <Card title={`Chờ tôi xử lý (${rows.length})`} id="cho-toi" flush aside="xếp theo hạn của người xử lý">
      {rows.length === 0 ? (
        <Empty what="Không có việc nào chờ Ông/Bà.">
          {view.next === null ? null : <>Mốc kế tiếp: {whenWords(view.next.at)}.</>}
        </Empty>
      ) : (
        <DataTable
          caption="Việc chờ Ông/Bà xử lý"
          columns={[
            { head: 'Việc' },
            { head: 'Cơ quan' },
            { head: 'Căn cứ' },
            { head: 'Hạn của tôi', label: null },
            { head: 'Mở', label: null, action: true },
          ]}
          rows={rows}
        />
      )}
    </Card>
  );
}

function whenWords(at: Instant): string {
  return `${weekdayName(dayOf(at))} ${formatDayShort(dayOf(at))}, ${timeOf(at)}`;
}

function Overdue({ view }: { view: TodayView }): JSX.Element {
  const rows: Row[] = view.overdue.map((item) => ({
    cells: [
      <strong>
        <a href={hrefObligation(item.key)}>{item.agency}</a>
      </strong>,
      <BasisCell basis={item.basis} />,
      formatDay(item.lastDay),
      <>
        <StateTag state={{ is: 'overdue', days: item.days }} />{' '}
        {item.unreachable ? <StateTag state={{ is: 'unreachable' }} /> : null}
        {item.note === null ? null : <small class="beside">{item.note}</small>}
      </>,
      <>
        <Ladder ladder={item.ladder} today={dayOf(view.at)} />
        {!item.call ? null : (
          <span class="ladder">
            {item.call.phone === null ? '.' : `. Gọi ${item.call.phone}`}
            <span class="print-hide">
              {', '}
              <a href={item.call.person === null ? '/danh-ba' : hrefPerson(item.call.person)}>sửa địa chỉ</a>
            </span>
          </span>
        )}
      </>,
    ],
  }));
  return (
    <Card title={`Quá hạn (${rows.length})`} id="qua-han" flush aside="hệ thống chưa ghi nhận báo cáo; ngày làm việc">
      {rows.length === 0 ? (
        <Empty what="Không có nghĩa vụ nào quá hạn." />
      ) : (
        <DataTable
          caption="Nghĩa vụ đã qua hạn mà hệ thống chưa ghi nhận báo cáo"
          columns={[
            { head: 'Cơ quan' },
            { head: 'Căn cứ' },
            { head: 'Hạn' },
            { head: 'Tình trạng', label: null },
            { head: 'Bậc thang', label: null },
          ]}
          rows={rows}
        />
      )}
    </Card>
  );
}

function dueWord(state: StateFact): string | undefined {
  if (state.is === 'extended') return 'đã gia hạn';
  return state.is === 'due' ? 'sắp đến hạn' : undefined;
}

function Due({ view }: { view: TodayView }): JSX.Element {
  const rows: Row[] = view.due.map((item) => {
    const word = dueWord(item.state);
    return {
      cells: [
        <>
          <strong>
            {weekdayName(item.on)} {formatDayShort(item.on)}
          </strong>
          <small>{item.days === 0 ? 'hôm nay' : `còn ${item.days} ngày`}</small>
        </>,
        <a class="quiet" href={hrefObligation(item.key)}>
          {item.title}
          {item.deadline > 1 ? `, hạn số ${item.deadline}` : ''}
        </a>,
        item.agency,
        <BasisCell basis={item.basis} />,
        word === undefined ? <StateTag state={item.state} /> : <StateTag state={item.state} word={word} />,
      ],
    };
  });
  const other = view.days === 14 ? 5 : 14;
  return (
    <Card
      title={`Đến hạn trong ${view.days} ngày làm việc (${rows.length})`}
      id="sap-den-han"
      flush
      aside={<a href={`/?ngay=${other}#sap-den-han`}>{other} ngày tới</a>}
    >
      {rows.length === 0 ? (
        <Empty what={`Không có nghĩa vụ nào đến hạn trong ${view.days} ngày làm việc tới.`}>
          {view.next === null ? null : <>Mốc kế tiếp: {whenWords(view.next.at)}.</>}
        </Empty>
      ) : (
        <DataTable
          caption={`Nghĩa vụ đến hạn trong ${view.days} ngày làm việc tới`}
          columns={[
            { head: 'Hạn' },
            { head: 'Việc', label: null },
            { head: 'Cơ quan' },
            { head: 'Căn cứ' },
            { head: 'Tình trạng', label: null },
          ]}
          rows={rows}
        />
      )}
    </Card>
  );
}

function Unreachable({ view }: { view: TodayView }): JSX.Element | null {
  if (view.unreachable.length === 0) return null;
  return (
    <Card
      title={`Chưa liên lạc được (${view.unreachable.length})`}
      id="chua-lien-lac"
      aside="bậc thang giữ lại đến khi có tin tới"
    >
      {view.unreachable.map((item) => (
        <p>
          <StateTag state={{ is: 'unreachable' }} /> <strong>{item.name}</strong>, {item.agency}: {item.why}.{' '}
          {item.phone === null ? null : <>Gọi {item.phone}. </>}
          {item.person === null ? (
            <a href="/danh-ba">Mở danh bạ</a>
          ) : (
            <a href={hrefPerson(item.person)} class="print-hide">
              Sửa địa chỉ
            </a>
          )}
        </p>
      ))}
    </Card>
  );
}

function PlanCard({ plan, roundLinks }: { plan: PlanShareFact; roundLinks: boolean }): JSX.Element {
  const link = plan.consolidation;
  return (
    <Card
      title={<a href={hrefPlan(plan.plan)}>{plan.name}</a>}
      aside={plan.issuedOn === null ? null : formatDay(plan.issuedOn)}
    >
      {plan.rounds.map((round) => (
        <div>
          <p>
            <strong>
              {roundLinks ? <a href={hrefRound(round.round)}>{round.title}</a> : round.title} · {round.agencies} cơ quan
              · hạn {formatDayShort(round.lastDay)}
            </strong>
          </p>
          <ShareBar shares={round.shares} />
        </div>
      ))}
      {plan.rounds.length === 0 ? <p>Chưa có kỳ nào mở.</p> : null}
      {link === null ? null : (
        <>
          <hr class="rule" />
          <p class="note">
            Tổng hợp gửi {link.to}: {link.printed === null ? null : <strong>{link.printed}</strong>}
            {link.printed === null ? '' : ', '}chậm nhất {weekdayName(link.lastDay)} {formatDayShort(link.lastDay)} (
            {leftWords(link.daysLeft)}). Đã có số liệu {link.received}/{link.of} cơ quan.{' '}
            <a class="print-hide" href={hrefObligation(link.key)}>
              Xem nghĩa vụ tổng hợp
            </a>
          </p>
        </>
      )}
    </Card>
  );
}

function leftWords(daysLeft: number): string {
  if (daysLeft < 0) return `đã qua ${-daysLeft} ngày làm việc`;
  return daysLeft === 0 ? 'hôm nay' : `còn ${daysLeft} ngày làm việc`;
}

function Next({ view }: { view: TodayView }): JSX.Element {
  return (
    <Card title="Sẽ gửi khi đến mốc kế tiếp">
      {view.next === null ? (
        <p>Không còn mốc nào trong lịch.</p>
      ) : (
        <>
          <p>
            <strong>{whenWords(view.next.at)}</strong>
          </p>
          {view.next.messages.length === 0 ? <p>Không có tin nào được gửi.</p> : null}
          <ol class="plain-numbers">
            {view.next.messages.map((message) => (
              <li>{message}</li>
            ))}
          </ol>
          <p class="print-hide">
            <a href="/moc-ke-tiep">Xem toàn văn trước khi gửi</a>
          </p>
        </>
      )}
    </Card>
  );
}
