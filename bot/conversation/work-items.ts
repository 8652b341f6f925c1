import { dayOf, type Instant } from '../../domain/calendar/instant.ts';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { ObstacleState } from '../../domain/machines/obstacle.ts';
import type { RoundFacts } from '../../domain/machines/round.ts';
import { currentDeadline, lastSubmission, type Obligation } from '../../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../../domain/obligation/policy.ts';
import { receivingPost } from '../../domain/obligation/receiving-post.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { Roster } from '../../domain/roster/roster.ts';
import type { ObligationRecord, SubmissionRecord, TextRecord, WorkflowRecord } from '../../store/desk-reader.ts';
import { rungDone } from '../../wording/dialogue/item.ts';
import { measureName } from '../../wording/measure-name.ts';
import type {
  EscalationItem,
  NamedPerson,
  ObstacleAnswerItem,
  ObstacleItem,
  OwedItem,
  ReportFacts,
  WorkItem,
} from '../dialogue/types.ts';
import { agencyName, type DeskActor, namedPerson } from './actor.ts';
import { partFacts } from './part-facts.ts';
import type { ConversationPorts } from './ports.ts';
import {
  basisOf,
  daysLeft,
  deadlineFacts,
  extensionChoices,
  formOf,
  previousFigures,
  titleOf,
} from './report-facts.ts';

type Live = ObligationRecord & { state: Obligation };

interface Room {
  ports: ConversationPorts;
  me: DeskActor;
  at: Instant;
  plans: Map<string, Plan>;
  roster: Roster;
  submissions: Map<string, SubmissionRecord[]>;
  texts: Map<string, TextRecord>;
}

/** Everything that waits for a person, most urgent first; only what his posts of the day let him see. */
export async function workItems(
  ports: ConversationPorts,
  me: DeskActor,
  at: Instant,
  roster: Roster,
): Promise<WorkItem[]> {
  const plans = new Map((await ports.plans()).map((plan) => [plan.id, plan]));
  const rows = (await ports.reader.obligations({ open: true })).filter(
    (row): row is Live => row.state !== null && plans.has(row.plan),
  );
  const mine = rows.filter((row) => concerns(row, me, plans));
  const obstacles = (await ports.reader.workflows({ type: 'obstacle', closed: false })).filter((row) =>
    touches(obstacleOf(row), me),
  );
  const room: Room = {
    ports,
    me,
    at,
    plans,
    roster,
    submissions: await submissionsOf(ports, mine),
    texts: await ports.reader.texts([
      ...mine.flatMap(refsOf),
      ...obstacles.flatMap((row) => obstacleRefs(obstacleOf(row))),
    ]),
  };
  const items: WorkItem[] = [];
  for (const row of mine) items.push(...(await itemsOf(room, row)));
  for (const row of obstacles) items.push(...obstacleItems(room, row));
  return items.sort((a, b) => urgency(a) - urgency(b));
}

function concerns(row: Live, { actor }: DeskActor, plans: Map<string, Plan>): boolean {
  const plan = plans.get(row.plan);
  return (
    row.agency === actor.agency ||
    row.reviewer === actor.agency ||
    plan?.coordinator.id === actor.agency ||
    (plan?.leadership.id === actor.agency && row.state.leadership !== null)
  );
}

function refsOf({ state }: Live): (string | null)[] {
  return [state.extensionRequest?.ref ?? null];
}

async function submissionsOf(ports: ConversationPorts, rows: Live[]): Promise<Map<string, SubmissionRecord[]>> {
  const keys = rows.flatMap((row) => [row.key, previousKey(row)]);
  const found = new Map<string, SubmissionRecord[]>();
  for (const submission of await ports.reader.submissions({ obligations: keys })) {
    found.set(submission.obligation, [...(found.get(submission.obligation) ?? []), submission]);
  }
  return found;
}

/** The same duty a year earlier. Example: …/2024/IV.2/2024/<agency> → …/2023/IV.2/2023/<agency>. */
function previousKey({ key, year, period }: Live): string {
  const [plan = '', , requirement = '', , ...rest] = key.split('/');
  return [plan, year - 1, requirement, period.replace(String(year), String(year - 1)), ...rest].join('/');
}

async function itemsOf(room: Room, row: Live): Promise<WorkItem[]> {
  const { actor } = room.me;
  const plan = room.plans.get(row.plan);
  if (!plan) return [];
  const items: WorkItem[] = [];
  const has = (...roles: string[]): boolean => actor.roles.some((role) => roles.includes(role));
  const { state } = row;
  const submission = lastSubmission(state);
  const common = {
    basis: basisOf(plan, row),
    title: titleOf(plan, row),
    obligation: row.key,
    deadline: deadlineFacts(plan, row, room.ports.calendar(), dayOf(room.at)),
  };
  const latestDayOn =
    `${dayOf(room.at).slice(0, 4)}-12-31` > row.lastDayOn
      ? `${dayOf(room.at).slice(0, 4)}-12-31`
      : `${row.lastDayOn.slice(0, 4)}-12-31`;
  const choices = extensionChoices(room.ports.calendar(), row.lastDayOn, room.at);

  if (row.agency === actor.agency && has('focalPoint', 'head')) {
    const { ports, at, roster } = room;
    const around = { reader: ports.reader, calendar: ports.calendar(), roster, at };
    const { parts, given } = await partFacts(around, plan, row);
    const report = { ...(await reportFacts(room, plan, row, latestDayOn)), given };
    const draftWaits = state.phase === 'submitted' && submission?.standing === 'draft';
    if (draftWaits && has('head') && submission) {
      const answers = answersOf(room, row, submission.receipt);
      items.push({
        kind: 'confirm',
        key: `confirm:${row.key}`,
        ...common,
        version: submission.number,
        submittedAt: submission.at,
        by: person(room, submission.by),
        answers,
        report,
      });
    } else if (has('focalPoint') || state.phase === 'open' || row.closing === 'letter') {
      items.push({
        kind: 'owed',
        key: `owed:${row.key}`,
        ...common,
        state: owedState(state),
        ...(await returnReason(room, row)),
        ...(submission && state.phase === 'submitted'
          ? { submitted: { version: submission.number, receipt: submission.receipt, standing: submission.standing } }
          : {}),
        ...(state.extensionRequest
          ? { extensionAsked: { day: state.extensionRequest.to, reason: words(room, state.extensionRequest.ref) } }
          : {}),
        ...(await requestOf(room, plan, row)),
        parts,
        report,
      });
    }
    if (
      submission?.onBehalf &&
      state.phase === 'submitted' &&
      submission.source !== 'chat' &&
      submission.source !== 'page'
    ) {
      items.push({
        kind: 'onBehalf',
        key: `onBehalf:${row.key}`,
        ...common,
        version: submission.number,
        recordedBy: person(room, submission.by),
        recordedAt: submission.at,
        actedOn: submission.actedOn,
        way: submission.source,
        form: report.form,
        answers: answersOf(room, row, submission.receipt),
      });
    }
  }

  const receives = row.kind === 'contribution' ? has(receivingPost(row.kind), 'head') : has('reviewer', 'coordinator');
  const reviews = row.reviewer === actor.agency && row.agency !== actor.agency && receives;
  if (
    reviews &&
    row.closing === 'review' &&
    state.phase === 'submitted' &&
    submission?.standing === 'official' &&
    state.review
  ) {
    const form = formOf(plan, row);
    items.push({
      kind: 'review',
      key: `review:${row.key}`,
      ...common,
      agency: agencyName(room.roster, row.agency),
      version: submission.number,
      standing: submission.standing,
      submittedAt: submission.at,
      by: person(room, submission.by),
      form,
      answers: answersOf(room, row, submission.receipt),
      previous: previousFigures(form, room.submissions.get(previousKey(row))?.at(-1), String(row.year - 1)),
      reviewBy: {
        lastDayOn: state.review.dueOn,
        daysLeft: daysLeft(room.ports.calendar(), dayOf(room.at), state.review.dueOn),
      },
    });
  }
  const coordinates = plan.coordinator.id === actor.agency && has('coordinator');
  const judgesItself = row.closing === 'head' && row.agency === actor.agency && has('head');
  const decides = (reviews || coordinates) && row.agency !== actor.agency;
  if ((decides || judgesItself) && state.extensionRequest) {
    const { to, ref, since } = state.extensionRequest;
    const asked = { day: to, reason: words(room, ref), at: since, by: person(room, room.texts.get(ref)?.person ?? '') };
    items.push({
      kind: 'extension',
      key: `extension:${row.key}`,
      ...common,
      agency: agencyName(room.roster, row.agency),
      asked,
      latestDayOn,
    });
  }
  if (coordinates && row.agency !== actor.agency && state.phase === 'open' && currentDeadline(state).rungsSent >= 2) {
    items.push({
      kind: 'late',
      key: `late:${row.key}`,
      ...common,
      agency: agencyName(room.roster, row.agency),
      extensionChoices: choices,
      latestDayOn,
    });
  }
  if (plan.leadership.id === actor.agency && has('leadership') && state.leadership && !state.leadership.answered) {
    items.push(await escalationItem(room, row, { ...common, latestDayOn, extensionChoices: choices }));
  }
  return items;
}

/** Kinds that a person asks for, in his own words. */
const ASKED = ['contribution', 'request', 'trigger'];

async function requestOf(room: Room, plan: Plan, row: Live): Promise<Pick<OwedItem, 'request'>> {
  if (!ASKED.includes(row.kind)) return {};
  const { reader } = room.ports;
  const [round] = await reader.workflows({ workflow: row.round });
  const { ref = null, urgent = false } = (round?.state as Partial<RoundFacts> | undefined) ?? {};
  const text = ref === null ? '' : ((await reader.texts([ref])).get(ref)?.text.trim() ?? '');
  const by = row.kind === 'contribution' ? (row.reviewer ?? plan.coordinator.id) : plan.coordinator.id;
  return text === '' ? {} : { request: { by: agencyName(room.roster, by), text, urgent } };
}

async function escalationItem(
  room: Room,
  row: Live,
  common: Pick<EscalationItem, 'basis' | 'title' | 'obligation' | 'deadline' | 'latestDayOn' | 'extensionChoices'>,
): Promise<EscalationItem> {
  const calendar = room.ports.calendar();
  const asked = row.state.leadership?.askedOn ?? dayOf(room.at);
  const notices = await room.ports.reader.notices({ round: row.round, about: row.agency });
  const done = notices
    .filter(({ kind, deadline }) => kind === 'escalation' && deadline === row.deadline)
    .map(({ slot, toAgency, toRole }) =>
      rungDone({ on: dayOf(slot), agency: agencyName(room.roster, toAgency), toHead: toRole === 'head' }),
    );
  return {
    kind: 'escalation',
    key: `escalation:${row.key}`,
    ...common,
    agency: agencyName(room.roster, row.agency),
    done,
    proposedDay: addWorkingDays(calendar, dayOf(room.at), DEFAULT_POLICY.leadershipRepeat),
    repeatOn: addWorkingDays(calendar, asked, DEFAULT_POLICY.leadershipRepeat),
    nextPostOn:
      (row.state.leadership?.rank ?? 1) > 1 ? null : addWorkingDays(calendar, asked, DEFAULT_POLICY.leadershipHandover),
  };
}

async function reportFacts(room: Room, plan: Plan, row: Live, latestDayOn: string): Promise<ReportFacts> {
  const form = formOf(plan, row);
  const requirement = plan.requirements.find(({ id }) => id === row.requirement);
  const asker = row.kind === 'contribution' && row.reviewer !== null ? [agencyName(room.roster, row.reviewer)] : null;
  const receivers = asker ?? requirement?.owedTo.map(({ name }) => name) ?? [plan.leadership.name];
  return {
    form,
    saved: await room.ports.store.answers(row.key, row.deadline),
    submitted: room.submissions.get(row.key)?.at(-1)?.answers ?? [],
    previous: previousFigures(form, room.submissions.get(previousKey(row))?.at(-1), String(row.year - 1)),
    extensionChoices: extensionChoices(room.ports.calendar(), row.lastDayOn, room.at),
    latestDayOn,
    receiver: receivers.join(', '),
    closesByLetter: row.closing === 'letter',
  };
}

function owedState(state: Obligation): 'awaited' | 'returned' | 'submitted' | 'suspended' {
  if (state.suspendedSince !== null) return 'suspended';
  if (state.phase === 'submitted') return 'submitted';
  return lastSubmission(state)?.decision === 'returned' ? 'returned' : 'awaited';
}

async function returnReason(room: Room, row: Live): Promise<{ returnReason?: string }> {
  if (owedState(row.state) !== 'returned') return {};
  const returned = (await room.ports.reader.journal({ round: row.round, agency: row.agency }))
    .filter(({ kind }) => kind === 'returned')
    .at(-1);
  const text = returned?.ref ? (await room.ports.reader.texts([returned.ref])).get(returned.ref)?.text : undefined;
  return text === undefined ? {} : { returnReason: text };
}

function answersOf(room: Room, row: Live, receipt: string): SubmissionRecord['answers'] {
  return room.submissions.get(row.key)?.find((submission) => submission.receipt === receipt)?.answers ?? [];
}

function person(room: Room, id: string): NamedPerson {
  return namedPerson(room.roster, id, dayOf(room.at));
}

function words(room: Room, ref: string): string {
  return room.texts.get(ref)?.text ?? '';
}

type ObstacleFacts = Pick<ObstacleState, 'step' | 'dueOn' | 'answers'> &
  Pick<ObstacleState['spec'], 'id' | 'obligation' | 'measure' | 'raisedBy' | 'ref' | 'coordinator' | 'leadership'>;

function obstacleOf(row: WorkflowRecord): ObstacleFacts {
  return row.state as unknown as ObstacleFacts;
}

function obstacleRefs({ ref, answers }: ObstacleFacts): string[] {
  return [ref, ...answers.map((answer) => answer.ref)];
}

/** The one whose turn it is. */
function touches(obstacle: ObstacleFacts, { actor }: DeskActor): boolean {
  if (obstacle.step === 'coordinator')
    return actor.agency === obstacle.coordinator && actor.roles.includes('coordinator');
  if (obstacle.step === 'leadership') return actor.agency === obstacle.leadership && actor.roles.includes('leadership');
  return obstacle.step === 'raiser' && actor.agency === obstacle.raisedBy.agency;
}

function obstacleItems(room: Room, row: WorkflowRecord): (ObstacleItem | ObstacleAnswerItem)[] {
  const obstacle = obstacleOf(row);
  const plan = room.plans.get(row.plan ?? '');
  const raised = room.texts.get(obstacle.ref);
  const text = raised?.text ?? '';
  const title = plan?.shortName ?? '';
  if (obstacle.step === 'raiser') {
    const answer = obstacle.answers.at(-1);
    if (!answer) return [];
    const answered = {
      answer: words(room, answer.ref),
      answeredBy: person(room, answer.by.person),
      answeredAt: answer.at,
    };
    return [
      { kind: 'obstacleAnswer', key: `obstacleAnswer:${obstacle.id}`, title, obstacle: obstacle.id, text, ...answered },
    ];
  }
  if (obstacle.step === 'settled') return [];
  return [
    {
      kind: 'obstacle',
      key: `obstacle:${obstacle.id}`,
      title,
      obstacle: obstacle.id,
      step: obstacle.step,
      agency: agencyName(room.roster, obstacle.raisedBy.agency),
      by: person(room, obstacle.raisedBy.person),
      raisedAt: raised?.at ?? row.at,
      about: obstacle.measure === null ? (plan?.shortName ?? null) : measureName(obstacle.measure, title),
      text,
      answerBy: {
        lastDayOn: obstacle.dueOn,
        daysLeft: daysLeft(room.ports.calendar(), dayOf(room.at), obstacle.dueOn),
      },
    },
  ];
}

/** Working days that the person himself has left, for the order of the list. */
function urgency(item: WorkItem): number {
  switch (item.kind) {
    case 'review':
      return item.reviewBy.daysLeft;
    case 'obstacle':
      return item.answerBy.daysLeft;
    case 'escalation':
    case 'confirm':
      return -1000;
    case 'obstacleAnswer':
    case 'onBehalf':
      return 500;
    default:
      return item.deadline.daysLeft;
  }
}
