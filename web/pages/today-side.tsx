import type { JSX } from 'hono/jsx/jsx-runtime';
import { formatDay, formatDayShort, weekdayName } from '../../wording/format.ts';
import { Card } from '../components/card.tsx';
import { ShareBar } from '../components/share-bar.tsx';
import { hrefObligation, hrefPlan, hrefRound } from '../href.ts';
import type { PlanShareFact, TodayView } from './today-facts.ts';
import { whenWords } from './today-when.ts';

/** One plan: a bar for each open round, and its consolidation. */
export function PlanCard({ plan, roundLinks }: { plan: PlanShareFact; roundLinks: boolean }): JSX.Element {
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

/** What leaves at the next milestone. */
export function Next({ view }: { view: TodayView }): JSX.Element {
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
          {view.next.messages.length === 0 ? null : (
            <p class="print-hide">
              <a href="/moc-ke-tiep">Xem toàn văn trước khi gửi</a>
            </p>
          )}
        </>
      )}
    </Card>
  );
}
