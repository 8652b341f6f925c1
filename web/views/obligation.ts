import type { RoundFacts } from '../../domain/machines/round.ts';
import { currentDeadline, type Deadline, isDone, lastSubmission } from '../../domain/obligation/obligation.ts';
import { clauseText } from '../../domain/plan/clause-text.ts';
import { demandOf } from '../../domain/plan/demand.ts';
import { consolidationOf } from '../../domain/plan/inputs.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { JournalRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { requestLine } from '../../wording/dialogue/item.ts';
import { formatDayShort, quoted } from '../../wording/format.ts';
import { may, type WebActor } from '../access.ts';
import type { StateFact } from '../components/state-tag.tsx';
import type { DeadlineFact, ObligationView } from '../pages/obligation.tsx';
import { phaseWords, runningView } from '../running-view.ts';
import { daysUsed } from './days-used.ts';
import { contextOf, type Desk, isLive, type Live, openDesk, subjectOf } from './desk.ts';
import { deadlineBasis } from './due-basis.ts';
import { dutyActs } from './duty-acts.ts';
import { documentAndClause, dutyName, dutyTitle, planName } from './duty-words.ts';
import { keptActs, keptFact } from './kept-acts.ts';
import { ladderOf, newestRungKey } from './ladder-fact.ts';
import { partsOf } from './parts.ts';
import { loadReach } from './reach.ts';
import { daysLate, daysLeft, deadlineAt, isAwaited, printedDayWords, stateOf } from './state-fact.ts';
import { storyFacts } from './story-facts.ts';
import { answerFields, versionFacts } from './version-facts.ts';
import type { ViewSources } from './view-sources.ts';

/** One duty with its whole story; null for one that nobody knows, and for one from before the start. */
export async function obligationView(
  sources: ViewSources,
  actor: WebActor,
  key: string,
): Promise<ObligationView | null> {
  const desk = await openDesk(sources);
  const row = (await desk.reader.obligations({ keys: [key] })).find(isLive);
  const plan = row && desk.plans.get(row.plan);
  if (row === undefined || plan === undefined) return null;
  const [round] = await desk.reader.workflows({ workflow: row.round });
  const subject = subjectOf(desk, plan, row);
  const journal = await desk.reader.journal({ round: row.round, agency: row.agency });
  const notices = await desk.reader.notices({ round: row.round, about: row.agency });
  const { ref: asked = null, urgent = false } = (round?.state ?? {}) as Partial<RoundFacts>;
  const texts = await desk.reader.texts([asked, ...journal.map(({ ref }) => ref), ...notices.map(({ ref }) => ref)]);
  const submissions = await desk.reader.submissions({ obligations: [key] });
  const present = currentDeadline(row.state);
  const draft = await desk.reader.draftAnswers(key, present.number);
  const facts = (round?.state ?? null) as unknown as RoundFacts | null;
  const rung = notices.find((notice) => notice.key === newestRungKey(row)) ?? null;
  const ladder = ladderOf(desk, row, rung, await loadReach(desk));
  const overseer = may(actor, 'seeRound', subject);
  const deadlines = row.state.deadlines.map((each) => deadlineFact(desk, plan, row, each, journal));
  return {
    key,
    subject,
    at: desk.now,
    agency: desk.agencyName(row.agency),
    title: dutyName(plan, row),
    plan: { id: plan.id, name: planName(plan) },
    round: { id: row.round, title: dutyTitle(plan, row) },
    state: stateOf(desk, row),
    deadline: !isOpen(desk, row)
      ? null
      : {
          number: present.number,
          lastDay: present.lastDayOn,
          daysLeft: daysLeft(desk, row),
          isDefault: deadlines.at(-1)?.isDefault ?? false,
        },
    basis: basisOf(desk, plan, row, deadlines[0], { text: texts.get(asked ?? '')?.text ?? '', urgent }),
    ladder,
    deadlines,
    versions: versionFacts(plan, row, {
      journal,
      submissions,
      draft: subject.owing.includes(actor.agency) ? draft : [],
      texts,
    }),
    spans: daysUsed(desk, row, journal),
    reviewDays: contextOf(desk, plan, row).policy.reviewDays,
    story: storyFacts(desk, actor, { journal, notices, texts, overseer }),
    acts: dutyActs(desk, actor, plan, row, facts?.locked != null),
    version: lastSubmission(row.state)?.number ?? 0,
    askedDay: row.state.extensionRequest?.to ?? null,
    answerFields: answerFields(plan, row),
    parts: await partsOf(desk, plan, row),
    kept: await keptAbout(desk, actor, key),
    running: await runningOf(sources, row, round),
  };
}

/** What the reader has just sent about a duty and the house has yet to record. */
async function keptAbout(desk: Desk, actor: WebActor, key: string): Promise<ObligationView['kept']> {
  const acts = (await keptActs(desk, actor)).filter(
    ({ status, facts }) => status === 'waiting' && facts.obligation === key,
  );
  return Promise.all(acts.map((act) => keptFact(desk, act)));
}

/** True while days count for the agency: it owes an act, or its days stand still. */
function isOpen(desk: Desk, row: Live): boolean {
  return isAwaited(desk, row) || (row.state.suspendedSince !== null && !isDone(row.state));
}

function deadlineFact(desk: Desk, plan: Plan, row: Live, deadline: Deadline, journal: JournalRecord[]): DeadlineFact {
  const round = { id: row.round, requirement: row.requirement, year: row.year };
  const { isDefault, why, steps } = deadlineBasis(desk, plan, round, deadline, journal);
  const rungs = rungWords(deadline, row, currentDeadline(row.state) === deadline);
  const came = row.state.submissions.filter(({ at }) => deadlineAt(row.state, at) === deadline).at(-1);
  const present = currentDeadline(row.state) === deadline;
  const base = { number: deadline.number, lastDay: deadline.lastDayOn, isDefault, why, calculation: steps };
  if (came !== undefined) {
    const late = daysLate(desk, row.state, came);
    const state: StateFact = late === 0 ? { is: 'onTime' } : { is: 'late', days: late };
    return { ...base, state, result: `bản ${came.number} gửi ${formatDayShort(came.actedOn)}; ${rungs}` };
  }
  if (present) {
    const asked = row.state.extensionRequest;
    const request = asked === null ? '' : `có đề nghị gia hạn đến ${formatDayShort(asked.to)}; `;
    const printed = printedDayWords(desk, row);
    return {
      ...base,
      state: presentState(desk, row),
      result: `${request}${printed === null ? '' : `${printed}; `}${rungs}`,
    };
  }
  const next = row.state.deadlines.find(({ number }) => number === deadline.number + 1);
  const state: StateFact = next === undefined ? { is: 'notDue' } : { is: 'extended', to: next.lastDayOn };
  return { ...base, state, result: `thay bằng hạn số ${deadline.number + 1}; ${rungs}` };
}

/** In the table of deadlines the days count, not how the deadline came about. */
function presentState(desk: Desk, row: Live): StateFact {
  const state = stateOf(desk, row);
  if (state.is !== 'returned' && state.is !== 'extended') return state;
  return { is: 'due', days: daysLeft(desk, row) };
}

function rungWords({ rungsSent }: Deadline, { state }: Live, present: boolean): string {
  if (rungsSent > 0) return `bậc thang đến bậc ${rungsSent}`;
  return isDone(state) || !present ? 'bậc thang không dùng' : 'bậc thang chưa dùng';
}

function basisOf(
  desk: Desk,
  plan: Plan,
  row: Live,
  first: DeadlineFact | undefined,
  { text, urgent }: { text: string; urgent: boolean },
): ObligationView['basis'] {
  const by = row.kind === 'contribution' ? (row.reviewer ?? plan.coordinator.id) : plan.coordinator.id;
  const { quote } = demandOf(plan, row.requirement, askedMeasure(row));
  return {
    document: documentAndClause(plan, row.requirement),
    scope: scopeOf(desk, plan, row),
    quote,
    asked: text.trim() === '' ? null : requestLine({ by: desk.agencyName(by), text: text.trim(), urgent }),
    note: noteOf(desk, plan, row, first),
  };
}

/** The one measure that a part is asked for. */
function askedMeasure({ kind, state }: Live): string | null {
  return kind === 'contribution' ? (state.asks.measures[0] ?? null) : null;
}

const NUMBERS = ['', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười', 'mười một', 'mười hai'];

/** "Sở Y tế là một trong sáu sở được giao"; nothing where one agency alone owes it. */
function scopeOf(desk: Desk, plan: Plan, row: Live): string | null {
  const owedBy = plan.requirements.find(({ id }) => id === row.requirement)?.owedBy ?? [];
  if (owedBy.length < 2) return null;
  const kinds = owedBy.map(({ id }) => desk.roster.agencies.find((agency) => agency.id === id)?.kind);
  const what = kinds.every((kind) => kind === 'department') ? 'sở' : 'cơ quan';
  return `${desk.agencyName(row.agency)} là một trong ${NUMBERS[owedBy.length] ?? owedBy.length} ${what} được giao`;
}

function noteOf(desk: Desk, plan: Plan, row: Live, first: DeadlineFact | undefined): string {
  const requirement = plan.requirements.find(({ id }) => id === row.requirement);
  const sentences: string[] = [];
  if (first?.isDefault) {
    sentences.push('Kế hoạch không ghi ngày.');
    const fed = requirement === undefined ? null : consolidationOf(plan, requirement);
    if (fed?.duePhrase && fed.clause !== null && requirement?.kind === 'report') {
      sentences.push(`Hạn tổng hợp ghi ${quoted(fed.duePhrase)} (${clauseText(fed.clause)}).`);
    }
  }
  sentences.push(receiverWords(desk, plan, row));
  return sentences.join(' ');
}

function receiverWords(desk: Desk, plan: Plan, row: Live): string {
  const owedTo = plan.requirements.find(({ id }) => id === row.requirement)?.owedTo ?? [];
  const receivers = owedTo.map(({ id }) => desk.agencyName(id)).join(', ');
  if (row.closing === 'letter') {
    const to = receivers === '' ? desk.agencyName(plan.leadership.id) : receivers;
    return `Gửi ${to}: đóng khi ghi số, ngày công văn và cách gửi.`;
  }
  if (row.closing === 'head') return 'Cơ quan tự báo cáo cho mình: lãnh đạo cơ quan xác nhận là xong.';
  return `Người duyệt: ${desk.agencyName(row.reviewer ?? plan.coordinator.id)}, cơ quan nhận báo cáo.`;
}

async function runningOf(
  sources: ViewSources,
  row: Live,
  round: WorkflowRecord | undefined,
): Promise<ObligationView['running']> {
  const asked = await sources.running.ask(row.round);
  const present = currentDeadline(row.state);
  const known: WorkflowRecord = round ?? {
    workflow: row.round,
    type: 'round',
    plan: row.plan,
    phase: row.phase,
    closed: isDone(row.state),
    wake: null,
    at: present.openedAt,
    state: {},
  };
  const phase = asked.answer?.phases[row.agency];
  const ladder = asked.answer?.ladder.find(({ obligation }) => obligation === row.key);
  const position = (number: number, rung: number): string =>
    rung === 0 ? 'chưa dùng' : `hạn số ${number}: bậc ${rung}`;
  return runningView(
    asked,
    known,
    [
      {
        what: 'Nghĩa vụ này',
        running: phase === undefined ? null : phaseWords(phase),
        projection: phaseWords(row.phase),
      },
      {
        what: 'Bậc thang',
        running: asked.answer === null ? null : position(ladder?.deadline ?? present.number, ladder?.rung ?? 0),
        projection: position(present.number, present.rungsSent),
      },
    ],
    [],
  );
}
