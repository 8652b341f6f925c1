import type { JSX } from 'hono/jsx/jsx-runtime';
import { measureText } from '../../domain/plan/clause-text.ts';
import { formatDayWithWeekday, quoted } from '../../wording/format.ts';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { hrefAskParts, hrefObligation } from '../href.ts';
import type { ObligationView, PartFact } from './obligation-facts.ts';

/** Parts of others that a lead waits for: who, which measure, until when, how it stands, and the words that came. */
export function Parts({ view }: { view: ObligationView }): JSX.Element | null {
  const { asked } = view.parts;
  if (asked.length === 0) return null;
  const missing = asked.filter(isMissing).length;
  return (
    <Card
      title={`Phần phối hợp (${asked.length})`}
      id="phan-phoi-hop"
      flush
      aside={missing === 0 ? 'đã đến đủ' : `còn thiếu ${missing}`}
    >
      <DataTable
        caption="Phần phối hợp của các cơ quan"
        columns={[
          { head: 'Cơ quan' },
          { head: 'Nhiệm vụ', label: null },
          { head: 'Hạn' },
          { head: 'Tình trạng', label: null },
          { head: 'Phần đã gửi', label: null },
          { head: 'Mở', label: null, action: true },
        ]}
        rows={asked.map((part) => ({
          cells: [
            <strong>{part.agency}</strong>,
            measureText(part.measure),
            formatDayWithWeekday(part.lastDay),
            <StateTag state={part.state} />,
            part.words === null ? <span class="quiet-word">chưa có</span> : <span class="note-cell">{part.words}</span>,
            <a class={`button${part.waits ? ' primary' : ''}`} href={hrefObligation(part.key)}>
              {part.waits ? 'Xem, duyệt' : 'Xem'}
              <span class="sr">: {part.agency}</span>
            </a>,
          ],
        }))}
      />
    </Card>
  );
}

/** True while the lead has nothing of it: a draft has not come. */
function isMissing({ state }: PartFact): boolean {
  return state.is !== 'waiting' && state.is !== 'accepted' && state.is !== 'late' && state.is !== 'waived';
}

/** Which measure parts are asked for, where a duty is about several. */
export function PartsChoice({ view }: { view: ObligationView }): JSX.Element {
  return (
    <section class="card" id="viec">
      <header>
        <h2>Xin phần phối hợp của nhiệm vụ nào?</h2>
      </header>
      <div class="body">
        <ul>
          {(view.parts.offer?.measures ?? []).map(({ measure, text, agencies }) => (
            <li>
              <a href={hrefAskParts(view.key, measure)}>{capitalised(measureText(measure))}</a>: {quoted(text)}{' '}
              <span class="note">({agencies.length} cơ quan có thể xin)</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={hrefObligation(view.key)}>Thôi</a>
        </p>
      </div>
    </section>
  );
}

/** The measure that a form is about, in the plan's words. */
export function MeasureWords({ measure, text }: { measure: string; text: string }): JSX.Element {
  return (
    <p>
      <strong>{capitalised(measureText(measure))}</strong>: {quoted(text)}
    </p>
  );
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
