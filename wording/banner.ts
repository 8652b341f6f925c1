import type { Day } from '../domain/calendar/instant.ts';
import { formatDay } from './format.ts';

/** Above every page from the first day of a reorganisation that is not yet applied. */
export function reorganisationBanner(from: Day): string {
  return `Từ ${formatDay(from)} các cơ quan được sắp xếp lại. Bản này chưa áp dụng: tên cơ quan, người và nghĩa vụ dưới đây vẫn theo trước ngày đó.`;
}

/** Above every page where no mail server is set: nothing is lost, nothing leaves. */
export function mailMissingBanner(waiting: number): string {
  const left = waiting === 0 ? '' : ` ${waiting} thư đang đợi.`;
  return `Chưa cấu hình máy chủ thư: thư điện tử nằm lại trong hàng đợi, chưa thư nào rời hệ thống.${left} Chat web vẫn hoạt động.`;
}
