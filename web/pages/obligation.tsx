import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayOf, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayShort, formatDaysLeft, formatDayWithWeekday, quoted } from '../../wording/format.ts';
import { ActButton, type ActButtonFact } from '../components/act-button.tsx';
import { ActPanel, type ActPanelProps } from '../components/act-form.tsx';
import { KeptActs } from '../components/box.tsx';
import { Breadcrumb } from '../components/breadcrumb.tsx';
import { Card } from '../components/card.tsx';
import { DataTable } from '../components/data-table.tsx';
import { DaysUsed, daysOf } from '../components/days-used.tsx';
import { Empty } from '../components/empty.tsx';
import { Ladder } from '../components/ladder.tsx';
import { Mark } from '../components/mark.tsx';
import { DifferenceBox, RunningCard } from '../components/running-card.tsx';
import { StateTag } from '../components/state-tag.tsx';
import { Story, type StoryFact } from '../components/story.tsx';
import { hrefObligation, hrefPlan, hrefRound } from '../href.ts';
import type { Fragment, ObligationView } from './obligation-facts.ts';
import { Parts, PartsChoice } from './obligation-parts.tsx';
import { Calculation } from './round.tsx';

export type {
  AnswerFieldFact,
  DeadlineFact,
  Fragment,
  ObligationAct,
  ObligationView,
  VersionFact,
} from './obligation-facts.ts';

export type StoryFilter = 'all' | StoryFact['group'];

export interface ObligationPageOptions {
  filter: StoryFilter;
  /** The buttons that this reader may use, already filtered by web/access.ts. */
  buttons: ActButtonFact[];
  /** Acts that wait for something: "Duyệt, Trả lại: khi có bản 2." */
  waiting: string[];
  act: ActPanelProps | null;
  /** True where the measure of a request for parts is to be chosen first. */
  choosing?: boolean;
  roundLink: boolean;
}

export function ObligationPage(view: ObligationView, options: ObligationPageOptions): JSX.Element {
  const here = hrefObligation(view.key);
  return (
    <>
      <Breadcrumb
        parts={[
          { label: view.plan.name, href: hrefPlan(view.plan.id) },
          options.roundLink ? { label: view.round.title, href: hrefRound(view.round.id) } : { label: view.round.title },
          { label: view.agency },
        ]}
      />
      <div class="head-row">
        <h1>
          {view.agency}: {view.title}
        </h1>
        <p>
          <StateTag state={view.state} />{' '}
          {view.deadline === null ? null : (
            <>
              <strong>
                {view.deadlines.length > 1 ? `hạn số ${view.deadline.number}` : 'hạn'}:{' '}
                {formatDayWithWeekday(view.deadline.lastDay)}
              </strong>{' '}
              ({view.deadline.isDefault ? 'mặc định, ' : ''}
              {formatDaysLeft(view.deadline.daysLeft)})
            </>
          )}
        </p>
      </div>
      <KeptActs acts={view.kept} />
      <Basis view={view} />
      {options.act === null ? null : <ActPanel {...options.act} />}
      {options.choosing === true ? <PartsChoice view={view} /> : null}
      <Parts view={view} />
      <div class="halves stretch">
        <Deadlines view={view} />
        <Versions view={view} />
      </div>
      <Days view={view} />
      <StoryCard view={view} filter={options.filter} />
      <Acts options={options} />
      <DifferenceBox running={view.running} here={here} />
      <RunningCard running={view.running} here={here} />
    </>
  );
}

function Basis({ view }: { view: ObligationView }): JSX.Element {
  const { basis } = view;
  return (
    <section class="basis">
      <h2>Căn cứ</h2>
      <p>
        <strong>{basis.document}</strong>
        {basis.scope === null ? '' : ` (${basis.scope})`}
        {basis.quote === null ? '.' : ':'}
      </p>
      {basis.quote === null ? null : <blockquote>{quoted(basis.quote)}</blockquote>}
      {basis.asked ? <p>{basis.asked}</p> : null}
      <p class="note">{basis.note}</p>
    </section>
  );
}

function Deadlines({ view }: { view: ObligationView }): JSX.Element {
  return (
    <Card title="Các hạn" flush>
      <DataTable
        caption="Các hạn đã đánh số của nghĩa vụ này"
        columns={[
          { head: 'Số', label: 'Hạn số' },
          { head: 'Chậm nhất' },
          { head: 'Vì sao có hạn này', label: null },
          { head: 'Kết quả', label: null },
        ]}
        rows={view.deadlines.map((deadline) => ({
          cells: [
            <strong>
              <span class="label">Hạn số </span>
              {deadline.number}
            </strong>,
            formatDayWithWeekday(deadline.lastDay),
            <span class="note-cell">
              {deadline.isDefault ? 'mặc định: ' : ''}
              {deadline.why} {deadline.calculation.length === 0 ? null : <Calculation steps={deadline.calculation} />}
            </span>,
            <>
              <StateTag state={deadline.state} /> <small>{deadline.result}</small>
            </>,
          ],
        }))}
      />
      {view.ladder.state === 'unused' || view.ladder.state === 'notNeeded' ? null : (
        <p class="empty">
          <Ladder ladder={view.ladder} today={dayOf(view.at)} />
        </p>
      )}
    </Card>
  );
}

function fragments(content: Fragment[]): Child[] {
  return content.map((fragment) => {
    if (fragment.as === 'strong') return <strong>{fragment.text}</strong>;
    if (fragment.as === 'struck') return <s>{fragment.text}</s>;
    return fragment.text;
  });
}

function Versions({ view }: { view: ObligationView }): JSX.Element {
  return (
    <Card title="Các bản trả lời" flush>
      {view.versions.length === 0 ? (
        <Empty what="Hệ thống chưa ghi nhận bản trả lời nào." />
      ) : (
        <DataTable
          caption="Các bản trả lời đã đánh số"
          columns={[{ head: 'Bản' }, { head: 'Gửi' }, { head: 'Nội dung chính', label: null }, { head: 'Giá trị' }]}
          rows={view.versions.map((version) => ({
            cells: [
              <strong>
                <span class="label">Bản </span>
                {version.number}
              </strong>,
              version.sentAt === null ? (
                <span class="quiet-word">chưa gửi</span>
              ) : (
                <>
                  <span class="nowrap">
                    {formatDayShort(dayOf(version.sentAt))}, {timeOf(version.sentAt)}
                  </span>
                  {version.receipt === null ? null : <small class="nowrap">{version.receipt}</small>}
                </>
              ),
              <span class="note-cell">{fragments(version.content)}</span>,
              <span class="note-cell">
                {version.standing}
                {version.decision === null ? null : (
                  <small>
                    <Mark name={version.decision.is === 'accepted' ? 'tick' : 'back'} />{' '}
                    {version.decision.is === 'accepted' ? 'đã duyệt' : 'đã trả lại'}{' '}
                    {formatDayShort(version.decision.on)}
                  </small>
                )}
              </span>,
            ],
          }))}
        />
      )}
    </Card>
  );
}

function Days({ view }: { view: ObligationView }): JSX.Element | null {
  if (view.spans.length === 0) return null;
  const reviewer = daysOf(view.spans, 'reviewer');
  const over = reviewer - view.reviewDays;
  return (
    <Card
      title="Ngày làm việc đã dùng"
      note={`cơ quan ${daysOf(view.spans, 'agency')} · người duyệt ${reviewer}${reviewer === 0 ? '' : ` (mức ${view.reviewDays}${over > 0 ? `, quá ${over}` : ''})`} · lãnh đạo ${daysOf(view.spans, 'leadership')}`}
    >
      <DaysUsed spans={view.spans} />
    </Card>
  );
}

function StoryCard({ view, filter }: { view: ObligationView; filter: StoryFilter }): JSX.Element {
  const here = hrefObligation(view.key);
  const count = (group: StoryFact['group']): number => view.story.filter((entry) => entry.group === group).length;
  const choices: { key: StoryFilter; label: string; href: string }[] = [
    { key: 'all', label: 'Tất cả', href: here },
    { key: 'sent', label: `Tin đã gửi (${count('sent')})`, href: `${here}?loc=tin` },
    { key: 'answer', label: `Trả lời (${count('answer')})`, href: `${here}?loc=tra-loi` },
    { key: 'decision', label: `Quyết định (${count('decision')})`, href: `${here}?loc=quyet-dinh` },
  ];
  const shown = view.story.filter((entry) => filter === 'all' || entry.group === filter);
  return (
    <Card
      title="Diễn biến"
      id="dien-bien"
      aside={
        <ul class="filters">
          {choices.map((choice) => (
            <li>
              <a href={`${choice.href}#dien-bien`} aria-current={choice.key === filter ? 'true' : undefined}>
                {choice.label}
              </a>
            </li>
          ))}
        </ul>
      }
    >
      {shown.length === 0 ? <p>Chưa có diễn biến nào thuộc loại này.</p> : <Story entries={shown} />}
    </Card>
  );
}

function Acts({ options }: { options: ObligationPageOptions }): JSX.Element | null {
  if (options.buttons.length === 0 && options.waiting.length === 0) return null;
  return (
    <div class="no-print">
      <Card title="Việc Ông/Bà có thể làm" id="co-the-lam" aside="tin sẽ gửi được hiện ra trước khi gửi">
        <div class="buttons">
          {options.buttons.map((button) => (
            <ActButton button={button} />
          ))}
          {options.waiting.map((sentence) => (
            <span class="note">{sentence}</span>
          ))}
        </div>
      </Card>
    </div>
  );
}
