import { formatDay } from '../format.ts';
import type { NoticeItem } from './item.ts';
import { dayFact, dayInSentence, numberFact, owner, receiptPart, what } from './phrases.ts';
import type { NoticeText } from './text.ts';

const ANSWERS = ['Chấp nhận', 'Trả lại để bổ sung'];

/** To the reviewer: an official submission waits. */
export function reviewRequest(item: NoticeItem): NoticeText {
  const dueOn = dayFact(item, 'dueOn');
  return {
    subject: `Chờ duyệt: ${owner(item)}, ${what(item)}`,
    says: [
      `${owner(item)} đã gửi ${what(item)}, bản ${numberFact(item, 'version')}${receiptPart(item)}.`,
      ...(dueOn === null ? [] : [`Ngày cuối để duyệt: ${dayInSentence(dueOn)}.`]),
    ],
    answers: ANSWERS,
    why: 'Người duyệt có thời hạn để duyệt, như cơ quan có thời hạn để báo cáo.',
    urgency: 2,
  };
}

/** To the reviewer on and after his last day, then also to his head. */
export function reviewReminder(item: NoticeItem): NoticeText {
  const over = numberFact(item, 'workingDaysOver');
  const dueOn = dayFact(item, 'dueOn');
  const state = over === 0 ? 'đến hạn duyệt hôm nay' : `đã qua hạn duyệt ${over} ngày làm việc`;
  const head = item.to.role === 'head';
  return {
    subject: `${head ? 'Báo lãnh đạo, chờ duyệt' : 'Nhắc duyệt'}: ${owner(item)}, ${what(item)}, ${state}`,
    says: [
      `${owner(item)} đã gửi ${what(item)}, bản ${numberFact(item, 'version')}; ${state}${dueOn === null ? '' : ` (${formatDay(dueOn)})`}.`,
      'Hệ thống chưa ghi nhận ý kiến duyệt.',
    ],
    answers: ANSWERS,
    why: head ? 'Lãnh đạo cơ quan nhận báo cáo được báo khi việc duyệt chậm.' : 'Đây là tin nhắc người duyệt.',
    urgency: over === 0 ? 2 : 1,
  };
}
