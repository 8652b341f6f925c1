import { type Day, dayOf, timeOf } from '../../domain/calendar/instant.ts';
import type { JournalRecord, MessageRecord, NoticeRecord, TextRecord } from '../../store/desk-reader.ts';
import { formatDay, formatDayShort, quoted, quotedSentence } from '../../wording/format.ts';
import { ANSWERED_BY_ITSELF } from '../../wording/understudies.ts';
import type { WebActor } from '../access.ts';
import type { DeliveryFact, StoryFact } from '../components/story.tsx';
import { hrefObstacle } from '../href.ts';
import { channelName } from './channel-name.ts';
import type { Desk } from './desk.ts';
import { rungTo } from './ladder-fact.ts';

/** What a story is told from. */
export interface StorySources {
  journal: JournalRecord[];
  notices: NoticeRecord[];
  texts: Map<string, TextRecord>;
  /** Whether the reader watches over the matter and may read every message. */
  overseer: boolean;
}

/** Notices that only report an act: their deliveries stand under the act. */
const REPORTS: Record<string, string[]> = {
  accepted: ['accepted'],
  returned: ['returned'],
  extended: ['extensionGranted'],
  extensionRefused: ['extensionRefused'],
  extensionRequested: ['extensionRequested'],
  waived: ['waived'],
  suspended: ['suspended'],
  resumed: ['resumed'],
  dueMoved: ['dueMoved'],
  led: ['leadershipDecision'],
  objected: ['objection'],
  locked: ['locked'],
  unlocked: ['unlocked'],
  unreached: ['unreachable'],
  submitted: ['receipt', 'recordedOnBehalf', 'confirmRequest'],
  confirmed: ['reviewRequest'],
  obstacleRaised: ['obstacleRaised'],
  obstacleForwarded: ['obstacleForwarded'],
  obstacleAnswered: ['obstacleAnswered'],
  obstacleReopened: ['obstacleReopened'],
  obstacleSettled: ['obstacleSettled'],
};

/** Told by the notice itself, which also says how it went. */
const TOLD_BY_NOTICE = ['escalated', 'handedOver'];

/** The whole story of a duty or an obstacle, newest first, with the delivery of every message. */
export function storyFacts(desk: Desk, actor: WebActor, sources: StorySources): StoryFact[] {
  const taken = new Set<string>();
  const acts = sources.journal
    .filter(({ kind }) => !TOLD_BY_NOTICE.includes(kind))
    .map((entry) => {
      const kinds = REPORTS[entry.kind] ?? [];
      const reports = sources.notices.filter(
        (notice) => notice.at === entry.at && kinds.includes(notice.kind) && !taken.has(notice.key),
      );
      for (const { key } of reports) taken.add(key);
      return actFact(desk, actor, sources, entry, reports);
    });
  const sent = sources.notices
    .filter(({ key, status }) => !taken.has(key) && status !== 'overtaken')
    .map((notice) => noticeFact(desk, actor, sources, notice));
  return [...acts, ...sent]
    .map((fact, index) => ({ fact, index }))
    .sort(newestFirst)
    .map(({ fact }) => fact);
}

function newestFirst(a: { fact: StoryFact; index: number }, b: { fact: StoryFact; index: number }): number {
  return a.fact.at < b.fact.at ? 1 : a.fact.at > b.fact.at ? -1 : b.index - a.index;
}

type Told = Pick<StoryFact, 'mark' | 'tone' | 'title' | 'group'> & { text?: string | null; link?: StoryFact['link'] };

function actFact(
  desk: Desk,
  actor: WebActor,
  sources: StorySources,
  entry: JournalRecord,
  reports: NoticeRecord[],
): StoryFact {
  const { text = null, link = null, ...told } = toldOf(sources, entry);
  return {
    at: entry.at,
    ...told,
    text: [who(desk, entry), text].filter((part) => part !== null && part !== '').join(' ') || null,
    link,
    fullText: fullText(actor, sources, reports),
    deliveries: reports.flatMap(deliveriesOf),
  };
}

function who(desk: Desk, { by, byCast }: JournalRecord): string | null {
  if (by === null) return null;
  return `${desk.personName(by.person)}, ${desk.agencyName(by.agency)}${byCast ? ` ${ANSWERED_BY_ITSELF}` : ''}.`;
}

function toldOf({ texts }: StorySources, entry: JournalRecord): Told {
  const { facts } = entry;
  const words = texts.get(entry.ref ?? '');
  const text = words?.text.trim() ?? '';
  const said = text === '' ? null : quoted(text);
  const reason = said === null ? null : `Lý do gửi nguyên văn: ${quotedSentence(text)}`;
  const day = (name: string): string => (typeof facts[name] === 'string' ? formatDay(facts[name]) : '');
  const version = facts.version ?? '';
  const next = typeof facts.deadline === 'number' ? facts.deadline + 1 : 2;
  switch (entry.kind) {
    case 'opened':
      return { mark: 'clock', tone: 'plain', group: 'other', title: `Mở kỳ, hạn số 1: ${day('lastDayOn')}` };
    case 'submitted':
      return submittedTold(entry, words);
    case 'confirmed': {
      const letter = letterWords(words);
      const title = letter === null ? `Lãnh đạo xác nhận bản ${version}` : `Ghi công văn đã ký của bản ${version}`;
      const receipt = facts.receipt === undefined ? '' : ` Biên nhận ${facts.receipt}.`;
      return {
        mark: 'tick',
        tone: 'done',
        group: 'answer',
        title: `${title}: số liệu chính thức`,
        text: `${letter ?? ''}${receipt}`.trim(),
      };
    }
    case 'sent':
      return {
        mark: 'tick',
        tone: 'done',
        group: 'answer',
        title: `Đã gửi văn bản ngày ${day('sentOn')}`,
        text: letterWords(words),
      };
    case 'objected':
      return {
        mark: 'flag',
        tone: 'due',
        group: 'answer',
        title: `Có ý kiến khác về bản ghi hộ ${version}`,
        text: said,
      };
    case 'accepted':
      return {
        mark: 'tick',
        tone: 'done',
        group: 'decision',
        title: facts.byHead === true ? `Xong bản ${version}: lãnh đạo cơ quan đã xác nhận` : `Duyệt bản ${version}`,
        text: said,
      };
    case 'returned':
      return {
        mark: 'back',
        tone: 'returned',
        group: 'decision',
        title: `Trả lại bản ${version}, mở hạn số ${next}: ${day('dueOn')}`,
        text: reason,
      };
    case 'extensionRequested':
      return { mark: 'forward', tone: 'due', group: 'answer', title: `Xin gia hạn đến ${day('to')}`, text: reason };
    case 'extended':
      return {
        mark: 'forward',
        tone: 'extended',
        group: 'decision',
        title: `Gia hạn, mở hạn số ${next}: ${day('to')}`,
        text: reason,
      };
    case 'extensionRefused':
      return { mark: 'struck', tone: 'plain', group: 'decision', title: 'Không đồng ý gia hạn', text: reason };
    case 'waived':
      return { mark: 'struck', tone: 'plain', group: 'decision', title: 'Miễn nghĩa vụ kỳ này', text: reason };
    case 'suspended':
      return { mark: 'pause', tone: 'plain', group: 'decision', title: 'Tạm dừng tính ngày', text: reason };
    case 'resumed':
      return {
        mark: 'clock',
        tone: 'plain',
        group: 'decision',
        title: `Tiếp tục tính ngày, hạn số ${next}: ${day('dueOn')}`,
        text: `Trả lại ${facts.given ?? 0} ngày làm việc.`,
      };
    case 'dueMoved':
      return {
        mark: 'forward',
        tone: 'extended',
        group: 'other',
        title: `Hạn dời từ ${day('from')} đến ${day('dueOn')}`,
        text: 'Lịch làm việc thay đổi.',
      };
    case 'led':
      return {
        mark: 'flag',
        tone: 'done',
        group: 'decision',
        title: `Ý kiến của lãnh đạo: ${leadWords(facts.answer)}${day('to') === '' ? '' : `, hạn số ${next}: ${day('to')}`}`,
        text: said,
      };
    case 'unreached':
      return { mark: 'struck', tone: 'overdue', group: 'other', title: 'Chưa liên lạc được: bậc thang được giữ lại' };
    case 'reachedAgain':
      return {
        mark: 'tick',
        tone: 'done',
        group: 'other',
        title: 'Liên lạc lại được: bậc thang đi tiếp',
        text: `Lùi ${facts.held ?? 0} ngày làm việc.`,
      };
    case 'collapsed':
      return {
        mark: 'clock',
        tone: 'plain',
        group: 'other',
        title: 'Một tin đã qua mốc trong lúc hệ thống ngừng, không gửi lại',
      };
    case 'locked':
      return { mark: 'lock', tone: 'plain', group: 'decision', title: 'Khóa kỳ', text: reason };
    case 'unlocked':
      return { mark: 'lock', tone: 'plain', group: 'decision', title: 'Mở khóa kỳ', text: reason };
    default:
      return obstacleTold(entry, said);
  }
}

function obstacleTold({ kind, facts }: JournalRecord, said: string | null): Told {
  const link = typeof facts.obstacle === 'string' ? { href: hrefObstacle(facts.obstacle), label: 'Mở' } : null;
  const told = (title: string, tone: StoryFact['tone'], mark: StoryFact['mark']): Told => ({
    mark,
    tone,
    group: kind === 'obstacleRaised' ? 'other' : 'decision',
    title: said === null ? title : `${title}: ${said}`,
    link,
  });
  switch (kind) {
    case 'obstacleRaised':
      return told('Khó khăn, vướng mắc', 'due', 'flag');
    case 'obstacleForwarded':
      return told('Chuyển lãnh đạo tỉnh', 'plain', 'forward');
    case 'obstacleAnswered':
      return told('Trả lời khó khăn, vướng mắc', 'done', 'tick');
    case 'obstacleReopened':
      return told('Chưa giải quyết, mở lại', 'returned', 'back');
    case 'obstacleSettled':
      return told('Đã giải quyết', 'done', 'tick');
    default:
      return told(kind, 'plain', 'clock');
  }
}

const SOURCES: Record<string, string> = {
  chat: 'qua chat',
  page: 'trên trang',
  letter: 'theo công văn',
  phone: 'theo điện thoại',
  paper: 'theo bản giấy',
};

function submittedTold({ facts, at }: JournalRecord, words: TextRecord | undefined): Told {
  const official = facts.standing === 'official';
  const way = SOURCES[String(facts.source)] ?? '';
  const title = facts.onBehalf === true ? `Ghi hộ bản ${facts.version} ${way}` : `Gửi bản ${facts.version} ${way}`;
  const acted =
    typeof facts.actedOn === 'string' && facts.actedOn !== dayOf(at)
      ? `Cơ quan trả lời ngày ${formatDay(facts.actedOn)}. `
      : '';
  const standing = official ? 'Chính thức.' : 'Bản nháp cho đến khi lãnh đạo xác nhận.';
  const letter = letterWords(words);
  return {
    mark: 'tick',
    tone: official ? 'done' : 'plain',
    group: 'answer',
    title,
    text: `${acted}${letter === null ? '' : `${letter} `}${standing} Biên nhận ${facts.receipt}.`,
  };
}

/** "Công văn số 12/SYT ngày 05/11/2024, … ký."; null where no letter was recorded. */
export function letterWords(words: TextRecord | undefined): string | null {
  const { number, day, signatory } = words?.facts ?? {};
  if (typeof number !== 'string') return null;
  const on = typeof day === 'string' ? ` ngày ${formatDay(day as Day)}` : '';
  return `Công văn số ${number}${on}${typeof signatory === 'string' && signatory !== '' ? `, ${signatory} ký` : ''}.`;
}

const LEAD: Record<string, string> = { seen: 'đã xem', direct: 'chỉ đạo', extend: 'gia hạn', waive: 'miễn' };

export function leadWords(answer: unknown): string {
  return LEAD[String(answer)] ?? String(answer);
}

function noticeFact(desk: Desk, actor: WebActor, sources: StorySources, notice: NoticeRecord): StoryFact {
  const deliveries = deliveriesOf(notice);
  const failed = deliveries.length > 0 && deliveries.every(({ is }) => is === 'bounced' || is === 'failed');
  const waits = notice.status === 'queued';
  return {
    at: waits ? notice.at : notice.slot,
    mark: failed ? 'struck' : notice.kind === 'reviewReminder' || notice.kind === 'confirmReminder' ? 'clock' : 'sheet',
    tone: failed ? 'overdue' : notice.kind === 'escalation' ? 'due' : 'plain',
    title: titleOf(desk, notice),
    text: waits
      ? `Sẽ gửi ${timeOf(notice.slot)} ngày ${formatDayShort(dayOf(notice.slot))}.`
      : notice.status === 'vacant'
        ? 'Chưa gửi được: chưa có người giữ vị trí này.'
        : sentTo(desk, notice),
    link: null,
    fullText: fullText(actor, sources, [notice]),
    deliveries,
    group: 'sent',
  };
}

function sentTo(desk: Desk, { messages }: NoticeRecord): string | null {
  const people = [...new Set(messages.map(({ person }) => person))];
  return people.length === 0
    ? null
    : `Gửi ${people.map((person) => `Ông/Bà ${desk.personWithPost(person)}`).join('; ')}.`;
}

function titleOf(desk: Desk, notice: NoticeRecord): string {
  const n = (name: string): number => (typeof notice.facts[name] === 'number' ? notice.facts[name] : 0);
  const late = notice.late ? ' (gửi muộn)' : '';
  const over = (words: string): string =>
    n('workingDaysOver') === 0 ? `${words}: hạn hôm nay` : `${words}: đã quá ${n('workingDaysOver')} ngày làm việc`;
  switch (notice.kind) {
    case 'reminder': {
      const before = n('workingDaysBefore');
      return `Nhắc: ${before === 0 ? 'hôm nay là hạn' : `còn ${before} ngày làm việc đến hạn`} số ${notice.deadline ?? 1}${late}`;
    }
    case 'escalation':
      return `Bậc ${n('step')}, ${rungTo(desk, notice)}${late}`;
    case 'leadershipRepeat':
      return `Xin ý kiến lãnh đạo, nhắc lại${late}`;
    case 'leadershipHandover':
      return `Xin ý kiến, chuyển lãnh đạo kế tiếp${late}`;
    case 'confirmReminder':
      return `Nhắc xác nhận bản nháp, ${n('workingDays')} ngày làm việc${late}`;
    case 'confirmRequest':
      return 'Đề nghị lãnh đạo xác nhận bản nháp';
    case 'reviewRequest':
      return 'Đề nghị duyệt';
    case 'reviewReminder':
      return over('Nhắc người duyệt') + late;
    case 'extensionReminder':
      return over('Nhắc xét đề nghị gia hạn') + late;
    case 'requestOpened':
      return 'Báo yêu cầu mới';
    case 'unreachable':
      return 'Báo điều phối: chưa liên lạc được';
    case 'obstacleReminder':
      return over('Nhắc khó khăn, vướng mắc') + late;
    default:
      return `Tin: ${notice.kind}${late}`;
  }
}

export function deliveriesOf({ messages }: NoticeRecord): DeliveryFact[] {
  return messages.map((message) => ({
    channel: channelName(message.channel),
    is: deliveryState(message),
    at: message.readAt ?? message.sentAt,
  }));
}

function deliveryState({ channel, status, readAt }: MessageRecord): DeliveryFact['is'] {
  if (readAt !== null) return 'read';
  switch (status) {
    case 'sent':
    case 'delivered':
      return channel === 'email' ? 'accepted' : 'delivered';
    case 'failed':
      return channel === 'email' ? 'bounced' : 'failed';
    case 'held':
      return 'held';
    default:
      return 'queued';
  }
}

/** Word for word, for those who watch over the matter and for the agency that got it. */
function fullText(actor: WebActor, { overseer }: StorySources, notices: NoticeRecord[]): string[] | null {
  const message = notices
    .flatMap(({ messages }) => messages)
    .find(({ agency, person }) => overseer || agency === actor.agency || person === actor.person);
  return message === undefined ? null : message.text.trim().split(/\n{2,}/);
}
