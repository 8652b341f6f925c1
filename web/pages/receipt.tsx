import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '../../domain/calendar/instant.ts';
import { formatInstant } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { Card } from '../components/card.tsx';
import { Mark } from '../components/mark.tsx';
import { hrefObligation } from '../href.ts';

/** A receipt as it stands in the database: what anybody who holds its number and may see the duty can verify. */
export interface ReceiptView {
  number: string;
  subject: Subject;
  obligation: string;
  at: Instant;
  /** Duty, plan, clause and version: "Báo cáo năm …, KH …, mục IV.2, bản 1". */
  what: string;
  agency: string;
  /** "bản nháp, đến khi lãnh đạo Sở xác nhận hoặc có số công văn". */
  standing: string;
  answers: { label: string; value: string }[];
}

export function ReceiptPage(view: ReceiptView): JSX.Element {
  return (
    <>
      <h1>Biên nhận {view.number}</h1>
      <Card title="Đã ghi nhận">
        <p>
          <Mark name="tick" /> Số biên nhận này có trong cơ sở dữ liệu của Đôn Đốc.
        </p>
        <dl class="pairs">
          <dt>Lúc</dt>
          <dd>{formatInstant(view.at)}</dd>
          <dt>Việc</dt>
          <dd>{view.what}</dd>
          <dt>Cơ quan</dt>
          <dd>{view.agency}</dd>
          <dt>Giá trị</dt>
          <dd>{view.standing}</dd>
          {view.answers.map((answer) => (
            <>
              <dt>{answer.label}</dt>
              <dd>
                <strong>{answer.value}</strong>
              </dd>
            </>
          ))}
        </dl>
        <p class="print-hide">
          <a href={hrefObligation(view.obligation)}>Xem nghĩa vụ này</a>
        </p>
      </Card>
    </>
  );
}
