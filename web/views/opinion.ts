import { type Day, dayOf } from '../../domain/calendar/instant.ts';
import { addWorkingDays, workingDaysBetween } from '../../domain/calendar/working-days.ts';
import { currentDeadline, type Deadline } from '../../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { holdersOf } from '../../domain/roster/roster.ts';
import type { JournalRecord, NoticeRecord, TextRecord } from '../../store/desk-reader.ts';
import { formatDayShort, formatDaysLeft, formatTimeBeside, quoted } from '../../wording/format.ts';
import type { WebActor } from '../access.ts';
import type { DoneFact, OpinionView } from '../pages/opinion.tsx';
import { askedLeaders, type Desk, isLive, type Live, openDesk, subjectOf } from './desk.ts';
import { documentAndClause, dutyName, dutyTitle } from './duty-words.ts';
import { ladderOf, rungTo } from './ladder-fact.ts';
import { addressed } from './message-lines.ts';
import { sees } from './sight.ts';
import { daysLate, daysOver } from './state-fact.ts';
import { deliveriesOf, leadWords } from './story-facts.ts';
import type { ViewSources } from './view-sources.ts';

/** Working days offered for an extension by leadership. */
const EXTENSION = 5;
/** Kinds of notices that asked leadership. */
const ASKS = ['escalation', 'leadershipRepeat', 'leadershipHandover'];

/** The letter that asks a leader for one line; null where leadership was never asked. */
export async function opinionView(sources: ViewSources, actor: WebActor, key: string): Promise<OpinionView | null> {
  const desk = await openDesk(sources);
  const row = (await desk.reader.obligations({ keys: [key] })).find(isLive);
  const plan = row && desk.plans.get(row.plan);
  if (row === undefined || plan === undefined) return null;
  const journal = await desk.reader.journal({ round: row.round, agency: row.agency });
  const led = journal.filter(({ kind }) => kind === 'led').at(-1);
  const { leadership } = row.state;
  if (leadership === null && led === undefined) return null;
  const notices = await desk.reader.notices({ round: row.round, about: row.agency });
  const asked = notices.filter(({ kind, toRole }) => ASKS.includes(kind) && toRole === 'leadership');
  const number = leadership?.deadline ?? asked.at(-1)?.deadline ?? row.deadline;
  const deadline = row.state.deadlines.find((each) => each.number === number) ?? currentDeadline(row.state);
  const texts = await desk.reader.texts(journal.map(({ ref }) => ref));
  const subject = subjectOf(desk, plan, row);
  const people = leadership === null && led?.by ? [led.by.person] : askedLeaders(desk, plan, row);
  const sent = asked.filter((notice) => notice.deadline === number).at(-1);
  const askedOn = leadership?.askedOn ?? (sent === undefined ? desk.today : dayOf(sent.at));
  const policy = DEFAULT_POLICY;
  const answered = leadership !== null && !leadership.answered ? null : answeredOf(led, texts);
  return {
    key,
    subject: { ...subject, asked: people },
    sentAt: sent?.slot ?? desk.now,
    addressee: addresseeOf(desk, plan, people.at(-1)),
    agency: desk.agencyName(row.agency),
    title: dutyName(plan, row),
    overdue: overOn(desk, deadline.overdueAfter, answered === null ? desk.today : dayOf(answered.at)),
    basis: documentAndClause(plan, row.requirement),
    lastDay: deadline.lastDayOn,
    effect: await effectOf(desk, plan, row),
    done: doneFacts(desk, number, { notices, journal, texts }),
    ladder: ladderFact(desk, row, deadline, sent ?? null),
    coordinator: desk.agencyName(plan.coordinator.id),
    proposedDay: later(desk, addWorkingDays(desk.calendar, desk.today, policy.leadershipRepeat), deadline.lastDayOn),
    extendDay: later(desk, addWorkingDays(desk.calendar, desk.today, EXTENSION), deadline.lastDayOn),
    repeatOn: addWorkingDays(desk.calendar, askedOn, policy.leadershipRepeat),
    nextPostOn: nextPostOn(desk, plan, leadership?.rank ?? 1, askedOn),
    answered,
    week: await weekOf(desk, actor),
  };
}

/** Working days past on the day of the answer, or today. */
function overOn(desk: Desk, overdueAfter: Day, day: Day): number {
  return day > overdueAfter ? workingDaysBetween(desk.calendar, overdueAfter, day) : 0;
}

/** The ladder of the deadline that leadership was asked about; an answer has stopped it. */
function ladderFact(desk: Desk, row: Live, deadline: Deadline, sent: NoticeRecord | null): OpinionView['ladder'] {
  const fact = ladderOf(desk, row, sent, null);
  if (deadline === currentDeadline(row.state)) return fact;
  const rung = Math.min(deadline.rungsSent, 3) as OpinionView['ladder']['rung'];
  return { ...fact, rung, state: 'stopped', deadline: deadline.number };
}

/** A proposed day stands after the deadline in force. */
function later(desk: Desk, day: Day, lastDayOn: Day): Day {
  return day > lastDayOn ? day : addWorkingDays(desk.calendar, lastDayOn, 1);
}

function addresseeOf(desk: Desk, plan: Plan, person: string | undefined): string {
  const agency = desk.roster.agencies.find(({ id }) => id === plan.leadership.id);
  const office = agency?.shortName ?? desk.agencyName(plan.leadership.id);
  if (person === undefined) return office;
  return `${desk.personWithPost(person)} ${office}`;
}

function nextPostOn(desk: Desk, plan: Plan, rank: number, askedOn: Day): Day | null {
  const above = holdersOf(desk.roster, plan.leadership.id, 'leadership', desk.today).some((each) => each.rank > rank);
  return rank > 1 || !above ? null : addWorkingDays(desk.calendar, askedOn, DEFAULT_POLICY.leadershipHandover);
}

function answeredOf(led: JournalRecord | undefined, texts: Map<string, TextRecord>): OpinionView['answered'] {
  if (led === undefined) return null;
  const words = texts.get(led.ref ?? '')?.text.trim() ?? '';
  return { at: led.at, words: words === '' ? leadWords(led.facts.answer) : words };
}

const TOLD: Record<string, string> = {
  extensionRequested: 'xin gia hạn',
  extended: 'gia hạn',
  extensionRefused: 'không đồng ý gia hạn',
  returned: 'trả lại để bổ sung',
  suspended: 'tạm dừng tính ngày',
  resumed: 'tiếp tục tính ngày',
};

/** What was done about it before, oldest first: rungs with what reached, acts with their words. */
function doneFacts(
  desk: Desk,
  deadline: number,
  { notices, journal, texts }: { notices: NoticeRecord[]; journal: JournalRecord[]; texts: Map<string, TextRecord> },
): DoneFact[] {
  const rungs = notices
    .filter((notice) => ASKS.includes(notice.kind) && notice.deadline === deadline)
    .map((notice): { at: string; fact: DoneFact; last: boolean } => ({
      at: notice.slot,
      last: notice.toRole === 'leadership',
      fact: {
        on: dayOf(notice.slot),
        text:
          notice.toRole === 'leadership'
            ? rungTo(desk, notice)
            : addressed(desk, { agency: notice.toAgency, role: notice.toRole }),
        reached: reached(notice),
      },
    }));
  const acts = journal
    .filter(({ kind, facts }) => kind in TOLD && facts.deadline === deadline)
    .map((entry) => {
      const words = texts.get(entry.ref ?? '')?.text.trim() ?? '';
      const who = entry.by === null ? 'Hệ thống' : desk.agencyName(entry.by.agency);
      const text = `${who} ${TOLD[entry.kind]}${words === '' ? '' : `: ${quoted(words)}`}`;
      return { at: entry.at, last: false, fact: { on: dayOf(entry.at), text, reached: [] } };
    });
  const steps = [...rungs, ...acts].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const mine = steps.filter(({ last }) => last).at(-1);
  return steps.map((step) =>
    step === mine ? { on: step.fact.on, text: `Tin này. ${step.fact.text} là bậc cuối`, reached: [] } : step.fact,
  );
}

function reached(notice: NoticeRecord): string[] {
  return deliveriesOf(notice).flatMap(({ channel, is, at }) => {
    const time = at === null ? '' : ` ${formatTimeBeside(at, dayOf(notice.slot))}`;
    if (is === 'read') return [`đã đọc trên ${channel.toLowerCase()}${time}`];
    if (is === 'delivered') return [`đã tới ${channel.toLowerCase()}${time}`];
    return is === 'accepted' ? ['thư đã nhận'] : [];
  });
}

const MADE_OF: Record<string, string> = { report: 'consolidation', budgetEstimate: 'budgetConsolidation' };

/** The consolidation or review that waits for this round, and how many answers it has. */
async function effectOf(desk: Desk, plan: Plan, row: Live): Promise<string | null> {
  const made = desk.year(plan, row.year).find((round) => {
    if (round.period !== row.period) return false;
    if (row.kind === 'reviewInputs') return `${round.requirement}-inputs` === row.requirement;
    const requirement = plan.requirements.find(({ id }) => id === round.requirement);
    return (
      requirement !== undefined &&
      requirement.kind === MADE_OF[row.kind] &&
      requirement.owedBy.some(({ id }) => id === row.reviewer)
    );
  });
  if (made === undefined) return null;
  const requirement = plan.requirements.find(({ id }) => id === made.requirement);
  const kind = requirement?.kind ?? 'review';
  const to = (requirement?.owedTo ?? [plan.leadership]).map(({ id, name }) => shortName(desk, id, name)).join(' và ');
  const owed = (await desk.reader.obligations({ round: row.round })).filter(({ phase }) => phase !== 'waived');
  const told = owed.filter((each) => (each.state?.submissions.length ?? 0) > 0).length;
  const left = daysLeftOf(desk, made.aimOn, made.overdueAfter);
  return `${dutyTitle(plan, { requirement: made.requirement, kind, period: made.period })} gửi ${to}, chậm nhất ${formatDayShort(made.lastDayOn)} (${formatDaysLeft(left)}), mới có số liệu của ${told} trong ${owed.length} cơ quan`;
}

function daysLeftOf(desk: Desk, aimOn: Day, overdueAfter: Day): number {
  const { calendar, today } = desk;
  if (today > overdueAfter) return -workingDaysBetween(calendar, overdueAfter, today);
  return today >= aimOn ? 0 : workingDaysBetween(calendar, today, aimOn);
}

function shortName(desk: Desk, id: string, name: string): string {
  return desk.roster.agencies.find((agency) => agency.id === id)?.shortName ?? name;
}

/** How the open rounds stand, for the leader's overview: on time among those whose day is past. */
async function weekOf(desk: Desk, actor: WebActor): Promise<OpinionView['week']> {
  const open = await desk.reader.workflows({ type: 'round', closed: false });
  const rows = await desk.reader.obligations({ rounds: open.map(({ workflow }) => workflow) });
  const live = rows.filter(isLive).filter((row) => sees(desk, actor, row));
  const fallen = live.filter(
    ({ state, phase }) => phase !== 'waived' && (state.deadlines[0]?.overdueAfter ?? '') < desk.today,
  );
  const over = live
    .map((row) => ({ row, days: daysOver(desk, row) }))
    .filter(({ days }) => days > 0)
    .sort((a, b) => b.days - a.days || (a.row.key < b.row.key ? -1 : 1));
  return {
    onTime: fallen.filter(({ state }) => {
      const [first] = state.submissions;
      return first !== undefined && daysLate(desk, state, first) === 0;
    }).length,
    of: fallen.length,
    overdue: over.length,
    obstacles: (await desk.reader.workflows({ type: 'obstacle', closed: false })).length,
    items: over.slice(0, 3).map(({ row, days }) => {
      const plan = desk.plans.get(row.plan)?.shortName ?? '';
      const how = row.state.unreachedSince === null ? `quá ${days} ngày làm việc` : 'chưa liên lạc được';
      return `${desk.agencyName(row.agency)}, ${plan}: ${how}`;
    }),
  };
}
