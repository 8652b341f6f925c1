import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day } from '../../domain/calendar/instant.ts';
import { formatDay } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { hrefImported, hrefObligation, hrefPlan } from '../href.ts';

export interface ImportedFact {
  key: string;
  /** "báo cáo năm …". */
  title: string;
  agency: string;
  clause: string | null;
  lastDay: Day;
  standing:
    | { is: 'letter'; number: string; day: Day }
    | { is: 'notApplicable'; reason: string }
    | { is: 'noEvidence' }
    | { is: 'reopened'; to: Day };
}

/** Duties whose day lies before the start of use: listed once, written about to nobody. */
export interface ImportedView {
  subject: Subject;
  plan: { id: string; name: string };
  importedUntil: Day;
  rows: ImportedFact[];
}

export function ImportedPage(
  view: ImportedView,
  options: { canSettle: boolean; act: ActPanelProps | null },
): JSX.Element {
  const here = hrefImported(view.plan.id);
  const open = view.rows.filter((row) => row.standing.is === 'noEvidence').length;
  return (
    <>
      <Breadcrumb
        parts={[
          { label: 'Kế hoạch', href: '/ke-hoach' },
          { label: view.plan.name, href: hrefPlan(view.plan.id) },
          { label: 'Trước ngày bắt đầu' },
        ]}
      />
      <h1>Trước ngày bắt đầu</h1>
      <p class="lead large">
        Các nghĩa vụ của {view.plan.name} có hạn trước {formatDay(view.importedUntil)}, ngày bắt đầu dùng Đôn Đốc. Không
        ai nhận tin về các nghĩa vụ này. Còn {open} nghĩa vụ chưa có bằng chứng.
      </p>
      {options.act === null ? null : <ActPanel {...options.act} />}
      <Card title={`${view.rows.length} nghĩa vụ`} flush>
        {view.rows.length === 0 ? (
          <Empty what="Không có nghĩa vụ nào trước ngày bắt đầu." />
        ) : (
          <DataTable
            caption="Nghĩa vụ trước ngày bắt đầu"
            columns={[
              { head: 'Nghĩa vụ' },
              { head: 'Cơ quan' },
              { head: 'Căn cứ' },
              { head: 'Hạn' },
              { head: 'Tình trạng', label: null },
              { head: 'Xử lý', label: null, action: true },
            ]}
            rows={view.rows.map((row) => ({
              cells: [
                <strong>{row.title}</strong>,
                row.agency,
                row.clause ?? 'mặc định của hệ thống',
                formatDay(row.lastDay),
                <Standing row={row} />,
                options.canSettle && row.standing.is === 'noEvidence' ? (
                  <ul class="filters">
                    {[
                      { viec: 'co-van-ban', label: 'Đã có văn bản' },
                      { viec: 'khong-ap-dung', label: 'Không áp dụng' },
                      { viec: 'mo-lai', label: 'Mở lại' },
                    ].map((act) => (
                      <li>
                        <a href={`${here}?muc=${encodeURIComponent(row.key)}&viec=${act.viec}#viec`}>
                          {act.label}
                          <span class="sr">
                            : {row.agency}, {row.title}
                          </span>
                        </a>
                      </li>
                    ))}
                  </ul>
                ) : null,
              ],
            }))}
          />
        )}
      </Card>
    </>
  );
}

function Standing({ row }: { row: ImportedFact }): JSX.Element {
  const { standing } = row;
  switch (standing.is) {
    case 'letter':
      return (
        <>
          <StateTag state={{ is: 'letter' }} />{' '}
          <small>
            số {standing.number} ngày {formatDay(standing.day)}
          </small>
        </>
      );
    case 'notApplicable':
      return (
        <>
          <StateTag state={{ is: 'notApplicable' }} /> <small>{standing.reason}</small>
        </>
      );
    case 'noEvidence':
      return <StateTag state={{ is: 'noEvidence' }} />;
    case 'reopened':
      return (
        <>
          <StateTag state={{ is: 'extended', to: standing.to }} word="đã mở lại" />{' '}
          <small>
            <a href={hrefObligation(row.key)}>hạn {formatDay(standing.to)}</a>
          </small>
        </>
      );
  }
}
