import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Instant } from '../../domain/calendar/instant.ts';
import { formatInstant } from '../../wording/format.ts';
import { Card } from '../components/card.tsx';
import { Empty } from '../components/empty.tsx';
import { MessageCard, type MessageFact } from '../components/message-card.tsx';

/** What leaves at the next milestone, word for word; null when nothing is planned. */
export interface UpcomingView {
  at: Instant | null;
  messages: MessageFact[];
}

export function UpcomingPage(view: UpcomingView): JSX.Element {
  return (
    <>
      <h1>Sẽ gửi khi đến mốc kế tiếp</h1>
      <p class="lead">
        {view.at === null
          ? 'Không còn mốc nào trong lịch.'
          : `Mốc kế tiếp: ${formatInstant(view.at)}. Chưa tin nào rời hệ thống.`}
      </p>
      <Card title={`${view.messages.length} tin`} flush={view.messages.length === 0}>
        {view.messages.length === 0 ? (
          <Empty what="Không có tin nào được gửi vào mốc kế tiếp." />
        ) : (
          <ul class="messages">
            {view.messages.map((message) => (
              <li>
                <MessageCard message={message} />
              </li>
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
