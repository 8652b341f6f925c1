import type { RunningAnswer } from '../../client/running.ts';
import { dayOf } from '../../domain/calendar/instant.ts';
import type { RoundFacts } from '../../domain/machines/round.ts';
import { currentDeadline, lastSubmission } from '../../domain/obligation/obligation.ts';
import { timeliness } from '../../domain/obligation/timeliness.ts';
import { demandOf } from '../../domain/plan/demand.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { JournalRecord, NoticeRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { formatDayShort } from '../../wording/format.ts';
import { noticeLine } from '../../wording/notice-line.ts';
import type { WebActor } from '../access.ts';
import type { RunningView } from '../components/running-card.tsx';
import { type StateFact, stateWord } from '../components/state-tag.tsx';
import type { RoundRow, RoundView } from '../pages/round.tsx';
import { phaseWords, runningView } from '../running-view.ts';
import { askedBy } from './asked-by.ts';
import { contextOf, type Desk, daysTo, isLive, type Live, openDesk } from './desk.ts';
import { roundBasis } from './due-basis.ts';
import { clauseWords, planName, roundTitle } from './duty-words.ts';
import { ladderOf, newestRungKey, rungTo } from './ladder-fact.ts';
import { messagesOf } from './message-lines.ts';
import { planFacts, reviewName } from './plan-facts.ts';
import { noticesOf, plannedOf } from './planned-notices.ts';
import { loadReach, type Reach } from './reach.ts';
import { roundReport } from './round-report.ts';
import { sees } from './sight.ts';
import { daysLate, printedDayWords, stateOf } from './state-fact.ts';
import type { ViewSources } from './view-sources.ts';

/** One round: its agencies by attention, and the running workflow beside the projection. */
export async function roundView(sources: ViewSources, actor: WebActor, round: string): Promise<RoundView | null> {
  const desk = await openDesk(sources);
  const [workflow] = await desk.reader.workflows({ workflow: round });
  const plan = desk.plans.get(workflow?.plan ?? '');
  if (workflow === undefined || workflow.type !== 'round' || plan === undefined) return null;
  const facts = workflow.state as unknown as RoundFacts;
  const all = (await desk.reader.obligations({ round })).filter(isLive);
  const rows = all.filter((row) => sees(desk, actor, row));
  const notices = await desk.reader.notices({ keys: rows.flatMap((row) => newestRungKey(row) ?? []) });
  const journal = await desk.reader.journal({ round });
  const asked = await sources.running.ask(round);
  const reach = await loadReach(desk);
  const [first] = all;
  const { isDefault, why, steps } = roundBasis(desk, plan, {
    id: round,
    requirement: facts.requirement,
    year: facts.year,
  });
  const locked = facts.locked;
  const reason = locked === null ? undefined : (await desk.reader.texts([locked.ref])).get(locked.ref)?.text;
  const submitted = rows.filter(({ state }) => state.submissions.length > 0);
  return {
    round,
    subject: {
      owing: [],
      reviewer: facts.closesByLetter ? null : facts.reviewer,
      coordinator: plan.coordinator.id,
      asked: [],
    },
    at: desk.now,
    plan: { id: plan.id, name: planName(plan), issuedOn: plan.issuedOn },
    year: facts.year,
    title: roundTitle(
      desk,
      plan,
      facts,
      rows.map(({ agency }) => agency),
    ),
    clause: askedBy(facts, await desk.reader.texts([facts.ref])) ?? clauseWords(plan, facts.requirement),
    quote: demandOf(plan, facts.requirement).quote,
    lastDay: facts.deadline.lastDayOn,
    isDefault,
    dayBasis: why,
    dayCalculation: steps,
    reviewer: reviewerOf(desk, plan, facts, first),
    received: {
      count: submitted.length,
      of: rows.filter(({ phase }) => phase !== 'waived').length,
      onTime: submitted.filter(({ state }) => {
        const [version] = state.submissions;
        return version !== undefined && daysLate(desk, state, version) === 0;
      }).length,
      accepted: rows.filter(({ phase }) => phase === 'accepted' || phase === 'sent').length,
      waiting: rows.filter(({ phase }) => phase === 'submitted').length,
    },
    next: nextOf(sources, desk, rows),
    locked: locked === null ? null : { since: dayOf(locked.at), reason: reason ?? '' },
    lockProposedSince: locked === null && !workflow.closed && facts.lockOn <= desk.today ? facts.lockOn : null,
    closed: workflow.closed,
    conclusion: await conclusionOf(desk, plan, facts),
    rows: rows
      .map((row) => rowFact(desk, row, { notices, journal, reach, asked }))
      .sort((a, b) => attention(a) - attention(b) || compare(a.agency, b.agency)),
    yearlyPlan: yearlyPlanOf(desk, plan, facts),
    report: await roundReport(desk, actor, plan, facts),
    running: runningOf(desk, rows, workflow, asked),
  };
}

async function conclusionOf(
  desk: Desk,
  plan: Plan,
  { kind, requirement }: RoundFacts,
): Promise<RoundView['conclusion']> {
  const review = kind === 'review' ? plan.reviews.find(({ id }) => id === requirement) : undefined;
  const [row] = review === undefined ? [] : await desk.reader.workflows({ type: 'plan', plan: plan.id });
  const state = row === undefined || review === undefined ? undefined : planFacts(row).reviews[review.id];
  if (review === undefined || state === undefined || state.askedAt === null) return null;
  return { plan: plan.id, review: review.id, name: reviewName(plan, review), decided: state.outcome !== null };
}

function yearlyPlanOf(desk: Desk, { id }: Plan, { kind, period }: RoundFacts): RoundView['yearlyPlan'] {
  if (kind !== 'annualPlan') return null;
  const found = [...desk.plans.values()].find(
    ({ parent, period: own }) => parent?.planId === id && String(own.from) === period,
  );
  return { year: period, plan: found === undefined ? null : { id: found.id, name: planName(found) } };
}

function reviewerOf(desk: Desk, plan: Plan, facts: RoundFacts, first: Live | undefined): RoundView['reviewer'] {
  if (facts.closesByLetter || facts.reviewer === null) return null;
  const workingDays = first === undefined ? 0 : contextOf(desk, plan, first).policy.reviewDays;
  return { agency: desk.agencyName(facts.reviewer), workingDays };
}

interface RowSources {
  notices: NoticeRecord[];
  journal: JournalRecord[];
  reach: Reach;
  asked: RunningAnswer;
}

function rowFact(desk: Desk, row: Live, { notices, journal, reach, asked }: RowSources): RoundRow {
  const rung = notices.find(({ key }) => key === newestRungKey(row)) ?? null;
  const state = stateOf(desk, row);
  const ladder = ladderOf(desk, row, rung, reach);
  return {
    key: row.key,
    agencyId: row.agency,
    agency: desk.agencyName(row.agency),
    state,
    note: [noteOf(desk, row, state, journal), printedDayWords(desk, row)].filter(Boolean).join('; ') || null,
    ladder: { ...ladder, to: null, heldWhy: null },
    next: nextAct(desk, row, ladder.state === 'held'),
    running: differs(desk, row, asked),
  };
}

/** One fact below the mark. */
function noteOf(desk: Desk, row: Live, { is }: StateFact, journal: JournalRecord[]): string | null {
  const { state } = row;
  const last = lastSubmission(state);
  const version = last === null ? null : `bản ${last.number}, ${formatDayShort(last.actedOn)}`;
  switch (is) {
    case 'waiting':
    case 'draft': {
      const late = last === null ? 0 : daysLate(desk, state, last);
      if (version === null) return null;
      const review = is === 'waiting' && state.review !== null ? daysTo(desk, state.review.dueOn) : 0;
      return `${version}, ${late === 0 ? 'đúng hạn' : `trễ ${late} ngày`}${review < 0 ? `; quá hạn duyệt ${-review} ngày` : ''}`;
    }
    case 'accepted':
    case 'late':
    case 'sent':
    case 'waived': {
      const entry = journal.filter(({ agency, kind }) => agency === row.agency && kind === state.phase).at(-1);
      const day = entry === undefined ? null : formatDayShort(dayOf(entry.at));
      return is === 'late' && day !== null ? `đã duyệt ${day}` : day;
    }
    case 'returned':
    case 'extended':
      return `hạn số ${currentDeadline(state).number}`;
    default:
      if (state.unreachedSince !== null) return 'chưa liên lạc được';
      if (state.extensionRequest !== null) return `có đề nghị gia hạn đến ${formatDayShort(state.extensionRequest.to)}`;
      return is === 'overdue' && state.submissions.length === 0 ? 'chưa có bản trả lời' : null;
  }
}

/** What is decided next about a duty, at the slot in which its notice leaves. */
function nextAct(desk: Desk, row: Live, held: boolean): RoundRow['next'] {
  const [first] = plannedOf(desk, row);
  if (held && (first === undefined || first.item.kind === 'leadershipRepeat'))
    return { at: null, what: 'khi có địa chỉ mới' };
  if (first === undefined) return null;
  const [notice] = noticesOf(desk, row, first.item);
  if (notice === undefined) return null;
  const to =
    first.item.kind === 'rung' ? ` ${rungTo(desk, { toRole: notice.to.role, toAgency: notice.to.agency })}` : '';
  return { at: first.slot, what: `${noticeLine(notice)}${to}` };
}

/** What the running workflow says of an agency, where it differs. */
function differs(desk: Desk, row: Live, { answer }: RunningAnswer): StateFact | null {
  const phase = answer?.phases[row.agency];
  if (phase === undefined || phase === row.phase) return null;
  switch (phase) {
    case 'accepted':
      return { is: 'accepted' };
    case 'waived':
      return { is: 'waived' };
    case 'sent':
      return { is: 'sent' };
    case 'submitted':
      return { is: 'waiting' };
    default: {
      const time = timeliness(currentDeadline(row.state), null, desk.calendar, desk.today);
      if (time.state === 'overdue') return { is: 'overdue', days: time.workingDaysOver };
      return time.state === 'dueSoon' ? { is: 'due', days: time.workingDaysLeft } : { is: 'notDue' };
    }
  }
}

const ORDER: StateFact['is'][] = ['overdue', 'due', 'waiting', 'draft', 'returned', 'extended', 'notDue', 'suspended'];

/** Overdue first, unreachable after the other overdue, done last. */
function attention({ state, ladder }: RoundRow): number {
  const place = ORDER.indexOf(state.is);
  const rank = place === -1 ? ORDER.length : place;
  const days = state.is === 'overdue' ? Math.min(state.days, 900) : 0;
  return rank * 1000 - days + (ladder.state === 'held' ? 0.5 : 0);
}

/** The next slot of the round: how many things leave then, to how many people. */
function nextOf(sources: ViewSources, desk: Desk, rows: Live[]): RoundView['next'] {
  const planned = rows.flatMap((row) => plannedOf(desk, row).map((each) => ({ row, ...each })));
  const [at] = planned.map(({ slot }) => slot).sort();
  if (at === undefined) return null;
  const due = planned.filter(({ slot }) => slot === at);
  const notices = due.flatMap(({ row, item }) => noticesOf(desk, row, item));
  return { at, works: due.length, people: messagesOf(desk, { at, notices }, sources.recipients).length };
}

function runningOf(desk: Desk, rows: Live[], workflow: WorkflowRecord, asked: RunningAnswer): RunningView {
  const told = rows.flatMap((row) => {
    const other = differs(desk, row, asked);
    if (other === null) return [];
    const state = stateWord(stateOf(desk, row));
    return [`${desk.agencyName(row.agency)}: bản chiếu ghi “${state}”, luồng đang chạy trả lời “${stateWord(other)}”.`];
  });
  const { answer } = asked;
  return runningView(
    asked,
    workflow,
    [
      {
        what: 'Nghĩa vụ',
        running: answer && counted(rows.map(({ agency }) => answer.phases[agency] ?? 'open')),
        projection: counted(rows.map(({ phase }) => phase)),
      },
      {
        what: 'Bậc thang',
        running:
          answer &&
          ladders(
            answer.ladder.map(({ obligation, deadline, rung }) => ({ key: obligation, deadline, rung })),
            desk,
            rows,
          ),
        projection: ladders(
          rows.map(({ key, state }) => {
            const { number, rungsSent } = currentDeadline(state);
            return { key, deadline: number, rung: rungsSent };
          }),
          desk,
          rows,
        ),
      },
    ],
    told,
  );
}

const PHASES = ['open', 'submitted', 'accepted', 'sent', 'waived'];

function counted(phases: string[]): string {
  return PHASES.map((phase) => ({ phase, count: phases.filter((each) => each === phase).length }))
    .filter(({ count }) => count > 0)
    .map(({ phase, count }) => `${phaseWords(phase)} ${count}`)
    .join(' · ');
}

function ladders(positions: { key: string; deadline: number; rung: number }[], desk: Desk, rows: Live[]): string {
  const used = rows.flatMap(({ key, agency }) => {
    const position = positions.find((each) => each.key === key && each.rung > 0);
    return position === undefined
      ? []
      : [
          `${desk.agencyName(agency)}: bậc ${position.rung}${position.deadline > 1 ? ` của hạn số ${position.deadline}` : ''}`,
        ];
  });
  return used.length === 0 ? 'chưa dùng' : used.join('; ');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
