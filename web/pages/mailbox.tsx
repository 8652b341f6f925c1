import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayWithWeekday } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { Mark } from '../components/mark.tsx';
import { hrefLetter } from '../href.ts';
import { LetterText } from './letter-text.tsx';

export interface LetterListFact {
  id: string;
  /** Name and short form of the agency. */
  to: string;
  subject: string;
  at: Instant;
  bouncedAt: Instant | null;
}

/** Letters that this reader may see, newest day first. */
export interface MailboxView {
  days: { day: Day; letters: LetterListFact[] }[];
}

export interface LetterView {
  id: string;
  subject: Subject;
  title: string;
  /** Name and address: "Đôn Đốc, (cơ quan) <don-doc@…>". */
  from: string;
  to: string;
  at: Instant;
  acceptedAt: Instant | null;
  bouncedAt: Instant | null;
  /** The text part, as it came over the wire. */
  text: string;
}

/** Letters listed before older days are folded to one line each. */
const UNFOLDED = 20;

export function MailboxPage(view: MailboxView, letter: LetterView | null, filter: string): JSX.Element {
  return (
    <>
      <div class="mailbox-title">
        <h1>Hộp thư chạy thử</h1>
        <p class="lead">Mọi thư của bản chạy thử nằm ở đây; không thư nào ra ngoài máy này.</p>
      </div>
      <div class={`mailbox${letter === null ? '' : ' reading'}`}>
        <MailList view={view} open={letter?.id ?? null} filter={filter} />
        {letter === null ? (
          <section class="card letter-only">
            <p class="empty">Chọn một thư trong danh sách để đọc.</p>
          </section>
        ) : (
          <Letter letter={letter} filter={filter} />
        )}
      </div>
    </>
  );
}

function query(filter: string): string {
  return filter === '' ? '' : `?loc=${encodeURIComponent(filter)}`;
}

function MailList(props: { view: MailboxView; open: string | null; filter: string }): JSX.Element {
  return (
    <section class="card list-only" aria-label="Danh sách thư">
      <form class="mail-filter" method="get" action="/hop-thu">
        <label>
          <span class="sr">Lọc thư</span>
          <input type="text" name="loc" value={props.filter} placeholder="Lọc: người, cơ quan, không cần dấu" />
        </label>
        <button class="button" type="submit">
          Lọc
        </button>
      </form>
      {props.view.days.length === 0 ? (
        <p class="empty">
          {props.filter === '' ? (
            <strong>Chưa có thư nào. Thư đầu tiên đi vào lúc mốc kế tiếp.</strong>
          ) : (
            <>
              <strong>Không thấy thư nào khớp “{props.filter}”.</strong> <a href="/hop-thu">Xóa lọc</a>
            </>
          )}
        </p>
      ) : null}
      {props.view.days.map((day, index) => {
        const before = props.view.days.slice(0, index).reduce((sum, { letters }) => sum + letters.length, 0);
        const named = `${formatDayWithWeekday(day.day)} · ${day.letters.length} thư`;
        const list = <DayLetters {...props} letters={day.letters} />;
        if (before < UNFOLDED || props.filter !== '') {
          return (
            <>
              <h2 class="mail-day">{named}</h2>
              {list}
            </>
          );
        }
        return (
          <details open={day.letters.some(({ id }) => id === props.open)}>
            <summary class="mail-day">{named}</summary>
            {list}
          </details>
        );
      })}
    </section>
  );
}

function DayLetters(props: { letters: LetterListFact[]; open: string | null; filter: string }): JSX.Element {
  return (
    <ul class="mail-list">
      {props.letters.map((item) => (
        <li class={item.id === props.open ? 'open' : ''}>
          <div class="top">
            <strong>{item.to}</strong>
            <span>{timeOf(item.at)}</span>
          </div>
          <a
            href={`${hrefLetter(item.id)}${query(props.filter)}`}
            aria-current={item.id === props.open ? 'true' : undefined}
          >
            {item.subject}
          </a>
          {item.bouncedAt === null ? null : (
            <div>
              <span class="tag unreachable">
                <Mark name="struck" /> bị trả về {timeOf(item.bouncedAt)}
              </span>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function Letter({ letter, filter }: { letter: LetterView; filter: string }): JSX.Element {
  return (
    <article class="card letter-only">
      <header class="letter-head">
        <p class="phone-back">
          <a href={`/hop-thu${query(filter)}`}>Về danh sách thư</a>
        </p>
        <h2>{letter.title}</h2>
        <dl class="pairs">
          <dt>Từ</dt>
          <dd>{letter.from}</dd>
          <dt>Đến</dt>
          <dd>{letter.to}</dd>
          <dt>Lúc</dt>
          <dd>
            {formatDayWithWeekday(dayOf(letter.at))}, {timeOf(letter.at)} (+07:00) · <Standing letter={letter} />{' '}
            <span class="print-hide">
              · <a href={`${hrefLetter(letter.id)}?dang=chu`}>bản chữ thuần</a> ·{' '}
              <a href={`${hrefLetter(letter.id)}?dang=nguon`}>mã nguồn</a>
            </span>
          </dd>
        </dl>
      </header>
      <div class="mail-body">
        <LetterText text={letter.text} />
      </div>
    </article>
  );
}

function Standing({ letter }: { letter: LetterView }): JSX.Element {
  if (letter.bouncedAt !== null) {
    return (
      <strong>
        <Mark name="struck" /> bị trả về lúc {letter.bouncedAt.slice(11, 19)}
      </strong>
    );
  }
  if (letter.acceptedAt === null) return <>chờ gửi</>;
  return (
    <>
      <Mark name="tick" /> máy chủ nhận lúc {letter.acceptedAt.slice(11, 19)}
    </>
  );
}
