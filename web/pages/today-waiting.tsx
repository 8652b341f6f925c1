import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { formatDayShort, quoted } from '../../wording/format.ts';
import { ActButton } from '../components/act-button.tsx';
import { Card } from '../components/card.tsx';
import { DataTable, type Row } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { hrefConclusion, hrefObligation, hrefObstacle, hrefOpinion, hrefTargets } from '../href.ts';
import { BasisCell } from './basis.tsx';
import type { TodayView, WaitingFact } from './today-facts.ts';
import { Rest, shownOf } from './today-rest.tsx';
import { whenWords } from './today-when.ts';

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
        detail:
          [act.deadline > 1 ? `hạn số ${act.deadline}` : null, act.parts ?? null].filter(Boolean).join('; ') || null,
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
    case 'conclusion':
      return {
        title: <strong>Kết luận {act.name}</strong>,
        detail: 'báo cáo đã gửi; chờ kết luận về kế hoạch',
        button: 'Ghi kết luận',
        href: hrefConclusion(act.plan, act.review),
      };
    case 'targetBasis':
      return {
        title: <strong>Cho căn cứ tính chỉ tiêu</strong>,
        detail: `chỉ tiêu ${act.targets.join(', ')}: chưa có số gốc hoặc năm bắt đầu`,
        button: 'Cho căn cứ',
        href: hrefTargets(act.plan),
      };
  }
}

/** What waits for the reader, each with the one button that opens it. */
export function Waiting({ view, whole }: { view: TodayView; whole: boolean }): JSX.Element {
  const rows: Row[] = shownOf(view.waiting, whole).map((item) => {
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
    <Card title={`Chờ tôi xử lý (${view.waiting.length})`} id="cho-toi" flush aside="xếp theo hạn của người xử lý">
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
      <Rest of={view.waiting} whole={whole} id="cho-toi" days={view.days} />
    </Card>
  );
}
