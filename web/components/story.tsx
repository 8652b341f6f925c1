import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayShort, formatTimeBeside, weekdayName } from '../../wording/format.ts';
import { Mark, type MarkName } from './mark.tsx';

/** How one message went on one channel. */
export interface DeliveryFact {
  /** "Chat web". */
  channel: string;
  is: 'queued' | 'held' | 'delivered' | 'read' | 'accepted' | 'bounced' | 'failed';
  at: Instant | null;
}

/** One thing that happened, newest first on the page. */
export interface StoryFact {
  at: Instant;
  mark: MarkName;
  tone: 'plain' | 'done' | 'returned' | 'due' | 'overdue' | 'extended';
  title: string;
  text: string | null;
  link: { href: string; label: string } | null;
  /** The message word for word, opened on demand; null where none was sent. */
  fullText: string[] | null;
  deliveries: DeliveryFact[];
  /** For the filters over the list. */
  group: 'sent' | 'answer' | 'decision' | 'other';
}

const DELIVERED: Record<DeliveryFact['is'], string> = {
  queued: 'chờ gửi',
  held: 'giữ đến khi người nhận vào chat',
  delivered: 'đã tới',
  read: 'đã đọc',
  accepted: 'máy chủ đã nhận',
  bounced: 'bị trả về',
  failed: 'chưa gửi được',
};

export function Story({ entries }: { entries: StoryFact[] }): JSX.Element {
  return (
    <ol class="story">
      {entries.map((entry) => (
        <li>
          <p class="when">
            <strong>
              {weekdayName(dayOf(entry.at))} {formatDayShort(dayOf(entry.at))}
            </strong>
            <span>{timeOf(entry.at)}</span>
          </p>
          <span class={`dot ${entry.tone}`}>
            <Mark name={entry.mark} />
          </span>
          <div class="what">
            <h3>{entry.title}</h3>
            {entry.text === null && entry.link === null ? null : (
              <p>
                {entry.text} {entry.link === null ? null : <a href={entry.link.href}>{entry.link.label}</a>}
              </p>
            )}
            {entry.deliveries.length === 0 ? null : (
              <ul class="deliveries">
                {entry.deliveries.map((delivery) => (
                  <Delivery delivery={delivery} sentOn={dayOf(entry.at)} />
                ))}
              </ul>
            )}
            {entry.fullText === null ? null : (
              <details class="calc print-hide">
                <summary>Xem toàn văn</summary>
                <div class="message">
                  {entry.fullText.map((line) => (
                    <p>{line}</p>
                  ))}
                </div>
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Delivery({ delivery, sentOn }: { delivery: DeliveryFact; sentOn: Day }): JSX.Element {
  const failed = delivery.is === 'bounced' || delivery.is === 'failed';
  const waits = delivery.is === 'queued' || delivery.is === 'held';
  return (
    <li class={failed ? 'failed' : waits ? 'queued' : ''}>
      <Mark name={failed ? 'struck' : waits ? 'clock' : 'tick'} /> {delivery.channel}: {DELIVERED[delivery.is]}
      {delivery.at === null ? '' : ` ${formatTimeBeside(delivery.at, sentOn)}`}
    </li>
  );
}
