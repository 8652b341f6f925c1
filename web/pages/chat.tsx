import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Reply, ReplyLink, ReplyOption } from '../../bot/dialogue/types.ts';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayWithWeekday } from '../../wording/format.ts';
import { Hidden } from '../components/field.tsx';
import { Mark } from '../components/mark.tsx';
import { type StateFact, StateTag } from '../components/state-tag.tsx';
import { hrefObligation, hrefReceipt } from '../href.ts';

/** One line of the log. `saved` is false only while a line could not yet be written. */
export type ChatLine =
  | { by: 'person'; at: Instant; text: string; saved: boolean }
  | { by: 'us'; at: Instant; reply: Reply };

/** One item of "Việc của tôi". */
export interface ChatDuty {
  n: number;
  /** Item key that opens it in the dialogue. */
  item: string;
  title: string;
  /** The agency where it is not the person's own, plan and clause: "Sở …, KH …, mục IV.2". */
  basis: string;
  lastDay: Day | null;
  state: StateFact;
  /** Replaces the state's word: "đã gửi 09:14". */
  word: string | null;
  open: boolean;
}

/** The web chat of one person. */
export interface ChatView {
  duties: ChatDuty[];
  /** Oldest first. */
  lines: ChatLine[];
  /** Number of the open question; null before the first. */
  question: number | null;
  /** How far the dialogue stood when the page was made: the same words sent twice from one page are said once. */
  turn: number;
  /** Its numbered answers. */
  options: ReplyOption[];
  contact: { name: string; agency: string; phone: string; note: string | null } | null;
}

const SHOWN = 24;
/** Letters of an answer that fit on a button. */
const LONG = 36;
/** Cards of one answer, at most; what stands before them came by itself, such as the day's notice. */
const MOST_CARDS = 3;

/** `asked` = the item that a link named; it is opened by a button, for looking at a page changes nothing. */
export function ChatPage(view: ChatView, asked: string | null, withTelegram = false): JSX.Element {
  return (
    <>
      <h1 class="sr">Trả lời trong chat</h1>
      <div class="chat-grid">
        <Duties duties={view.duties} />
        <section class="chat" aria-label="Trao đổi với Đôn Đốc">
          <Log lines={view.lines} />
          {asked === null ? null : <AskedItem item={asked} />}
          <AnswerForm view={view} />
        </section>
        <Words view={view} withTelegram={withTelegram} />
      </div>
    </>
  );
}

function Duties({ duties }: { duties: ChatDuty[] }): JSX.Element {
  return (
    <aside aria-label="Việc của tôi">
      <h2>Việc của tôi ({duties.length})</h2>
      {duties.length === 0 ? <p class="note">Không có việc nào chờ Ông/Bà.</p> : null}
      <ol class="duties">
        {duties.map((duty) => (
          <li class={`duty${duty.open ? ' open' : ''}`}>
            <span class="number" aria-hidden="true">
              {duty.n}
            </span>
            <div>
              <form method="post" action="/chat/mo">
                <Hidden name="viec" value={duty.item} />
                <button class="link-button" type="submit">
                  {duty.title}
                </button>
              </form>
              {duty.basis}
              {duty.lastDay === null ? null : (
                <>
                  <br />
                  Hạn {formatDay(duty.lastDay)}
                </>
              )}
              <br />
              {duty.word === null ? <StateTag state={duty.state} /> : <StateTag state={duty.state} word={duty.word} />}
            </div>
          </li>
        ))}
      </ol>
    </aside>
  );
}

function Log({ lines }: { lines: ChatLine[] }): JSX.Element {
  const folded = lines.length > SHOWN ? lines.slice(0, -SHOWN) : [];
  const shown = lines.length > SHOWN ? lines.slice(-SHOWN) : lines;
  return (
    <div class="chat-log" role="log" aria-live="polite" aria-label="Các tin" tabindex={0}>
      {folded.length === 0 ? null : (
        <details>
          <summary>Các tin trước đó ({folded.length})</summary>
          <Lines lines={folded} before={null} last={false} />
        </details>
      )}
      <Lines lines={shown} before={folded.at(-1) ?? null} last />
    </div>
  );
}

function Lines(props: { lines: ChatLine[]; before: ChatLine | null; last: boolean }): JSX.Element {
  const answer = props.last ? startOfAnswer(props.lines) : -1;
  return (
    <ol>
      {props.lines.map((line, index) => {
        const before = index === 0 ? props.before : (props.lines[index - 1] ?? null);
        const newDay = before === null || dayOf(before.at) !== dayOf(line.at);
        return (
          <li id={index === answer ? 'cau-hoi' : undefined}>
            {newDay ? <p class="chat-day">{formatDayWithWeekday(dayOf(line.at))}</p> : null}
            {line.by === 'person' ? <Said line={line} /> : <ReplyCard reply={line.reply} />}
          </li>
        );
      })}
    </ol>
  );
}

/** Where the page opens: at what answers the last words, receipt or refusal before the next question, or at the question. */
function startOfAnswer(lines: ChatLine[]): number {
  const question = lines.findLastIndex((line) => line.by === 'us');
  const said = lines.findLastIndex((line) => line.by === 'person');
  return said < question && said >= question - MOST_CARDS ? said + 1 : question;
}

function Said({ line }: { line: Extract<ChatLine, { by: 'person' }> }): JSX.Element {
  return (
    <div class="said">
      <p>{line.text === '' ? '(không có chữ)' : line.text}</p>
      <small>
        Ông/Bà · {timeOf(line.at)} ·{' '}
        {line.saved ? (
          <>
            <Mark name="tick" /> đã lưu
          </>
        ) : (
          'chưa lưu'
        )}
      </small>
    </div>
  );
}

/** One message of ours as a card: title, lines, facts, rows, numbered options, hint, links. */
export function ReplyCard({ reply }: { reply: Reply }): JSX.Element {
  const css = reply.kind === 'receipt' ? ' receipt' : reply.kind === 'error' ? ' refusal' : '';
  return (
    <div class={`reply${css}`}>
      {reply.title === undefined ? null : reply.kind === 'receipt' || reply.kind === 'saved' ? (
        <p class="saved">
          <Mark name="tick" /> {reply.title}
        </p>
      ) : (
        <h2 class="reply-title">{reply.title}</h2>
      )}
      {reply.lines.map((line) => (
        <ReplyLine line={line} />
      ))}
      {reply.fields === undefined || reply.fields.length === 0 ? null : (
        <dl class="pairs">
          {reply.fields.map((field) => (
            <>
              <dt>{field.label}</dt>
              <dd>{field.value}</dd>
            </>
          ))}
        </dl>
      )}
      {reply.rows === undefined || reply.rows.length === 0 ? null : (
        <table>
          <caption class="sr">{reply.title ?? 'Danh sách'}</caption>
          <tbody>
            {reply.rows.map((row) => (
              <tr>
                <th scope="row">{row.n}</th>
                <td>
                  {row.label}: <strong>{row.value}</strong>
                  {row.note === undefined ? '' : ` (${row.note})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {reply.options === undefined || reply.options.length === 0 ? null : (
        <ul class={reply.options.some(isLong) ? 'options long' : 'options'}>
          {reply.options.map((option) => (
            <li>
              <b>{option.n}</b> <span>{option.label}</span>
            </li>
          ))}
        </ul>
      )}
      {reply.hint === undefined ? null : <p class="note">{reply.hint}</p>}
      {reply.links === undefined || reply.links.length === 0 ? null : (
        <p class="print-hide">
          {reply.links.map((link, index) => (
            <>
              {index === 0 ? '' : ' · '}
              <a href={linkHref(link)}>{link.label}</a>
            </>
          ))}
        </p>
      )}
    </div>
  );
}

/** Too long for a button: it is read in the card above, and the buttons bear the numbers alone. */
function isLong({ label }: ReplyOption): boolean {
  return label.length > LONG;
}

/** A line of a reply; the number that starts it stands out. */
function ReplyLine({ line }: { line: string }): JSX.Element {
  const number = /^\d+\. /.exec(line)?.[0];
  if (number === undefined) return <p>{line}</p>;
  return (
    <p>
      <strong>{number}</strong>
      {line.slice(number.length)}
    </p>
  );
}

function linkHref(link: ReplyLink): string {
  return link.to === 'obligation' ? hrefObligation(link.obligation) : hrefReceipt(link.number);
}

function AskedItem({ item }: { item: string }): JSX.Element {
  return (
    <form method="post" action="/chat/mo" class="chat-form">
      <Hidden name="viec" value={item} />
      <button class="button primary" type="submit">
        Mở việc Ông/Bà vừa chọn
      </button>
    </form>
  );
}

function AnswerForm({ view }: { view: ChatView }): JSX.Element {
  const numbers = view.options.some(isLong);
  const question = (
    <>
      {view.question === null ? null : <Hidden name="cau" value={String(view.question)} />}
      <Hidden name="luot" value={String(view.turn)} />
    </>
  );
  return (
    <div class="chat-form" id="tra-loi">
      <label for="f-chu">
        <strong>Trả lời của Ông/Bà</strong> <span class="note">cho câu hỏi cuối cùng ở trên</span>
      </label>
      {view.options.length === 0 ? null : (
        <form method="post" action="/chat">
          {question}
          <div class="buttons">
            {view.options.map((option) => (
              <button class={numbers ? 'button number' : 'button'} type="submit" name="chu" value={String(option.n)}>
                {option.n} {numbers ? <span class="sr">{option.label}</span> : option.label}
              </button>
            ))}
          </div>
        </form>
      )}
      <form method="post" action="/chat">
        {question}
        <div class="line">
          <input type="text" id="f-chu" name="chu" placeholder="Gõ số hoặc chữ" autocomplete="off" />
          <button class="button primary" type="submit">
            Gửi
          </button>
        </div>
      </form>
    </div>
  );
}

const WORDS: [word: string, meaning: string][] = [
  ['việc', 'danh sách việc'],
  ['lại', 'câu trước'],
  ['sửa 2', 'sửa câu 2'],
  ['bỏ qua', 'để trống câu này'],
  ['tạm dừng, tiếp', ''],
  ['trợ giúp', ''],
];

function Words({ view, withTelegram }: { view: ChatView; withTelegram: boolean }): JSX.Element {
  return (
    <aside class="help-words" aria-label="Chữ luôn dùng được">
      <h2>Chữ luôn dùng được</h2>
      {WORDS.map(([word, meaning]) => (
        <p>
          <strong>{word}</strong> {meaning}
        </p>
      ))}
      {view.contact === null ? null : (
        <>
          <h2>Cần trao đổi, xin gọi</h2>
          <p>
            {view.contact.name}, {view.contact.agency}
          </p>
          <p>
            <a href={`tel:${view.contact.phone.replace(/[^\d+]/g, '')}`}>{view.contact.phone}</a>
            {view.contact.note === null ? '' : ` (${view.contact.note})`}
          </p>
        </>
      )}
      {withTelegram ? (
        <p>
          <a href="/telegram">Liên kết Telegram</a>
        </p>
      ) : null}
    </aside>
  );
}
