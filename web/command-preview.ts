import type { Act, ActContext, Records } from '../client/act.ts';
import { createPerform } from '../client/perform.ts';
import { dayOf, type Instant, timeOf } from '../domain/calendar/instant.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import { type JournalEntry, noEffects } from '../domain/engine/effects.ts';
import { type ObstacleSpec, type ObstacleState, obstacleMachine } from '../domain/machines/obstacle.ts';
import type { Notice } from '../domain/notice/notice.ts';
import { currentDeadline, lastSubmission, type Obligation } from '../domain/obligation/obligation.ts';
import { DEFAULT_POLICY } from '../domain/obligation/policy.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import type { WorkflowRecord } from '../store/desk-reader.ts';
import { formatDayShort, formatDayWithWeekday, quoted } from '../wording/format.ts';
import { noticeLine } from '../wording/notice-line.ts';
import type { WebActor } from './access.ts';
import type { MessageFact } from './components/message-card.tsx';
import { type OpenedRound, triedPlan } from './plan-preview.ts';
import type { Preview } from './ports.ts';
import { type Desk, isLive, type Live } from './views/desk.ts';
import { dutyTitle } from './views/duty-words.ts';
import { messagesOf } from './views/message-lines.ts';
import { obstacleFacts } from './views/obstacle-facts.ts';
import { roundCopy, tryRound } from './views/round-copy.ts';
import { messageFacts } from './views/upcoming.ts';
import type { ViewSources } from './views/view-sources.ts';

/** What an act would hand to which workflow, and the words it would store. */
interface Handed {
  workflow: string;
  kind: 'command' | 'open';
  body: unknown;
  words: { ref: string; text: string; person: string; at: Instant; document?: string }[];
}

/** What the rules make of it on a copy. */
interface Outcome {
  effects: string[];
  notices: Notice[];
  changed: Obligation[];
  journal: JournalEntry[];
  /** Rounds that it would open. */
  opened?: OpenedRound[];
}

/** Shows what an act would do by doing it on copies: the same steps as the act itself, with nothing kept. */
export async function previewAct(
  sources: ViewSources & { records: Records },
  desk: Desk,
  actor: WebActor,
  act: Act,
): Promise<Preview | Refusal> {
  const handed = await dryRun(sources.records, desk, actor, act);
  if (isRefusal(handed)) return handed;
  const outcome = await tried(desk, handed);
  if (isRefusal(outcome)) return outcome;
  return { effects: outcome.effects, messages: await messages(sources, desk, handed, outcome) };
}

async function dryRun(records: Records, desk: Desk, actor: WebActor, act: Act): Promise<Handed | Refusal> {
  const words: Handed['words'] = [];
  let handed: Omit<Handed, 'words'> | null = null;
  const perform = createPerform(
    {
      ...records,
      keepText: async ({ ref, text, person, at, facts: { document } }) => {
        words.push({ ref, text, person, at, ...(typeof document === 'string' ? { document } : {}) });
      },
      keepSubmission: async () => 'cấp khi gửi',
    },
    {
      now: async () => desk.now,
      hand: async ({ workflow, kind, body }) => {
        handed = { workflow, kind, body };
        return { status: 'done' };
      },
    },
  );
  const { person, agency, roles } = actor;
  const context: ActContext = { actor: { person, agency, roles }, channel: 'page', key: 'preview' };
  const outcome = await perform(context, act);
  if (outcome.kind === 'refused') return outcome.refusal;
  if (handed === null) return { refused: 'UNKNOWN_OBLIGATION', facts: {} };
  return { ...(handed as Omit<Handed, 'words'>), words };
}

async function tried(desk: Desk, handed: Handed): Promise<Outcome | Refusal> {
  const type = handed.workflow.slice(0, handed.workflow.indexOf('/'));
  if (type === 'obstacle') return triedObstacle(desk, handed);
  if (type !== 'plan') return triedRound(desk, handed);
  const would = await triedPlan(desk, handed);
  return isRefusal(would) ? would : { ...would, changed: [] };
}

async function triedRound(desk: Desk, handed: Handed): Promise<Outcome | Refusal> {
  const [workflow] = await desk.reader.workflows({ workflow: handed.workflow });
  const rows = (await desk.reader.obligations({ round: handed.workflow })).filter(isLive);
  const plan = desk.plans.get(workflow?.plan ?? '');
  const copy = workflow && plan ? roundCopy(desk, plan, workflow, rows) : null;
  if (copy === null) return { refused: 'UNKNOWN_OBLIGATION', facts: {} };
  const would = tryRound(copy, { kind: 'command', key: 'preview', at: desk.now, body: handed.body });
  if (isRefusal(would)) return would;
  const effects = would.changed.flatMap((after) => {
    const before = rows.find(({ key }) => key === after.key);
    return before === undefined ? [] : changes(before, after);
  });
  const locking = (handed.body as { do: string }).do;
  if (locking === 'lock') effects.push('Kỳ này không nhận thêm bản trả lời.');
  if (locking === 'unlock') effects.push('Kỳ này nhận bản trả lời trở lại.');
  if (would.closed) effects.push('Kỳ này đóng: mọi nghĩa vụ đã xong.');
  return { effects, notices: would.notices, changed: would.changed, journal: would.journal };
}

/** What changes for one duty, one sentence a line. */
function changes({ state: before, closing }: Live, after: Obligation): string[] {
  const lines: string[] = [];
  const deadline = currentDeadline(after);
  if (deadline.number > currentDeadline(before).number) {
    lines.push(`Mở hạn số ${deadline.number}: ${formatDayWithWeekday(deadline.lastDayOn)}.`);
    const day = (at: Instant): string => formatDayShort(dayOf(at));
    const reminders = deadline.items.filter(({ kind, at }) => kind === 'reminder' && at > deadline.openedAt);
    if (reminders.length > 0) lines.push(`Nhắc: ${reminders.map(({ at }) => day(at)).join(', ')}.`);
    const rungs = deadline.items.filter(({ kind }) => kind === 'rung');
    lines.push(`Bậc thang nếu quá hạn: ${rungs.map(({ n, at }) => `bậc ${n} ${day(at)}`).join(', ')}.`);
  }
  const version = lastSubmission(after);
  const known = lastSubmission(before);
  if (version !== null && version.number > (known?.number ?? 0))
    lines.push(`Ghi nhận bản ${version.number}; bậc thang dừng.`);
  if (version?.standing === 'official' && (known?.number !== version.number || known.standing === 'draft')) {
    lines.push(`Bản ${version.number} là số liệu chính thức.`);
  }
  if (after.review !== null && before.review === null) {
    lines.push(`Người duyệt có đến hết ${formatDayWithWeekday(after.review.dueOn)}.`);
  }
  if (after.extensionRequest !== null && before.extensionRequest === null) {
    lines.push(
      `Người duyệt trả lời đề nghị đến hết ${formatDayWithWeekday(after.extensionRequest.dueOn)}; hạn hiện tại vẫn giữ.`,
    );
  }
  if (after.suspendedSince !== null && before.suspendedSince === null)
    lines.push('Ngày đứng từ hôm nay; nhắc và bậc thang dừng.');
  if (after.phase === 'accepted' && before.phase !== 'accepted')
    lines.push(`Bản ${version?.number ?? 1} được chấp nhận; nghĩa vụ này xong.`);
  if (after.phase === 'waived' && before.phase !== 'waived')
    lines.push('Nghĩa vụ kỳ này được miễn; nhắc và bậc thang dừng.');
  if (after.phase === 'sent' && before.phase !== 'sent') lines.push('Nghĩa vụ này đóng bằng số công văn đã ghi.');
  if (closing === 'letter' && after.phase === 'submitted' && before.phase !== 'submitted') {
    lines.push('Nghĩa vụ đóng khi ghi số, ngày công văn và cách gửi.');
  }
  return lines;
}

async function triedObstacle(desk: Desk, handed: Handed): Promise<Outcome | Refusal> {
  const out = noEffects();
  if (handed.kind === 'open') {
    const state = obstacleMachine.open(handed.body as ObstacleSpec, desk.now, out);
    const effects = [`Cơ quan điều phối trả lời hoặc chuyển đến hết ${formatDayWithWeekday(state.dueOn)}.`];
    return { effects, notices: out.notices, changed: [], journal: [] };
  }
  const [row] = await desk.reader.workflows({ workflow: handed.workflow });
  const plan = desk.plans.get(row?.plan ?? '');
  if (row === undefined || plan === undefined) return { refused: 'OBSTACLE_CLOSED', facts: {} };
  const state = obstacleCopy(desk, plan, row);
  const reply = obstacleMachine.apply(state, { kind: 'command', key: 'preview', at: desk.now, body: handed.body }, out);
  if (isRefusal(reply)) return reply;
  return { effects: [stepWords(state)], notices: out.notices, changed: [], journal: [] };
}

function obstacleCopy(desk: Desk, plan: Plan, row: WorkflowRecord): ObstacleState {
  const { step, dueOn, answers, ...rest } = obstacleFacts(row);
  return {
    v: 1,
    spec: { ...rest, province: plan.province, plan: plan.id, calendar: desk.calendar, policy: DEFAULT_POLICY },
    processedUntil: desk.now,
    step,
    turn: 1,
    dueOn,
    answers: [...answers],
  };
}

function stepWords({ step, dueOn }: ObstacleState): string {
  const until = `đến hết ${formatDayWithWeekday(dueOn)}`;
  switch (step) {
    case 'coordinator':
      return `Chờ cơ quan điều phối ${until}.`;
    case 'leadership':
      return `Chờ lãnh đạo tỉnh ${until}.`;
    case 'raiser':
      return `Chờ người nêu xác nhận ${until}.`;
    case 'settled':
      return 'Khó khăn, vướng mắc này đóng.';
  }
}

/** Messages as they would leave, word for word; about an obstacle that does not exist yet, in a few words. */
async function messages(
  sources: ViewSources,
  desk: Desk,
  { words }: Handed,
  { notices, changed, journal, opened = [] }: Outcome,
): Promise<MessageFact[]> {
  const facts: MessageFact[] = [];
  const isNew = ({ kind }: Notice): boolean => kind === 'obstacleRaised';
  for (const slot of [...new Set(notices.map((notice) => notice.slot))].sort()) {
    const leaving = notices.filter((notice) => notice.slot === slot);
    const about = { province: desk.roster.province, slot, changed, journal, words, opened };
    const written = await sources.compose({ ...about, notices: leaving.filter((notice) => !isNew(notice)) });
    facts.push(...messageFacts(desk, slot, written).map(withoutAddress));
    const unwritten = messagesOf(desk, { at: slot, notices: leaving.filter(isNew) }, sources.recipients);
    facts.push(
      ...unwritten.map(({ person, notices: own }) => ({
        to: person === null ? 'chưa có người giữ vị trí này' : desk.personWithPost(person),
        when: `${timeOf(slot)} ngày ${formatDayShort(dayOf(slot))}`,
        subject: own.map(noticeLine).join('; '),
        lines: words.filter(({ text }) => text.trim() !== '').map(({ text }) => quoted(text)),
      })),
    );
  }
  return facts;
}

/** What does not exist yet has neither address nor number. */
function withoutAddress(message: MessageFact): MessageFact {
  const lines = message.lines.map((line) => line.replace(/\S*\/preview\b\S*/g, '(có khi gửi)'));
  return { ...message, lines };
}

/** Which deadlines a changed calendar moves, and whom it is told. */
export async function previewCalendar(sources: ViewSources, desk: Desk, calendar: WorkCalendar): Promise<Preview> {
  const effects: string[] = [];
  const facts: MessageFact[] = [];
  const moved: Desk = { ...desk, calendar };
  for (const workflow of await desk.reader.workflows({ type: 'round', closed: false })) {
    const plan = desk.plans.get(workflow.plan ?? '');
    const rows = (await desk.reader.obligations({ round: workflow.workflow })).filter(isLive);
    const days = plan && scheduledDays(desk, calendar, plan, workflow, rows);
    const copy = plan ? roundCopy(moved, plan, workflow, rows) : null;
    if (!plan || !days || copy === null) continue;
    const body = { type: 'calendarChanged', calendar, days };
    const would = tryRound(copy, { kind: 'fact', key: 'preview', at: desk.now, body });
    if (isRefusal(would) || would.changed.length === 0) continue;
    const [first] = rows;
    const title = first === undefined ? '' : `${dutyTitle(plan, first)}, ${plan.shortName}`;
    effects.push(`${title}: hạn dời đến ${formatDayWithWeekday(days.lastDayOn)} cho ${would.changed.length} cơ quan.`);
    for (const slot of [...new Set(would.notices.map((notice) => notice.slot))].sort()) {
      const notices = would.notices.filter((notice) => notice.slot === slot);
      const written = await sources.compose({
        province: desk.roster.province,
        slot,
        notices,
        changed: would.changed,
        journal: would.journal,
      });
      facts.push(...messageFacts(desk, slot, written));
    }
  }
  if (effects.length === 0) effects.push('Không hạn nào đang mở phải dời; các kỳ mở sau tính theo lịch mới.');
  return { effects, messages: facts };
}

function scheduledDays(
  desk: Desk,
  calendar: WorkCalendar,
  plan: Plan,
  { workflow }: WorkflowRecord,
  [first]: Live[],
): { namedOn: string | null; lastDayOn: string; aimOn: string; overdueAfter: string } | null {
  if (first === undefined) return null;
  const found = desk.yearBy(calendar, plan, first.year).find(({ id }) => id === workflow);
  if (found === undefined) return null;
  const { namedOn, lastDayOn, aimOn, overdueAfter } = found;
  return { namedOn, lastDayOn, aimOn, overdueAfter };
}
