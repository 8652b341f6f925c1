import { formatDay } from '../format.ts';
import type { NoticeItem } from './item.ts';
import {
  LETTER_HINT,
  numberFact,
  OWNER_ANSWERS,
  ofDeadline,
  overSentence,
  owner,
  SENT_HINT,
  textFact,
  what,
  whatOf,
} from './phrases.ts';
import type { NoticeText } from './text.ts';

const LEADER_ANSWERS = ['Đã xem', 'Chỉ đạo', 'Gia hạn hoặc miễn'];
const LEADER_HINT = 'Trả lời trong chat bằng “1”, “2 nội dung” hoặc “3 ngày” cũng được.';

/** One rung of the ladder: to the owing agency's head, to the coordinator, to leadership. */
export function escalation(item: NoticeItem): NoticeText {
  const over = numberFact(item, 'workingDaysAfter');
  if (numberFact(item, 'blocks') === 1) return blocking(item);
  const why = `Đây là bậc ${numberFact(item, 'step')} của thang đôn đốc${ofDeadline(item)}.`;
  switch (item.to.role) {
    case 'leadership':
      return { ...askLeadership(item, 'Xin ý kiến'), why };
    case 'coordinator':
      return {
        subject: `Đôn đốc: ${owner(item)}, ${what(item)} đã qua hạn ${item.deadline ? Math.max(-item.deadline.daysLeft, 0) : over} ngày làm việc`,
        says: [notRecorded(item), ...overSentence(item.deadline), ...waitsFor(item)],
        answers: ['Gia hạn', 'Miễn kỳ này', 'Ghi hộ theo văn bản, điện thoại'],
        showsHow: true,
        showsDone: true,
        why,
        urgency: 1,
      };
    default:
      return {
        subject: `Báo lãnh đạo: ${whatOf(item)}, chưa được ghi nhận`,
        says: [notRecorded(item), ...overSentence(item.deadline), ...waitsFor(item)],
        answers: OWNER_ANSWERS,
        hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
        showsHow: true,
        why,
        urgency: 1,
      };
  }
}

/** Leadership has not answered: the same post is asked again. */
export function leadershipRepeat(item: NoticeItem): NoticeText {
  return { ...askLeadership(item, 'Xin ý kiến (nhắc lại)'), why: 'Tin trước chưa có ý kiến; đây là lần nhắc lại.' };
}

/** Leadership has not answered: the next post is asked. */
export function leadershipHandover(item: NoticeItem): NoticeText {
  return {
    ...askLeadership(item, 'Xin ý kiến (chuyển người kế tiếp)'),
    why: 'Người được hỏi trước chưa có ý kiến; tin chuyển đến người kế tiếp.',
  };
}

/** To the head of an agency whose part is missing, where nobody's part has come: the lead cannot go on without it. */
function blocking(item: NoticeItem): NoticeText {
  return {
    subject: `Báo lãnh đạo: còn thiếu phần phối hợp cho ${what(item)} của ${owner(item)}`,
    says: [`${owner(item)} chưa gửi được ${what(item)} vì chưa có phần phối hợp nào.`, ...waitsFor(item)],
    answers: ['Gửi phần phối hợp', 'Báo khó khăn, vướng mắc'],
    why: `Đây là bậc ${numberFact(item, 'step')} của thang đôn đốc; khi mọi phần phối hợp còn thiếu, tin đến các cơ quan còn thiếu trước.`,
    urgency: 1,
  };
}

/** "Còn chờ phần phối hợp của: …"; nothing where nobody's part is missing. */
function waitsFor(item: NoticeItem): string[] {
  const missing = textFact(item, 'missing');
  return missing === '' ? [] : [`Còn chờ phần phối hợp của: ${missing}.`];
}

function notRecorded(item: NoticeItem): string {
  return item.closesByLetter
    ? `Hệ thống chưa ghi nhận văn bản gửi ${what(item)} của ${owner(item)}.`
    : `Hệ thống chưa ghi nhận ${what(item)} của ${owner(item)}.`;
}

function askLeadership(item: NoticeItem, head: string): Omit<NoticeText, 'why'> {
  const { deadline } = item;
  const told = owner(item) === item.coordinator ? owner(item) : `${owner(item)} và ${item.coordinator}`;
  return {
    subject: `${head}: ${owner(item)}, ${what(item)}`,
    says: [
      notRecorded(item),
      ...overSentence(deadline),
      ...waitsFor(item),
      ...(deadline !== null && deadline.daysLeft < 0 ? [`Hạn: ${formatDay(deadline.lastDayOn)}.`] : []),
    ],
    answers: LEADER_ANSWERS,
    hint: `Ý kiến được chuyển nguyên văn đến ${told}. ${LEADER_HINT}`,
    showsDone: true,
    urgency: 1,
  };
}
