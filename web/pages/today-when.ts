import { dayOf, type Instant, timeOf } from '../../domain/calendar/instant.ts';
import { formatDayShort, weekdayName } from '../../wording/format.ts';

/** A coming milestone. Example: 08:00 on 02/09/1945 → Chủ nhật 02/09, 08:00. */
export function whenWords(at: Instant): string {
  return `${weekdayName(dayOf(at))} ${formatDayShort(dayOf(at))}, ${timeOf(at)}`;
}
