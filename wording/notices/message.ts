import { clauseText } from '../../domain/plan/clause-text.ts';
import { formatDay, formatDaysLeft, formatDeadline, quoted } from '../format.ts';
import type { Block } from './blocks.ts';
import type { NoticeItem, PostRole } from './item.ts';
import { renderHtml } from './render-html.ts';
import { renderText } from './render-text.ts';
import { doneLines, effectLine, howLines } from './story.ts';
import type { NoticeText } from './text.ts';
import { asksUrgently, writeNotice } from './write-notice.ts';

/** One message to one person: everything that leaves for him in one slot. */
export interface MessageFacts {
  person: { name: string; title: string | null };
  /** Whom to call; null where the person himself is the one, or the directory names nobody. */
  contact: { name: string; agency: string; phone: string | null } | null;
  items: NoticeItem[];
}

export interface ComposedMessage {
  subject: string;
  text: string;
  html: string;
  reply: ChatCard;
  /** Key of the most urgent notice, and why it goes to this person. */
  leading: string | null;
  why: string | null;
}

/** A card of the web chat; the shape of `Reply` in bot/dialogue/types.ts. */
export interface ChatCard {
  kind: 'info';
  title: string;
  lines: string[];
  fields?: { label: string; value: string }[];
  hint?: string;
  links?: { to: 'obligation'; obligation: string; label: string }[];
}

interface Part {
  item: NoticeItem;
  text: NoticeText;
}

/** One message out of one or several notices, the most urgent first; what says the same twice is said once. */
export function composeMessage(facts: MessageFacts): ComposedMessage {
  const parts = partsOf(facts.items);
  const subject = subjectOf(parts);
  const blocks = blocksOf(facts, parts);
  const [first] = parts;
  return {
    subject,
    text: renderText(blocks),
    html: renderHtml(blocks),
    reply: cardOf(parts, subject),
    leading: first?.item.key ?? null,
    why: first?.text.why ?? null,
  };
}

const AGAIN = 'Thư này được gửi lại: hệ thống không biết lần gửi trước có đến hay không. Đã nhận rồi thì xin bỏ qua.';

/** The same message sent a second time, because nobody can know whether the first one arrived. */
export function markAgain(message: Pick<ComposedMessage, 'subject' | 'text' | 'html'>): typeof message {
  return {
    subject: `${message.subject} (gửi lại)`,
    text: `${AGAIN}\n\n${message.text}`,
    html: message.html.replace('<div style="max-width:720px">', `<div style="max-width:720px">\n<p>${AGAIN}</p>`),
  };
}

/** Of several that say the same, such as reminders of different days after an outage, the newest speaks for all. */
function partsOf(items: NoticeItem[]): Part[] {
  const parts = new Map<string, Part>();
  for (const item of items) {
    const { why: _why, ...said } = writeNotice({ ...item, late: false });
    parts.set(JSON.stringify([said, item.link]), { item, text: writeNotice(item) });
  }
  return [...parts.values()].sort(
    (a, b) => a.text.urgency - b.text.urgency || days(a) - days(b) || compare(a.item.key, b.item.key),
  );
}

function days({ item }: Part): number {
  return item.deadline?.daysLeft ?? 0;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function subjectOf(parts: Part[]): string {
  const [only] = parts;
  if (parts.length === 1 && only) return only.text.subject;
  if (parts.every(({ item }) => item.kind === 'weeklyDigest')) return `Tình hình tuần của ${parts.length} kế hoạch`;
  const over = parts.filter((part) => days(part) < 0).length;
  const urgent = parts.filter(({ item }) => asksUrgently(item)).length;
  return `Việc hôm nay: ${parts.length} việc${urgent > 0 ? `, ${urgent} khẩn` : ''}${over > 0 ? `, ${over} quá hạn` : ''}`;
}

const ROLES: Record<PostRole, string> = {
  focalPoint: 'chuyên viên đầu mối',
  head: 'lãnh đạo cơ quan',
  reviewer: 'người duyệt báo cáo',
  coordinator: 'người điều phối',
  leadership: 'lãnh đạo',
  admin: 'quản trị',
};

function blocksOf({ person, contact, items }: MessageFacts, parts: Part[]): Block[] {
  const blocks: Block[] = [{ kind: 'paragraph', text: salutation(person, items) }];
  const several = parts.length > 1;
  if (several) {
    blocks.push({
      kind: 'box',
      title: `Hôm nay có ${parts.length} việc`,
      lines: parts.map(({ text }) => text.subject),
      numbered: true,
    });
  }
  parts.forEach((part, index) => {
    if (several) blocks.push({ kind: 'heading', text: `${index + 1}. ${part.text.subject}` });
    blocks.push(...partBlocks(part));
  });
  if (contact !== null) {
    const phone = contact.phone === null ? '' : `, ${contact.phone}`;
    blocks.push({
      kind: 'paragraph',
      text: `Cần trao đổi, xin gọi ${contact.name}, ${contact.agency}${phone}, giờ hành chính.`,
    });
  }
  blocks.push({ kind: 'paragraph', text: 'Trân trọng.' }, footOf(parts));
  return blocks;
}

function salutation({ name, title }: MessageFacts['person'], items: NoticeItem[]): string {
  const [first] = items;
  if (first === undefined) return `Kính gửi Ông/Bà ${name}.`;
  const post = title ?? ROLES[first.to.post];
  if (first.to.post === 'leadership') {
    const office = /UBND|Ủy ban/.test(post) ? post : `${post} ${first.to.agency}`;
    return `Kính gửi Ông/Bà ${name}, ${office}.`;
  }
  return `Kính gửi: ${first.to.agency};\nÔng/Bà ${name}, ${post}.`;
}

function partBlocks({ item, text }: Part): Block[] {
  const blocks: Block[] = text.says.length === 0 ? [] : [{ kind: 'paragraph', text: text.says.join(' ') }];
  for (const { title, words, by } of text.quoted ?? []) {
    blocks.push({ kind: 'box', title: by === null ? title : `${title} (${by})`, lines: [], quote: words });
  }
  if (item.basis !== null && item.kind !== 'weeklyDigest') blocks.push(basisBlock(item));
  if (text.showsHow && item.deadline !== null && item.deadline.how.length > 0) {
    blocks.push({ kind: 'box', title: 'Cách tính ngày', lines: howLines(item.deadline.how), numbered: true });
  }
  if (text.showsDone && item.effect !== null) {
    blocks.push({ kind: 'box', title: 'Ảnh hưởng', lines: [effectLine(item.effect)] });
  }
  if (text.showsDone && item.done.length > 0) {
    blocks.push({ kind: 'box', title: 'Đã làm', lines: doneLines(item.done), numbered: true });
  }
  if (text.answers.length > 0 || item.link !== null) {
    blocks.push({
      kind: 'answers',
      title: text.answers.length > 0 ? 'Ông/Bà có thể' : 'Xem thêm',
      options: text.answers,
      hint: text.hint ?? null,
      link: item.link,
    });
  }
  return blocks;
}

function basisBlock({ basis }: NoticeItem): Block {
  if (basis === null) return { kind: 'box', title: 'Căn cứ', lines: [] };
  if (basis.clause === null && basis.quote !== null) {
    return { kind: 'box', title: 'Căn cứ', lines: [`${basis.document}:`], quote: basis.quote };
  }
  if (basis.asked !== undefined) {
    const clause = basis.clause === null ? '' : `, ${clauseText(basis.clause)}`;
    return { kind: 'box', title: 'Căn cứ', lines: [`Văn bản ${basis.asked}.`, `${basis.document}${clause}.`] };
  }
  if (basis.clause === null) {
    const line = `${basis.document}. Văn bản không có mục riêng; yêu cầu này là mặc định của hệ thống.`;
    return { kind: 'box', title: 'Căn cứ', lines: [line] };
  }
  const line = `${basis.document}, ${clauseText(basis.clause)}${basis.quote === null ? '.' : ':'}`;
  return { kind: 'box', title: 'Căn cứ', lines: [line], ...(basis.quote === null ? {} : { quote: basis.quote }) };
}

function footOf(parts: Part[]): Block {
  const numbered = parts.length > 1;
  const reasons = parts.map(({ item, text }, index) => `${numbered ? `${index + 1}. ` : ''}${post(item)} ${text.why}`);
  return {
    kind: 'foot',
    title: 'Vì sao tôi nhận tin này?',
    lines: [
      ...reasons,
      'Không còn phụ trách, xin báo người liên hệ nêu trên. Tin được gửi tự động từ hệ thống Đôn Đốc.',
    ],
    codes: parts.map(({ item }) => `Mã tin: ${item.key}`),
  };
}

function post({ to }: NoticeItem): string {
  const since = to.since === null ? '' : `, từ ngày ${formatDay(to.since)}`;
  if (to.standsInFor !== null) return `Ông/Bà thay ${to.standsInFor}, ${ROLES[to.post]} của ${to.agency}.`;
  return `Ông/Bà là ${ROLES[to.post]} của ${to.agency}${since}.`;
}

const CHAT_HINT = 'Gõ việc để mở danh sách việc và trả lời bằng số.';

function cardOf(parts: Part[], subject: string): ChatCard {
  const [only] = parts;
  const links = linksOf(parts);
  if (parts.length === 1 && only) {
    return {
      kind: 'info',
      title: subject,
      lines: cardLines(only),
      fields: fieldsOf(only),
      hint: CHAT_HINT,
      ...(links.length > 0 ? { links } : {}),
    };
  }
  const lines = parts.flatMap((part, index) => [`${index + 1}. ${part.text.subject}`, ...cardLines(part)]);
  return { kind: 'info', title: subject, lines, hint: CHAT_HINT, ...(links.length > 0 ? { links } : {}) };
}

function cardLines({ item, text }: Part): string[] {
  const said = (text.quoted ?? []).map(({ title, words }) => `${title}: ${quoted(words)}`);
  const effect = text.showsDone && item.effect !== null ? [`Ảnh hưởng: ${effectLine(item.effect)}`] : [];
  const done = text.showsDone && item.done.length > 0 ? ['Đã làm:', ...doneLines(item.done)] : [];
  return [...text.says, ...said, ...effect, ...done];
}

function fieldsOf({ item }: Part): { label: string; value: string }[] {
  const fields: { label: string; value: string }[] = [];
  if (item.basis !== null) {
    const clause = item.basis.clause === null ? '' : `, ${clauseText(item.basis.clause)}`;
    const quote = item.basis.quote === null ? '' : `: ${quoted(item.basis.quote)}`;
    fields.push({ label: 'Căn cứ', value: `${item.basis.document}${clause}${quote}` });
  }
  if (item.deadline !== null) {
    fields.push({ label: 'Hạn', value: `${formatDeadline(item.deadline)}, ${formatDaysLeft(item.deadline.daysLeft)}` });
  }
  return fields;
}

function linksOf(parts: Part[]): { to: 'obligation'; obligation: string; label: string }[] {
  const keys = [...new Set(parts.flatMap(({ item }) => (item.obligation === null ? [] : [item.obligation])))];
  return keys.map((obligation) => {
    const number = parts.findIndex(({ item }) => item.obligation === obligation) + 1;
    const label = keys.length === 1 ? 'Xem diễn biến' : `Xem việc ${number}`;
    return { to: 'obligation' as const, obligation, label };
  });
}
