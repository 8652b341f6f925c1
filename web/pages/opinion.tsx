import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, quoted, weekdayName } from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { Box } from '../components/box.tsx';
import { ErrorSummary, Hidden } from '../components/field.tsx';
import { type LadderFact, Rungs } from '../components/ladder.tsx';
import { Mark } from '../components/mark.tsx';
import type { FormState } from '../forms/form-state.ts';
import { hrefOpinion } from '../href.ts';

/** One thing that was already done about it, oldest first. */
export interface DoneFact {
  on: Day;
  text: string;
  /** What reached, on which channel: "đã đọc trên chat web 10:12". */
  reached: string[];
}

/** The letter that asks a leader for one line. No answer is preselected. */
export interface OpinionView {
  key: string;
  subject: Subject;
  sentAt: Instant;
  /** "Lý Thị Giả Định, Phó Chủ tịch UBND tỉnh". */
  addressee: string;
  agency: string;
  /** "báo cáo năm …". */
  title: string;
  /** Working days past. */
  overdue: number;
  basis: string;
  lastDay: Day;
  /** What the delay touches; null when nothing depends on it. */
  effect: string | null;
  done: DoneFact[];
  ladder: LadderFact;
  /** Full name of the agency that goes on following up. */
  coordinator: string;
  proposedDay: Day;
  extendDay: Day;
  /** When it is asked again, and when it goes to the next post; null where there is none. */
  repeatOn: Day;
  nextPostOn: Day | null;
  /** Words and instant of the answer once given. */
  answered: { at: Instant; words: string } | null;
  week: { onTime: number; of: number; overdue: number; obstacles: number; items: string[] } | null;
}

export function OpinionPage(view: OpinionView, form: FormState): JSX.Element {
  return (
    <>
      <p class="note">
        Tin ngày {formatDayWithWeekday(dayOf(view.sentAt))}, {timeOf(view.sentAt)} · một tin, một việc
      </p>
      <article class="letter-card">
        <header>
          <h1>
            Xin ý kiến: {view.agency}, {view.title}
          </h1>
          <p>Kính gửi Ông/Bà {view.addressee}.</p>
        </header>
        <Matter view={view} />
        {view.answered === null ? (
          <Answers view={view} form={form} />
        ) : (
          <div class="part answers-given">
            <Box tone="done">
              <p>
                <Mark name="tick" /> <strong>Đã ghi nhận ý kiến</strong> lúc {timeOf(view.answered.at)} ngày{' '}
                {formatDay(dayOf(view.answered.at))}: {quoted(view.answered.words)}
              </p>
            </Box>
          </div>
        )}
      </article>
      <Week view={view} />
    </>
  );
}

function Matter({ view }: { view: OpinionView }): JSX.Element {
  return (
    <div class="part">
      <p class="ask">
        Hệ thống chưa ghi nhận {view.title} của {view.agency}. Đã qua hạn <strong>{view.overdue} ngày làm việc</strong>.
      </p>
      {view.answered === null ? (
        <div class="buttons jump">
          <span>Trả lời:</span>
          <a class="button" href="#tra-loi-1">
            1 Đã xem
          </a>
          <a class="button" href="#tra-loi-2">
            2 Chỉ đạo
          </a>
          <a class="button" href="#tra-loi-3">
            3 Gia hạn
          </a>
        </div>
      ) : null}
      <dl class="pairs">
        <dt>Căn cứ</dt>
        <dd>{view.basis}</dd>
        <dt>Hạn</dt>
        <dd>{formatDayWithWeekday(view.lastDay)}</dd>
        {view.effect === null ? null : (
          <>
            <dt>Ảnh hưởng</dt>
            <dd>{view.effect}</dd>
          </>
        )}
      </dl>
      <h2>Đã làm</h2>
      <ol class="steps">
        {view.done.map((step, index) => (
          <li>
            <strong>{formatDayShort(step.on)}</strong> {step.text}
            {step.reached.map((words, n) => (
              <>
                {n === 0 ? ': ' : '; '}
                <Mark name="tick" /> {words}
              </>
            ))}
            {index === view.done.length - 1 ? (
              <>
                {' '}
                <Rungs ladder={view.ladder} />
              </>
            ) : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Wrong({ form, field }: { form: FormState; field: string }): JSX.Element | null {
  const error = form.errors.find((candidate) => candidate.field === field);
  if (error === undefined) return null;
  return (
    <p class="field">
      <span class="wrong" id={`e-${field}`}>
        <Mark name="warning" /> {error.text}
      </span>
    </p>
  );
}

function Answers({ view, form }: { view: OpinionView; form: FormState }): JSX.Element {
  const action = hrefOpinion(view.key);
  const value = (name: string, initial = ''): string => form.values[name] ?? initial;
  return (
    <div class="part answers">
      <ErrorSummary form={form} />
      <h2>Trả lời bằng một số</h2>
      <section class="answer" id="tra-loi-1">
        <span class="number" aria-hidden="true">
          1
        </span>
        <form method="post" action={action}>
          <h3>Đã xem</h3>
          <p>Không có ý kiến thêm. {view.coordinator} tiếp tục đôn đốc.</p>
          <Hidden name="viec" value="da-xem" />
          <button class="button" type="submit">
            1 Đã xem
          </button>
        </form>
      </section>
      <section class="answer" id="tra-loi-2">
        <span class="number" aria-hidden="true">
          2
        </span>
        <form method="post" action={action} novalidate>
          <h3>Chỉ đạo</h3>
          <Hidden name="viec" value="chi-dao" />
          <Wrong form={form} field="noi-dung" />
          <label for="f-noi-dung">
            Nội dung, một dòng.{' '}
            <span class="note">
              Ví dụ: {view.agency} gửi báo cáo trước 17 giờ ngày {formatDayShort(view.proposedDay)}.
            </span>
          </label>
          <input
            type="text"
            class="wide"
            id="f-noi-dung"
            name="noi-dung"
            value={value('noi-dung')}
            autocomplete="off"
          />
          <Wrong form={form} field="han-chi-dao" />
          <div class="line">
            <label for="f-han-chi-dao">Hạn mới (đề xuất)</label>
            <input
              type="text"
              class="day"
              id="f-han-chi-dao"
              name="han-chi-dao"
              value={value('han-chi-dao', formatDay(view.proposedDay))}
              autocomplete="off"
            />
            <span class="note">{weekdayName(view.proposedDay)}, ngày làm việc</span>
          </div>
          <button class="button" type="submit">
            2 Gửi chỉ đạo
          </button>
        </form>
      </section>
      <section class="answer" id="tra-loi-3">
        <span class="number" aria-hidden="true">
          3
        </span>
        <form method="post" action={action} novalidate>
          <h3>Gia hạn hoặc miễn</h3>
          <Hidden name="viec" value="quyet-dinh" />
          <Wrong form={form} field="quyet-dinh" />
          <Wrong form={form} field="den" />
          <div class="line">
            <span class="choice">
              <input
                type="radio"
                id="f-quyet-dinh"
                name="quyet-dinh"
                value="gia-han"
                checked={value('quyet-dinh') === 'gia-han'}
              />
              <label for="f-quyet-dinh">Gia hạn đến</label>
            </span>
            <input
              type="text"
              class="day"
              id="f-den"
              name="den"
              aria-label="Gia hạn đến ngày"
              value={value('den', formatDay(view.extendDay))}
              autocomplete="off"
            />
            <span class="choice">
              <input
                type="radio"
                id="f-quyet-dinh-mien"
                name="quyet-dinh"
                value="mien"
                checked={value('quyet-dinh') === 'mien'}
              />
              <label for="f-quyet-dinh-mien">Miễn báo cáo kỳ này</label>
            </span>
          </div>
          <Wrong form={form} field="ly-do" />
          <label for="f-ly-do">Lý do</label>
          <input type="text" class="wide" id="f-ly-do" name="ly-do" value={value('ly-do')} autocomplete="off" />
          <button class="button" type="submit">
            3 Gửi quyết định
          </button>
        </form>
      </section>
      <p class="note">
        Ý kiến được chuyển nguyên văn đến {view.agency} và {view.coordinator}. Nếu chưa có ý kiến: nhắc lại{' '}
        {weekdayName(view.repeatOn)} {formatDayShort(view.repeatOn)}
        {view.nextPostOn === null
          ? ''
          : `; ${weekdayName(view.nextPostOn)} ${formatDayShort(view.nextPostOn)} chuyển người kế tiếp`}
        . Trả lời trong chat bằng “1”, “2 nội dung” hoặc “3 ngày” cũng được.
      </p>
    </div>
  );
}

function Week({ view }: { view: OpinionView }): JSX.Element | null {
  if (view.week === null) return null;
  return (
    <section class="card">
      <header>
        <h2>Tuần này</h2>
        <div class="aside">
          <a href="/">Xem đủ</a>
        </div>
      </header>
      <div class="body">
        <p>
          <strong>
            Đúng hạn {view.week.onTime}/{view.week.of} · quá hạn {view.week.overdue} · khó khăn, vướng mắc{' '}
            {view.week.obstacles}
          </strong>
        </p>
        <ol class="steps">
          {view.week.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
      </div>
    </section>
  );
}
