import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayShort, formatDayWithWeekday, formatNumber, formatPerson } from '../format.ts';

/** First line to a person, gender never guessed. */
export function greeting(person: { name: string; post: string; agency: string }): string {
  const agency = person.post.includes(person.agency) ? '' : `, ${person.agency}`;
  return `Kính gửi ${formatPerson(person)}${agency}.`;
}

export function menuCount(waiting: number): string {
  return `Ông/Bà có ${waiting} việc:`;
}

export function menuRest(waiting: number): string {
  return `Còn ${waiting} việc:`;
}

export function menuHint(count: number): string {
  return count === 1 ? 'Trả lời 1 để mở.' : `Trả lời một số từ 1 đến ${count} để mở.`;
}

/** Below a list that was cut. */
export function menuMore(more: number): string {
  return `Còn ${more} việc khác, xem trên trang Hôm nay.`;
}

/** The empty list: says that it is empty and what comes next. */
export function nothingWaits(nextDueOn: string | null): string {
  const next = nextDueOn === null ? '' : ` Mốc kế tiếp: ${formatDayWithWeekday(nextDueOn)}.`;
  return `Không có việc nào chờ Ông/Bà.${next}`;
}

export const HELP_TITLE = 'Chữ luôn dùng được';

/** The words that work at every question, each with what it does. */
export const HELP_ROWS: { label: string; value: string }[] = [
  { label: 'việc', value: 'danh sách việc' },
  { label: 'lại', value: 'câu trước' },
  { label: 'sửa 2', value: 'sửa câu 2' },
  { label: '3, chờ kinh phí', value: 'trả lời số 3, kèm lời ghi' },
  { label: 'bỏ qua', value: 'để trống câu này' },
  { label: 'tạm dừng, tiếp', value: 'dừng và trả lời tiếp' },
  { label: 'gửi', value: 'xem tóm tắt và gửi' },
  { label: 'gia hạn', value: 'xin thêm thời gian' },
  { label: 'khó khăn', value: 'báo khó khăn, vướng mắc' },
  { label: 'người', value: 'tên và số điện thoại người giúp' },
];

export const CONTACT_TITLE = 'Cần trao đổi, xin gọi';

export function contactLine(contact: { name: string; agency: string; phone: string } | null): string {
  if (contact === null) return 'Danh bạ chưa ghi người liên hệ. Xin gọi cơ quan điều phối của kế hoạch.';
  return `${contact.name}, ${contact.agency}: ${contact.phone}.`;
}

export function pausedLine(): string {
  return 'Đã tạm dừng. Mọi câu trả lời đã lưu. Trả lời tiếp: gõ tiếp.';
}

export function nothingToPause(): string {
  return 'Không có câu nào đang mở để tạm dừng.';
}

export const EMPTY_MESSAGE = 'Tin nhắn không có chữ nào. Không có gì thay đổi.';

export function tooLongLine(length: number, limit: number): string {
  return `Tin nhắn dài ${formatNumber(length)} ký tự, một câu trả lời dài nhất ${formatNumber(limit)} ký tự. Không có gì thay đổi. Xin gửi lại ngắn hơn.`;
}

/** Three ways of saying "not understood": again, with an example, with a way out. */
export function notUnderstood(misses: number, range: string | null): string {
  if (misses === 0) return `Hệ thống chưa hiểu câu trả lời. ${range ?? 'Xin trả lời lại.'}`;
  if (misses === 1)
    return `Hệ thống vẫn chưa hiểu. ${range ?? 'Xin xem cách trả lời ở dưới câu hỏi.'} Gõ trợ giúp để xem các chữ dùng được.`;
  return 'Hệ thống vẫn chưa hiểu. Câu này có thể để lại: gõ bỏ qua. Cần người giúp: gõ người.';
}

/** A figure is asked for and none was read. */
export function figureWanted(optional: boolean): string {
  return `Câu này trả lời bằng một số.${optional ? ' Chưa có số liệu: gõ bỏ qua.' : ''}`;
}

/** Which numbers answer this question. */
export function numbersLine(count: number): string {
  return count === 1 ? 'Câu này trả lời bằng số 1.' : `Câu này trả lời bằng một số từ 1 đến ${count}.`;
}

export function outOfRangeLine(number: number, count: number): string {
  return `Không có lựa chọn ${number}. ${numbersLine(count)}`;
}

export const WORDS_WANTED = 'Câu này trả lời bằng chữ.';

/** An answer to a question that is no longer open. */
export function closedQuestion(present: { n: number; answer: string } | null): string {
  const value = present === null ? '' : ` Câu ${present.n} hiện ghi: ${present.answer}.`;
  return `Câu này đã đóng.${value} Không có gì thay đổi.`;
}

/** The duty behind the open question is gone: closed, waived, or given to somebody else. */
export const CLOSED_ITEM = 'Việc này không còn chờ Ông/Bà. Không có gì thay đổi. Các câu trả lời đã lưu vẫn được giữ.';

export const NOTHING_TO_SEND = 'Không có báo cáo nào đang trả lời để gửi.';
export const NOTHING_TO_FIX = 'Không có câu nào để sửa ở đây. Danh sách việc: gõ việc.';
export const CANNOT_SKIP = 'Câu này không bỏ qua được. Để sau: gõ việc.';
export const NOT_WHILE_OPEN = 'Chữ này dùng khi đang mở một việc. Danh sách việc: gõ việc.';
export const NUMBER_HINT = 'Trả lời bằng một số.';
export const TEXT_HINT = 'Trả lời bằng chữ.';
export const PUT_OFF = 'Để sau. Chưa có gì được gửi.';

export function keptLine(time: string): string {
  return `Nội dung Ông/Bà vừa gửi đã được giữ lúc ${time}, sẽ được ghi một lần; Ông/Bà không cần gửi lại. Ghi xong, hệ thống báo lại tại đây.`;
}

/** Above the reminders that were kept for a person before his first visit. */
export function keptTitle(count: number): string {
  return `Khi Ông/Bà chưa vào chat, hệ thống đã nhắc ${count} việc; đến nay vẫn chờ:`;
}

/** Beside one of them: when it was sent. */
export function keptNote(at: Instant): string {
  return `nhắc lúc ${timeOf(at)} ngày ${formatDayShort(dayOf(at))}`;
}

export const KEPT_HINT = 'Gõ việc để mở danh sách việc và trả lời bằng số.';
