import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort, formatDayWithWeekday, weekdayName } from '../../wording/format.ts';

/** The trial's clock. `controls` is null for those who may not move it. */
export interface TrialFact {
  at: Instant;
  controls: {
    /** The next milestone and how many messages leave then; null = nothing is planned any more. */
    next: { at: Instant; messages: number } | null;
    /** The day offered in "đến ngày". */
    proposedDay: Day;
    running: boolean;
  } | null;
}

/** CHẠY THỬ, the domain date, and the clock's control. Prints as one framed line. */
export function TrialBar({ trial, here }: { trial: TrialFact; here: string }): JSX.Element {
  return (
    <section class="trial" aria-label="Chạy thử">
      <div class="trial-row">
        <span class="trial-tag">CHẠY THỬ</span>
        <span class="trial-day">
          <strong>{formatDayWithWeekday(dayOf(trial.at))}</strong> · {timeOf(trial.at)}{' '}
          <small>(ngày giả lập; người và số liệu đều giả định)</small>
        </span>
        {trial.controls === null ? null : <TrialControls trial={trial} here={here} id="den-ngay" />}
      </div>
      {trial.controls === null ? null : (
        <div class="trial-phone">
          <span>Kế tiếp: {nextShort(trial.controls.next)}</span>
          <a href="#chuyen-ngay">Chuyển ngày</a>
        </div>
      )}
    </section>
  );
}

function nextShort(next: { at: Instant; messages: number } | null): string {
  if (next === null) return 'không còn mốc nào';
  return `${formatDayShort(dayOf(next.at))}, ${timeOf(next.at)} · ${next.messages} tin`;
}

/** The forms that move the clock; each comes back to the page it was sent from. */
export function TrialControls({ trial, here, id }: { trial: TrialFact; here: string; id: string }): JSX.Element | null {
  const controls = trial.controls;
  if (controls === null) return null;
  const back = <input type="hidden" name="ve" value={here} />;
  return (
    <div class="trial-controls">
      <form method="post" action="/chay-thu/moc-ke-tiep">
        {back}
        <button class="button" type="submit">
          Đến mốc kế tiếp
        </button>
        <span>
          {controls.next === null
            ? 'không còn mốc nào'
            : `${weekdayName(dayOf(controls.next.at))} ${nextShort(controls.next)}`}
        </span>
      </form>
      <form method="post" action="/chay-thu/den-ngay">
        {back}
        <label for={id}>Đến ngày</label>
        <input type="text" id={id} name="ngay" value={formatDay(controls.proposedDay)} autocomplete="off" />
        <button class="button" type="submit">
          Đi
        </button>
      </form>
      <form method="post" action={controls.running ? '/chay-thu/dung' : '/chay-thu/chay'}>
        {back}
        <button class="button" type="submit">
          {controls.running ? 'Dừng' : 'Chạy'}
        </button>
      </form>
    </div>
  );
}
