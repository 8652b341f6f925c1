import { formatDay } from '../format.ts';
import type { NoticeItem } from './item.ts';
import { dayFact, dayInSentence, OWNER_ANSWERS, owner, textFact, what, whatOf, words } from './phrases.ts';
import type { NoticeText } from './text.ts';

/** Leadership's answer, word for word, to the owing agency, its head and the coordinator. */
export function leadershipDecision(item: NoticeItem): NoticeText {
  const to = dayFact(item, 'to');
  const about = item.to.role === 'coordinator' ? `${owner(item)}, ${what(item)}` : whatOf(item);
  const owes = item.to.role !== 'coordinator' && textFact(item, 'answer') !== 'waive';
  const { head, says } = decision(item, to);
  return {
    subject: `Ý kiến lãnh đạo: ${about}, ${head}`,
    says,
    quoted: words('Nguyên văn ý kiến', item.words),
    answers: owes ? OWNER_ANSWERS : [],
    showsHow: to !== null,
    why: 'Ý kiến của lãnh đạo được chuyển nguyên văn đến cơ quan và nơi điều phối.',
    urgency: 1,
  };
}

function decision(item: NoticeItem, to: string | null): { head: string; says: string[] } {
  const subject = `${what(item)} của ${owner(item)}`;
  switch (textFact(item, 'answer')) {
    case 'direct':
      return {
        head: `chỉ đạo${to === null ? '' : `, hạn ${formatDay(to)}`}`,
        says: [`Lãnh đạo có chỉ đạo về ${subject}.`, ...(to === null ? [] : [`Hạn thực hiện: ${dayInSentence(to)}.`])],
      };
    case 'extend':
      return {
        head: `gia hạn${to === null ? '' : ` đến ${formatDay(to)}`}`,
        says: [`Lãnh đạo cho gia hạn ${subject}.`, ...(to === null ? [] : [`Hạn mới: ${dayInSentence(to)}.`])],
      };
    case 'waive':
      return {
        head: 'miễn kỳ này',
        says: [`Lãnh đạo miễn ${subject} kỳ này.`, 'Không còn việc phải làm trong kỳ này.'],
      };
    default:
      return {
        head: 'đã xem',
        says: [`Lãnh đạo đã xem việc ${subject}, không có ý kiến thêm.`, `${item.coordinator} tiếp tục đôn đốc.`],
      };
  }
}
