import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '../../domain/calendar/instant.ts';
import { Box } from './box.tsx';
import { Card } from './card.tsx';
import { DataTable } from './data-table.tsx';
import { Mark } from './mark.tsx';

/** What the running workflow answered by Query, beside the projection. Values are in words, instants already written. */
export interface RunningView {
  askedAt: Instant;
  /** False when it did not answer; then every `running` below is null. */
  answered: boolean;
  workflowId: string;
  runId: string | null;
  rows: { what: string; running: string | null; projection: string | null; same: boolean }[];
  /** One sentence per difference, with its likely reason; empty when the two agree. */
  differences: string[];
}

/** Says that workflow and projection differ, before the tables that show where. */
export function DifferenceBox({ running, here }: { running: RunningView; here: string }): JSX.Element | null {
  if (!running.answered) {
    return (
      <Box tone="info">
        <p>
          <strong>Luồng công việc chưa trả lời.</strong> Trang này đang hiển thị bản chiếu trong cơ sở dữ liệu.{' '}
          <a href={here}>Hỏi lại ngay</a>
        </p>
      </Box>
    );
  }
  if (running.differences.length === 0) return null;
  return (
    <Box tone="differs">
      <p>
        <Mark name="differs" /> <strong>Có {running.differences.length} điểm khác.</strong>{' '}
        {running.differences.join(' ')} <a href={here}>Hỏi lại ngay</a>
      </p>
    </Box>
  );
}

export function Same({ same }: { same: boolean }): JSX.Element {
  return same ? (
    <span class="nowrap">
      <Mark name="tick" /> khớp
    </span>
  ) : (
    <strong class="nowrap">
      <Mark name="differs" /> khác
    </strong>
  );
}

/** The workflow's own account beside the projection, row by row. */
export function RunningCard({ running, here }: { running: RunningView; here: string }): JSX.Element {
  return (
    <Card
      title="Luồng công việc và bản chiếu"
      id="luong"
      flush
      aside={
        <>
          hỏi luồng lúc {running.askedAt.slice(11, 19)}
          <span class="print-hide">
            {' · '}
            <a href={`${here}#luong`}>Hỏi lại</a>
          </span>
        </>
      }
    >
      <p class="empty note">
        “Luồng” là tiến trình đang theo dõi và quyết định kỳ này; “bản chiếu” là bảng mà các trang hiển thị. Quyết định
        luôn theo luồng.
      </p>
      <DataTable
        caption="Điều luồng đang chạy trả lời, bên cạnh bản chiếu"
        columns={[
          { head: 'Điều được hỏi' },
          { head: 'Luồng đang chạy trả lời (Temporal)', label: 'Luồng' },
          { head: 'Bản chiếu trong cơ sở dữ liệu', label: 'Bản chiếu' },
          { head: 'So sánh', label: null },
        ]}
        rows={[
          ...running.rows.map((row) => ({
            cells: [
              <strong>{row.what}</strong>,
              row.running ?? 'chưa trả lời',
              row.projection ?? '–',
              running.answered ? <Same same={row.same} /> : 'chưa rõ',
            ],
          })),
          {
            cells: [
              <strong>Mã luồng</strong>,
              <>
                <code>{running.workflowId}</code>
                <br />
                <span class="note">lần chạy</span> <code>{running.runId ?? 'chưa trả lời'}</code>
              </>,
              null,
              null,
            ],
          },
        ]}
      />
    </Card>
  );
}
