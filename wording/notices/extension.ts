import { formatDay } from '../format.ts';
import type { NoticeItem } from './item.ts';
import {
  dayFact,
  dayInSentence,
  LETTER_HINT,
  numberFact,
  OWNER_ANSWERS,
  owner,
  SENT_HINT,
  what,
  whatOf,
  words,
} from './phrases.ts';
import type { NoticeText } from './text.ts';

/** To the reviewer: an agency asks for time. */
export function extensionRequested(item: NoticeItem): NoticeText {
  const dueOn = dayFact(item, 'dueOn');
  return {
    ...asks(item),
    subject: `Xin gia hạn: ${owner(item)}, ${what(item)}, ${toDay(item)}`,
    says: [...asks(item).says, ...(dueOn === null ? [] : [`Ngày cuối để trả lời: ${dayInSentence(dueOn)}.`])],
    why: 'Cơ quan nhận báo cáo quyết định việc gia hạn.',
    urgency: 2,
  };
}

export function extensionReminder(item: NoticeItem): NoticeText {
  const over = numberFact(item, 'workingDaysOver');
  const state = over === 0 ? 'đến hạn trả lời hôm nay' : `đã qua hạn trả lời ${over} ngày làm việc`;
  return {
    ...asks(item),
    subject: `Nhắc: ${owner(item)} xin gia hạn ${what(item)}, ${state}`,
    says: [...asks(item).says, `Hệ thống chưa ghi nhận ý kiến; ${state}.`],
    why: 'Đây là tin nhắc người quyết định việc gia hạn.',
    urgency: over === 0 ? 2 : 1,
  };
}

/** To the agency. */
export function extensionGranted(item: NoticeItem): NoticeText {
  const to = dayFact(item, 'to');
  return {
    subject: `Gia hạn: ${whatOf(item)}${to === null ? '' : `, hạn mới ${formatDay(to)}`}`,
    says: [
      `${what(item).charAt(0).toUpperCase()}${what(item).slice(1)} của ${owner(item)} được gia hạn.`,
      ...(to === null ? [] : [`Hạn mới: ${dayInSentence(to)}.`]),
      'Nhắc và thang đôn đốc được tính lại theo hạn mới.',
    ],
    quoted: words('Lý do', item.words),
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    showsHow: true,
    why: 'Cơ quan được báo khi hạn thay đổi.',
    urgency: 2,
  };
}

export function extensionRefused(item: NoticeItem): NoticeText {
  const { deadline } = item;
  return {
    subject: `Giữ nguyên hạn: ${whatOf(item)}${deadline === null ? '' : `, hạn ${formatDay(deadline.lastDayOn)}`}`,
    says: [
      `Đề nghị gia hạn ${what(item)} của ${owner(item)} chưa được chấp thuận.`,
      ...(deadline === null ? [] : [`Hạn giữ nguyên: ${dayInSentence(deadline.lastDayOn, deadline.default)}.`]),
    ],
    quoted: words('Lý do', item.words),
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    showsHow: true,
    why: 'Đây là trả lời cho đề nghị gia hạn của cơ quan.',
    urgency: 1,
  };
}

function toDay(item: NoticeItem): string {
  const to = dayFact(item, 'to');
  return to === null ? 'chưa rõ ngày' : `đến ${formatDay(to)}`;
}

function asks(item: NoticeItem): Pick<NoticeText, 'says' | 'quoted' | 'answers' | 'hint' | 'showsHow'> {
  const to = dayFact(item, 'to');
  return {
    says: [`${owner(item)} xin gia hạn ${what(item)}${to === null ? '' : ` đến ${dayInSentence(to)}`}.`],
    quoted: words('Lý do của cơ quan', item.words),
    answers: ['Đồng ý gia hạn', 'Không gia hạn'],
    hint: 'Trong khi chờ, hạn hiện tại vẫn giữ.',
    showsHow: true,
  };
}
