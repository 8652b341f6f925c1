import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Day, Instant } from '../../domain/calendar/instant.ts';
import { dayOf } from '../../domain/calendar/instant.ts';
import {
  formatDay,
  formatDayShort,
  formatDaysLeft,
  formatDayWithWeekday,
  formatInstantShort,
  quoted,
} from '../../wording/format.ts';
import type { Subject } from '../access.ts';
import { ActButton, type ActButtonFact } from '../components/act-button.tsx';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Empty } from '../components/empty.tsx';
import { DifferenceBox, RunningCard, type RunningView } from '../components/running-card.tsx';
import { type StateFact, StateTag } from '../components/state-tag.tsx';
import { Story, type StoryFact } from '../components/story.tsx';
import { hrefObligation, hrefObstacle } from '../href.ts';

/** Whose turn it is. */
export type ObstacleStep = 'coordinator' | 'leadership' | 'answered' | 'settled';

export interface ObstacleListFact {
  id: string;
  agency: string;
  /** "nhiệm vụ 2.1 của KH …"; null when raised free of any duty. */
  about: string | null;
  text: string;
  raisedAt: Instant;
  step: ObstacleStep;
  /** The day of the one whose turn it is; null when settled. Days left, negative = over. */
  answerBy: { lastDay: Day; daysLeft: number } | null;
}

export interface ObstacleListView {
  open: ObstacleListFact[];
  settled: ObstacleListFact[];
  /** Duties and measures that the reader may raise an obstacle about: key and words. */
  abouts: { value: string; label: string }[];
}

export interface ObstacleView {
  id: string;
  subject: Subject;
  at: Instant;
  agency: string;
  /** "Ông/Bà Phạm Thí Dụ, chuyên viên đầu mối". */
  raisedBy: string;
  raisedAt: Instant;
  about: { text: string; obligation: string | null } | null;
  text: string;
  /** The plan's clause on difficulties, quoted; null where it has none. */
  clause: string | null;
  step: ObstacleStep;
  answerBy: { lastDay: Day; daysLeft: number } | null;
  story: StoryFact[];
  running: RunningView;
}

const STEPS: Record<ObstacleStep, string> = {
  coordinator: 'chờ cơ quan điều phối',
  leadership: 'chờ lãnh đạo tỉnh',
  answered: 'đã trả lời, chờ xác nhận',
  settled: 'đã giải quyết',
};

function stepState(step: ObstacleStep, answerBy: { daysLeft: number } | null): StateFact {
  if (step === 'settled') return { is: 'accepted' };
  if (answerBy !== null && answerBy.daysLeft < 0) return { is: 'overdue', days: -answerBy.daysLeft };
  return { is: 'waiting' };
}

function StepTag(props: { step: ObstacleStep; answerBy: { daysLeft: number } | null }): JSX.Element {
  const state = stepState(props.step, props.answerBy);
  const over = state.is === 'overdue' ? `, quá ${state.days} ngày` : '';
  return <StateTag state={state} word={`${STEPS[props.step]}${over}`} />;
}

export function ObstacleListPage(view: ObstacleListView): JSX.Element {
  return (
    <>
      <div class="head-row">
        <h1>Khó khăn, vướng mắc</h1>
        <a class="button" href="/kho-khan/moi">
          Nêu khó khăn, vướng mắc
        </a>
      </div>
      <p class="lead">
        Cơ quan điều phối trả lời hoặc chuyển trong 3 ngày làm việc; lãnh đạo tỉnh quyết định trong 5 ngày làm việc.
      </p>
      <ObstacleTable
        title={`Đang mở (${view.open.length})`}
        rows={view.open}
        empty="Không có khó khăn, vướng mắc nào đang mở."
      />
      <ObstacleTable
        title={`Đã giải quyết (${view.settled.length})`}
        rows={view.settled}
        empty="Chưa có khó khăn, vướng mắc nào được giải quyết."
      />
    </>
  );
}

function ObstacleTable(props: { title: string; rows: ObstacleListFact[]; empty: string }): JSX.Element {
  return (
    <Card title={props.title} flush>
      {props.rows.length === 0 ? (
        <Empty what={props.empty} />
      ) : (
        <DataTable
          caption={props.title}
          columns={[
            { head: 'Nội dung' },
            { head: 'Cơ quan' },
            { head: 'Về việc' },
            { head: 'Nêu ngày' },
            { head: 'Tình trạng', label: null },
          ]}
          rows={props.rows.map((row) => ({
            cells: [
              <a href={hrefObstacle(row.id)}>{quoted(row.text)}</a>,
              row.agency,
              row.about ?? 'không gắn với nghĩa vụ nào',
              formatDay(dayOf(row.raisedAt)),
              <>
                <StepTag step={row.step} answerBy={row.answerBy} />{' '}
                {row.answerBy === null ? null : <small>chậm nhất {formatDayShort(row.answerBy.lastDay)}</small>}
              </>,
            ],
          }))}
        />
      )}
    </Card>
  );
}

export interface ObstaclePageOptions {
  buttons: ActButtonFact[];
  act: ActPanelProps | null;
}

export function ObstaclePage(view: ObstacleView, options: ObstaclePageOptions): JSX.Element {
  const here = hrefObstacle(view.id);
  return (
    <>
      <Breadcrumb parts={[{ label: 'Khó khăn, vướng mắc', href: '/kho-khan' }, { label: view.agency }]} />
      <div class="head-row">
        <h1>{view.agency}: khó khăn, vướng mắc</h1>
        <p>
          <StepTag step={view.step} answerBy={view.answerBy} />{' '}
          {view.answerBy === null ? null : (
            <>
              <strong>chậm nhất {formatDayWithWeekday(view.answerBy.lastDay)}</strong> (
              {formatDaysLeft(view.answerBy.daysLeft)})
            </>
          )}
        </p>
      </div>
      <section class="basis">
        <h2>Nguyên văn</h2>
        <blockquote>{quoted(view.text)}</blockquote>
        <p class="note">
          {view.raisedBy}, lúc {formatInstantShort(view.raisedAt)}.{' '}
          {view.about === null ? (
            'Không gắn với nghĩa vụ nào.'
          ) : view.about.obligation === null ? (
            `Về ${view.about.text}.`
          ) : (
            <>
              Về <a href={hrefObligation(view.about.obligation)}>{view.about.text}</a>.
            </>
          )}
          {view.clause === null ? '' : ` Căn cứ: ${quoted(view.clause)}`}
        </p>
      </section>
      {options.act === null ? null : <ActPanel {...options.act} />}
      {options.buttons.length === 0 ? null : (
        <div class="no-print">
          <Card title="Việc Ông/Bà có thể làm" aside="tin sẽ gửi được hiện ra trước khi gửi">
            <div class="buttons">
              {options.buttons.map((button) => (
                <ActButton button={button} />
              ))}
            </div>
          </Card>
        </div>
      )}
      <Card title="Diễn biến">
        <Story entries={view.story} />
      </Card>
      <DifferenceBox running={view.running} here={here} />
      <RunningCard running={view.running} here={here} />
    </>
  );
}

export function RaiseObstaclePage(act: ActPanelProps): JSX.Element {
  return (
    <>
      <Breadcrumb parts={[{ label: 'Khó khăn, vướng mắc', href: '/kho-khan' }, { label: 'Nêu mới' }]} />
      <h1>Nêu khó khăn, vướng mắc</h1>
      <ActPanel {...act} />
    </>
  );
}
