import { type Instant, instantOn } from '../../domain/calendar/instant.ts';
import { noEffects } from '../../domain/engine/effects.ts';
import type { RoundFacts } from '../../domain/machines/round.ts';
import { planPolicy } from '../../domain/machines/round-spec.ts';
import type { Notice, NoticeKind } from '../../domain/notice/notice.ts';
import { applyDue } from '../../domain/obligation/apply-due.ts';
import { currentDeadline, isOwing, type PlannedItem } from '../../domain/obligation/obligation.ts';
import { plannedItems } from '../../domain/obligation/planned.ts';
import { DEFAULT_POLICY, type Policy } from '../../domain/obligation/policy.ts';
import { sendSlot } from '../../domain/obligation/send-slot.ts';
import type { MeasureFacts } from '../../domain/plan/measure-year.ts';
import type { NoticeRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { contextOf, type Desk, isLive, type Live } from './desk.ts';
import { type ObstacleFacts, obstacleFacts } from './obstacle-facts.ts';

/** A send slot and what leaves then unless a human act comes first. */
export interface Milestone {
  at: Instant;
  notices: Notice[];
}

/** One thing that may leave: its slot, and the notices it would be. */
interface Leaving {
  slot: Instant;
  notices(): Notice[];
}

/**
 * The next send slot at which anything leaves; null when nothing is planned any more. `read` are all duties of some
 * rounds, where the page has read them anyway.
 */
export async function nextMilestone(desk: Desk, read: Live[] = []): Promise<Milestone | null> {
  const open = await desk.reader.workflows({ closed: false });
  const waiting = await desk.reader.notices({ queued: true });
  const letters = await lettersWaiting(desk, open);
  const rounds = new Set([
    ...soonestRounds(desk, open),
    ...[...waiting, ...letters.notices].flatMap(({ round }) => (round === null ? [] : [round])),
  ]);
  const known = new Set(read.map(({ round }) => round));
  const unread = [...rounds].filter((round) => !known.has(round));
  const rows = [
    ...read.filter(({ round, phase }) => rounds.has(round) && (phase === 'open' || phase === 'submitted')),
    ...(await desk.reader.obligations({ rounds: unread, open: true })).filter(isLive),
  ];
  const leaving = [
    ...queued(desk, waiting, rows),
    ...lettersAgain(desk, letters, rows),
    ...rows.flatMap((row) => planned(desk, row)),
    ...(await fromWorkflows(desk, open)),
  ].filter(({ slot }) => slot > desk.now);
  const [at] = leaving.map(({ slot }) => slot).sort();
  if (at === undefined) return null;
  const notices = leaving.filter(({ slot }) => slot === at).flatMap((each) => each.notices());
  return { at, notices };
}

/** Open rounds whose next item leaves in the first slot of all, and those that are behind: the others plan nothing for it. */
function soonestRounds(desk: Desk, open: WorkflowRecord[]): string[] {
  const slots = open.flatMap(({ type, workflow, plan: id, wake }) => {
    const plan = desk.plans.get(id ?? '');
    if (type !== 'round' || plan === undefined || wake === null) return [];
    const slot = slotOf(desk, planPolicy(plan, DEFAULT_POLICY), wake);
    return [{ workflow, slot: wake > desk.now ? slot : desk.now }];
  });
  const [first] = slots.flatMap(({ slot }) => (slot > desk.now ? [slot] : [])).sort();
  return slots.filter(({ slot }) => slot === desk.now || slot === first).map(({ workflow }) => workflow);
}

/** Planned items of an obligation after now, each with the slot in which its notice leaves. */
export function plannedOf(desk: Desk, row: Live): { item: PlannedItem; slot: Instant }[] {
  const plan = desk.plans.get(row.plan);
  if (plan === undefined) return [];
  const context = contextOf(desk, plan, row);
  return plannedItems(row.state, context)
    .filter(({ at }) => at > desk.now)
    .map((item) => ({ item, slot: slotOf(desk, context.policy, item.at) }))
    .sort((a, b) => (a.item.at < b.item.at ? -1 : a.item.at > b.item.at ? 1 : 0));
}

/** Slots found for a desk: thousands of items share a few instants. */
const slotsOf = new WeakMap<Desk, Map<string, Instant>>();

function slotOf(desk: Desk, policy: Policy, at: Instant): Instant {
  const found = slotsOf.get(desk) ?? new Map<string, Instant>();
  slotsOf.set(desk, found);
  const key = `${policy.sendAt} ${at}`;
  const slot = found.get(key) ?? sendSlot(desk.calendar, policy, at);
  found.set(key, slot);
  return slot;
}

/** The notices of one planned item, by the rules of the round on a copy. */
export function noticesOf(desk: Desk, row: Live, item: PlannedItem): Notice[] {
  const plan = desk.plans.get(row.plan);
  if (plan === undefined) return [];
  const out = noEffects();
  applyDue(row.state, item, item.at, false, contextOf(desk, plan, row), out);
  return out.notices;
}

function planned(desk: Desk, row: Live): Leaving[] {
  return plannedOf(desk, row).map(({ item, slot }) => ({ slot, notices: () => noticesOf(desk, row, item) }));
}

function queued(desk: Desk, notices: NoticeRecord[], rows: Live[]): Leaving[] {
  return notices
    .filter((notice) => isStillTrue(desk, notice, rows))
    .map((notice) => ({ slot: notice.slot, notices: () => [noticeOf(notice)] }));
}

/** Letters that wait for the digest of a slot: after a failure of the mail server, or for an address set right. */
interface LettersWaiting {
  slot: Instant | null;
  letters: { person: string; notices: string[] }[];
  notices: NoticeRecord[];
}

async function lettersWaiting(desk: Desk, open: WorkflowRecord[]): Promise<LettersWaiting> {
  const digests = open.filter(({ type }) => type === 'digest');
  const [slot] = digests.flatMap(({ wake }) => (wake !== null && wake > desk.now ? [wake] : [])).sort();
  if (slot === undefined) return { slot: null, letters: [], notices: [] };
  const letters = await desk.reader.waitingLetters();
  const notices = await desk.reader.notices({ keys: letters.flatMap((letter) => letter.notices) });
  return { slot, letters, notices };
}

function lettersAgain(desk: Desk, { slot, letters, notices }: LettersWaiting, rows: Live[]): Leaving[] {
  if (slot === null) return [];
  return letters.map((letter) => ({
    slot,
    notices: () =>
      notices
        .filter((notice) => letter.notices.includes(notice.key) && isStillTrue(desk, notice, rows))
        .map((notice) => ({ ...noticeOf({ ...notice, toPerson: letter.person }), slot })),
  }));
}

function noticeOf(record: NoticeRecord): Notice {
  const { key, at, slot, plan, round, about, deadline, rung, late, facts, ref } = record;
  return {
    key,
    kind: record.kind as NoticeKind,
    at,
    slot,
    to: {
      agency: record.toAgency,
      role: record.toRole as Notice['to']['role'],
      ...(record.toRank === null ? {} : { rank: record.toRank }),
      ...(record.toPerson === null ? {} : { person: record.toPerson }),
    },
    plan,
    round,
    about,
    deadline,
    rung,
    late,
    facts,
    ref,
  };
}

/** False where what a queued notice asks for was done meanwhile: it will not leave. */
function isStillTrue(desk: Desk, notice: NoticeRecord, rows: Live[]): boolean {
  const row = rows.find(({ round, agency }) => round === notice.round && agency === notice.about);
  const plan = row && desk.plans.get(row.plan);
  switch (notice.kind as NoticeKind) {
    case 'reminder':
    case 'escalation':
    case 'leadershipRepeat':
    case 'leadershipHandover':
      return (
        row !== undefined &&
        plan !== undefined &&
        isOwing(row.state, contextOf(desk, plan, row)) &&
        row.state.suspendedSince === null &&
        currentDeadline(row.state).number === notice.deadline
      );
    case 'confirmRequest':
    case 'confirmReminder':
      return row !== undefined && row.state.draftSince !== null;
    case 'reviewRequest':
    case 'reviewReminder':
      return row !== undefined && row.state.review !== null;
    case 'extensionRequested':
    case 'extensionReminder':
      return row !== undefined && row.state.extensionRequest !== null;
    default:
      return true;
  }
}

async function fromWorkflows(desk: Desk, open: WorkflowRecord[]): Promise<Leaving[]> {
  const rounds = await desk.reader.workflows({ type: 'round' });
  const known = new Set(rounds.map(({ workflow }) => workflow));
  return open.flatMap((row) => {
    if (row.type === 'obstacle') return obstacleReminder(desk, row);
    if (row.type === 'round') return lockProposal(desk, row);
    return row.type === 'plan' ? unopened(desk, row, known) : [];
  });
}

/** First reminders of rounds that open by themselves before their slot comes. */
function unopened(desk: Desk, row: WorkflowRecord, known: Set<string>): Leaving[] {
  const plan = desk.plans.get(row.plan ?? '');
  if (plan === undefined) return [];
  const { importedUntil, measures } = row.state as { importedUntil: string; measures?: MeasureFacts };
  const policy = planPolicy(plan, DEFAULT_POLICY);
  const year = Number(desk.today.slice(0, 4));
  return [year, year + 1]
    .flatMap((each) => desk.year(plan, each, measures ?? {}))
    .filter(({ id, overdueAfter }) => !known.has(id) && overdueAfter >= importedUntil)
    .flatMap((round) => {
      const next = round.reminders.find(({ on }) => instantOn(on, policy.decideAt) > desk.now);
      if (next === undefined) return [];
      const at = instantOn(next.on, policy.decideAt);
      const slot = sendSlot(desk.calendar, policy, at);
      const notices = (): Notice[] =>
        round.agencies.map(({ id }) => ({
          key: `${round.id}/${id}/1/reminder-${next.workingDaysBefore}`,
          kind: 'reminder',
          at,
          slot,
          to: { agency: id, role: 'focalPoint' },
          plan: plan.id,
          round: round.id,
          about: id,
          deadline: 1,
          rung: `reminder-${next.workingDaysBefore}`,
          late: false,
          facts: { workingDaysBefore: next.workingDaysBefore },
          ref: null,
        }));
      return [{ slot, notices }];
    });
}

function lockProposal(desk: Desk, row: WorkflowRecord): Leaving[] {
  const facts = row.state as unknown as RoundFacts;
  const plan = desk.plans.get(row.plan ?? '');
  if (plan === undefined || facts.locked !== null) return [];
  const policy = planPolicy(plan, DEFAULT_POLICY);
  const at = instantOn(facts.lockOn, policy.decideAt);
  if (at <= desk.now) return [];
  const slot = sendSlot(desk.calendar, policy, at);
  const notice = plainNotice({
    key: `${facts.key}/lock-proposed`,
    kind: 'lockProposed',
    at,
    slot,
    to: { agency: facts.coordinator, role: 'coordinator' },
    plan: plan.id,
    round: row.workflow,
    about: null,
    facts: {},
  });
  return [{ slot, notices: () => [notice] }];
}

function obstacleReminder(desk: Desk, row: WorkflowRecord): Leaving[] {
  if (row.wake === null) return [];
  const facts = obstacleFacts(row);
  const slot = sendSlot(desk.calendar, DEFAULT_POLICY, row.wake);
  const notice = plainNotice({
    key: `${row.workflow}/reminder`,
    kind: 'obstacleReminder',
    at: row.wake,
    slot,
    to: turnOf(facts),
    plan: row.plan,
    round: null,
    about: facts.raisedBy.agency,
    facts: { obstacle: facts.id, step: facts.step, dueOn: facts.dueOn },
  });
  return [{ slot, notices: () => [notice] }];
}

function turnOf({ step, coordinator, leadership, raisedBy }: ObstacleFacts): Notice['to'] {
  if (step === 'leadership') return { agency: leadership, role: 'leadership', rank: 1 };
  if (step === 'raiser') return { agency: raisedBy.agency, role: 'focalPoint', person: raisedBy.person };
  return { agency: coordinator, role: 'coordinator' };
}

function plainNotice(notice: Omit<Notice, 'deadline' | 'rung' | 'late' | 'ref'>): Notice {
  return { ...notice, deadline: null, rung: null, late: false, ref: null };
}
