import { formatDaysLeft } from '../format.ts';
import type { NoticeItem } from './item.ts';
import {
  dueSentence,
  dueShort,
  LETTER_HINT,
  numberFact,
  OWNER_ANSWERS,
  ofDeadline,
  owner,
  SENT_HINT,
  what,
  whatOf,
} from './phrases.ts';
import type { NoticeText } from './text.ts';

/** To the focal point, a number of working days before the last day. */
export function reminder(item: NoticeItem): NoticeText {
  const { deadline } = item;
  const before = numberFact(item, 'workingDaysBefore');
  const due = deadline === null ? '' : `, ${dueShort(deadline)} (${formatDaysLeft(deadline.daysLeft)})`;
  return {
    subject: `Nhắc: ${whatOf(item)}${due}`,
    says: [
      `${owner(item)} có ${what(item)} ${deadline === null ? 'đến hạn' : dueSentence(deadline)}.`,
      item.closesByLetter
        ? `Hệ thống chưa ghi nhận văn bản gửi ${what(item)}.`
        : `Hệ thống chưa ghi nhận ${what(item)} của ${owner(item)}.`,
    ],
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    showsHow: true,
    why:
      before === 0
        ? `Đây là lần nhắc vào ngày đến hạn${ofDeadline(item)}.`
        : `Đây là lần nhắc trước hạn ${before} ngày làm việc${ofDeadline(item)}.`,
    urgency: deadline !== null && deadline.daysLeft <= 1 ? 2 : 3,
  };
}

/** To the owing agency: somebody asked for something out of turn, or a past duty is asked for again. */
export function requestOpened(item: NoticeItem): NoticeText {
  const { deadline } = item;
  return {
    subject: `Yêu cầu: ${whatOf(item)}${deadline === null ? '' : `, ${dueShort(deadline)}`}`,
    says: [`${owner(item)} cần gửi ${what(item)}${deadline === null ? '' : `, ${dueSentence(deadline)}`}.`],
    quoted:
      item.words === null
        ? []
        : [{ title: 'Nội dung yêu cầu', words: item.words.text, by: item.words.by?.agency ?? null }],
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    showsHow: true,
    why: 'Đây là tin mở một yêu cầu mới.',
    urgency: 2,
  };
}
