import type { NoticeItem } from './item.ts';
import { dayFact, dayInSentence, numberFact, owner, textFact, what, whatOf, words } from './phrases.ts';
import type { NoticeText } from './text.ts';

/** To who acted, at once: what he sent is in the database. */
export function receipt(item: NoticeItem): NoticeText {
  const number = textFact(item, 'receipt');
  const official = textFact(item, 'standing') === 'official';
  return {
    subject: `Biên nhận ${number}: ${whatOf(item)}`,
    says: [
      `Đã ghi nhận ${what(item)} của ${owner(item)}, bản ${numberFact(item, 'version')}. Số biên nhận ${number}.`,
      official
        ? 'Báo cáo là chính thức.'
        : 'Báo cáo là bản nháp, đến khi lãnh đạo cơ quan xác nhận hoặc có số công văn đã ký.',
      item.closesByLetter
        ? 'Việc này xong khi ghi số, ngày và cách gửi văn bản.'
        : 'Nhắc và thang đôn đốc của việc này đã dừng.',
    ],
    answers: [],
    why: 'Biên nhận được gửi ngay sau khi Ông/Bà gửi báo cáo.',
    urgency: 4,
  };
}

const SOURCES: Record<string, string> = {
  letter: 'theo văn bản của cơ quan',
  phone: 'theo điện thoại',
  paper: 'theo bản giấy',
};

/** To the agency: the coordinator entered an answer in its name. */
export function recordedOnBehalf(item: NoticeItem): NoticeText {
  const acted = dayFact(item, 'actedOn');
  const source = SOURCES[textFact(item, 'source')] ?? '';
  return {
    subject: `Ghi hộ: ${whatOf(item)}, số biên nhận ${textFact(item, 'receipt')}`,
    says: [
      `${item.coordinator} đã ghi hộ ${what(item)} của ${owner(item)}${source === '' ? '' : ` ${source}`}, bản ${numberFact(item, 'version')}. Số biên nhận ${textFact(item, 'receipt')}.`,
      ...(acted === null ? [] : [`Ngày cơ quan thực hiện: ${dayInSentence(acted)}.`]),
    ],
    answers: ['Xem bản được ghi hộ', 'Có ý kiến khác'],
    why: 'Cơ quan được báo khi nơi điều phối ghi hộ, và có thể có ý kiến khác.',
    urgency: 2,
  };
}

/** To the coordinator: the agency does not agree with what was entered in its name. */
export function objection(item: NoticeItem): NoticeText {
  return {
    subject: `Ý kiến về bản ghi hộ: ${owner(item)}, ${what(item)}`,
    says: [`${owner(item)} có ý kiến khác về bản được ghi hộ của ${what(item)}.`],
    quoted: words('Nguyên văn ý kiến', item.words),
    answers: ['Xem và ghi lại'],
    why: 'Cơ quan có ý kiến về nội dung do nơi điều phối ghi hộ.',
    urgency: 2,
  };
}

/** To the head: a draft waits for his word. After a while also to the coordinator. */
export function confirmRequest(item: NoticeItem): NoticeText {
  return {
    ...draftWaits(item),
    subject: `Chờ xác nhận: ${whatOf(item)}`,
    why: 'Báo cáo trong hệ thống là bản nháp đến khi lãnh đạo cơ quan xác nhận.',
  };
}

export function confirmReminder(item: NoticeItem): NoticeText {
  const waited = numberFact(item, 'workingDays');
  if (item.to.role === 'coordinator') {
    return {
      subject: `Bản nháp chưa được xác nhận: ${owner(item)}, ${what(item)}`,
      says: [
        `${owner(item)} đã gửi ${what(item)}; bản nháp chờ lãnh đạo cơ quan xác nhận đã ${waited} ngày làm việc.`,
        'Người duyệt chưa nhận được báo cáo chính thức.',
      ],
      answers: ['Ghi số văn bản đã ký', 'Xem diễn biến'],
      why: 'Nơi điều phối được báo khi bản nháp chờ xác nhận quá lâu.',
      urgency: 2,
    };
  }
  return {
    ...draftWaits(item),
    subject: `Nhắc xác nhận: ${whatOf(item)} (đã chờ ${waited} ngày làm việc)`,
    why: `Bản nháp đã chờ ${waited} ngày làm việc.`,
  };
}

function draftWaits(item: NoticeItem): Omit<NoticeText, 'subject' | 'why'> {
  const version = numberFact(item, 'version');
  const number = textFact(item, 'receipt');
  return {
    says: [
      `${what(item).charAt(0).toUpperCase()}${what(item).slice(1)} của ${owner(item)}${version > 0 ? `, bản ${version}` : ''}${number === '' ? '' : `, số biên nhận ${number}`}, đang là bản nháp.`,
      'Báo cáo trở thành chính thức khi Ông/Bà xác nhận, hoặc khi ghi số, ngày và người ký của văn bản đã ký.',
    ],
    answers: ['Xác nhận', 'Xem báo cáo', 'Ghi số văn bản đã ký'],
    urgency: 2,
  };
}
