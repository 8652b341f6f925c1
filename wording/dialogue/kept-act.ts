import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatDay } from '../format.ts';

/** A kept act was recorded. Example: Đã ghi nhận ý kiến Ông/Bà gửi lúc 16:48 ngày 21/11/2026. */
export function actRecorded(at: Instant): string {
  return `Đã ghi nhận ý kiến ${sentAt(at)}.`;
}

/** It was refused: nothing of it is in force. */
export function actRefused(at: Instant): string {
  return `Không ghi được ý kiến ${sentAt(at)}.`;
}

/** It is still on its way. */
export function actWaits(at: Instant): string {
  return `Ý kiến ${sentAt(at)} đang chờ ghi, Ông/Bà không cần gửi lại.`;
}

function sentAt(at: Instant): string {
  return `Ông/Bà gửi lúc ${timeOf(at)} ngày ${formatDay(dayOf(at))}`;
}
