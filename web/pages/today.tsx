import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay, formatDayShort, formatDayWithWeekday } from '../../wording/format.ts';
import { KeptActs } from '../components/box.tsx';
import type { TodayView } from './today-facts.ts';
import { Due, Overdue, Unreachable } from './today-lists.tsx';
import { Next, PlanCard } from './today-side.tsx';
import { Waiting } from './today-waiting.tsx';

export type {
  DueFact,
  OverdueFact,
  PlanShareFact,
  TodayView,
  UnreachableFact,
  WaitingAct,
  WaitingFact,
} from './today-facts.ts';

/** The page Hôm nay; `whole` shows every row of its lists. */
export function TodayPage(view: TodayView, options: { roundLinks: boolean; whole: boolean }): JSX.Element {
  const today = dayOf(view.at);
  return (
    <>
      <h1>Hôm nay, {formatDayWithWeekday(today)}</h1>
      <Opening view={view} />
      <KeptActs acts={view.kept} />
      <Counts view={view} />
      <div class="columns">
        <div>
          <Waiting view={view} whole={options.whole} />
          <Overdue view={view} whole={options.whole} />
          <Due view={view} whole={options.whole} />
          <Unreachable view={view} />
        </div>
        <div class="side">
          {view.plans.map((plan) => (
            <PlanCard plan={plan} roundLinks={options.roundLinks} />
          ))}
          <Next view={view} />
        </div>
      </div>
    </>
  );
}

function Opening({ view }: { view: TodayView }): JSX.Element {
  const { morning, since } = view;
  const news = newsOf(since);
  return (
    <p class="lead">
      {morning === null
        ? 'Chưa có tin nào được gửi.'
        : `${dayOf(morning.at) === dayOf(view.at) ? 'Sáng nay' : formatDayWithWeekday(dayOf(morning.at))} lúc ${timeOf(morning.at)} đã gửi tin cho ${morning.people} người, tới ${morning.reached === morning.people ? 'đủ ' : ''}${morning.reached}.`}{' '}
      {since === null ? null : (
        <>
          Từ lần Ông/Bà vào trước ({timeOf(since.at)} ngày {dayBeside(since.at, view.at)}):{' '}
          {news.length === 0 ? 'không có gì mới' : joined(news)}.
        </>
      )}
    </p>
  );
}

function newsOf(since: TodayView['since']): JSX.Element[] {
  if (since === null) return [];
  const { reports, extensionRequests, obstacles, messages } = since;
  const waiting = [
    reports > 0 ? <a href="#cho-toi">{reports} báo cáo mới</a> : null,
    extensionRequests > 0 ? <a href="#cho-toi">{extensionRequests} đề nghị gia hạn</a> : null,
    obstacles > 0 ? <a href="/kho-khan">{obstacles} khó khăn, vướng mắc</a> : null,
  ].filter((item) => item !== null);
  return waiting.length === 0 && messages > 0 ? [<a href="/chat">{messages} tin gửi Ông/Bà</a>] : waiting;
}

/** "06/11"; with its year where that is another. */
function dayBeside(at: Instant, now: Instant): string {
  return at.slice(0, 4) === now.slice(0, 4) ? formatDayShort(dayOf(at)) : formatDay(dayOf(at));
}

function joined(parts: JSX.Element[]): Child[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
}

function Counts({ view }: { view: TodayView }): JSX.Element {
  const late = view.waiting.filter((item) => item.mine.state.is === 'overdue').length;
  const byPlan = new Map<string, number>();
  for (const item of view.overdue) byPlan.set(item.basis.plan, (byPlan.get(item.basis.plan) ?? 0) + 1);
  const counts = [
    {
      css: '',
      href: '#cho-toi',
      n: view.waiting.length,
      label: 'Chờ tôi xử lý',
      note: late === 0 ? 'không việc nào quá hạn xử lý' : `${late} việc đã quá hạn xử lý`,
    },
    {
      css: 'overdue',
      href: '#qua-han',
      n: view.overdue.length,
      label: 'Quá hạn',
      note:
        [...byPlan]
          .sort()
          .map(([plan, n]) => `${plan}: ${n}`)
          .join(' · ') || 'chưa có nghĩa vụ nào quá hạn',
    },
    {
      css: 'due',
      href: '#sap-den-han',
      n: view.due.length,
      label: 'Sắp đến hạn',
      note: `trong ${view.days} ngày làm việc tới`,
    },
    {
      css: 'unreachable',
      href: '#chua-lien-lac',
      n: view.unreachable.length,
      label: 'Chưa liên lạc được',
      note: view.unreachable.length === 0 ? 'chưa thấy địa chỉ nào không tới được' : 'bậc thang đang giữ lại',
    },
  ];
  return (
    <ul class="counts">
      {counts.map((count) => (
        <li class={`count ${count.css}`}>
          <a href={count.href} aria-label={`${count.n} ${count.label}`}>
            {count.n}
          </a>
          <span>
            <strong>{count.label}</strong>
            <span class="note">{count.note}</span>
          </span>
        </li>
      ))}
    </ul>
  );
}
