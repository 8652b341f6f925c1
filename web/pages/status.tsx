import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '../../domain/calendar/instant.ts';
import { formatInstant } from '../../wording/format.ts';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { Mark } from '../components/mark.tsx';
import { Same } from '../components/running-card.tsx';

/** The state of the program. `workflows` is empty for those who do not watch over it. */
export interface StatusView {
  at: Instant;
  /** One part of the house a line: "Máy chủ công việc (Temporal)", "đang chạy, bản 1.29.0". */
  parts: { what: string; ok: boolean; words: string }[];
  workflows: {
    id: string;
    type: string;
    /** Null = it did not answer. */
    status: string | null;
    phase: string | null;
    nextWake: string | null;
    projection: string | null;
    same: boolean;
  }[];
}

export function StatusPage(view: StatusView): JSX.Element {
  const down = view.parts.filter((part) => !part.ok).length;
  return (
    <>
      <h1>Trạng thái hệ thống</h1>
      <p class="lead">
        Lúc {formatInstant(view.at)}. {down === 0 ? 'Mọi bộ phận đang chạy.' : `${down} bộ phận cần chú ý.`}
      </p>
      <Card title="Bộ phận" flush>
        <DataTable
          caption="Bộ phận và tình trạng"
          columns={[{ head: 'Bộ phận' }, { head: 'Tình trạng', label: null }, { head: 'Chi tiết', label: null }]}
          rows={view.parts.map((part) => ({
            cells: [
              <strong>{part.what}</strong>,
              <span class="nowrap">
                <Mark name={part.ok ? 'tick' : 'warning'} /> {part.ok ? 'đang chạy' : 'cần chú ý'}
              </span>,
              part.words,
            ],
          }))}
        />
      </Card>
      {view.workflows.length === 0 ? null : (
        <Card title={`Luồng đang chạy (${view.workflows.length})`} flush aside="hỏi từng luồng, so với bản chiếu">
          <DataTable
            caption="Luồng đang chạy, bên cạnh bản chiếu"
            columns={[
              { head: 'Mã luồng' },
              { head: 'Loại' },
              { head: 'Trạng thái' },
              { head: 'Giai đoạn' },
              { head: 'Mốc kế tiếp' },
              { head: 'Bản chiếu' },
              { head: 'So sánh', label: null },
            ]}
            rows={view.workflows.map((flow) => ({
              differs: flow.status !== null && !flow.same,
              cells: [
                <code>{flow.id}</code>,
                flow.type,
                flow.status ?? 'chưa trả lời',
                flow.phase ?? '–',
                flow.nextWake ?? '–',
                flow.projection ?? '–',
                flow.status === null ? 'chưa rõ' : <Same same={flow.same} />,
              ],
            }))}
          />
        </Card>
      )}
      {view.parts.length === 0 ? <Empty what="Chưa có bộ phận nào báo tình trạng." /> : null}
    </>
  );
}
