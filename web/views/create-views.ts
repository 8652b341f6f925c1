import type { Views } from '../ports.ts';
import { calendarView } from './calendar.ts';
import { conclusionView } from './conclusion.ts';
import { addressView, directoryView } from './directory.ts';
import { frameView } from './frame.ts';
import { importedView } from './imported.ts';
import { moneyView } from './money.ts';
import { obligationView } from './obligation.ts';
import { obstacleListView, obstacleView } from './obstacles.ts';
import { opinionView } from './opinion.ts';
import { planAskingView } from './plan-asking.ts';
import { planListView } from './plan-list.ts';
import { planYearView } from './plan-year.ts';
import { receiptView } from './receipt.ts';
import { rolesView } from './roles.ts';
import { roundView } from './round.ts';
import { statusView } from './status.ts';
import { targetsView } from './targets.ts';
import { todayView } from './today.ts';
import { upcomingView } from './upcoming.ts';
import type { ViewSources } from './view-sources.ts';

/** The read models of every page, over one set of sources. */
export function createViews(sources: ViewSources): Views {
  return {
    frame: (actor) => frameView(sources, actor),
    today: (actor, days, visited) => todayView(sources, actor, days, visited),
    upcoming: (actor) => upcomingView(sources, actor),
    plans: (actor) => planListView(sources, actor),
    planYear: (actor, plan, year) => planYearView(sources, actor, plan, year),
    planAsking: (actor, plan) => planAskingView(sources, actor, plan),
    conclusion: (actor, plan, review) => conclusionView(sources, actor, plan, review),
    targets: (actor, plan, year) => targetsView(sources, actor, plan, year),
    money: (actor, plan, year) => moneyView(sources, actor, plan, year),
    imported: (actor, plan) => importedView(sources, actor, plan),
    round: (actor, round) => roundView(sources, actor, round),
    obligation: (actor, key) => obligationView(sources, actor, key),
    obstacles: (actor) => obstacleListView(sources, actor),
    obstacle: (actor, id) => obstacleView(sources, actor, id),
    opinion: (actor, obligation) => opinionView(sources, actor, obligation),
    receipt: (actor, number) => receiptView(sources, actor, number),
    directory: (actor) => directoryView(sources, actor),
    address: (actor, person) => addressView(sources, actor, person),
    calendar: (actor, year) => calendarView(sources, actor, year),
    status: (actor) => statusView(sources, actor),
    roles: (actor) => rolesView(sources, actor),
  };
}
