import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayOf } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort, weekdayName } from '../../wording/format.ts';
import { Card } from '../components/card.tsx';
import { DataTable, type Row } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { Ladder } from '../components/ladder.tsx';
import { type StateFact, StateTag } from '../components/state-tag.tsx';
import { hrefObligation, hrefPerson } from '../href.ts';
import { BasisCell } from './basis.tsx';
import type { TodayView } from './today-facts.ts';
import { Rest, shownOf } from './today-rest.tsx';
import { whenWords } from './today-when.ts';

/** Duties past their last day, with the ladder of each. */
export function Overdue({ view, whole }: { view: TodayView; whole: boolean }): JSX.Element {
  const rows: Row[] = shownOf(view.overdue, whole).map((item) => ({
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
    <Card
      title={`Quá hạn (${view.overdue.length})`}
      id="qua-han"
      flush
      aside="hệ thống chưa ghi nhận báo cáo; ngày làm việc"
    >
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
      <Rest of={view.overdue} whole={whole} id="qua-han" days={view.days} />
    </Card>
  );
}

function dueWord(state: StateFact): string | undefined {
  if (state.is === 'extended') return 'đã gia hạn';
  return state.is === 'due' ? 'sắp đến hạn' : undefined;
}

/** Duties that fall due within the days asked for. */
export function Due({ view, whole }: { view: TodayView; whole: boolean }): JSX.Element {
  const rows: Row[] = shownOf(view.due, whole).map((item) => {
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
      title={`Đến hạn trong ${view.days} ngày làm việc (${view.due.length})`}
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
      <Rest of={view.due} whole={whole} id="sap-den-han" days={view.days} />
    </Card>
  );
}

/** Persons whom no message reaches. */
export function Unreachable({ view }: { view: TodayView }): JSX.Element | null {
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
