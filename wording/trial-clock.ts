import { dayOf, type Instant, timeOf } from '../domain/calendar/instant.ts';
import { formatDayWithWeekday } from './format.ts';

function moment(at: Instant): string {
  return `${timeOf(at)} ${formatDayWithWeekday(dayOf(at))}`;
}

/** `acts` = what roles that nobody holds did by themselves on the way. */
export function clockAt({ at, messages, acts }: { at: Instant; messages: number; acts: number }): string {
  const sent = messages === 0 ? 'Không có tin nào được gửi.' : `Đã gửi ${messages} tin.`;
  const done = acts === 0 ? '' : ` Các vai không có người giữ đã tự làm ${acts} việc.`;
  return `Đồng hồ chạy thử: ${moment(at)}. ${sent}${done}`;
}

/** The way is long: pages show how far it is. */
export function clockOnItsWay(at: Instant, to: Instant): string {
  return `Đồng hồ đang đi tới ${moment(to)}; hiện là ${moment(at)}.`;
}

export const CLOCK_ENDED = 'Không còn mốc nào trong lịch. Đồng hồ đứng yên.';
export const CLOCK_RUNS = 'Đồng hồ chạy từ mốc này sang mốc kế tiếp, đến khi bấm Dừng.';
export const CLOCK_RUNS_ALREADY = 'Đồng hồ đang chạy. Không có gì thay đổi. Bấm Dừng để đứng lại.';

export function clockStopped(at: Instant): string {
  return `Đồng hồ dừng ở ${moment(at)}.`;
}

/** The server that decides is away: nothing moved further. */
export function clockHeld(at: Instant): string {
  return `Máy chủ công việc chưa trả lời. Đồng hồ đứng ở ${moment(at)}; bấm lại để đi tiếp.`;
}
