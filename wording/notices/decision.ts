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

/** To the agency: what its reviewer decided. */
export function accepted(item: NoticeItem): NoticeText {
  return {
    subject: `Đã chấp nhận: ${whatOf(item)}`,
    says: [
      `${item.receiver ?? item.coordinator} đã chấp nhận ${what(item)} của ${owner(item)}, bản ${numberFact(item, 'version')}.`,
      'Việc này đã xong.',
    ],
    quoted: words('Ý kiến kèm theo', item.words),
    answers: [],
    why: 'Cơ quan được báo kết quả duyệt.',
    urgency: 4,
  };
}

export function returned(item: NoticeItem): NoticeText {
  const dueOn = dayFact(item, 'dueOn');
  return {
    subject: `Trả lại để bổ sung: ${whatOf(item)}${dueOn === null ? '' : `, hạn mới ${formatDay(dueOn)}`}`,
    says: [
      `${item.receiver ?? item.coordinator} trả lại ${what(item)} của ${owner(item)}, bản ${numberFact(item, 'version')}, để bổ sung.`,
      ...(dueOn === null ? [] : [`Hạn mới: ${dayInSentence(dueOn)}.`]),
    ],
    quoted: words('Lý do', item.words),
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    showsHow: true,
    why: 'Cơ quan được báo kết quả duyệt.',
    urgency: 1,
  };
}

export function waived(item: NoticeItem): NoticeText {
  return {
    subject: `Miễn kỳ này: ${whatOf(item)}`,
    says: [`${owner(item)} được miễn ${what(item)} kỳ này.`, 'Không còn việc phải làm trong kỳ này.'],
    quoted: words('Lý do, căn cứ', item.words),
    answers: [],
    why: 'Cơ quan được báo khi nghĩa vụ được miễn.',
    urgency: 3,
  };
}

export function suspended(item: NoticeItem): NoticeText {
  return {
    subject: `Tạm dừng tính hạn: ${whatOf(item)}`,
    says: [
      `Hạn của ${what(item)} của ${owner(item)} tạm dừng từ ${dayInSentence(item.words?.on ?? item.today)}.`,
      'Các ngày tạm dừng được cộng trả khi tính lại.',
    ],
    quoted: words('Lý do', item.words),
    answers: [],
    why: 'Cơ quan được báo khi hạn thay đổi.',
    urgency: 3,
  };
}

export function resumed(item: NoticeItem): NoticeText {
  const dueOn = dayFact(item, 'dueOn');
  const given = numberFact(item, 'given');
  return {
    subject: `Tính hạn trở lại: ${whatOf(item)}${dueOn === null ? '' : `, hạn ${formatDay(dueOn)}`}`,
    says: [
      `Hạn của ${what(item)} của ${owner(item)} được tính trở lại.`,
      ...(given > 0 ? [`Cộng trả ${given} ngày làm việc đã tạm dừng.`] : []),
      ...(dueOn === null ? [] : [`Hạn: ${dayInSentence(dueOn)}.`]),
    ],
    quoted: words('Ý kiến kèm theo', item.words),
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    showsHow: true,
    why: 'Cơ quan được báo khi hạn thay đổi.',
    urgency: 2,
  };
}

/** The calendar of working days changed, and the day with it. */
export function dueMoved(item: NoticeItem): NoticeText {
  const [from, dueOn] = [dayFact(item, 'from'), dayFact(item, 'dueOn')];
  const change = `${from === null ? '' : ` từ ${formatDay(from)}`}${dueOn === null ? '' : ` sang ${formatDay(dueOn)}`}`;
  return {
    subject: `Đổi hạn: ${whatOf(item)},${change}`,
    says: [
      `Lịch làm việc thay đổi; hạn của ${what(item)} của ${owner(item)} chuyển${change}.`,
      ...(dueOn === null ? [] : [`Hạn mới: ${dayInSentence(dueOn)}.`]),
    ],
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    showsHow: true,
    why: 'Cơ quan được báo khi hạn thay đổi.',
    urgency: 2,
  };
}

/** To the agencies still open: the round's figures stand as they are. */
export function locked(item: NoticeItem): NoticeText {
  return {
    subject: `Khóa số liệu: ${whatOf(item)}`,
    says: [
      `Số liệu ${what(item)} đã khóa.`,
      `Hệ thống chưa ghi nhận ${what(item)} của ${owner(item)}; nghĩa vụ vẫn còn, cần gửi xin gọi nơi điều phối để mở khóa.`,
    ],
    quoted: words('Lý do', item.words),
    answers: [],
    why: 'Cơ quan còn nghĩa vụ được báo khi kỳ bị khóa.',
    urgency: 2,
  };
}

export function unlocked(item: NoticeItem): NoticeText {
  return {
    subject: `Mở khóa số liệu: ${whatOf(item)}`,
    says: [`Số liệu ${what(item)} đã mở khóa; ${owner(item)} gửi được báo cáo.`],
    quoted: words('Lý do', item.words),
    answers: OWNER_ANSWERS,
    hint: item.closesByLetter ? SENT_HINT : LETTER_HINT,
    why: 'Cơ quan còn nghĩa vụ được báo khi kỳ được mở lại.',
    urgency: 2,
  };
}

/** To the coordinator: the round can be closed to further answers; never by itself. */
export function lockProposed(item: NoticeItem): NoticeText {
  const open = numberFact(item, 'open');
  return {
    subject: `Đề nghị khóa số liệu: ${whatOf(item)}`,
    says: [
      `Hạn của mọi cơ quan về ${what(item)} đã qua.`,
      open === 0 ? 'Mọi cơ quan đã xong.' : `Còn ${open} cơ quan chưa xong.`,
      'Hệ thống không tự khóa.',
    ],
    answers: ['Khóa số liệu', 'Để mở'],
    why: 'Nơi điều phối quyết định việc khóa số liệu của kỳ.',
    urgency: 3,
  };
}
