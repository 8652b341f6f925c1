import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay } from '../format.ts';

/** A kept act was recorded. Example: Đã ghi nhận nội dung Ông/Bà gửi lúc 16:48 ngày 21/11/2026. */
export function actRecorded(at: Instant): string {
  return `Đã ghi nhận nội dung ${sentAt(at)}.`;
}

/** It was refused: nothing of it is in force. */
export function actRefused(at: Instant): string {
  return `Không ghi được nội dung ${sentAt(at)}.`;
}

/** It is still on its way. */
export function actWaits(at: Instant): string {
  return `Nội dung ${sentAt(at)} đang chờ ghi, Ông/Bà không cần gửi lại.`;
}

/** Beside one of these: which duty it was about. Example: Về báo cáo năm 2026 của Sở Y tế. */
export function actAbout(what: string, agency: string): string {
  return `Về ${what} của ${agency}.`;
}

function sentAt(at: Instant): string {
  return `Ông/Bà gửi lúc ${timeOf(at)} ngày ${formatDay(dayOf(at))}`;
}
